"""Expressions run where they can begin: the same matches as those of `re`, whatever the expression."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adcheck.privacy import quasi
from adcheck.privacy.base import unmark
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.names import signs
from adcheck.privacy.registry import finders, modules
from adcheck.text import heads

LABELLED = Path(__file__).parents[2] / "corpora" / "privacy"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "PATIENCE", -1)


@cache
def sources() -> tuple[str, ...]:
    shapes = [shape.pattern for finder in finders() for shape in finder.shapes]
    others = [getattr(finder, name, "") for finder in finders() for name in ("title", "label", "trace")]
    facts = [source for _, _, source in quasi._every_fact()]
    return tuple({*shapes, *others, *facts, *signs._CHINESE, *signs._ENGLISH, signs._TITLED} - {""})


@cache
def labelled() -> str:
    cases = [unmark(case)[0] for module in modules() for case in (*module.CASES.bad, *module.CASES.good)]
    rows = [line for path in sorted(LABELLED.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return fold_cased("\n".join([*cases, *(json.loads(row)["text"] for row in rows)]))


def spans(source: str, text: str, low: int = 0, high: int | None = None) -> list[tuple[int, int]]:
    return [match.span() for match in heads.matches(source, text, low, high)]


def test_the_same_matches_in_the_labelled_texts() -> None:
    text = labelled()
    wrong = [source for source in sources() if spans(source, text) != [m.span() for m in re.finditer(source, text)]]
    assert wrong == []


def test_most_of_our_expressions_are_understood() -> None:
    slow = [source for source in sources() if heads._beginning(source) is None]
    assert len(slow) < len(sources()) / 2


SOURCES = (
    r"(?i:mrn|record no)[^\w]?\d", r"(?<![a-z])b\. ?\d", r"a?b{2,}c", r"(?:ab|a)c?", r"[^a]b", r"x*y", r"(?i:sick|ink)s?", r"a.c", r"(?=ab)a",
    r"(?:患者|病人)(?!们)", r"a{0,1}b{1,3}?c", r"(a|b)\1", r"(?>ab|a)c", r"\w\d|\s+a", r"(?s:.)a", r"a|", r"[a-c]{2}|\d+",
)  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.sampled_from("aAbBcCxy .\n1٣iIİıkKsSſn患者病人们mrecord"), max_size=40), low=st.integers(0, 8))
def test_the_same_matches_of_small_expressions(source: str, text: str, low: int) -> None:
    high = len(text) - low // 2
    assert spans(source, text, low, high) == [m.span() for m in re.compile(source).finditer(text, low, high)]


def test_a_text_where_it_could_begin_everywhere_is_left_to_re() -> None:
    text = "ab" * 2000 + "abc"
    assert spans(r"(?<!x)(?:ab)c", text) == [(4000, 4003)]


def test_at_first_expressions_run_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "PATIENCE", 20_000)
    monkeypatch.setattr(heads, "_beginning", lambda source: pytest.fail("read too early"))
    assert spans(r"(?<!only here)(?:ab|ac)d", "abd acd") == [(0, 3), (4, 7)]
