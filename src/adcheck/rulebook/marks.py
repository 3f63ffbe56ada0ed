"""Lexicon words in a text, and windows in which they are replaced by marks.

An expression with large lexicons would be slow: thousands of alternatives at each place. So the one automaton finds
the words, and the expression runs on a window of the same length where each word of its lexicons stands as one mark
and fillers: ``{disease}`` becomes a class of marks. Which lexicons a word belongs to is a set of bits; a mark's
number is that set.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

FIRST_MARK: Final = 0xE000
FILLER: Final = "\ue100"
MOST_LEXICONS: Final = 8
"""Large lexicons in one expression; 2 to this power marks are needed."""


def slot_expression(name: str, lexicons: Sequence[str]) -> str:
    """What a slot of a large lexicon becomes in an expression over these lexicons (sorted)."""
    bit = 1 << lexicons.index(name)
    marks = "".join(chr(FIRST_MARK + mask) for mask in range(1, 1 << len(lexicons)) if mask & bit)
    return f"(?:[{marks}]{FILLER}*+)"


class LexicalHits:
    """The lexicon words found in one text: (start, end, lexicons as bits), sorted by start."""

    __slots__ = ("_hits", "_starts", "_text")

    def __init__(self, text: str, hits: Iterable[tuple[int, int, int]]) -> None:
        self._text = text
        self._hits = sorted(hits, key=lambda h: (h[0], -h[1]))
        self._starts = [h[0] for h in self._hits]

    def window(self, low: int, high: int, local: Mapping[int, int]) -> str | None:
        """``text[low:high]`` with the longest words of some lexicons marked; None when none stands in it.

        ``local`` maps a word's bits to the number of its mark in the expression, 0 for none.
        """
        pieces: list[str] = []
        at = low
        for index in range(bisect_left(self._starts, low), len(self._hits)):
            start, end, bits = self._hits[index]
            if start >= high:
                break
            mark = local.get(bits, 0)
            if not mark or start < at or end > high:
                continue
            pieces.append(self._text[at:start])
            pieces.append(chr(FIRST_MARK + mark) + FILLER * (end - start - 1))
            at = end
        if not pieces:
            return None
        pieces.append(self._text[at:high])
        return "".join(pieces)
