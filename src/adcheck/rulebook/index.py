"""The word index: every word that any rule wants to be told about, and what each leads to.

Kept as flat arrays, which load in a few milliseconds where tens of thousands of small tuples would take a hundred.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from adcheck.rulebook.compiled import CompiledRule

TERM: Final = -1
"""Stands for "the word itself is the match" in :attr:`Target.pattern`."""

ABSENT: Final = "absent"
"""Stands for the language in :attr:`Target.lang` when the pattern is a signal of a document rule."""

LANGS: Final = ("zh", "en", ABSENT)

MISSPELT: Final = 1 << 63
"""Bit of :attr:`WordIndex.lexical` for words that are misspelt forms."""


class Target(NamedTuple):
    """What a word leads to: a rule by its number, one of its languages, and a pattern of it or :data:`TERM`."""

    rule: int
    lang: str
    pattern: int


class WordIndex:
    """Words by number, sorted, so that those with the same first two characters stand together.

    ``lexical`` tells for each word the lexicons it stands in, as bits in the order of ``lexicons``.
    """

    def __init__(
        self, words: Sequence[str], ends: array[int], targets: array[int], lexical: array[int], lexicons: Sequence[str]
    ) -> None:
        self.words = words
        self._ends, self._targets = ends, targets
        self.lexical, self.lexicons = lexical, tuple(lexicons)
        self._known: dict[int, tuple[Target, ...]] = {}

    @cached_property
    def prefixes(self) -> dict[str, tuple[int, int]]:
        """First two characters (one, for a word of one) -> the numbers from and to."""
        heads = [word[:2] for word in self.words]
        starts = dict(zip(reversed(heads), range(len(heads) - 1, -1, -1), strict=True))  # the first of each stays
        ends = dict(zip(heads, range(1, len(heads) + 1), strict=True))
        return {head: (start, ends[head]) for head, start in starts.items()}

    def targets(self, number: int) -> tuple[Target, ...]:
        """What a word leads to."""
        found = self._known.get(number)
        if found is None:
            low, high = (self._ends[number - 1] if number else 0), self._ends[number]
            flat = self._targets
            found = tuple(Target(flat[3 * i], LANGS[flat[3 * i + 1]], flat[3 * i + 2]) for i in range(low, high))
            self._known[number] = found
        return found

    def to_data(self) -> dict[str, Any]:
        """Plain data for marshal; the arrays are bytes."""
        arrays = {"ends": self._ends, "targets": self._targets, "lexical": self.lexical}
        return {"words": "\n".join(self.words), "lexicons": list(self.lexicons), "order": _ORDER,
                **{name: value.tobytes() for name, value in arrays.items()}}  # fmt: skip


_ORDER: Final = array("I", [1]).tobytes()
"""How this machine writes the number 1: an index of another order or width is not read."""


def index_from_data(data: Mapping[str, Any]) -> WordIndex | None:
    """The index that :meth:`WordIndex.to_data` wrote; None if a machine of another byte order wrote it."""
    if data["order"] != _ORDER:
        return None
    ends, targets, lexical = (
        array(code, data[name]) for code, name in (("I", "ends"), ("i", "targets"), ("Q", "lexical"))
    )
    return WordIndex(data["words"].split("\n"), ends, targets, lexical, data["lexicons"])


def build_index(rules: Sequence[CompiledRule], lexicons: Mapping[str, Sequence[str]], variants: Iterable[str]) -> WordIndex:
    """The index of these rules; rules are numbered in their order."""
    table: dict[str, list[tuple[int, str, int]]] = {}
    bits: dict[str, int] = {}
    for number, rule in enumerate(rules):
        for word, target in _anchors_of(number, rule):
            row = table.setdefault(word, [])
            if target not in row:
                row.append(target)
    for place, words in enumerate(lexicons.values()):
        for word in words:
            bits[word] = bits.get(word, 0) | 1 << place
    for word in variants:
        bits[word] = bits.get(word, 0) | MISSPELT
    every = sorted({*table, *bits})
    ends, targets = array("I"), array("i")
    for word in every:
        for rule_number, lang, pattern in table.get(word, ()):
            targets.extend((rule_number, LANGS.index(lang), pattern))
        ends.append(len(targets) // 3)
    lexical = array("Q", (bits.get(word, 0) for word in every))
    return WordIndex(every, ends, targets, lexical, tuple(lexicons))


def _anchors_of(number: int, rule: CompiledRule) -> Iterable[tuple[str, tuple[int, str, int]]]:
    for lang, words in rule.words.items():
        for term in words.terms:
            yield term, (number, lang, TERM)
        for place, pattern in enumerate(words.patterns):
            for anchor in pattern.anchors:
                yield anchor, (number, lang, place)
    if rule.absent:
        for place, pattern in enumerate(rule.absent.signals):
            for anchor in pattern.anchors:
                yield anchor, (number, ABSENT, place)
