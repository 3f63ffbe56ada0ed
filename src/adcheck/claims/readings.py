"""Other readings of a text that was spelt to dodge a filter: 治yu率, 蕞好, 根冶.

Where a syllable of pinyin stands among Chinese characters, or a stand-in character, the sentence is read again with
each character that rules could mean there. A reading counts only if it makes a match that needs the replaced
character and that the plain text does not have; ordinary words that merely look like it find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from adcheck.text.lazy import LazyPattern
from adcheck.text.segment import Sentences
from adcheck.text.squeeze import HAN

MOST: Final = 400
"""Places read again per piece of text; beyond it the rest is left as written."""

REACH: Final = 60
_LETTERS: Final = LazyPattern(f"(?<=[{HAN}0-9%])[a-z]{{2,12}}(?![a-z0-9])|(?<![a-z0-9.@/-])[a-z]{{2,12}}(?=[{HAN}])")


class Reading(NamedTuple):
    """A window of text read in another way; ``at`` is where the ``written`` characters gave way to ``meant``."""

    text: str
    offset: int
    at: int
    written: int
    meant: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the squeezed text of a span of the reading."""
        return self._one(start), self._one(end - 1, last=True) + 1

    def _one(self, index: int, *, last: bool = False) -> int:
        if index < self.at:
            return self.offset + index
        if index < self.at + self.meant:
            inside = index - self.at
            if self.written == self.meant:
                return self.offset + self.at + inside
            return self.offset + self.at + (self.written - 1 if last else 0)
        return self.offset + index - self.meant + self.written


class Speller:
    """Finds the places of a text to read again, from the compiled tables of misspellings."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables
        self._rare: dict[str, str] = tables.get("rare", {})
        self.variants: dict[str, tuple[int, str]] = tables.get("variants", {})
        self._rare_class = LazyPattern(f"[{''.join(self._rare)}]") if self._rare else None

    def places(self, text: str, forms: list[tuple[int, str]]) -> list[tuple[int, int, tuple[str, ...]]]:
        """(start, end, what may be meant) of each suspicious place; ``forms`` are misspelt anchors that were found."""
        if text.isascii():
            return []
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        for match in _LETTERS.finditer(text):
            letters = match.group()
            meant = self._meant(letters)
            if meant:
                found[match.span()] = meant
        if self._rare_class:
            for match in self._rare_class.finditer(text):
                found[match.span()] = tuple(self._rare[match.group()])
        for start, form in forms:
            index, char = self.variants[form]
            span = (start + index, start + index + 1)
            found[span] = tuple(dict.fromkeys((*found.get(span, ()), char)))
        return [(a, b, meant) for (a, b), meant in sorted(found.items())[:MOST]]

    def _meant(self, letters: str) -> tuple[str, ...]:
        """The characters and pairs of characters that rules use and these letters spell."""
        if not self._tables:
            return ()
        return (*self._tables["one"].get(letters, ""), *self._tables["two"].get(letters, ()))

    def readings(
        self, text: str, sentences: Sentences, start: int, end: int, meant: tuple[str, ...]
    ) -> Iterator[Reading]:
        """The readings of one place, each a window around it."""
        low, high = sentences.around(start, end)
        low, high = max(low, start - REACH), min(high, end + REACH)
        for word in meant:
            window = text[low:start] + word + text[end:high]
            yield Reading(window, low, start - low, end - start, len(word))
