"""A document: what a reader makes of bytes, with the way back from each character to the source.

A reader hands the engine one readable text (markup gone, blocks separated by U+2029) and a list of segments that tell
where each stretch of it stands in the source. A position known once is never searched for again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

BLOCK_BREAK: Final = "\u2029"
"""Stands between two blocks in :attr:`Document.text`; no phrase goes across it."""


class Segment(NamedTuple):
    """A stretch of readable text and where it stands in the source, in code points.

    With ``length == source_length`` each character maps to its own; otherwise every character of the stretch maps to
    the whole source stretch (``&#x6cbb;`` is one character of text and eight of source).
    """

    start: int
    source_start: int
    length: int
    source_length: int


class Block(NamedTuple):
    """A paragraph, cell, cue, attribute: ``text[start:end]`` with the name of its place (empty for plain text).

    ``kind`` is one of text, heading, title, meta, alt, label, cell, cue, code, comment.
    """

    start: int
    end: int
    kind: str = "text"
    place: str = ""


@dataclass(frozen=True)
class Document:
    """Readable text of one input with its map to the source.

    Raises:
        ValueError: when the segments overlap, go backwards in the text or leave it.
    """

    source: str
    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    format: str = "text"
    name: str = ""
    encoding: str = "utf-8"
    meta: Mapping[str, object] = field(default_factory=dict)
    comments: tuple[tuple[int, int], ...] = ()
    """Source spans of the format's comments, where suppressions may stand."""
    notes: tuple[str, ...] = ()
    """What the reader mended or left out, for the report."""

    def __post_init__(self) -> None:
        end = 0
        for segment in self.segments:
            if segment.start < end or segment.start + segment.length > len(self.text):
                raise ValueError(f"segment {segment} overlaps its neighbour or leaves the text")
            if segment.source_start + segment.source_length > len(self.source):
                raise ValueError(f"segment {segment} leaves the source")
            end = segment.start + segment.length

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [segment.source_start for segment in self.segments]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of ``text[start:end]``; the widest one where markup was removed inside."""
        first = self._segment_at(start)
        last = self._segment_at(max(start, end - 1))
        into = max(0, start - first.start) if first.length == first.source_length else 0
        source_start = first.source_start + into
        if last.length == last.source_length:
            source_end = last.source_start + min(max(start, end - 1) - last.start + 1, last.length)
        else:
            source_end = last.source_start + last.source_length
        return source_start, max(source_start, source_end)

    def _segment_at(self, index: int) -> Segment:
        if not self.segments:
            return Segment(0, 0, 0, 0)
        return self.segments[max(0, bisect_right(self._starts, index) - 1)]

    def block_at(self, index: int) -> Block:
        """The block that holds the character ``text[index]``."""
        if not self.blocks:
            return Block(0, len(self.text))
        return self.blocks[max(0, bisect_right(self._block_starts, index) - 1)]

    def place_of(self, offset: int) -> str:
        """The place of a source offset inside the format; empty where no readable text stands."""
        for segment in self.segments[max(0, bisect_right(self._source_starts, offset) - 1) :][:1]:
            if segment.source_start <= offset < segment.source_start + max(1, segment.source_length):
                return self.block_at(segment.start).place
        return ""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1, the column in code points) of a source offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def plain_document(source: str, *, name: str = "", format: str = "text", encoding: str = "utf-8") -> Document:
    """A document whose text is its source."""
    segments = (Segment(0, 0, len(source), len(source)),) if source else ()
    return Document(source, source, segments, (Block(0, len(source)),), format, name, encoding)
