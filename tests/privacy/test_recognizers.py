"""Every recognizer's own cases; then all recognizers of numbers over texts full of numbers, somebody's and nobody's."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from adcheck.privacy.base import Cases, Find, PersonalRecognizer, unmark
from adcheck.privacy.model import Personal
from adcheck.privacy.overlaps import settle
from adcheck.privacy.registry import modules
from adcheck.privacy.tables import cells_below
from adcheck.text.language import language_of

DATA = Path(__file__).with_name("data")
NUMBERS = {
    "ID_CARD", "PASSPORT", "TRAVEL_PERMIT", "OFFICER_ID", "SOCIAL_CARD", "HEALTH_ID", "MRN", "BED", "REPORT_NO", "DOB", "DATE", "AGE", "PLATE",
    "BANK_CARD", "ACCOUNT", "HEALTH_PLAN", "LICENSE", "DEVICE", "MAC", "IP", "SSN", "GENE",
}  # fmt: skip


def recognizers() -> Iterator[tuple[str, PersonalRecognizer, Cases]]:
    for module in modules():
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, PersonalRecognizer)
                and value.__module__ == module.__name__
            ):
                yield module.__name__.rpartition(".")[2], value(), module.CASES


EVERY = list(recognizers())
OF_NUMBERS = [recognizer for _, recognizer, _ in EVERY if recognizer.entity in NUMBERS]


def found(recognizer: PersonalRecognizer, text: str) -> list[tuple[int, int]]:
    return sorted({(find.start, find.end) for find in recognizer.analyze(text)})


def typed(text: str) -> list[tuple[str, str]]:
    """What all recognizers of numbers agree on: kinds and values, in order."""
    language = language_of(text)
    finds = [
        Personal(find.start, find.end, recognizer.entity, find.score)
        for recognizer in OF_NUMBERS
        if language in recognizer.languages
        for find in recognizer.analyze(text)
    ]
    return [(one.entity, text[one.start : one.end]) for one in settle(finds)]


def lines(name: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in (DATA / name).read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize(
    ("recognizer", "marked"),
    [pytest.param(recognizer, bad, id=f"{name}-{bad[:24]}") for name, recognizer, cases in EVERY for bad in cases.bad],
)
def test_bad(recognizer: PersonalRecognizer, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert [text[a:b] for a, b in found(recognizer, text)] == [text[a:b] for a, b in spans]
    assert found(recognizer, text) == spans


@pytest.mark.parametrize(
    ("recognizer", "good"),
    [
        pytest.param(recognizer, good, id=f"{name}-{good[:24]}")
        for name, recognizer, cases in EVERY
        for good in cases.good
    ],
)
def test_good(recognizer: PersonalRecognizer, good: str) -> None:
    assert [good[a:b] for a, b in found(recognizer, good)] == []


def test_every_kind_of_number_has_cases_in_both_directions() -> None:
    assert {recognizer.entity for recognizer in OF_NUMBERS} == NUMBERS
    assert all(len(cases.bad) >= 3 and len(cases.good) >= 3 for _, _, cases in EVERY)


@pytest.mark.parametrize("marked", lines("personal_numbers.txt"))
def test_kinds_of_personal_numbers(marked: str) -> None:
    mark = regex.compile(r"\[\[(\w+)\|(.*?)\]\]")
    assert typed(mark.sub(r"\2", marked)) == mark.findall(marked)


@pytest.mark.parametrize("text", lines("nobodys_numbers.txt"))
def test_nobodys_numbers(text: str) -> None:
    assert typed(text) == []


@pytest.mark.parametrize("text", [line for line in lines("personal_numbers.txt") if not line.isascii()][:60])
def test_full_width_digits_are_found_too(text: str) -> None:
    mark = regex.compile(r"\[\[(\w+)\|(.*?)\]\]")
    plain = mark.sub(r"\2", text)
    wide = plain.translate({code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)})
    assert [kind for kind, _ in typed(wide)] == [kind for kind, _ in mark.findall(text)]


def test_a_reason_never_holds_the_value() -> None:
    for marked in lines("personal_numbers.txt"):
        text, reasons = regex.sub(r"\[\[\w+\|(.*?)\]\]", r"\1", marked), list[tuple[Find, str]]()
        for recognizer in OF_NUMBERS:
            reasons += [(find, text[find.start : find.end]) for find in recognizer.analyze(text)]
        assert not [find.reason for find, value in reasons if value in find.reason]


TABLES = [
    ("姓名,住院号\n张伟,0034521\n李娜,0034522", "住院号", ["0034521", "0034522"]),
    ("a\tb\n1\t2\n\n3\t4", "b", ["2"]),
    ('"地址","号"\n"一路,二楼","12"', "号", ["12"]),
    ("|号|床|\n|---|---|\n| 7 | 8 |", "床", ["---", "8"]),
    ("住院号由本院的信息系统自动生成,请牢记\n床号,由护士分配", "住院号", []),
    ("卡号 姓名 生日\n1 张伟 2", "生日", ["2"]),
    ("一行,没有下文", "一行", []),
]


@pytest.mark.parametrize(("text", "label", "cells"), TABLES)
def test_cells_below_a_title(text: str, label: str, cells: list[str]) -> None:
    start = text.index(label)
    assert [text[a:b] for a, b in cells_below(text, start, start + len(label))] == cells


HOSTILE = {
    "digits": "1" * 20_000,
    "labels": "住院号" * 5_000,
    "a label before a long word": ("住院号" + "1" * 30 + "a" * 100 + " ") * 80,
    "blanks": "病历号" + " " * 20_000,
    "one wide table": "患者,病历号," * 2_000 + "\n" + "1,2," * 2_000,
    "one long table": "姓名,住院号,床号\n" + "张伟,0034521,12\n" * 1_000,
    "brackets": "身份证(" * 4_000,
    "groups": "1 " * 8_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_takes_long(text: str) -> None:
    """Each of these took seconds or more where a pattern could match in many ways."""
    start = time.process_time()
    for recognizer in OF_NUMBERS:
        recognizer.analyze(text)
    assert time.process_time() - start < 3
