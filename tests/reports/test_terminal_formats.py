"""full, concise, grouped, the footer and statistics."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from adcheck.errors import ConfigError
from adcheck.model import CATEGORIES, JURISDICTIONS, SECTORS, Checked, Report
from adcheck.reports import FORMATS, render
from adcheck.reports.labels import CATEGORY_NAMES, JURISDICTION_NAMES, SECTOR_NAMES
from adcheck.reports.terminal import cells

from .conftest import finding

PEOPLE = ("full", "concise", "grouped")


def test_full_shows_frame_law_and_suggestion(report: Report) -> None:
    lines = render(report).splitlines()
    assert lines[0] == "GUA001 cure-promise error"
    assert lines[1] == " --> campaign/a.md:2:4"
    assert lines[2] == "2 | 本院    保证治愈，请拨打138********"
    assert lines[3] == "  | " + " " * 8 + "^" * 8
    assert lines[4:9] == [
        "  保证治愈属于疗效保证",
        "  依据: [cn] 广告法 16(1)(1)",
        "  建议: 删除对疗效的保证",
        "  置信度: 高",
        "  详见: https://example.invalid/rules/cure-promise",
    ]


def test_full_english_disguised_and_placed() -> None:
    item = finding(folded="保证治好", place="row 2", reasons=("quoted",))
    text = render(Report(findings=(item,)), lang="en")
    assert " --> campaign/a.md:2:4 (row 2)\n  保证治愈属于疗效保证\n" in text  # no source, no frame
    assert "  law: [cn] 广告法 16(1)(1)\n  written as: 保证治愈\n  read as: 保证治好\n  help: " in text
    assert "  note: quoted\n  confidence: high\n" in text


@pytest.mark.parametrize(
    ("source", "text", "indent", "width"),
    [
        ("abc def", "def", 4, 3),
        ("治疗abc", "abc", 4, 3),
        ("e\u0301\u200bx", "x", 1, 1),
        ("a\tb", "b", 5, 1),
        ("\x1bx", "x", 1, 1),
        ("ｆｕｌｌ宽", "宽", 8, 2),
        ("ab\r\ncd", "b\r\ncd", 1, 1),
    ],
)
def test_carets_stand_under_the_text(source: str, text: str, indent: int, width: int) -> None:
    lines = render(Report(findings=(finding(source, text),), sources={"campaign/a.md": source})).splitlines()
    assert lines[3] == "  | " + " " * indent + "^" * width


@pytest.mark.parametrize("filler", ["x", "治", "\u0301", "\x1b"])
def test_long_lines_are_cut_to_a_window(filler: str) -> None:
    source = filler * 5000 + "保证治愈" + filler * 5000
    lines = render(Report(findings=(finding(source),), sources={"campaign/a.md": source})).splitlines()
    shown, carets = lines[2][4:], lines[3][4:]
    assert cells(shown) <= 102
    assert len(shown) <= 1300
    assert shown.startswith("…") and shown.endswith("…")
    assert cells(shown[: shown.index("保")]) == carets.index("^")
    assert carets.count("^") == 8


def test_finding_longer_than_the_window_and_at_the_end_of_text() -> None:
    source = "治" * 500
    whole = finding(source, source)
    end = finding(source, "", start=500)
    lines = render(Report(findings=(whole, end), sources={"campaign/a.md": source})).splitlines()
    assert lines[3].count("^") == 80
    assert render(Report(findings=(end,), sources={"campaign/a.md": source})).splitlines()[3].endswith(" ^")


def test_span_outside_the_source_gets_no_frame() -> None:
    text = render(Report(findings=(finding(),), sources={"campaign/a.md": "short"}))
    assert "^" not in text


def test_concise_and_grouped(report: Report) -> None:
    line = "campaign/a.md:2:4: error GUA001 保证治愈属于疗效保证 [广告法 16(1)(1)]"
    assert render(report, "concise").splitlines()[0] == line
    grouped = render(report, "grouped").splitlines()
    assert grouped[:2] == ["campaign/a.md:", "  2:4   error GUA001 保证治愈属于疗效保证 [广告法 16(1)(1)]"]
    assert grouped[2] == "  2:12  warning PRV002 手机号 138********"


def test_footer(report: Report) -> None:
    text = render(report, "concise")
    for line in (
        "发现 2 处问题：错误 1，警告 1",
        "已检查 2 个文件（30 字），跳过 1 个，读取失败 1 个",
        "  读取失败 bad.pdf: encrypted",
        "    提示: remove the password",
        "  跳过 1: video (big.mp4)",
        "已抑制 1 处，基线内 1 处",
        "按上下文排除 1 处",
        "运行规则 120 条；法域：cn 中国大陆，hk 中国香港",
        "  b c.md: hidden text left out",
        "  campaign/a.md: 医疗美容 aesthetic (推断)",
    ):
        assert f"\n{line}\n" in text
    assert "negated" not in text
    assert "  campaign/a.md:1:1: RAT001 第一行 — negated (不)\n" in render(report, "concise", show_dropped=True)


def test_footer_in_english(report: Report) -> None:
    text = render(report, "grouped", lang="en")
    for line in (
        "Found 2 findings: 1 error, 1 warning",
        "2 files checked (30 characters), 1 skipped, 1 failed",
        "    hint: remove the password",
        "1 suppressed, 1 in the baseline",
        "1 match dropped because of context",
        "120 rules run; jurisdictions: cn mainland China, hk Hong Kong",
        "  campaign/a.md: aesthetic medicine aesthetic (inferred)",
    ):
        assert f"\n{line}\n" in text


def test_clean_runs_say_what_was_checked() -> None:
    checked = tuple(Checked(f"{n}.md", "checked", sector="drug", sector_inferred=True) for n in range(15))
    text = render(Report(checked=checked), lang="en")
    assert text.startswith("All checks passed\n15 files checked")
    assert "  9.md: medicines drug (inferred)\n  and 5 more\n" in text
    assert "10.md" not in text
    assert render(Report(checked=checked)).startswith("未发现问题\n已检查 15 个文件")
    assert render(Report(), lang="en").startswith("No files were checked\n")
    assert "All checks passed" not in render(Report(checked=(Checked("a", "failed", "why"),)), lang="en")


@pytest.mark.parametrize("format", PEOPLE)
def test_colour_only_when_asked_for(report: Report, format: str) -> None:
    plain, coloured = render(report, format), render(report, format, color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in coloured


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_lets_controls_through(hostile: Report, format: str) -> None:
    for options in ({}, {"show_dropped": True, "lang": "en"}, {"statistics": True}):
        text = render(hostile, format, **options)  # type: ignore[arg-type]
        text.encode("utf-8")
        assert text == "" or text.endswith("\n")
        bad = [c for c in text if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or c in "\u202e\u2066\u2028\u2029"]
        assert not bad
        assert "\n::error::x" not in text


def test_statistics(report: Report) -> None:
    many = replace(report, findings=(*report.findings, report.findings[1]))
    assert render(many, statistics=True) == "2  PRV002  phone         warning\n1  GUA001  cure-promise  error\n"
    rows = json.loads(render(many, "json", statistics=True))
    assert rows[0] == {"count": 2, "code": "PRV002", "name": "phone", "severity": "warning"}
    assert len(render(many, "json-lines", statistics=True).splitlines()) == 2
    assert json.loads(render(Report(), "json", statistics=True)) == []
    assert render(Report(), statistics=True) == "未发现问题\n"


def test_unknown_format_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="sarf") as caught:
        render(Report(), "sarf")
    assert "sarif" in caught.value.hint


def test_every_category_sector_and_jurisdiction_has_names() -> None:
    assert tuple(CATEGORY_NAMES) == CATEGORIES
    assert tuple(SECTOR_NAMES) == SECTORS
    assert tuple(JURISDICTION_NAMES) == JURISDICTIONS
