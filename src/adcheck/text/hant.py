"""adcheck's own Chinese words in traditional characters; texts that are checked are never converted.

The table is data (``hant_table.txt``, built by ``scripts/build_hant_table.py``): characters, and the words that need
another form than their characters alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple


class HantTable(NamedTuple):
    """Characters by code point, words, and the expression that finds a word."""

    characters: dict[int, int]
    words: Mapping[str, str]
    expression: re.Pattern[str]


@cache
def hant_table() -> HantTable:
    """The table, read when first needed."""
    simplified, traditional, *lines = (
        Path(__file__).with_name("hant_table.txt").read_text("utf-8").rstrip("\n").split("\n")
    )
    words = dict(line.split("\t") for line in lines)
    expression = re.compile("|".join(map(re.escape, words)) or r"(?!)")
    return HantTable(str.maketrans(simplified, traditional), words, expression)


def to_traditional(text: str) -> str:
    """The text, of the same length, in traditional characters."""
    table = hant_table()
    parts, end = [], 0
    for match in table.expression.finditer(text):
        parts += [text[end : match.start()].translate(table.characters), table.words[match[0]]]
        end = match.end()
    return "".join((*parts, text[end:].translate(table.characters)))


def in_language(texts: Mapping[str, str], lang: str) -> str:
    """The one of the texts (by ``zh`` and ``en``) for a language; ``zh-Hant`` is written from ``zh``."""
    return to_traditional(texts["zh"]) if lang == "zh-Hant" else texts[lang]
