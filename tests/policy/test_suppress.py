"""Suppressions: in the comments of each format, on a line, the next line, a range or the file; and remarks on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from adcheck.model import Report

Check = Callable[..., Report]


def found(report: Report) -> list[tuple[str, int]]:
    return [(f.code, f.line) for f in report.findings]


SILENT = {
    # name: (file name, source, what is still found)
    "text, next line": ("a.txt", "# adcheck: ignore[GUA001] 院徽用语\n能根治", []),
    "text, slashes": ("a.txt", "// adcheck: ignore[GUA001] 院徽用语\n能根治", []),
    "text, only the next line": ("a.txt", "# adcheck: ignore[GUA001] x\n能根治\n还能根治", [("GUA001", 3)]),
    "text, blank lines between": ("a.txt", "# adcheck: ignore[GUA001] x\n\n\n能根治", []),
    "text, two comments for one line": ("a.txt", "# adcheck: ignore[GUA001] x\n# adcheck: ignore[RAT001] y\n根治,治愈率", []),
    "text, range": ("a.txt", "根治\n# adcheck: disable[GUA001] x\n根治\n根治\n# adcheck: enable[GUA001]\n根治", [("GUA001", 1), ("GUA001", 6)]),
    "text, file": ("a.txt", "根治\n治愈率\n# adcheck: file-ignore[GUA001] x\n根治", [("RAT001", 2)]),
    "markdown, next line": ("a.md", "<!-- adcheck: ignore[GUA001] x -->\n能根治", []),
    "markdown, same line": ("a.md", "能根治 <!-- adcheck: ignore[GUA001] x -->\n还能根治", [("GUA001", 2)]),
    "markdown, same line in front": ("a.md", "<!-- adcheck: ignore[GUA001] x --> 能根治", []),
    "markdown, range": ("a.md", "<!-- adcheck: disable[GUA001] x -->\n\n根治\n\n<!-- adcheck: enable[GUA001] -->\n\n根治", [("GUA001", 7)]),
    "markdown, list": ("a.md", "- 根治 <!-- adcheck: ignore[GUA001] x -->\n- 根治", [("GUA001", 2)]),
    "html, same line": ("a.html", "<p>能根治</p><!-- adcheck: ignore[GUA001] x -->\n<p>根治</p>", [("GUA001", 2)]),
    "html, next line": ("a.html", "<!-- adcheck: ignore[GUA001] x -->\n<p>根治</p>", []),
    "html, comment over lines": ("a.html", "<!--\n  adcheck: ignore[GUA001] x\n-->\n<p>根治</p>", []),
    "html, range": ("a.html", "<!-- adcheck: disable[GUA] x --><p>根治</p><!-- adcheck: enable[GUA] --><p>根治</p>", [("GUA001", 1)]),
    "yaml, next line": ("a.yaml", "# adcheck: ignore[GUA001] x\ntitle: 能根治\n", []),
    "yaml, same line": ("a.yaml", "title: 能根治  # adcheck: ignore[GUA001] x\nbody: 根治\n", [("GUA001", 2)]),
    "csv, next line": ("a.csv", "# adcheck: ignore[GUA001] x\n1,能根治\n2,能根治\n", [("GUA001", 3)]),
    "vtt, file note": ("a.vtt", "WEBVTT\n\nNOTE adcheck: file-ignore[GUA001] x\n\n00:01.000 --> 00:02.000\n能根治\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_formats(check: Check, name: str) -> None:
    file, source, rest = SILENT[name]
    report = check(source, file)
    assert found(report) == rest
    assert report.suppressed and all(s.by == "comment" for s in report.suppressed)


SELECTORS = [
    ("GUA001", True), ("cure-asserted", True), ("guarantee", True), ("GUA", True), ("G", True), ("ALL", True), ("RAT001, GUA001", True),
    (" GUA001 ", True), ("RAT001", False), ("GUA002", False), ("rate", False),
]  # fmt: skip


@pytest.mark.parametrize(("selector", "silent"), SELECTORS)
def test_selectors(check: Check, selector: str, silent: bool) -> None:
    report = check(f"# adcheck: ignore[{selector}] x\n能根治")
    assert ("GUA001", 2) not in found(report) if silent else ("GUA001", 2) in found(report)


def test_the_reason_is_kept(check: Check) -> None:
    report = check("<!-- adcheck: ignore[GUA001] 奖项正式名称 -->\n能根治", "a.md")
    assert [(s.by, s.reason, s.finding.code) for s in report.suppressed] == [("comment", "奖项正式名称", "GUA001")]


def test_only_the_named_of_two_claims_on_a_line(check: Check) -> None:
    report = check("# adcheck: ignore[RAT001] x\n能根治,治愈率,告别鼻炎")
    assert found(report) == [("GUA001", 2), ("GUA002", 2)]
    assert [s.finding.code for s in report.suppressed] == ["RAT001"]


def test_nested_ranges(check: Check) -> None:
    source = "\n".join((
        "# adcheck: disable[GUA001] x", "根治,治愈率", "# adcheck: disable[RAT001] y", "根治,治愈率", "# adcheck: enable[GUA001]",
        "根治,治愈率", "# adcheck: enable[RAT001]", "根治,治愈率",
    ))  # fmt: skip
    assert found(check(source)) == [("RAT001", 2), ("GUA001", 6), ("GUA001", 8), ("RAT001", 8)]


def test_enable_without_names_closes_all(check: Check) -> None:
    source = "# adcheck: disable[GUA001] x\n# adcheck: disable[RAT001] x\n根治,治愈率\n# adcheck: enable\n根治,治愈率"
    assert found(check(source)) == [("GUA001", 5), ("RAT001", 5)]


REMARKS = {
    "unused": ("# adcheck: ignore[GUA001] x\n平常话", [("ADC001", 1)]),
    "one of two unused": ("# adcheck: ignore[GUA001, RAT001] x\n能根治", [("ADC001", 1)]),
    "unknown": ("# adcheck: ignore[GUA999] x\n能根治", [("ADC002", 1), ("GUA001", 2)]),
    "without names": ("# adcheck: ignore\n能根治", [("ADC002", 1), ("GUA001", 2)]),
    "empty names": ("# adcheck: ignore[] x\n能根治", [("ADC002", 1), ("GUA001", 2)]),
    "unclosed": ("# adcheck: disable[GUA001] x\n能根治", [("ADC004", 1)]),
    "unused file-ignore": ("平常话\n# adcheck: file-ignore[rate] x", [("ADC001", 2)]),
    "closed by another name": ("# adcheck: disable[GUA001] x\n根治\n# adcheck: enable[RAT001]\n根治", [("ADC004", 1)]),
}  # fmt: skip


@pytest.mark.parametrize("name", REMARKS)
def test_remarks(check: Check, name: str) -> None:
    source, wanted = REMARKS[name]
    report = check(source)
    assert found(report) == wanted
    assert all(f.category == "tool" for f in report.findings if f.code.startswith("ADC"))


def test_missing_reason_only_when_asked_for(check: Check) -> None:
    source = "# adcheck: ignore[GUA001]\n能根治"
    assert found(check(source)) == []
    assert found(check(source, require_reason=True)) == [("ADC003", 1)]
    assert found(check("# adcheck: ignore[GUA001] 正式名称\n能根治", require_reason=True)) == []


def test_suppression_of_a_rule_that_did_not_run_is_not_unused(check: Check) -> None:
    assert found(check("# adcheck: ignore[GUA001] x\n平常话", select=("rate",))) == []


def test_remark_shows_the_comment_and_the_nearest_name(check: Check) -> None:
    source = "<!-- adcheck: ignore[cure-assertd] x -->\n\n能根治"
    remark = check(source, "a.md", lang="en").findings[0]
    assert remark.text == "adcheck: ignore[cure-assertd]" == source[remark.start : remark.end]
    assert "did you mean 'cure-asserted'?" in remark.message


def test_remarks_can_be_ignored(check: Check) -> None:
    source = "# adcheck: ignore[GUA001] x\n平常话"
    assert found(check(source, ignore=("ADC001",))) == []
    assert found(check(source, ignore=("tool",))) == []
    assert found(check(source, per_file_ignores={"*.txt": ("unused-suppression",)})) == []


def test_per_file_ignores_are_told_apart(check: Check) -> None:
    report = check("能根治", per_file_ignores={"*.txt": ("guarantee",)})
    assert found(report) == [] and [s.by for s in report.suppressed] == ["per-file-ignores"]


NO_SUPPRESSION = [
    ("a.txt", "正文里写 adcheck: ignore[GUA001] 不算,能根治"), ("a.txt", "能根治 # adcheck: ignore[GUA001] 不在行首"),
    ("a.md", "`<!-- adcheck: ignore[GUA001] -->` 能根治"), ("a.html", "<p title='adcheck: ignore[GUA001]'>能根治</p>"),
    ("a.html", "<script>// adcheck: ignore[GUA001]\n</script><p>能根治</p>"), ("a.yaml", 'a: "# adcheck: ignore[GUA001] 根治"\n'),
    ("a.json", '{"a": "# adcheck: ignore[GUA001] 根治"}'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), NO_SUPPRESSION)
def test_what_is_no_comment_silences_nothing(check: Check, name: str, source: str) -> None:
    report = check(source, name)
    assert "GUA001" in [f.code for f in report.findings]


def test_case_of_the_word_does_not_matter(check: Check) -> None:
    assert found(check("# ADCHECK: Ignore[GUA001] x\n能根治")) == []
