"""Names against ordinary words: which explains the characters better."""

from __future__ import annotations

import pytest

from adcheck.privacy.base import unmark
from adcheck.privacy.names.chinese import Sentence
from adcheck.privacy.names.lattice import Lattice, name_cost, step
from adcheck.privacy.names.tokens import tokenize

NAMES = (
    "患者[[高秀兰]]做了手术",
    "群里的[[别志刚]]问",
    "居民[[柏长明]]最早排队",
    "患者[[张伟]]的电话",
    "[[欧阳慧]]说",
    "[[王子涵]]来院",
)
WORDS = (
    "患者[[向护]]士站提出",
    "病人[[来了]]",
    "患者[[应于]]术前",
    "有[[多远]]",
    "家属[[于手]]术室外",
    "[[多地]]已下放",
    "坚持[[公平公正]]、",
    "冒充军医的[[游医]]",
)


def margin(marked: str) -> float:
    text, [(start, end)] = unmark(marked)
    return Lattice(text).margin(start, end)


@pytest.mark.parametrize("marked", NAMES)
def test_names_beat_words(marked: str) -> None:
    assert margin(marked) < 0


@pytest.mark.parametrize("marked", WORDS)
def test_words_beat_names(marked: str) -> None:
    assert margin(marked) > 5


def test_places_follow_the_cheapest_path() -> None:
    assert Lattice("测血压时心脏病人").places()[1:3] == "BE"
    assert len(Lattice("").places()) == 0


def test_a_usual_name_is_cheaper_than_a_rare_one() -> None:
    assert name_cost("王秀英") < name_cost("王秀") + 4 < name_cost("厍鼗") + 4
    assert step(-99) == "a"
    assert step(99) == "k"


@pytest.mark.parametrize("marked", [*NAMES, "患者[[阿依努尔·买买提]]来了", "客户[[Linda]]预约"])
def test_the_finder_looks_where_a_name_may_stand(marked: str) -> None:
    text, [(start, end)] = unmark(marked)
    tokens = tokenize(text)
    looked = {
        place for rows in Sentence(tokens).stretches() for i in rows for place in range(tokens[i].start, tokens[i].end)
    }
    assert set(range(start, end)) <= looked


def test_the_finder_passes_over_ordinary_words() -> None:
    text = "患者可以在网上预约，无需排队。"
    assert Sentence(tokenize(text)).stretches() == []
