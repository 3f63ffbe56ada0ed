"""One pass for all anchors: both ways of scanning find the same; windows of marks keep every place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adcheck.claims import automaton as module
from adcheck.claims.automaton import Automaton
from adcheck.rulebook.index import MISSPELT, index_from_data
from adcheck.rulebook.indexing import build_index
from adcheck.rulebook.marks import FILLER, FIRST_MARK, LexicalHits, slot_expression

LETTERS = "根治愈ab"
words = st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=4), min_size=1, max_size=12, unique=True)
texts = st.text(alphabet=LETTERS + "。", max_size=40)


def automaton_of(needles: list[str], lexicons: dict[str, list[str]] | None = None) -> Automaton:
    return Automaton(build_index((), lexicons or {}, needles))


def naive(needles: list[str], text: str) -> list[tuple[str, int]]:
    return sorted((w, i) for w in needles for i in range(len(text)) if text.startswith(w, i))


@settings(max_examples=300)
@given(words, texts)
def test_simple_scan_and_automaton_find_the_same(needles: list[str], text: str) -> None:
    simple, fast = automaton_of(needles), automaton_of(needles)
    with pytest.MonkeyPatch.context() as patch:
        first = simple.find(text)
        patch.setattr(module, "PATIENCE", -1)
        second = fast.find(text)
    assert sorted(set(first)) == sorted(set(second))
    assert sorted((simple.words[n], start) for n, start, _ in set(first)) == naive(needles, text)
    assert all(text[start:end] == simple.words[n] for n, start, end in first)


@given(words, texts)
def test_each_place_is_found_once(needles: list[str], text: str) -> None:
    found = automaton_of(needles).find(text)
    assert len(found) == len(set(found))


def test_the_automaton_is_built_when_enough_text_came_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 10)
    automaton = automaton_of(["根治"])
    assert [automaton.find("可根治吗") for _ in range(5)] == [[(0, 1, 3)]] * 5


def test_lexicon_words_carry_their_lexicons() -> None:
    automaton = automaton_of(["治", "胃"], {"body": ["鼻", "胃"], "disease": ["鼻炎", "胃"]})
    bits = dict(zip(automaton.words, automaton.index.lexical, strict=True))
    assert bits == {"治": MISSPELT, "鼻": 1, "鼻炎": 2, "胃": 3 | MISSPELT}
    one, both = automaton.local_marks(("disease",)), automaton.local_marks(("body", "disease"))
    assert [one[n] for n in (1, 2, 3)] == [0, 1, 1]
    assert [both[n] for n in (1, 2, 3)] == [1, 2, 3]


@given(words)
def test_index_survives_its_way_through_plain_data(needles: list[str]) -> None:
    index = build_index((), {"some": needles[::2]}, needles)
    again = index_from_data({name: memoryview(bytes(column)) for name, column in index.data.items()})
    assert again is not None and again.lexicons == index.lexicons
    assert list(again.words) == list(index.words) == sorted(set(needles)) and again.lexical == index.lexical
    assert again.prefixes == index.prefixes


hit = st.tuples(st.integers(0, 30), st.integers(1, 5), st.integers(1, 3)).map(lambda h: (h[0], h[0] + h[1], h[2]))


@given(st.lists(hit, max_size=10), st.integers(0, 36), st.integers(0, 36))
def test_window_keeps_the_length_and_the_plain_text(hits: list[tuple[int, int, int]], one: int, other: int) -> None:
    text = "".join(chr(ord("一") + i) for i in range(36))
    low, high = sorted((one, other))
    window = LexicalHits(text, hits).window(low, high, {1: 1, 2: 2, 3: 3})
    if window is None:
        assert not any(low <= a and b <= high for a, b, _ in hits)
        return
    assert len(window) == high - low
    for place, char in enumerate(window, low):
        marked = char == FILLER or FIRST_MARK < ord(char) <= FIRST_MARK + 3
        assert marked or char == text[place]
        assert not marked or any(a <= place < b for a, b, _ in hits)


def test_window_marks_the_longest_word_and_leaves_foreign_ones() -> None:
    hits = LexicalHits("治过敏性鼻炎药", [(1, 6, 2), (4, 6, 2), (4, 5, 1)])
    mark = chr(FIRST_MARK + 1)
    assert hits.window(0, 7, {2: 1, 1: 0}) == f"治{mark}{FILLER * 4}药"
    assert hits.window(0, 7, {2: 0, 1: 1}) == f"治过敏性{mark}炎药"
    assert hits.window(3, 7, {2: 1, 1: 0}) == f"性{mark}{FILLER}药"


def test_slot_expression_takes_all_marks_of_its_lexicon() -> None:
    names = ("body", "disease")
    assert slot_expression("body", names) == f"(?:[{chr(FIRST_MARK + 1)}{chr(FIRST_MARK + 3)}]{FILLER}*+)"
    assert slot_expression("disease", names) == f"(?:[{chr(FIRST_MARK + 2)}{chr(FIRST_MARK + 3)}]{FILLER}*+)"
