"""The templates and the people drawn for them: places of names are true, slots are known."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from name_people import People  # noqa: E402
from name_texts import SLOT, Filler, background, fillers, make, templates, vary  # noqa: E402

PERSON_SLOTS = {"P", "W", "Y", "H", "M", "PG", "PL", "R", "I", "O", "F", "OG", "OL", "S", "G", "L", "N", "X"}


@pytest.mark.parametrize(("language", "least"), [("zh", 750), ("en", 500)])
def test_templates(language: str, least: int) -> None:
    lines = templates(language)
    assert len(lines) >= least
    assert len(set(lines)) >= 0.98 * len(lines)
    unknown = {m.group(1) for line in lines for m in SLOT.finditer(line)} - PERSON_SLOTS - set(fillers(language))
    assert unknown == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_filled_texts_hold_no_slots_and_true_places(language: str) -> None:
    people = People(random.Random(7))
    filler = Filler(language, people)
    for template in templates(language):
        text, named = filler.fill(template)
        assert not SLOT.search(text.replace('{"', "")), template
        for start, end, role in named:
            assert text[start:end].strip() == text[start:end] != ""
            assert role in {"PATIENT", "OTHER"}
        shorter, kept = vary(filler.fill(template), people.rng)
        assert all(0 <= a < b <= len(shorter) for a, b, _ in kept)


def test_same_seed_same_texts() -> None:
    chosen = templates("zh")[:40]
    assert make("zh", chosen, 3, People(random.Random(3))) == make("zh", chosen, 3, People(random.Random(3)))


def test_held_out_people_are_others() -> None:
    trained, held = People(random.Random(1), held_out=False), People(random.Random(1), held_out=True)
    assert not set(trained.first[0]) & set(held.first[0])
    assert not set(trained.west_last) & set(held.west_last)


def test_background_names_nobody_known() -> None:
    texts = background()
    assert len(texts) > 5000
    assert not any("赵桂兰" in text.text for text in texts)
