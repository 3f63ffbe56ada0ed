"""Latin words with signs for letters (*cur3*, *gu@ranteed*, *c\\*re*), read as the words that rules look for.

A word is replaced by its plain form of the same length, and only if that is a word of some rule or lexicon: *b12*, *h1n1*
and *covid19* stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import product
from typing import Any, Final

from adcheck.text.lazy import LazyPattern

_SIGNS: Final = "0134578@$!|+*"
_PLACE: Final = LazyPattern(
    rf"[{re.escape(_SIGNS)}](?:(?<=[a-z].)(?=[a-z0-9@$!|+*])|(?<=[a-z][0134578$])(?![0-9])|(?=[a-z]))"
)
_TOKEN: Final = LazyPattern(r"[a-z0-9@$|+*!]*[a-z0-9@$|+*]")
_SUFFIXES: Final = ("s", "d", "ed", "es", "ing", "ly", "'s")
_MOST_SIGNS: Final = 4
_LONGEST: Final = 24
_SHORTEST: Final = 4


class Leet:
    """Reads disguised Latin words, from the compiled vocabulary of the rules."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._tables["english"]["words"].split("\n")) if self._tables else frozenset()

    @cached_property
    def _letters(self) -> dict[str, str]:
        letters: dict[str, str] = self._tables["english"]["letters"] if self._tables else {}
        return letters

    def read(self, text: str) -> str:
        """The text with disguised words made plain; of the same length."""
        at = seen = 0
        pieces: list[str] = []
        for place in _PLACE.finditer(text):
            if place.start() < seen:
                continue
            start, seen = self._token(text, place.start(), seen)
            plain = self._plain(text[start:seen])
            if plain:
                pieces += (text[at:start], plain)
                at = seen
        return "".join(pieces) + text[at:] if pieces else text

    @staticmethod
    def _token(text: str, place: int, low: int) -> tuple[int, int]:
        start = place
        while start > low and place - start < _LONGEST and (text[start - 1] in _SIGNS or "a" <= text[start - 1] <= "z"):
            start -= 1
        found = _TOKEN.match(text, start)
        return start, found.end() if found else place + 1

    def _plain(self, token: str) -> str:
        """The word that a token means; empty if none that rules know."""
        if not _SHORTEST <= len(token) <= _LONGEST:
            return ""
        signs = [(i, self._letters[c]) for i, c in enumerate(token) if c in self._letters]
        letters = sum("a" <= c <= "z" for c in token)
        if not 0 < len(signs) <= _MOST_SIGNS or letters < 2 or letters + len(signs) < len(token):
            return ""
        for meant in product(*(options for _, options in signs)):
            chars = list(token)
            for (index, _), letter in zip(signs, meant, strict=True):
                chars[index] = letter
            word = "".join(chars)
            if self._known(word):
                return word
        return ""

    def _known(self, word: str) -> bool:
        words = self._words
        return word in words or any(
            word.endswith(ending)
            and (word[: -len(ending)] in words or (ending != "s" and word[: -len(ending)] + "e" in words))
            for ending in _SUFFIXES
        )
