"""One pass over the text for the anchors of all enabled rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from adcheck.rulebook.compiled import CompiledRule
from adcheck.rulebook.marks import LexicalHits

TERM: Final = -1
"""Stands for "the anchor itself is the match" in :attr:`Target.pattern`."""

ABSENT: Final = "absent"
"""Stands for the language in :attr:`Target.lang` when the pattern is a signal of a document rule."""


PATIENCE: Final = 300_000
"""Code points scanned the simple way before the automaton is built (measured: that is where it has paid)."""


class Target(NamedTuple):
    """What an anchor leads to: a rule, one of its languages, and a pattern of it or :data:`TERM`."""

    rule: int
    lang: str
    pattern: int


class Automaton:
    """Finds the anchors of rules, the words of lexicons and further words in one pass.

    Short texts are scanned by the first two characters of each word; when enough text has come by, an Aho-Corasick
    automaton is built, which costs more to make and less to use. ``also`` are words that lead to no target.
    """

    def __init__(
        self, rules: Sequence[CompiledRule], lexicons: Mapping[str, Sequence[str]], also: Iterable[str] = ()
    ) -> None:
        table: dict[str, list[Target]] = {word: [] for word in also}
        for number, rule in enumerate(rules):
            for anchor, target in anchors_of(number, rule):
                table.setdefault(anchor, []).append(target)
        bits: dict[str, int] = {}
        for place, words in enumerate(lexicons.values()):
            for word in words:
                bits[word] = bits.get(word, 0) | 1 << place
                table.setdefault(word, [])
        self.words: tuple[str, ...] = tuple(table)
        self.targets: tuple[tuple[Target, ...], ...] = tuple(tuple(dict.fromkeys(t)) for t in table.values())
        self.lexical: tuple[int, ...] = tuple(bits.get(word, 0) for word in self.words)
        """For each word the lexicons it stands in, as bits in the order of :attr:`lexicons`."""
        self.lexicons: tuple[str, ...] = tuple(lexicons)
        self._seen = 0
        self._fast: Any = None

    @cached_property
    def _prefixes(self) -> dict[str, list[tuple[str, int]]]:
        table: dict[str, list[tuple[str, int]]] = {}
        for number, word in enumerate(self.words):
            table.setdefault(word[:2], []).append((word, number))
        return table

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """All (word number, start, end) in the text, overlapping ones too, in no order."""
        if self._fast is None:
            self._seen += len(text)
            if self._seen <= PATIENCE:
                return self._scan(text)
            from ahocorasick_rs import AhoCorasick, Implementation

            self._fast = AhoCorasick(self.words, implementation=Implementation.ContiguousNFA)
        found: list[tuple[int, int, int]] = self._fast.find_matches_as_indexes(text, overlapping=True)
        return found

    def _scan(self, text: str) -> list[tuple[int, int, int]]:
        get = self._prefixes.get
        found = []
        for start in range(len(text)):
            for key in (text[start : start + 2], text[start]):
                bucket = get(key)
                if bucket:
                    found += [(number, start, start + len(w)) for w, number in bucket if text.startswith(w, start)]
                if len(key) == 1:
                    break
        return found

    def lexical_hits(self, text: str, found: Sequence[tuple[int, int, int]]) -> LexicalHits:
        """The lexicon words among what was found."""
        bits = self.lexical
        return LexicalHits(text, ((start, end, bits[number]) for number, start, end in found if bits[number]))

    def local_marks(self, lexicons: Sequence[str]) -> dict[int, int]:
        """For an expression over these lexicons: a word's bits -> number of its mark."""
        places = [self.lexicons.index(name) for name in lexicons]
        return {
            every: sum(1 << i for i, place in enumerate(places) if every >> place & 1) for every in set(self.lexical) if every
        }


def anchors_of(number: int, rule: CompiledRule) -> Iterable[tuple[str, Target]]:
    """The anchors of one rule with their targets."""
    for lang, words in rule.words.items():
        for term in words.terms:
            yield term, Target(number, lang, TERM)
        for index, pattern in enumerate(words.patterns):
            for anchor in pattern.anchors:
                yield anchor, Target(number, lang, index)
    if rule.absent:
        for index, pattern in enumerate(rule.absent.signals):
            for anchor in pattern.anchors:
                yield anchor, Target(number, ABSENT, index)
