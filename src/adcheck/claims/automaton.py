"""One pass over the text for the anchors of all enabled rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from adcheck.rulebook.compiled import CompiledRule

TERM: Final = -1
"""Stands for "the anchor itself is the match" in :attr:`Target.pattern`."""

ABSENT: Final = "absent"
"""Stands for the language in :attr:`Target.lang` when the pattern is a signal of a document rule."""


class Target(NamedTuple):
    """What an anchor leads to: a rule, one of its languages, and a pattern of it or :data:`TERM`."""

    rule: int
    lang: str
    pattern: int


class Automaton:
    """Aho-Corasick over anchors; each leads to its targets. The library is loaded with the first automaton.

    ``also`` are further words to find; they lead to no target.
    """

    __slots__ = ("_find", "targets", "words")

    def __init__(self, rules: Sequence[CompiledRule], also: Iterable[str] = ()) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        table: dict[str, list[Target]] = {word: [] for word in also}
        for number, rule in enumerate(rules):
            for anchor, target in anchors_of(number, rule):
                table.setdefault(anchor, []).append(target)
        self.words: tuple[str, ...] = tuple(table)
        self.targets: tuple[tuple[Target, ...], ...] = tuple(tuple(dict.fromkeys(t)) for t in table.values())
        automaton = AhoCorasick(self.words, implementation=Implementation.ContiguousNFA) if self.words else None
        self._find = automaton.find_matches_as_indexes if automaton else None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """All (anchor number, start, end) in the text, overlapping ones too."""
        return self._find(text, overlapping=True) if self._find else []


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
