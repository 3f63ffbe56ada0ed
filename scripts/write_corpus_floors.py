"""Write tests/corpus_floors.toml: what tests/test_corpora.py demands of the rules on the corpora of claims.

A floor is what was measured less a margin, cut to two places. Run it when the rules have got better, and look at the
difference: a floor that falls is a loss that somebody must defend.

    python scripts/write_corpus_floors.py [--margin 0.03]
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from adcheck.evaluation import Score, evaluate, read_rows

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT / "corpora"
LANGUAGES = ("zh", "en", "zh-Hant")
FLOORS = ROOT / "tests" / "corpus_floors.toml"
FEWEST = 10
"""Categories with fewer labelled spans have no floor of recall."""

HEAD = """\
# Floors that tests/test_corpora.py holds the rules to. Written by scripts/write_corpus_floors.py; don't edit.
# recall: labelled spans that a finding overlaps (same: one of the same category); precision: findings not in a
# compliant row; texts: violating rows with a finding.
"""


def rows_by_file(language: str = "zh") -> dict[str, list[dict[str, Any]]]:
    """The rows of a language's corpus by the name of their file (in ``zh`` the sector)."""
    return {path.stem: list(read_rows(path)) for path in sorted((CORPORA / language).glob("*.jsonl"))}


def merged(scores: Iterable[Score]) -> Score:
    """One score out of many."""
    whole = Score()
    for score in scores:
        for name, value in vars(score).items():
            setattr(whole, name, getattr(whole, name) + value)
    return whole


def measured(scores: dict[str, Score]) -> dict[str, dict[str, dict[str, float]]]:
    """The figures that have floors: per file and per category."""
    table: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for sector, score in scores.items():
        table["files"][sector] = {
            "texts": score.recall_text, "recall": score.recall_span, "same": score.recall_category, "precision": score.precision_text,
        }  # fmt: skip
    for name, figures in merged(scores.values()).to_dict()["categories"].items():
        floors = {}
        if figures["spans"] >= FEWEST:
            floors |= {"recall": figures["recall"], "same": figures["recall_same"]}
        if figures["spans"] or figures["precision"] < 1:
            floors["precision"] = figures["precision"]
        if floors:
            table["categories"][name] = floors
    return table


def to_toml(language: str, table: dict[str, dict[str, dict[str, float]]], margin: float) -> str:
    """The part of the file about one language."""
    lines = []
    for kind, entries in table.items():
        for name, figures in sorted(entries.items()):
            floors = (
                f"{key} = {max(0, math.floor(100 * (value - margin) + 1e-9)) / 100:.2f}"
                for key, value in figures.items()
            )
            lines.append(f"[{language}.{kind}.{name}]\n" + "\n".join(floors) + "\n")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--margin", type=float, default=0.03, help="how far below the measured figure a floor lies")
    margin = parser.parse_args().margin
    parts = [HEAD]
    for language in LANGUAGES:
        scores = {name: evaluate(rows) for name, rows in rows_by_file(language).items()}
        parts.append(to_toml(language, measured(scores), margin))
    FLOORS.write_text("\n".join(parts), "utf-8", newline="\n")
    print(f"{FLOORS.relative_to(ROOT)}: {', '.join(LANGUAGES)}")


if __name__ == "__main__":
    main()
