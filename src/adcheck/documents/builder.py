"""Building a document block by block, with the way back to the source."""

from __future__ import annotations

from collections.abc import Iterable

from adcheck.documents.limits import MAX_PIECES
from adcheck.documents.model import BLOCK_BREAK, Block, Document, Segment
from adcheck.errors import InputError

Piece = tuple[str, int, int]
"""Readable text, the source offset it comes from and the number of source code points it stands for."""

WHITESPACE = " \t\r\n\f\v"


class Builder:
    """Collects text and its segments; adjacent one-to-one stretches become one segment.

    A reader appends to the open block and ends it. An aside (alternative text, a link's title) is set behind the open
    block, so it doesn't cut the sentence it stands in.
    """

    def __init__(self, source: str, name: str, format: str) -> None:
        self.source = source
        self.name = name
        self.format = format
        self.meta: dict[str, object] = {}
        self.notes: list[str] = []
        self.comments: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._asides: list[tuple[list[Piece], str, str]] = []
        self._length = 0
        self._run = self._run_start = self._run_source = 0
        self._block_start = self._block_parts = self._block_segments = 0

    @property
    def empty(self) -> bool:
        """True as long as the open block has no text."""
        return self._length == self._block_start

    def append(self, text: str, source_start: int) -> None:
        """Add text that stands in the source at ``source_start`` just as it is."""
        if not text:
            return
        if self._run and self._run_source + self._run == source_start:
            self._run += len(text)
        else:
            self._flush()
            self._run_start, self._run_source, self._run = self._length, source_start, len(text)
        self._parts.append(text)
        self._length += len(text)

    def append_decoded(self, text: str, source_start: int, source_length: int) -> None:
        """Add text that stands for ``source_length`` code points of source, all of it for all of them."""
        if not text:
            return
        if len(text) == source_length and self.source.startswith(text, source_start):
            self.append(text, source_start)
            return
        self._flush()
        if len(text) != source_length:
            self._segments.append(Segment(self._length, source_start, len(text), source_length))
        self._parts.append(text)
        self._length += len(text)

    def extend(self, pieces: Iterable[Piece]) -> None:
        """Add pieces in their order."""
        for text, start, length in pieces:
            self.append_decoded(text, start, length)

    def aside(self, pieces: Iterable[Piece], kind: str, place: str) -> None:
        """Keep a block for after the open one."""
        self._asides.append((list(pieces), kind, place))

    def comment(self, start: int, end: int) -> None:
        """Record the source span of a comment."""
        self.comments.append((start, end))

    def end_block(self, kind: str = "text", place: str = "") -> None:
        """Close the open block (nothing happens if it holds only white space), then add the asides."""
        self._close(kind, place)
        if self._asides:
            asides, self._asides = self._asides, []
            for pieces, aside_kind, aside_place in asides:
                self.extend(pieces)
                self._close(aside_kind, aside_place)

    def document(self) -> Document:
        """The finished document.

        Raises:
            InputError: when it has more than ``MAX_PIECES`` blocks or segments.
        """
        self.end_block()
        text = "".join(self._parts)[:-1]
        return Document(
            source=self.source,
            text=text,
            segments=tuple(self._segments),
            blocks=tuple(self._blocks),
            format=self.format,
            name=self.name,
            meta=self.meta,
            comments=tuple(self.comments),
            notes=tuple(self.notes),
        )

    def _close(self, kind: str, place: str) -> None:
        if self._length == self._block_start:
            return
        whole = "".join(self._parts[self._block_parts :])
        kept = whole.rstrip(WHITESPACE)
        if not kept:
            self._drop()
            return
        spare = len(whole) - len(kept)
        if spare and spare <= self._run:
            self._run -= spare
            self._length -= spare
            self._parts[self._block_parts :] = [kept]
        self._flush()
        self._blocks.append(Block(self._block_start, self._length, kind, place))
        self._parts.append(BLOCK_BREAK)
        self._length += 1
        self._mark()

    def _drop(self) -> None:
        self._run = 0
        self._length = self._block_start
        del self._parts[self._block_parts :]
        del self._segments[self._block_segments :]

    def _mark(self) -> None:
        self._block_start = self._length
        self._block_parts = len(self._parts)
        self._block_segments = len(self._segments)
        if len(self._blocks) > MAX_PIECES:
            self._refuse("blocks of text")

    def _flush(self) -> None:
        if self._run:
            self._segments.append(Segment(self._run_start, self._run_source, self._run, self._run))
            self._run = 0
        if len(self._segments) > MAX_PIECES:
            self._refuse("pieces of markup")

    def _refuse(self, what: str) -> None:
        raise InputError(
            f"more than {MAX_PIECES:,} {what} in one file", place=self.name, hint="split the file and check its parts"
        )
