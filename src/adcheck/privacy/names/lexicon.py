"""Chinese words with what they cost. A process that reads a short notice looks a few words up and parses no list."""

from __future__ import annotations

from functools import cache
from itertools import compress
from math import log
from pathlib import Path
from typing import Final

from adcheck.text.lazy import LazyPattern

FILE: Final = "lexicon.txt"
"""Sums, then a line for each first character, in order (``scripts/build_lexicon.py``)."""
RARE: Final = "."
"""The sign of a common word that no count is known of."""
_RARE_COST: Final = 14.0
_BOTH, _COUNTED = ord("a"), ord("A")
_COMMON_MARKS: Final = frozenset((RARE, *map(chr, range(_BOTH, ord("z") + 1))))
_MARKS: Final = _COMMON_MARKS | frozenset(map(chr, range(_COUNTED, ord("Z") + 1)))
_ENTRY: Final = LazyPattern(r"[\u3400-\u9fff]*[.A-Za-z]")
_REST: Final = LazyPattern(r"[\u3400-\u9fff]+")
_MARK: Final = LazyPattern(r"[.A-Za-z]")
_PATIENCE: Final = 3
"""Texts with a character after which all words that begin with it are read at once."""


def sign(power: int, common: bool) -> str:
    """The sign of a word that is counted 2 ** ``power`` times; ``common``: it is one of the common words, too."""
    return chr((_BOTH if common else _COUNTED) + power)


def _cost(mark: str) -> float:
    if mark == RARE:
        return _RARE_COST
    return log(6e7) - (ord(mark) - (_BOTH if mark >= "a" else _COUNTED)) * log(2)


@cache
def _cost_of_mark() -> dict[str, float]:
    return {mark: _cost(mark) for mark in _MARKS}


class _Begun:
    """A character of which not all words are read yet: its line, the characters behind it that are, how often it was met."""

    __slots__ = ("alone", "row", "seconds", "times")

    def __init__(self, row: str) -> None:
        self.row, self.alone, self.seconds, self.times = row, False, set[str](), 0


class Lexicon:
    """The words that begin at a place of a text given to :meth:`learn`; others may be missing.

    ``costs``: word of one to four characters to its cost in nats, minus the log of its share of running text; ``common``:
    the common ones of two to four; ``longest``: the first two characters of a word to the length of the longest such.
    ``given``: how many given names were counted in ``given.txt``: of one character, of two by the first, by the second.
    """

    def __init__(self) -> None:
        self._data = Path(__file__).with_name("data").joinpath(FILE).read_bytes()
        self.given = [int(whole) for whole in self._data[: self._data.index(b"\n")].split()[-3:]]
        self._read: set[str] = set()
        self._begun: dict[str, _Begun] = {}
        self.costs: dict[str, float] = {}
        self.longest: dict[str, int] = {}
        self.common: set[str] = set()

    def learn(self, text: str) -> None:
        """Know the words that begin in ``text``; few at first, then all of a character's."""
        if self._read.issuperset(text):
            return
        for char in set(text) - self._read:
            begun = self._begun.get(char) or self._begun.setdefault(char, _Begun(self._row(char)))
            begun.times += 1
            if begun.times <= _PATIENCE and begun.row:
                self._learn_places(text, begun)
                continue
            self._enter(begun.row[:1], begun.row[1:])
            # only now: another thread must not take a half-read row for read
            self._read.add(char)
            self._begun.pop(char, None)

    def _learn_places(self, text: str, begun: _Begun) -> None:
        char = begun.row[0]
        if not begun.alone:
            self._enter(char, begun.row[1] if begun.row[1].isascii() else "")
            begun.alone = True
        at = text.find(char)
        while at >= 0:
            second = text[at + 1 : at + 2]
            if second not in begun.seconds:
                if entries := _entries(begun.row, second):
                    self._enter(char, entries)
                begun.seconds.add(second)
            at = text.find(char, at + 1)

    def _row(self, char: str) -> str:
        """The line of a character; the file is searched as it lies, since taking it apart costs more than a short text."""
        if char < "\u3400":
            return ""
        key, data = char.encode("utf-8", "surrogatepass"), self._data
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start, end = data.rfind(b"\n", 0, middle) + 1, data.find(b"\n", middle)
            if data.startswith(key, start):
                return data[start:end].decode()
            if data[start:end] < key:
                low = end + 1
            else:
                high = start
        return ""

    def _enter(self, first: str, entries: str) -> None:
        """Take words in; all steps run in C, for there are a hundred thousand."""
        marks = _REST.sub("", entries)
        words = [first + rest for rest in _MARK.split(entries)[:-1]]
        self.costs.update(zip(words, map(_cost_of_mark().__getitem__, marks), strict=True))
        self.common.update(compress(words, map(_COMMON_MARKS.__contains__, marks)))
        for size in (2, 3, 4):
            self.longest.update(dict.fromkeys([word[:2] for word in words if len(word) == size], size))


def _entries(row: str, second: str) -> str:
    """The entries of a row for the words that go on with ``second``; they stand together."""
    at = row.find(second, 1) if second >= "\u3400" else -1
    while at > 1 and not row[at - 1].isascii():
        at = row.find(second, at + 1)
    end = at
    while end > 0 and row.startswith(second, end) and (match := _ENTRY.match(row, end)):
        end = match.end()
    return row[at:end]


class CommonWords:
    """The common Chinese words of two to four characters."""

    def __contains__(self, word: str) -> bool:
        known = lexicon()
        known.learn(word[:2])
        return word in known.common


def is_counted(word: str) -> bool:
    """Whether it is a word of the lexicon at all."""
    known = lexicon()
    known.learn(word[:2])
    return word in known.costs


@cache
def lexicon() -> Lexicon:
    """The one of this process."""
    return Lexicon()
