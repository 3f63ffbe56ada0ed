"""The templates and the people drawn for them: places of names are true, slots are known."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from name_people import People  # noqa: E402
from name_texts import SLOT, Filler, background, fillers, make, prose, templates, vary  # noqa: E402

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


def test_prose_names_nobody_and_is_the_same_again() -> None:
    texts = prose(random.Random(5), 30)
    assert texts == prose(random.Random(5), 30)
    assert all(text.people == () and len(text.text) > 3 for text in texts)


_SMALL = """
import random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import train_names as t
texts = t.make("en", t.templates("en")[:25], 2, t.People(random.Random(3)))
t.train(t.find_rows("en", texts), {**t.FIND, "max_iterations": 8}, Path(sys.argv[2]))
"""


def test_a_rebuild_gives_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-c", _SMALL, str(ROOT / "scripts"), str(tmp_path / f"{seed}.crfsuite")]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert (tmp_path / "1.crfsuite").read_bytes() == (tmp_path / "2.crfsuite").read_bytes()
