"""One pass over the text for all words of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from adcheck.rulebook.index import MISSPELT, WordIndex
from adcheck.rulebook.marks import LexicalHits

PATIENCE: Final = 100_000
"""Code points scanned the simple way before the automaton is built (measured: that is where it has paid)."""

FEW: Final = 3_000
"""Code points up to which the first characters are looked up by bisection and no table is made of them."""

_NONE: Final = (0, 0)
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def whole_latin_words(text: str, hits: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The lexicon words among hits that no Latin letter touches: *ms* in *ms* and not in *terms*.

    A plural that the lexicon lacks counts as its word, ending included.
    """
    for start, end, bits in hits:
        if text[start] in _LETTERS and start and text[start - 1] in _LETTERS:
            continue
        if text[end - 1] in _LETTERS:
            for ending in ("", "s", "es"):
                after = end + len(ending)
                if text.startswith(ending, end) and text[after : after + 1] not in _LETTERS:
                    yield start, after, bits
                    break
        else:
            yield start, end, bits


class Automaton:
    """Finds the words of an index in one pass.

    Short texts are scanned by the first two characters of each word; when enough text has come by, an Aho-Corasick
    automaton (Aho and Corasick 1975) is built, which costs more to make and less to use.
    """

    def __init__(self, index: WordIndex) -> None:
        self.index = index
        self.words = index.words
        self._seen = 0
        self._fast: Any = None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """All (word number, start, end) in the text, overlapping ones too, in no order."""
        if self._fast is None:
            self._seen += len(text)
            if self._seen <= PATIENCE:
                return self.scan(text)
            self.build()
        found: list[tuple[int, int, int]] = self._fast.find_matches_as_indexes(text, overlapping=True)
        return found

    def build(self) -> None:
        """Build the Aho-Corasick automaton now."""
        from ahocorasick_rs import AhoCorasick, Implementation

        self._fast = AhoCorasick(self.words, implementation=Implementation.ContiguousNFA)

    def scan(self, text: str) -> list[tuple[int, int, int]]:
        """The same as :meth:`find`, without the automaton."""
        get = self.index.prefixes.get if self._seen > FEW else self.index.numbers_of
        whole, starts, size = self.words.text, self.words.starts, len(text)
        found: list[tuple[int, int, int]] = []
        for start in range(size):
            bounds = get(text[start : start + 2])
            if bounds:
                for number in range(*bounds):
                    word = whole[starts[number] : starts[number + 1]]
                    if text.startswith(word, start):
                        found.append((number, start, start + len(word)))
            if start + 1 < size:
                for number in range(*(get(text[start]) or _NONE)):
                    found.append((number, start, start + 1))
        return found

    def lexical_hits(self, text: str, found: Sequence[tuple[int, int, int]]) -> LexicalHits:
        """The lexicon words among what was found."""
        bits = self.index.lexical
        hits = ((start, end, bits[number] & ~MISSPELT) for number, start, end in found)
        return LexicalHits(text, whole_latin_words(text, (hit for hit in hits if hit[2])))

    def local_marks(self, lexicons: Sequence[str]) -> dict[int, int]:
        """For an expression over these lexicons: a word's bits -> number of its mark."""
        places = [self.index.lexicons.index(name) for name in lexicons]
        return {
            every: sum(1 << i for i, place in enumerate(places) if every >> place & 1)
            for every in {bits & ~MISSPELT for bits in self.index.kinds}
        }
