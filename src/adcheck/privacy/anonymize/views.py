"""A document as the finder should read it: running text in paragraphs, records as forms (``姓名：张伟``)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from adcheck.documents.model import Block, Document
from adcheck.text.lazy import LazyPattern

RECORDS: Final = ("csv", "tsv", "json", "jsonl", "yaml")
_FLOWING: Final = ("srt", "vtt")
_CELL: Final = LazyPattern(r"(?P<record>row \d+), column (?P<title>.*)", re.DOTALL)
_KEY: Final = LazyPattern(
    r"(?P<record>.*?)(?:(?:^|\.|: )(?P<title>[^.\[\]]+)|\[\"(?P<quoted>[^\"]*)\"\])(?:\[\d+\])*", re.DOTALL
)
_LABEL: Final = LazyPattern(r"[^\W\d]{1,8}")


class Piece(NamedTuple):
    """``length`` code points that stand at ``start`` in a view and at ``there`` in the document's text."""

    start: int
    there: int
    length: int


class View(NamedTuple):
    """A text to search, and the pieces of it that come from the document; the rest are titles and breaks."""

    text: str
    pieces: tuple[Piece, ...]

    def __repr__(self) -> str:
        return f"View({len(self.text)} characters, {len(self.pieces)} pieces)"

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The spans of the document's text that ``text[start:end]`` covers, one a piece."""
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        behind = bisect_left(self.pieces, end, key=lambda piece: piece.start)
        for piece in self.pieces[first:behind]:
            low, high = max(start, piece.start), min(end, piece.start + piece.length)
            if low < high:
                yield low - piece.start + piece.there, high - piece.start + piece.there


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def say(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def copy(self, block: Block) -> None:
        length = block.end - block.start
        self._pieces.append(Piece(self._length, block.start, length))
        self.say(self._document.text[block.start : block.end])

    def view(self) -> View:
        return View("".join(self._parts), tuple(self._pieces))


def views(document: Document) -> Iterator[View]:
    """What to search in a document; each block stands in one view."""
    for is_record, blocks in groupby(document.blocks, lambda block: _is_record(document, block)):
        if is_record:
            for _, fields in groupby(blocks, lambda block: _record_of(block)[0]):
                yield _form(document, list(fields))
        else:
            yield _running(document, list(blocks))


def _is_record(document: Document, block: Block) -> bool:
    return document.format in RECORDS or (block.kind == "cell" and block.place.startswith("row "))


def _record_of(block: Block) -> tuple[str, str]:
    """The name of the record a block belongs to, and the title of its field."""
    match = _CELL.fullmatch(block.place) or _KEY.fullmatch(block.place)
    if match is None:
        return block.place, ""
    title = match["title"] or match.groupdict().get("quoted") or ""
    return match["record"], "" if title.isdigit() else title.strip()


def _form(document: Document, blocks: list[Block]) -> View:
    writer = _Writer(document)
    for block in blocks:
        title = _record_of(block)[1]
        if title:
            writer.say(f"{title}: " if title.isascii() else f"{title}：")
        writer.copy(block)
        writer.say("\n")
    return writer.view()


def _running(document: Document, blocks: list[Block]) -> View:
    """Blocks as paragraphs; cues flow on, and a short cell is the label of the next."""
    writer = _Writer(document)
    last: Block | None = None
    for block in blocks:
        if last is not None:
            both_cells = last.kind == block.kind == "cell"
            is_label = both_cells and _LABEL.fullmatch(document.text[last.start : last.end])
            writer.say("：" if is_label else "\n" if both_cells or document.format in _FLOWING else "\n\n")
        writer.copy(block)
        last = block
    return writer.view()
