"""The labelled texts of corpora/privacy hold adcheck.privacy to floors per language and kind; see scripts/write_privacy_floors.py."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from adcheck.privacy import ENTITIES, Personal

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from write_privacy_floors import FLOORS, LANGUAGES, Tally, count, matches, measured, rows, to_toml  # noqa: E402

WANTED: dict[str, dict[str, dict[str, float]]] = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
CLEAN = {"zh": 0.05, "en": 0.08}
"""Share of clean texts with a find that no floors may allow to be passed."""
SIZES = {"zh": 600, "en": 300}


@cache
def tally(language: str) -> Tally:
    return count(rows(language))


@cache
def figures(language: str) -> dict[str, dict[str, float]]:
    return measured(tally(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_half_clean_and_each_span_stands_in_its_text(language: str) -> None:
    texts = rows(language)
    assert len(texts) >= SIZES[language]
    assert 0.35 <= sum(not row["spans"] for row in texts) / len(texts) <= 0.6
    assert len({row["text"] for row in texts}) == len({row["id"] for row in texts}) == len(texts)
    spans = [(row, span) for row in texts for span in row["spans"]]
    assert [row["id"] for row, span in spans if row["text"][span["start"] : span["end"]] != span["text"]] == []
    assert {span["type"] for _, span in spans} <= set(ENTITIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_floors(language: str) -> None:
    assert {"ALL", *tally(language).kinds()} == set(WANTED[language])


CASES = [(language, kind) for language in WANTED for kind in WANTED[language]]


@pytest.mark.parametrize(("language", "kind"), CASES, ids=["-".join(case) for case in CASES])
def test_floors(language: str, kind: str) -> None:
    found = figures(language)[kind]
    wanted = {key: value for key, value in WANTED[language][kind].items() if key != "flagged"}
    assert {key: (found[key], value) for key, value in wanted.items() if found[key] < value} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_texts_stay_quiet(language: str) -> None:
    assert figures(language)["ALL"]["flagged"] <= min(WANTED[language]["ALL"]["flagged"], CLEAN[language])


def span(start: int, end: int, type: str = "NAME", **more: Any) -> dict[str, Any]:
    return {"type": type, "start": start, "end": end, **more}


@pytest.mark.parametrize(
    ("found", "labelled", "right"),
    [
        ((0, 3, "NAME"), span(0, 3), True),
        ((0, 3, "PHONE"), span(0, 3), False),
        ((2, 4, "NAME"), span(0, 4), True),
        ((3, 5, "NAME"), span(0, 4), False),
        ((0, 13, "NAME"), span(0, 4), False),
    ],
)
def test_what_counts_as_found(found: tuple[int, int, str], labelled: dict[str, Any], right: bool) -> None:
    start, end, entity = found
    assert matches(Personal(start, end, entity, 1.0, ""), labelled) is right


def test_counting() -> None:
    phone = {"text": "患者手机13906718825", "spans": [span(4, 15, "PHONE")]}
    optional = {"text": "患者手机13906718825", "spans": [span(4, 15, "PHONE", optional=True)]}
    missed = {"text": "门诊时间为周一至周五", "spans": [span(0, 2, "NAME")]}
    alarm = {"text": "患者手机13906718825", "spans": []}
    found = count([phone, optional, missed, alarm, {"text": "门诊时间", "spans": []}])
    assert (dict(found.right), dict(found.missed), dict(found.wrong)) == ({"PHONE": 1}, {"NAME": 1}, {"PHONE": 1})
    assert (found.clean, found.flagged) == (2, 1)
    assert "recall = 0.47" in to_toml({"zh": found}, 0.03)
