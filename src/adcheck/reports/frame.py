"""The source line around a finding, cut to a window, and the carets under it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import Final, NamedTuple

from adcheck.reports.terminal import cells, shown, shown_cells

WINDOW: Final = 100
"""Display cells of a source line at most."""

_MOST_CHARS: Final = 400
"""Characters of a window at most, however narrow: a pile of combining marks must not fill the screen."""


class Source:
    """One source text with its line starts (lines end in ``\\n``) and byte counts, both made once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """Offset of the first character of each line."""
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    @cached_property
    def _bytes(self) -> list[int]:
        counts = [0]
        for at in range(0, len(self.text), 256):
            counts.append(counts[-1] + len(self.text[at : at + 256].encode("utf-8", "surrogatepass")))
        return counts

    def bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the line that holds ``offset``, without its line break."""
        line = bisect_right(self.starts, offset)
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        start = self.starts[line - 1]
        return start, end - (end > start and self.text[end - 1] == "\r")

    def byte_column(self, offset: int) -> int:
        """Column of ``offset`` in UTF-8 bytes, from 1."""
        start = self.starts[bisect_right(self.starts, offset) - 1]
        return self._bytes_before(offset) - self._bytes_before(start) + 1

    def _bytes_before(self, offset: int) -> int:
        mark = offset // 256
        rest = self.text[mark * 256 : offset]
        return self._bytes[mark] + len(rest.encode("utf-8", "surrogatepass"))


class Sources:
    """The sources of a report, each indexed when first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._made: dict[str, Source] = {}

    def at(self, path: str, start: int, end: int) -> Source | None:
        """The source of ``path`` if it is known and holds the span."""
        source = self._made.get(path)
        if source is None:
            text = self._texts.get(path)
            if text is None:
                return None
            source = self._made[path] = Source(text)
        return source if 0 <= start <= end <= len(source.text) else None


class Excerpt(NamedTuple):
    """A line fit to print, the cells before the finding and the cells under it."""

    line: str
    indent: int
    width: int


def excerpt(source: Source, start: int, end: int) -> Excerpt:
    """The line of ``start`` around the span; a span over several lines is shown to the end of its first."""
    text = source.text
    first, last = source.bounds(start)
    last = max(last, start)
    stop = min(max(start, end), last)
    left, stop, right = _window(text, first, last, start, stop)
    head = ("…" if left > first else "") + _drawn(text, left, start)
    hit = _drawn(text, start, stop)
    tail = _drawn(text, stop, right) + ("…" if right < last else "")
    return Excerpt(head + hit + tail, cells(head), max(1, cells(hit)))


def _drawn(text: str, start: int, end: int) -> str:
    return "".join(map(shown, text[start:end]))


def _window(text: str, first: int, last: int, start: int, stop: int) -> tuple[int, int, int]:
    """Left edge, end of the finding and right edge of what fits into the window."""
    stop, room = _grow(text, start, stop, WINDOW - 20)
    room += 20
    left, rest = _grow(text, start, first, room // 2)
    right, rest = _grow(text, stop, last, room - room // 2 + rest)
    return _grow(text, left, first, rest)[0], stop, right


def _grow(text: str, at: int, limit: int, room: int) -> tuple[int, int]:
    """Walk from ``at`` towards ``limit`` as far as ``room`` cells allow; the place reached and the room left."""
    step = 1 if limit > at else -1
    for _ in range(min(abs(limit - at), _MOST_CHARS)):
        width = shown_cells(text[at if step > 0 else at - 1])
        if width > room:
            break
        room -= width
        at += step
    return at, room
