"""Columns of a table written as lines of text with a delimiter: CSV, tabs, Markdown, blanks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from adcheck.text.lazy import LazyPattern

_MARKS: Final = ("\t", "|", ",", ";", " ")
_QUOTED: Final = LazyPattern(r'"[^"\n]*"')
_LONGER: Final = 8
"""A title may be this much longer than the label in it: 住院号（必填）."""
_LONGEST: Final = 2000
"""No line longer than this is a table's first."""


@lru_cache(maxsize=4)
def title_lines(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of lines that may be a table's first: the next line has as many of one delimiter."""
    found, start = [], 0
    for line, below in itertools.pairwise(text.split("\n")):
        end = start + len(line)
        if len(line) <= _LONGEST and any(_is_title(_unquoted(line), _unquoted(below), mark) for mark in _MARKS):
            found.append((start, end))
        start = end + 1
    return tuple(found)


def cells_below(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells under a column title that holds ``text[start:end]``, in a table of lines with one delimiter.

    A cell is given without blanks and quotes. Nothing where the label is no title (its cell is much longer).
    """
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if line_end < 0 or "\n" in text[start:end]:
        return
    title = _unquoted(text[line_start:line_end])
    below = _unquoted(text[line_end + 1 :].partition("\n")[0])
    for mark in _MARKS:
        if _is_title(title, below, mark):
            column = title.count(mark, 0, start - line_start)
            if len(title.split(mark)[column].strip(" \"'*")) <= end - start + _LONGER:
                yield from _column(text, line_end + 1, mark, title.count(mark), column)
            return


def _is_title(line: str, below: str, mark: str) -> bool:
    count = line.count(mark)
    return count > (mark == " ") and count == below.count(mark)


def _unquoted(line: str) -> str:
    """The line, of the same length, with nothing in its quoted cells that could be a delimiter."""
    return _QUOTED.sub(lambda match: re.sub(r"[\t|,; ]", "_", match.group()), line) if '"' in line else line


def _column(text: str, at: int, mark: str, count: int, column: int) -> Iterator[tuple[int, int]]:
    while at < len(text):
        line_end = text.find("\n", at)
        line = text[at:line_end] if line_end >= 0 else text[at:]
        cells = _unquoted(line).split(mark)
        if len(cells) != count + 1:
            return
        left = at + sum(len(cell) + 1 for cell in cells[:column])
        cell = line[left - at : left - at + len(cells[column])]
        if plain := cell.strip(" \"'*\r"):
            start = left + cell.index(plain)
            yield start, start + len(plain)
        at += len(line) + 1
