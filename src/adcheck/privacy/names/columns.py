"""The title of the column that a place of a table stands in; tables as lines of cells with a delimiter."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final

from adcheck.text.lazy import LazyPattern

_DELIMITERS: Final = ("\t", "|", ",", "，", ";")
_LONGEST_TITLE: Final = 24
_BLANK: Final = LazyPattern(r"\n(?=\n)")


@lru_cache(maxsize=64)
def _titles(head: str, mark: str) -> tuple[str, ...]:
    cells = tuple(cell.strip(" \t\"'*") for cell in head.split(mark))
    plain = all(len(cell) <= _LONGEST_TITLE and not any(c.isdigit() for c in cell) for cell in cells)
    return cells if plain else ()


@lru_cache(maxsize=4)
def _heads(text: str) -> tuple[int, ...]:
    """Where the first line of each part begins, parts being what blank lines cut."""
    return (0, *(match.end() + 1 for match in _BLANK.finditer(text)))


def column_title(text: str, start: int) -> str:
    """The title above ``start`` (a code point of ``text``), or nothing where it stands in no table."""
    line_start = text.rfind("\n", 0, start) + 1
    if not line_start:
        return ""
    line_end = text.find("\n", start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    heads = _heads(text)
    head_start = heads[bisect_right(heads, line_start) - 1]
    head = text[head_start : text.find("\n", head_start)]
    for mark in _DELIMITERS:
        if mark in line and line.count(mark) == head.count(mark) and (cells := _titles(head, mark)):
            return cells[text.count(mark, line_start, start)]
    return ""
