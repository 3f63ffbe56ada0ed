"""The fold function: one to one, the same for rules and texts; pairs it must join and pairs it must keep apart.

The table itself is tested in test_fold_table.py.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adcheck.text.fold import fold

SURROGATES = st.characters(categories=["Cs"])


@given(st.text(alphabet=st.one_of(st.characters(), SURROGATES)))
def test_keeps_the_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(), st.text())
def test_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text(alphabet=st.characters(max_codepoint=127, exclude_characters="\t")))
def test_the_short_way_for_ascii_is_the_long_way(text: str) -> None:
    assert fold(text) == fold(text + "\u3400")[:-1]


def test_tab_alone_and_among_chinese() -> None:
    """The table folds a tab to a space; the short way must agree."""
    assert fold("a\tb") == fold("a\tb根")[:3]


JOINED = [
    ("NO.1", "no.1", "upper case"), ("Ｎｏ．１", "no.1", "full width"), ("最　佳", "最 佳", "ideographic space"),
    ("100％", "100%", "full-width sign"), ("９８.５%", "98.5%", "full-width digits"), ("⑩", "⑩", "ten is two digits: stays"),
    ("①②③", "123", "circled digits"), ("𝟙𝟬𝟘%", "100%", "styled digits"), ("𝙱𝙴𝚂𝚃", "best", "styled letters"),
    ("Ⓑⓔⓢⓣ", "best", "circled letters"), ("ВЕЅТ", "best", "Cyrillic look-alikes"), ("ΒΕSΤ", "best", "Greek look-alikes"),
    ("療效確切", "疗效确切", "traditional"), ("國家級專家", "国家级专家", "traditional"), ("無傷口", "无伤口", "traditional"),
    ("醫師", "医师", "traditional"), ("繼發", "继发", "traditional"), ("隻", "只", "traditional variant"),
    ("⼀", "一", "Kangxi radical"), ("⽆", "无", "Kangxi radical"), ("，。：", ",。:", "comma and colon fold, stop stays"),
    ("〇", "零", "zero"), ("壹佰", "一百", "banker's numerals"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "plain", "why"), JOINED, ids=[f"{w}-{why}" for w, _, why in JOINED])
def test_joined(written: str, plain: str, why: str) -> None:
    assert fold(written) == plain


APART = [
    ("最佳", "最隹", "look-alike characters are a matter of readings, not of folding"), ("治愈", "治俞", "the same"),
    ("根治", "根冶", "the same"), ("著名", "着名", "著 is a simplified character too"), ("乾坤", "千坤", "other characters"),
    ("一", "壬", "shape"), ("三", "彡", "shape"), ("〇", "o", "zero is no letter"), ("0", "o", "zero is no letter"),
    ("1", "l", "one is no letter"), ("é", "e'", "an accent stays one character"), ("α", "a", "small alpha is used in medicine"),
    ("μg", "ug", "micro is a unit"), ("β", "ß", "beta is no sharp s"), ("。", ".", "sentence end"), ("、", ",", "enumeration"),
    ("“", '"', "quotation marks tell their side"), ("~", "-", "range"), ("·", ".", "name dot"), ("\n", " ", "line break"),
    ("\u2029", "\n", "block break"), ("ﬁ", "f", "a ligature is no single letter"), ("㎎", "m", "a unit sign is no single letter"),
    ("½", "1", "a fraction is no digit"), ("℃", "c", "a unit sign"), ("①", "11", "one digit only"), ("×", "x", "times"),
    ("伍", "五", "队伍"), ("陆", "六", "大陆"), ("拾", "十", "收拾"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), APART, ids=[a + b for a, b, _ in APART])
def test_apart(one: str, other: str, why: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "text",
    ["显著疗效", "著名专家", "后天", "干净", "里程", "面对", "征求", "只有", "系统", "复查", "谷物", "范围", "松树"],
)
def test_simplified_words_stay_themselves(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    "char", ["\u200b", "\u00ad", "\ufe0f", "💊", "\n", "\r", "\u2029", "𠮷", "\ufffd", "\ud800", "\x00"]
)
def test_what_squeezing_or_segmenting_needs_stays(char: str) -> None:
    assert fold(f"根{char}治") == f"根{char}治"
