"""Ordinary words beat a name that has no evidence of its own."""

from __future__ import annotations

import pytest

from adcheck.privacy.base import unmark
from adcheck.privacy.names import PATIENT
from adcheck.privacy.names.plausible import doubted, refitted
from adcheck.privacy.names.role import Name

SURE = {PATIENT: 0.9, "OTHER": 0.05, "NOBODY": 0.05}


@pytest.mark.parametrize(
    ("marked", "fitted"),
    [
        ("群里的[[别志]]刚问", "别志刚"),
        ("患者[[张伟]]的电话", "张伟"),
        ("患者[[张伟]]能走了", "张伟"),
        ("[[欧阳慧]]说", "欧阳慧"),
        ("客户[[Linda]]预约", "Linda"),
        ("[[阿依努尔·买买提]]来了", "阿依努尔·买买提"),
    ],
)
def test_ends_are_moved_only_where_words_say_so(marked: str, fitted: str) -> None:
    text, [(start, end)] = unmark(marked)
    name = refitted(text, Name(start, end))
    assert text[name.start : name.end] == fitted


@pytest.mark.parametrize(
    ("marked", "stays"),
    [
        ("患者[[向护]]士站提出申请", False),
        ("患者[[应于]]术前八小时禁食", False),
        ("患者[[高秀兰]]做了手术", True),
        ("12床 [[从容]] 女 45岁", True),
        ("那里的人[[从容]]地等着", False),
        ("客户[[Linda]]预约", True),
        ("[[Job]]: dental nurse, Leeds", False),
        ("Post: clerk\n[[Hope]]: our charity", False),
        ("Dear [[Hope]]: thank you", True),
        ("[[Canvey Island]] clinic", False),
    ],
)
def test_words_are_heard(marked: str, stays: bool) -> None:
    text, [(start, end)] = unmark(marked)
    odds = doubted(text, Name(start, end), SURE)
    assert (odds[PATIENT] >= 0.4) is stays
    assert sum(odds.values()) == pytest.approx(1)
