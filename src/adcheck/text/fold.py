"""Fold text one code point to one code point, so that every offset stays true.

NFKC where it keeps the length, lower case, traditional to simplified, radicals, styled letters and digits, look-alike
letters. The table is data (``fold_table.txt``, built by ``scripts/build_fold_table.py``); rules and texts go through
the same function.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def fold_table() -> dict[int, int]:
    """The table: code point to code point."""
    written, folded = Path(__file__).with_name("fold_table.txt").read_text("utf-8").split("\n")[:2]
    return str.maketrans(written, folded)


def fold(text: str) -> str:
    """The folded text, of the same length as ``text``."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    return text.translate(fold_table())
