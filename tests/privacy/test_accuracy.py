"""The labelled texts of corpora/privacy hold the finder to its accuracy, per language and per entity.

A find matches a labelled span of its kind when it covers half of it and is not more than twice as long. Spans marked
optional are neither required nor wrong.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from adcheck.privacy import Personal, find

LABELLED = Path(__file__).parents[2] / "corpora" / "privacy"
MICRO = {"zh": 0.92, "en": 0.88}
CLEAN = {"zh": 0.05, "en": 0.08}
"""Share of texts without personal data in which something is found, at most."""
LEAST = 0.7
FLOORS = {
    ("zh", "NAME"): 0.87,
    ("zh", "PHONE"): 0.93,
    ("zh", "ADDRESS"): 0.9,
    ("zh", "ID_CARD"): 0.93,
    ("en", "NAME"): 0.78,
    ("en", "PHONE"): 0.9,
}
FEW = 8
"""Kinds with fewer labelled spans say nothing."""


class Tally(NamedTuple):
    hits: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]
    clean: int
    alarmed: int

    def f1(self, *kinds: str) -> float:
        hits, wrong, missed = (sum(c[kind] for kind in kinds) for c in (self.hits, self.wrong, self.missed))
        return 2 * hits / (2 * hits + wrong + missed) if hits else 0.0


def rows(language: str) -> Iterator[dict[str, Any]]:
    for line in (LABELLED / f"{language}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def matches(one: Personal, span: dict[str, Any]) -> bool:
    common = min(one.end, span["end"]) - max(one.start, span["start"])
    length = span["end"] - span["start"]
    return common * 2 >= length > 0 and one.end - one.start <= 2 * length + 4


@cache
def tally(language: str) -> Tally:
    hits, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    clean = alarmed = 0
    for row in rows(language):
        left = list(find(row["text"]))
        needed = [span for span in row["spans"] if not span.get("optional")]
        for span in (*needed, *(span for span in row["spans"] if span.get("optional"))):
            one = next((one for one in left if one.entity == span["type"] and matches(one, span)), None)
            if one:
                left.remove(one)
            if not span.get("optional"):
                (hits if one else missed)[span["type"]] += 1
        left = [
            one
            for one in left
            if not any(s.get("optional") and one.start < s["end"] and s["start"] < one.end for s in row["spans"])
        ]
        wrong.update(one.entity for one in left)
        clean += not row["spans"]
        alarmed += not row["spans"] and bool(left)
    return Tally(hits, wrong, missed, clean, alarmed)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_over_all_kinds(language: str) -> None:
    found = tally(language)
    assert found.f1(*(found.hits | found.wrong | found.missed)) >= MICRO[language]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_texts_without_personal_data_stay_quiet(language: str) -> None:
    found = tally(language)
    assert found.clean > 100
    assert found.alarmed / found.clean <= CLEAN[language]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_kind(language: str) -> None:
    found = tally(language)
    kinds = {kind for kind in found.hits | found.missed if found.hits[kind] + found.missed[kind] >= FEW}
    low = {kind: round(found.f1(kind), 3) for kind in kinds if found.f1(kind) < FLOORS.get((language, kind), LEAST)}
    assert low == {}
