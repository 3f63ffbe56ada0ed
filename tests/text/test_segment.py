"""Sentences and clauses of folded text, and its language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adcheck.text.fold import fold
from adcheck.text.language import language_of
from adcheck.text.segment import REACH, Sentences, clause_around
from adcheck.text.squeeze import squeeze

SENTENCES = [
    ("甲说一。乙说二。丙说三。", "乙说二", "乙说二。"),
    ("甲说一！乙说二？丙说三；丁", "丙说三", "丙说三;"),
    ("甲说一\n乙说二\n丙说三", "乙说二", "乙说二\n"),
    ("甲说一\u2029乙说二\u2029丙", "乙说二", "乙说二\u2029"),
    ("甲说一,乙说二、丙说三。丁", "乙说二", "甲说一,乙说二、丙说三。"),
    ("首句没有结束", "没有", "首句没有结束"),
    ("It cures. It heals! Does it?", "heals", " it heals!"),
    ("Version 3.5 heals. Next one.", "heals", "version 3.5 heals."),
    ("Dr. Li cures colds. He is nice.", "colds", "dr. li cures colds."),
    ("Ask J. Smith of Smith & Co. in St. Ives, e.g. by mail. Next.", "mail", "ask j. smith of smith & co. in st. ives, e.g. by mail."),
    ("The No. 1 clinic. Is it safe? No. It hurts.", "hurts", "it hurts."),
    ("The U.S. agency said no. We cure.", "agency", "the u.s. agency said no."),
    ('He said "it cures." Then he left.', "cures", 'he said "it cures."'),
    ("见a.cn/b说明。好", "说明", "见a.cn/b说明。"),
    ("甲。乙。丙", "乙。丙", "乙。丙"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "inside", "sentence"), SENTENCES, ids=[s[1] + str(i) for i, s in enumerate(SENTENCES)]
)
def test_sentence(text: str, inside: str, sentence: str) -> None:
    folded = fold(text)
    start = folded.index(inside)
    low, high = Sentences(folded).around(start, start + len(inside))
    assert folded[low:high].strip() == sentence.strip()


CLAUSES = [
    ("不保证治愈,但三天见效。", "治愈", "不保证治愈"), ("不保证治愈,但三天见效。", "三天", "但三天见效"),
    ("严禁使用国家级、最佳等。", "最佳", "最佳等"), ("标题:三天见效", "三天", "三天见效"), ("(三天见效)好", "三天", "三天见效"),
    ("【特价】三天见效|详询", "三天", "三天见效"), ("不打针--不吃药", "不吃药", "不吃药"), ("不打针-不吃药", "不吃药", "不打针-不吃药"),
    ("等等…三天见效", "三天", "三天见效"), ("fast, safe, cheap", "safe", " safe"), ("甲,乙,丙", "甲,乙", "甲,乙"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inside", "clause"), CLAUSES, ids=[f"{i}-{c[1]}" for i, c in enumerate(CLAUSES)])
def test_clause(text: str, inside: str, clause: str) -> None:
    start = text.index(inside)
    low, high = clause_around(text, start, start + len(inside), 0, len(text))
    assert text[low:high] == clause


def test_clause_stays_within_the_sentence() -> None:
    text = "甲乙丙。丁戊己。庚辛"
    assert clause_around(text, 5, 6, 4, 8) == (4, 7)


def test_removed_line_break_ends_a_sentence() -> None:
    squeezed = squeeze("短标题\n三天见效的方案")
    start = squeezed.text.index("三天")
    low, high = Sentences(squeezed.text, squeezed.breaks).around(start, start + 4)
    assert squeezed.text[low:high] == "三天见效的方案"


def test_match_over_a_removed_break_has_both_lines() -> None:
    squeezed = squeeze("本品三天见\n效快,好")
    start = squeezed.text.index("三天见效")
    low, high = Sentences(squeezed.text, squeezed.breaks).around(start, start + 4)
    assert squeezed.text[low:high] == "本品三天见效快,好"


def test_sentence_has_a_limit() -> None:
    text = "字" * 5000
    assert Sentences(text).around(2000, 2010) == (2000 - REACH, 2010 + REACH)


@given(st.text(alphabet="字a.。,\n !?;", max_size=60), st.data())
def test_span_lies_in_its_clause_and_its_sentence(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = Sentences(text).around(start, end)
    assert 0 <= low <= start < end <= high <= len(text)
    left, right = clause_around(text, start, end, low, high)
    assert low <= left <= start < end <= right <= high


LANGUAGES = [
    ("三天根治鼻炎", "zh"), ("No cure, no pay", "en"), ("", "en"), ("12345", "en"), ("WiFi免费", "zh"), ("ＦＤＡ", "en"),
    ("The 好 clinic treats all patients well", "en"), ("用CT、MRI检查", "zh"), ("醫院", "zh"), ("がん", "en"), ("𠮷", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
