"""Mixed text for benchmarks, made of the corpora: ordinary lines with one advertising line in ten."""

from __future__ import annotations

import json
import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADS = 0.1


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
