"""Mixed text for benchmarks, made of the corpora: ordinary lines with one advertising line in ten."""

from __future__ import annotations

import json
import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADS = 0.1

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def lines() -> tuple[list[str], list[str]]:
    """(ordinary lines, advertising lines) of corpora/."""
    ordinary = []
    for path in sorted((ROOT / "corpora" / "clean").iterdir()):
        ordinary += [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    ads = []
    for path in sorted((ROOT / "corpora" / "zh").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            (ads if row["kind"] == "violation" else ordinary).append(row["text"])
    return ordinary, ads


def mixed_text(size: int, *, ads: float = ADS, seed: int = 1) -> str:
    """About ``size`` bytes of UTF-8; the same for the same arguments."""
    chance = random.Random(seed)
    ordinary, adverts = lines()
    out: list[str] = []
    length = 0
    while length < size:
        line = chance.choice(adverts if chance.random() < ads else ordinary)
        out.append(line)
        length += len(line.encode()) + 1
    return "\n".join(out)


def varied_text(size: int, *, ads: float = ADS, seed: int = 1) -> str:
    """The same lines, but no sentence twice: each begins with a made-up word, and its figures are others."""
    from adcheck.text.segment import SENTENCE_END

    chance = random.Random(seed)
    ordinary, adverts = lines()
    cut = {line: _sentences(line, [m.end() for m in SENTENCE_END.finditer(line)]) for line in (*ordinary, *adverts)}
    met: set[str] = set()
    out: list[str] = []
    length = 0
    while length < size:
        line = "".join(
            _fresh(part, met, chance) for part in cut[chance.choice(adverts if chance.random() < ads else ordinary)]
        )
        out.append(line)
        length += len(line.encode()) + 1
    return "\n".join(out)


def _sentences(line: str, ends: list[int]) -> list[str]:
    return [line[a:b] for a, b in zip([0, *ends], [*ends, len(line)], strict=True) if a < b]


def _fresh(sentence: str, met: set[str], chance: random.Random) -> str:
    """A sentence not met before."""
    while True:
        name = "".join(chance.choices(SYLLABLES, k=3))
        figures = "".join(chance.choice("123456789") if c in "123456789" else c for c in sentence)
        text = f"{name},{figures}"
        if text not in met:
            met.add(text)
            return text


def repeated(text: str) -> float:
    """The share of sentences (empty ones apart) that stood in the text before."""
    from adcheck.text.segment import Sentences

    every = [text[slice(*span)].strip() for span in Sentences(text).spans()]
    every = [sentence for sentence in every if sentence]
    return 1 - len(set(every)) / len(every) if every else 0.0


def documents(text: str, size: int) -> list[str]:
    """The text in documents of about ``size`` bytes, cut at line ends."""
    parts: list[str] = []
    part: list[str] = []
    length = 0
    for line in text.split("\n"):
        part.append(line)
        length += len(line.encode()) + 1
        if length >= size:
            parts.append("\n".join(part))
            part, length = [], 0
    return [*parts, "\n".join(part)] if part else parts
