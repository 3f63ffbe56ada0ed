"""SubRip and WebVTT: each cue is a block; numbers, times and tags are no text."""

from __future__ import annotations

import re
from typing import Final

from adcheck.documents.builder import Builder
from adcheck.documents.model import Document
from adcheck.documents.references import REFERENCE, resolve
from adcheck.text.lazy import LazyPattern

_LINE: Final = LazyPattern(r"([^\r\n]*+)(?:\r\n|\n|\r)?")
_TIMING: Final = LazyPattern(r"\s*+(?:\d+:)?\d+:\d+(?:[.,:]\d+)?\s*-->\s*+(?:\d+:)?\d+:\d")
_MARKUP: Final = LazyPattern(r"</?[a-zA-Z0-9][^<>\n]*>|</?>|\{\\[^{}\n]*\}|&")
_DIRECTIVE: Final = LazyPattern(r"\s*+#[ \t]*+adcheck:", re.IGNORECASE)
_NOTE: Final = LazyPattern(r"NOTE(?:[ \t]|$)")
_SKIPPED: Final = LazyPattern(r"(?:WEBVTT|STYLE|REGION)(?:[ \t]|$)")


def read(source: str, name: str) -> Document:
    """Read SubRip subtitles."""
    return _Reader(Builder(source, name, "srt")).run()


def read_vtt(source: str, name: str) -> Document:
    """Read WebVTT subtitles."""
    return _Reader(Builder(source, name, "vtt")).run()


class _Reader:
    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.source = builder.source
        self.vtt = builder.format == "vtt"
        self.place = ""
        self.number = 0
        self.text_end = -1  # end of the last line of the open cue, where its line break stands

    def run(self) -> Document:
        lines = self.lines()
        index = 0
        after_blank = True
        while index < len(lines):
            start, end = lines[index]
            line = self.source[start:end].strip()
            following = lines[index + 1] if index + 1 < len(lines) else None
            if not line:
                after_blank = True
            elif _TIMING.match(line):
                self.start_cue("")
                after_blank = False
            elif following and self.is_label(line, after_blank) and self.is_timing(following):
                self.start_cue(line)
                index += 1
                after_blank = False
            elif after_blank and (_NOTE.match(line) or (self.vtt and _SKIPPED.match(line))):
                index = self.skip_block(lines, index, comment=line.startswith("NOTE"))
                continue
            elif _DIRECTIVE.match(line):
                self.builder.comment(start, end)
            else:
                self.text(start, end)
                after_blank = False
            index += 1
        self.builder.end_block("cue", self.place)
        return self.builder.document()

    def lines(self) -> list[tuple[int, int]]:
        return [match.span(1) for match in _LINE.finditer(self.source)]

    def is_timing(self, span: tuple[int, int]) -> bool:
        return _TIMING.match(self.source, *span) is not None

    def is_label(self, line: str, after_blank: bool) -> bool:
        """A line before the times: a number, or in WebVTT any text behind a blank line."""
        return line.isdecimal() or (self.vtt and after_blank)

    def start_cue(self, label: str) -> None:
        self.builder.end_block("cue", self.place)
        self.number += 1
        shown = label if label.isdecimal() and len(label) < 9 else str(self.number)
        self.place = f"cue {shown}"

    def skip_block(self, lines: list[tuple[int, int]], index: int, *, comment: bool) -> int:
        """Leave out the lines up to the next blank or timing line; the index of the line behind them."""
        first = lines[index][0]
        last = lines[index][1]
        index += 1
        while index < len(lines) and self.source[slice(*lines[index])].strip() and not self.is_timing(lines[index]):
            last = lines[index][1]
            index += 1
        if comment:
            self.builder.comment(first, last)
        return index

    def text(self, start: int, end: int) -> None:
        if not self.builder.empty:
            self.builder.append(self.source[self.text_end], self.text_end)
        self.text_end = end
        at = start
        while match := _MARKUP.search(self.source, at, end):
            found = match.start()
            self.builder.append(self.source[at:found], at)
            at = match.end()
            if match[0] == "&":
                reference = REFERENCE.match(self.source, found, end)
                text, length = (reference and resolve(reference, strict=True)) or ("&", 1)
                self.builder.append_decoded(text, found, length)
                at = found + length
        self.builder.append(self.source[at:end], at)
