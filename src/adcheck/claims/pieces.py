"""A document's text in pieces that fit in memory, folded and squeezed, each knowing its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from adcheck.documents.model import BLOCK_BREAK
from adcheck.text.english import plain, unwrapped
from adcheck.text.fold import fold
from adcheck.text.segment import Sentences
from adcheck.text.squeeze import Squeezed, squeeze

CHUNK: Final = 200_000
"""Texts are read in pieces of about this many code points, cut at a line end."""

OVERLAP: Final = 200
"""Code points that two pieces share where the text has no place to cut."""


class Piece(NamedTuple):
    """A chunk of a document on its way through the engine; ``offset`` is its place in the document's text."""

    offset: int
    source: str
    squeezed: Squeezed
    sentences: Sentences

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document's text of a span of the squeezed text."""
        first, last = self.squeezed.before(start, end)
        return self.offset + first, self.offset + last


def pieces(text: str, respell: Callable[[str], str] = str) -> Iterator[Piece]:
    """The pieces of a document's text, folded and squeezed, cut at line ends.

    ``respell`` may put other characters in the squeezed text, one for one.
    Where a stretch has no such place, the next piece begins a little before the cut, so that no phrase is lost; what
    both find is one finding later.
    """
    at = 0
    while at < len(text):
        end, following = len(text), len(text)
        if end - at > CHUNK:
            end = max(text.rfind(mark, at, at + CHUNK) for mark in ("\n", BLOCK_BREAK, "。")) + 1
            if end <= at:
                end = at + CHUNK
                following = max(at + 1, end - OVERLAP)
            else:
                following = end
        source = text[at:end]
        squeezed = squeeze(plain(unwrapped(source, fold(source)), source))
        squeezed = squeezed._replace(text=respell(squeezed.text))
        yield Piece(at, source, squeezed, Sentences(squeezed.text, squeezed.breaks))
        at = following
