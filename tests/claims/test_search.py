"""The search by anchors finds what running every expression over every sentence finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from adcheck.claims.automaton import Automaton
from adcheck.claims.confirm import candidates
from adcheck.claims.expressions import Expressions, Text
from adcheck.rulebook.index import ABSENT
from adcheck.rulebook.store import RuleSet, load_rules
from adcheck.text.fold import fold
from adcheck.text.segment import Sentences
from adcheck.text.squeeze import squeeze

ROOT = Path(__file__).resolve().parents[2]
EVERY = 37
"""One line in so many is tried: each runs some thousand expressions."""


def lines() -> list[str]:
    paths = sorted((ROOT / "corpora").glob("*/*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [row["text"] for row in rows][::EVERY]


@pytest.fixture(scope="module")
def ruleset() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="module")
def run() -> Expressions:
    return Expressions()


@pytest.mark.parametrize("line", lines())
def test_no_match_is_missed(line: str, ruleset: RuleSet, run: Expressions) -> None:
    automaton = Automaton(ruleset.index)
    text = squeeze(fold(line)).text
    words = Text(text, automaton.find(text), automaton)
    sentences = Sentences(text)
    bound = dict.fromkeys(range(len(ruleset.rules)), True)
    found = [
        (c.rule, c.lang, c.start, c.end)
        for c in candidates(words, ruleset.rules, run, bound, sentences)
        if c.lang != ABSENT
    ]
    for number, rule in enumerate(ruleset.rules):
        for lang, part in rule.words.items():
            for pattern in part.patterns:
                for low, high in _bounds(sentences, pattern.crosses, text):
                    for start, end in run.find(pattern.expression, words, low, high):
                        near = any(n == number and la == lang and a < end and b > start for n, la, a, b in found)
                        assert near or start == end, (rule.name, text[start:end], pattern.expression.source[:80])


def _bounds(sentences: Sentences, crosses: bool, text: str) -> list[tuple[int, int]]:
    return [(0, len(text))] if crosses else list(sentences.spans())
