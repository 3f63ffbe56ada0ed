"""Suppressions in comments, and the baseline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import BAD, Adcheck

Write = Callable[..., Path]
OPTIONS = ("--sector", "medical-service", "--output-format", "json")


@pytest.fixture
def codes(adcheck: Adcheck, write: Write) -> Callable[..., list[str]]:
    """Codes found in a Markdown text."""

    def run(text: str, *options: str) -> list[str]:
        write("ad.md", text)
        return adcheck("check", "ad.md", *OPTIONS, *options).codes()

    return run


def test_a_line_is_suppressed(codes: Callable[..., list[str]]) -> None:
    assert codes("<!-- adcheck: ignore[guarantee] agreed -->\n三天见效\n") == []
    assert codes("三天见效 <!-- adcheck: ignore[GUA] agreed -->\n") == []
    assert [c[:3] for c in codes("<!-- adcheck: ignore[GUA] agreed -->\n三天见效\n\n三天见效\n")] == ["GUA"]
    assert [c[:3] for c in codes("<!-- adcheck: ignore[GUA] -->\n三天见效\n", "--ignore-suppressions")] == ["GUA"]


def test_a_range_and_a_file_are_suppressed(codes: Callable[..., list[str]]) -> None:
    text = "<!-- adcheck: disable[GUA] x -->\n三天见效\n\n三天见效\n<!-- adcheck: enable[GUA] -->\n\n三天见效\n"
    assert [c[:3] for c in codes(text)] == ["GUA"]
    assert codes("三天见效\n\n<!-- adcheck: file-ignore[guarantee] x -->\n") == []


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("ignore[RAT] x", "ADC001"),
        ("ignore[GUA000] x", "ADC002"),
        ("ignore x", "ADC002"),
        ("disable[GUA] x", "ADC004"),
    ],
)
def test_suppressions_gone_wrong_are_reported(codes: Callable[..., list[str]], comment: str, code: str) -> None:
    assert code in codes(f"<!-- adcheck: {comment} -->\n三天见效\n")


def test_remarks_can_be_ignored(codes: Callable[..., list[str]], write: Write) -> None:
    text = "<!-- adcheck: ignore[RAT] x -->\n你好\n"
    assert codes(text) == ["ADC001"]
    assert codes(text, "--ignore", "ADC001") == []
    assert codes(text, "--ignore", "unused-suppression") == []
    assert codes(text, "--ignore", "tool") == []


def test_a_reason_may_be_required(codes: Callable[..., list[str]], write: Write) -> None:
    without, given = (f"<!-- adcheck: ignore[GUA]{reason} -->\n三天见效\n" for reason in ("", " agreed"))
    assert codes(without) == []
    write("adcheck.toml", "require-reason = true\n")
    assert codes(without) == ["ADC003"]
    assert codes(given) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<!-- adcheck: ignore[GUA] x -->\n<p>三天见效</p>\n"),
        ("a.csv", "title\n# adcheck: ignore[GUA] x\n三天见效\n"),
        ("a.yaml", "# adcheck: ignore[GUA] x\ntitle: 三天见效\n"),
        ("a.txt", "# adcheck: ignore[GUA] x\n三天见效\n"),
        ("a.vtt", "WEBVTT\n\nNOTE adcheck: file-ignore[GUA] x\n\n00:01.000 --> 00:02.000\n三天见效\n"),
        ("a.srt", "# adcheck: ignore[GUA] x\n1\n00:00:01,000 --> 00:00:02,000\n你好\n三天见效\n"),
        ("b.html", "<!-- adcheck: ignore[GUA] x -->\n<!-- other -->\n<div>\n\n<p><b>三天</b>见效</p></div>\n"),
    ],
)
def test_comments_of_each_format(adcheck: Adcheck, write: Write, name: str, text: str) -> None:
    write(name, text)
    done = adcheck("check", name, *OPTIONS)
    assert done.codes() == [] and done.json()["suppressed"][0]["reason"] == "x"


def test_baseline_round_trip(adcheck: Adcheck, write: Write, tmp_path: Path) -> None:
    sector = ("--sector", "medical-service")
    write("adcheck.toml", 'sector = "medical-service"\nbaseline = ".adcheck-baseline.json"\n')
    write("ad.txt", BAD)
    written = adcheck("baseline", "write", ".")
    assert written.code == 0
    stored = (tmp_path / ".adcheck-baseline.json").read_text("utf-8")
    assert "见效" not in stored and "鼻炎" not in stored and "ad.txt" in stored
    assert adcheck("check").code == 0
    assert adcheck("check", *OPTIONS).json()["suppressed"][0]["by"] == "baseline"

    write("ad.txt", f"一行新的文字。\n\n{BAD}")
    assert adcheck("check").code == 0
    write("ad.txt", BAD + "当场止痛\n")
    assert adcheck("check", *sector).code == 1

    write("ad.txt", "三天见效。\n")
    pruned = adcheck("baseline", "prune")
    assert pruned.code == 0 and "dropped" in pruned.out
    assert len((tmp_path / ".adcheck-baseline.json").read_text("utf-8")) < len(stored)
    again = (tmp_path / ".adcheck-baseline.json").read_bytes()
    adcheck("baseline", "prune")
    assert (tmp_path / ".adcheck-baseline.json").read_bytes() == again


def test_the_baseline_counts(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", "三天见效\n")
    adcheck("baseline", "write", "ad.txt", "--file", "known.json")
    write("ad.txt", "三天见效\n三天见效\n")
    done = adcheck("check", "ad.txt", "--select", "guarantee", "--baseline", "known.json", "--output-format", "json")
    assert len(done.codes()) == 1


def test_a_broken_baseline(adcheck: Adcheck, write: Write) -> None:
    write("known.json", "[]")
    write("ad.txt", BAD)
    done = adcheck("check", "--baseline", "known.json")
    assert done.code == 2 and "is no baseline" in done.err
