"""Texts of the labelled corpora, for tests that need many."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "corpora" / "privacy"


@cache
def privacy_texts(language: str) -> tuple[str, ...]:
    """The texts in ``zh`` or ``en`` that hold personal data."""
    rows = map(json.loads, (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines())
    return tuple(row["text"] for row in rows if row["spans"])
