"""Hostile input, scaled down: no hang, no crash, bounded memory, and a message that says what happened."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tiny_rules import check, engine_over, rule_text, write_rules

import adcheck
from adcheck import engine as engine_module
from adcheck.checker import Checker
from adcheck.claims import expressions
from adcheck.documents.model import plain_document
from adcheck.engine import Engine
from adcheck.policy.config import Config
from adcheck.policy.options import Options

MANY = 100_000
AD = "能根治鼻炎,治愈率98%。"

LINES = {
    "one character": "字" * MANY, "no break at all": "天地玄黄" * (MANY // 4), "spaces": " " * MANY, "stars": "*" * MANY,
    "spaced": "根 " * (MANY // 2), "tags": "<b>" * (MANY // 3), "open tags": "<a " * (MANY // 3), "notes": "根(gen)" * (MANY // 6),
    "open notes": "(gen" * (MANY // 4), "zero width": "\u200b" * MANY, "emoji": "💊" * MANY, "digits": "9" * MANY, "percent": "9%" * (MANY // 2),
    "quotes": "“" * MANY, "straight quotes": '"根' * (MANY // 2), "commas": "不," * (MANY // 2), "negations": "不能不" * (MANY // 3),
    "pinyin": "根zhi" * (MANY // 4), "days": "三天" * (MANY // 2), "surnames": "张王李赵" * (MANY // 4), "latin": "cure " * (MANY // 5),
    "brackets": "([{<" * (MANY // 4), "newlines": "\n" * MANY, "dots": "." * MANY, "mixed": "根治,不得、严禁“治愈率98%”;" * (MANY // 17),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_long_lines_end_soon(name: str) -> None:
    adcheck.check_text("首次就诊请带病历")  # the rules are loaded, or compiled, before the clock starts
    began = time.process_time()
    report = adcheck.check_text(LINES[name], sector="medical-service")
    assert report.checked[0].status == "checked"
    assert time.process_time() - began < 6


def test_cost_is_linear_in_the_line() -> None:
    """Four times the text costs about four times the time, with generous room for noise."""

    def cost(count: int) -> float:
        began = time.process_time()
        adcheck.check_text("不能说根治、治愈率98%," * count, sector="medical-service")
        return time.process_time() - began

    cost(100)
    small, large = cost(500), cost(2_000)
    assert large < 12 * max(small, 0.05)


PROBE = """
import resource, sys
import adcheck
report = adcheck.check_path(sys.argv[1], sector="medical-service")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)
print(report.checked[0].status, peak, len(report.findings))
"""


def peak_memory(path: Path) -> tuple[str, int, int]:
    """(status, peak in MB, findings) of a check in a process of its own."""
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(path)], capture_output=True, text=True, timeout=120, check=True
    )
    status, peak, count = done.stdout.split()
    return status, int(peak), int(count)


def test_memory_with_one_line_of_five_megabytes(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text("平常的话,\n" * 10, "utf-8")
    large.write_text(("平常的话说得很长," * 200 + AD) * (5_000_000 // 5_420), "utf-8")
    _, base, _ = peak_memory(small)
    status, peak, count = peak_memory(large)
    assert status == "checked" and count > 500
    assert peak - base < 400


def test_a_hundred_thousand_findings_are_limited_and_said() -> None:
    report = adcheck.check_text((AD + "\n") * 100_000, sector="medical-service", select=["guarantee", "rate"])
    assert engine_module.MOST_HITS <= len(report.findings) < 3 * engine_module.MOST_HITS
    (note,) = [n for n in report.checked[0].notes if "findings" in n]
    assert f"more than {engine_module.MOST_HITS}" in note


ODD = {
    "nul": "能\x00根治\x00鼻炎", "controls": "能\x01根治\x7f鼻炎\x1b[31m", "lone surrogate": "能\ud83d根治鼻炎", "surrogates": "\udcff" * 100 + "能根治鼻炎",
    "private use": "能\ue000根治\ue100鼻炎", "marks of lexicons": "\ue001\ue100\ue100克星,能根治鼻炎", "noncharacters": "\ufffe能根治鼻炎\uffff",
    "right to left": "\u202e能根治鼻炎", "combining": "能根\u0301\u0301\u0301治,能根治鼻炎", "astral": "\U0010ffff能根治鼻炎",
    "separators": "能根治鼻炎\u2028\u2029\x85\x0c",
    "only a byte order mark": "\ufeff能根治鼻炎",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("file", ["a.txt", "a.md", "a.html"])
def test_odd_characters(name: str, file: str) -> None:
    report = adcheck.check_text(ODD[name], filename=file, sector="medical-service")
    assert any("治" in f.folded for f in report.findings)
    for finding in report.findings:
        assert finding.fingerprint and finding.text.encode("utf-8", "surrogatepass")


NESTED = {
    "json lists": ("a.json", "[" * 100_000), "closed json lists": ("a.json", "[" * 5000 + "]" * 5000), "json objects": ("a.json", '{"a":' * 50_000),
    "yaml flow": ("a.yaml", "[" * 10_000), "yaml blocks": ("a.yaml", "\n".join(" " * i + "a:" for i in range(1000))),
    "markdown quotes": ("a.md", ">" * 20_000 + "能根治"), "markdown lists": ("a.md", "\n".join("  " * i + "- 能根治" for i in range(500))),
    "html": ("a.html", "<div>" * 50_000 + "能根治"), "brackets": ("a.md", "[" * 50_000 + "能根治"), "emphasis": ("a.md", "*" * 50_000 + "能根治"),
    "backticks": ("a.md", "`" * 50_001 + "能根治"), "open comment": ("a.html", "<!--" * 20_000),
}  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting(name: str) -> None:
    file, source = NESTED[name]
    began = time.process_time()
    try:
        adcheck.check_text(source, filename=file)
    except adcheck.InputError as error:
        assert error.message and len(str(error)) < 1000
    assert time.process_time() - began < 10


def test_yaml_bomb(tmp_path: Path) -> None:
    lines = ["a0: &a0 [能根治, 能根治]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines), "utf-8")
    began = time.process_time()
    report = adcheck.check_path(path, sector="medical-service")
    assert report.checked[0].status in ("checked", "failed") and len(report.findings) < 100
    assert time.process_time() - began < 5


@pytest.fixture
def mixed_folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(AD, "utf-8")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "zeros.md").write_bytes(b"\x00" * 5000)
    (tmp_path / "cut.txt").write_bytes(AD.encode("utf-8") * 20 + "能".encode()[:2])
    (tmp_path / "png.html").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(3000))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "last.md").write_text(AD, "utf-8")
    return tmp_path


def test_junk_among_good_files(mixed_folder: Path) -> None:
    report = adcheck.check_path(mixed_folder, sector="medical-service")
    status = {Path(c.path).name: c.status for c in report.checked}
    assert set(status) == {"good.txt", "junk.txt", "zeros.md", "cut.txt", "png.html", "empty.txt", "last.md"}
    assert status["good.txt"] == status["last.md"] == status["empty.txt"] == "checked"
    assert status["junk.txt"] == status["zeros.md"] == status["png.html"] == "failed"
    assert all(c.reason for c in report.failed)
    assert {Path(f.path).name for f in report} >= {"good.txt", "last.md"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't bind here")
def test_unreadable_file(mixed_folder: Path) -> None:
    (mixed_folder / "good.txt").chmod(0)
    report = adcheck.check_path(mixed_folder)
    (refused,) = [c for c in report.failed if c.path.endswith("good.txt")]
    assert refused.reason and refused.hint


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights here")
def test_broken_link_and_vanished_file(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "good.txt").write_text(AD, "utf-8")
    report = adcheck.check_path(tmp_path)
    assert {Path(c.path).name: c.status for c in report.checked} == {"broken.txt": "failed", "good.txt": "checked"}


def engine_with(folder: Path, pattern: str) -> Engine:
    """An engine with a user's rule; only those run under a time budget."""
    base = write_rules(folder / "base", rule_text(terms=["根治"]))
    return engine_over(
        base, write_rules(folder / "own", rule_text(code="OWN001", name="own-slow", lang="en", patterns=[pattern]))
    )


SLOW = "cure(a|aa)+$"
TRAP = "cure" + "a" * 60 + "!"


def test_slow_expression_of_a_user_is_given_up_and_said(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, SLOW)
    began = time.monotonic()
    outcome = check(engine, TRAP)
    assert time.monotonic() - began < 5
    assert [n for n in outcome.notes if "taking too long" in n]


def test_slow_expression_many_times_has_a_budget_too(tmp_path: Path) -> None:
    """Given up once, it is not tried again in every sentence."""
    engine = engine_with(tmp_path, SLOW)
    began = time.monotonic()
    outcome = check(engine, "".join(f"{TRAP}{number}\n\n" for number in range(60)))
    assert time.monotonic() - began < 5
    assert len([n for n in outcome.notes if "taking too long" in n]) == 1


def test_a_slow_expression_does_not_spoil_the_next_document(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, SLOW)
    check(engine, TRAP)
    outcome = check(engine, "cureaa")
    assert [h.folded for h in outcome.hits] == ["cureaa"] and outcome.notes == []


@pytest.mark.parametrize("pattern", ["(a+)+$", "cure(a+)+$", "cure(a*)*b", "(?:cure|a)+!?$", "cure(.*)*,"])
def test_nested_repetition_ends(tmp_path: Path, pattern: str) -> None:
    """Such a pattern is refused with a reason, or ends in time."""
    try:
        engine = engine_with(tmp_path, pattern)
    except adcheck.RuleError as error:
        assert "no word that must stand" in error.message
        return
    began = time.monotonic()
    check(engine, "cure" + "a" * 300 + "! " + "a" * 300 + "!")
    assert time.monotonic() - began < 5


def test_time_budget_is_short() -> None:
    assert expressions.TIME_BUDGET <= 1


def test_document_of_many_blocks_and_segments() -> None:
    source = "<p>能&#26681;治</p>" * 5000
    report = adcheck.check_text(source, filename="a.html", sector="medical-service", select=["guarantee"])
    assert len(report.findings) == 5000 and report.findings[-1].text in source


def test_engine_on_a_text_of_block_breaks() -> None:
    checker = Checker(Config(Options()))
    assert checker.check(plain_document("\u2029" * 100_000)).findings == ()
