"""Fold one to one, as :mod:`adcheck.text.fold` does, but keep the case: names and numbers need it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import Final, NamedTuple

from adcheck.text.fold import fold_table
from adcheck.text.lazy import LazyPattern
from adcheck.text.squeeze import _INVISIBLE

INVISIBLE: Final = LazyPattern(f"[{_INVISIBLE}]+")
_HAN_FIRST: Final = 0x2E80
_HAN_LAST: Final = 0x9FFF
"""Radicals, kana and characters, which are most of the table and have no case."""


@cache
def _table() -> dict[int, int]:
    table = dict(fold_table())
    for code in [code for code in table if not _HAN_FIRST <= code <= _HAN_LAST]:
        written, upper = chr(code), chr(table[code]).upper()
        if written != written.lower() and len(upper) == 1:
            table[code] = ord(upper)
    table.pop(ord("\t"), None)
    return table


@lru_cache(maxsize=2)
def fold_cased(text: str) -> str:
    """The folded text, of the same length; upper case stays upper case, a tab stays a tab. Idempotent."""
    return text if text.isascii() else text.translate(_table())


class Visible(NamedTuple):
    """A text without its invisible characters: ``here[i]`` begins a piece that stood at ``there[i]``."""

    text: str
    here: tuple[int, ...] = ()
    there: tuple[int, ...] = ()

    def before(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as it was of ``text[start:end]`` (not empty)."""
        return self._one(start), self._one(end - 1) + 1

    def _one(self, index: int) -> int:
        if not self.here:
            return index
        piece = bisect_right(self.here, index) - 1
        return index - self.here[piece] + self.there[piece]


def visible(text: str) -> Visible:
    """Take zero-width and other invisible characters out, so that they split no number and no name."""
    if text.isascii() or INVISIBLE.search(text) is None:
        return Visible(text)
    pieces, here, there, length, at = list[str](), list[int](), list[int](), 0, 0
    for start, end in [*(m.span() for m in INVISIBLE.finditer(text)), (len(text), len(text))]:
        if start > at:
            pieces.append(text[at:start])
            here.append(length)
            there.append(at)
            length += start - at
        at = end
    return Visible("".join(pieces), tuple(here), tuple(there))
