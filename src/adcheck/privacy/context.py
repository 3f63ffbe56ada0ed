"""The words around a place: which of two lists speaks, and how near. Works in Chinese and English alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from adcheck.text import kept
from adcheck.text.heads import matches
from adcheck.text.lazy import LazyPattern

_SHORT_WORDS: Final = (
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "No",
    "St",
    "Ave",
    "Rd",
    "Blvd",
    "Apt",
    "Tel",
    "Ph",
    "Ext",
    "Jr",
    "Sr",
    "tel",
    "ph",
    "ext",
    "no",
    "pt",
)
_STOP: Final = "".join(rf"(?<!\b{word})" for word in _SHORT_WORDS) + r"(?<![\s.][A-Z])\.(?=\s)"
SENTENCE_BREAK: Final = LazyPattern(rf"[。！!？?；;]|\n[ \t\r]*\n|{_STOP}")
_NOTE_END: Final = LazyPattern(r"[)）\n]")
NOTE_BREAK: Final = LazyPattern(r"[。！!？?；;，,、\n)）]")
_DELIMITERS: Final = ("\t", "|", ",", ";")
_TRIM: Final = " \"'*\r"
_LONGEST_TITLE: Final = 16
_NO_TITLE: Final = LazyPattern(r"[。:!?]|\d{3}")


@lru_cache(maxsize=512)
def words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for our own words or pattern sources; Latin ones end at letter borders, case doesn't matter."""
    return kept.compiled(words_source(words), re.IGNORECASE)


def words_source(words: Iterable[str]) -> str:
    """The source of such a pattern, for words of any number and origin."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(_bordered(word) for word in longest_first) or r"(?!)"


def _bordered(word: str) -> str:
    left = "(?<![A-Za-z])" if word[:1].isascii() and word[:1].isalpha() else ""
    right = "(?![A-Za-z])" if word[-1:].isascii() and word[-1:].isalpha() else ""
    return f"{left}(?:{word}){right}"


@lru_cache(maxsize=512)
def _words_source(words: tuple[str, ...]) -> str:
    return f"(?i:{words_source(words)})"


def before(text: str, start: int, reach: int) -> str:
    """Up to ``reach`` characters of the same sentence before ``start``."""
    window = text[max(0, start - reach) : start]
    at = 0
    for match in SENTENCE_BREAK.finditer(window):
        at = match.end()
    return window[at:]


def after(text: str, end: int, reach: int) -> str:
    """Up to ``reach`` characters of the same clause after ``end``; an opening bracket or a blank may lead in."""
    window = text[end : end + reach]
    if window[:1] in "\r\n":
        return ""
    match = _NOTE_END.search(window) if window.lstrip(" ")[:1] in ("(", "（") else NOTE_BREAK.search(window)
    return window[: match.start()] if match else window


class Table(NamedTuple):
    """A table written as lines with a delimiter: its span of code points, its titles, the delimiter."""

    start: int
    end: int
    titles: tuple[str, ...]
    mark: str


@lru_cache(maxsize=2)
def tables(text: str) -> tuple[Table, ...]:
    """The tables in a text: lines with equally many delimiters under a line of short titles."""
    found, start, lines = list[Table](), 0, text.split("\n")
    counts = [{mark: line.count(mark) for mark in _DELIMITERS if mark in line} for line in lines]
    row = 0
    while row + 1 < len(lines):
        mark = next((m for m, count in counts[row].items() if counts[row + 1].get(m) == count), "")
        titles = tuple(cell.strip(_TRIM) for cell in lines[row].split(mark)) if mark else ()
        end = start + len(lines[row])
        row += 1
        if mark and all(len(title) <= _LONGEST_TITLE and not _NO_TITLE.search(title) for title in titles):
            while row < len(lines) and counts[row].get(mark) == len(titles) - 1:
                end += 1 + len(lines[row])
                row += 1
            found.append(Table(start, end, titles, mark))
        start = end + 1
    return tuple(found)


def table_around(text: str, start: int) -> Table | None:
    """The table that holds a place below its titles."""
    found = tables(text) if "\n" in text else ()
    place = bisect_right(found, start, key=lambda table: table.start) - 1
    inside = place >= 0 and start < found[place].end and text.find("\n", found[place].start) < start
    return found[place] if inside else None


def column_title(text: str, start: int) -> str:
    """The title above a place in a table, or nothing."""
    table = table_around(text, start)
    if table is None:
        return ""
    return table.titles[text.count(table.mark, text.rfind("\n", 0, start) + 1, start)]


class Voice(NamedTuple):
    """What the words around say: +1 for, -1 against, 0 nothing; and the word itself (no personal data)."""

    sign: int
    word: str


SILENT: Final = Voice(0, "")


def hear(
    text: str, start: int, end: int, pros: Iterable[str], cons: Iterable[str], reach: int = 20, note: int = 8
) -> Voice:
    """Listen to the words around ``text[start:end]``.

    The nearest word before it decides; where none stands there, the column's title in a table, then a note behind it.
    """
    pro, con = _words_source(tuple(pros)), _words_source(tuple(cons))
    window = before(text, start, reach)
    # the row above in a table is somebody else's
    voice = _nearest(window.rpartition("\n")[2] if table_around(text, start) else window, pro, con)
    if voice.sign:
        return voice
    for window in (column_title(text, start), after(text, end, note)):
        for pattern, sign in ((con, -1), (pro, 1)):
            if window and (match := next(matches(pattern, window), None)):
                return Voice(sign, match.group())
    return SILENT


def _nearest(window: str, pro: str, con: str) -> Voice:
    best, voice = (-1, -1), SILENT
    for pattern, sign in ((pro, 1), (con, -1)):
        for match in matches(pattern, window):
            if (place := (match.end(), match.end() - match.start())) > best:
                best, voice = place, Voice(sign, match.group())
    return voice
