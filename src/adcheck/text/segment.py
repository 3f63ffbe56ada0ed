"""Sentences and clauses of folded text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from adcheck.text.lazy import LazyPattern

_TITLES: Final = "dr mr mrs ms prof st vs approx fig figs inc ltd co dept ref jr sr".split()
_NO_STOP: Final = "".join(rf"(?<!\b{title}\.)" for title in _TITLES)
SENTENCE_END: Final = LazyPattern(
    rf"[。！!？?；;\n\u2029]|\.{_NO_STOP}(?<!\b[a-z]\.)(?!(?<=\bno\.)\s?[0-9])[\"')\]]*(?=\s|$)"
)
"""A full stop ends no sentence after a title, after a single letter (*e.g.*, *J. Smith*), or in *no. 1*."""
CLAUSE_END: Final = LazyPattern(r"[,，、：:。！!？?；;\n\u2029…|()（）【】\[\]]|--+")
REACH: Final = 240
"""No sentence reaches further than this many characters to either side of a match."""


class Sentences:
    """Finds the sentence around a place by bisection; built once for a text.

    ``ends`` are where sentences end; ``breaks`` taken out of the text end them for :meth:`around` only.
    """

    __slots__ = ("_ends", "_last", "_text", "breaks", "ends")

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
        self.ends = ends
        if breaks:
            ends = sorted({*ends, *breaks})
        self.breaks = breaks
        self._ends = ends
        self._text = text
        self._last = (-1, -1), (0, 0)

    def spans(self) -> Iterator[tuple[int, int]]:
        """The spans of all sentences, which together are the text."""
        return pairwise(
            [0, *self.ends, *([len(self._text)] if not self.ends or self.ends[-1] < len(self._text) else [])]
        )

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span of the sentence(s) that hold ``text[start:end]``, its closing mark included."""
        last_asked, answer = self._last
        if last_asked == (start, end):  # all that judges a match asks for the same
            return answer
        ends = self._ends
        first = bisect_right(ends, start)
        last = bisect_left(ends, end)
        low = ends[first - 1] if first else 0
        high = ends[last] if last < len(ends) else len(self._text)
        answer = max(low, start - REACH), min(high, end + REACH)
        self._last = (start, end), answer
        return answer


def clause_around(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The clause within ``text[low:high]`` that holds ``text[start:end]``; commas and brackets end clauses."""
    left = low
    for match in CLAUSE_END.finditer(text, low, start):
        left = match.end()
    right = CLAUSE_END.search(text, end, high)
    return left, right.start() if right else high
