"""Write tests/privacy_floors.toml: what tests/test_privacy_corpora.py demands of adcheck.privacy on corpora/privacy.

A find is right when it is of the labelled kind, covers half of the labelled span and is at most twice as long; spans marked
optional are neither required nor wrong. A floor is what was measured less a margin (at least one slip), cut to two places; the ceiling of clean
texts with a find is what was measured plus a margin. Look at the difference: a floor that falls is a loss that somebody must
defend.

    python scripts/write_privacy_floors.py [--margin 0.03]
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from adcheck.privacy import Personal, find

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT / "corpora" / "privacy"
FLOORS = ROOT / "tests" / "privacy_floors.toml"
LANGUAGES: Final = ("zh", "en")
FEWEST: Final = 8
"""Kinds with fewer labelled spans have no floors."""
SLIPS: Final = 1.5
"""A kind with few spans may slip by this many, where that is more than the margin."""

HEAD = """\
# Floors that tests/test_privacy_corpora.py holds adcheck.privacy to. Written by scripts/write_privacy_floors.py; don't edit.
# recall, precision: of labelled spans and of finds, per kind and over all; flagged: at most this share of the texts without
# personal data may have a find.
"""


@dataclass
class Tally:
    """Finds and labelled spans of one language, counted per kind."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    flagged: int = 0

    def figures(self, *kinds: str) -> dict[str, float]:
        """Recall and precision over these kinds, over all if none is named."""
        names = kinds or tuple(self.right | self.wrong | self.missed)
        right, wrong, missed = (sum(c[kind] for kind in names) for c in (self.right, self.wrong, self.missed))
        return {"recall": right / max(1, right + missed), "precision": right / max(1, right + wrong)}

    def kinds(self) -> list[str]:
        """The kinds with enough labelled spans."""
        return sorted(kind for kind, count in (self.right + self.missed).items() if count >= FEWEST)


def rows(language: str) -> list[dict[str, Any]]:
    """The labelled texts of a language."""
    return [json.loads(line) for line in (CORPORA / f"{language}.jsonl").read_text("utf-8").splitlines()]


def matches(one: Personal, span: dict[str, Any]) -> bool:
    """Whether a find is the labelled span."""
    length = span["end"] - span["start"]
    common = min(one.end, span["end"]) - max(one.start, span["start"])
    return one.entity == span["type"] and common * 2 >= length > 0 and one.end - one.start <= 2 * length + 4


def count(texts: Iterable[dict[str, Any]]) -> Tally:
    """Finds in labelled texts against their labels."""
    tally = Tally()
    for row in texts:
        found = list(find(row["text"]))
        optional = [span for span in row["spans"] if span.get("optional")]
        for span in row["spans"]:
            one = next((one for one in found if matches(one, span)), None)
            if one:
                found.remove(one)
            if not span.get("optional"):
                (tally.right if one else tally.missed)[span["type"]] += 1
        false = [one for one in found if not any(one.start < s["end"] and s["start"] < one.end for s in optional)]
        tally.wrong.update(one.entity for one in false)
        tally.clean += not row["spans"]
        tally.flagged += not row["spans"] and bool(false)
    return tally


def measured(tally: Tally) -> dict[str, dict[str, float]]:
    """The figures that have floors: over all (with ``flagged``) and per kind."""
    whole = {**tally.figures(), "flagged": tally.flagged / max(1, tally.clean)}
    return {"ALL": whole, **{kind: tally.figures(kind) for kind in tally.kinds()}}


def to_toml(tallies: Mapping[str, Tally], margin: float) -> str:
    """The file's text."""
    lines = [HEAD]
    for language, tally in tallies.items():
        for kind, figures in measured(tally).items():
            slack = margin if kind == "ALL" else max(margin, SLIPS / (tally.right + tally.missed)[kind])
            bounds = (f"{key} = {_bound(key, value, slack):.2f}" for key, value in figures.items())
            lines.append(f"[{language}.{kind}]\n" + "\n".join(bounds) + "\n")
    return "\n".join(lines)


def _bound(key: str, value: float, slack: float) -> float:
    if key == "flagged":
        return math.ceil(100 * (value + slack / 3) - 1e-9) / 100
    return max(0, math.floor(100 * (value - slack) + 1e-9)) / 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--margin", type=float, default=0.03, help="how far below the measured figure a floor lies")
    margin = parser.parse_args().margin
    tallies = {language: count(rows(language)) for language in LANGUAGES}
    FLOORS.write_text(to_toml(tallies, margin), "utf-8", newline="\n")
    for language, kinds in zip(tallies, map(measured, tallies.values()), strict=True):
        print(
            language,
            ", ".join(f"{key} {value:.3f}" for key, value in kinds["ALL"].items()),
            f"({len(kinds) - 1} kinds)",
        )


if __name__ == "__main__":
    main()
