"""Paragraphs: what blank lines part. No context reaches over a blank line, so each can be analysed alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from adcheck.text.lazy import LazyPattern

_BLANK_LINE: Final = LazyPattern(r"\n[ \t\r]*\n\s*")
LONGEST: Final = 200_000
"""A paragraph longer than this is cut at a line's end, so that one wall of text isn't one passage."""


@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The spans between blank lines; overlong ones in pieces. Some forty recognizers ask for those of one text in turn."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in [*_BLANK_LINE.finditer(text), None]:
        end = match.start() if match else len(text)
        found += _pieces(text, start, end)
        start = match.end() if match else end
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind("\n", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end
