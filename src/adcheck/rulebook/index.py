"""The word index: every word that any rule wants to be told about, and what each leads to.

Kept as flat arrays, which load in a few milliseconds where tens of thousands of small tuples would take a hundred.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from adcheck.rulebook.compiled import CompiledPattern, CompiledRule

TERM: Final = -1
"""Stands for "the word itself is the match" in :attr:`Target.pattern`."""

ABSENT: Final = "absent"
"""Stands for the language in :attr:`Target.lang` when the pattern is a signal of a document rule."""

LANGS: Final = ("zh", "en", ABSENT)

CROSSES: Final = 4
"""Bit beside the language of a target."""

MISSPELT: Final = 1 << 63
"""Bit of :attr:`WordIndex.lexical` for words that are misspelt forms."""


class Target(NamedTuple):
    """What a word leads to: a rule by its number, one of its languages, and a pattern of it or :data:`TERM`.

    ``need`` are the classes of words, as bits, of which each must be met near the anchor.
    """

    rule: int
    lang: str
    pattern: int
    need: int = 0
    crosses: bool = False


class WordIndex:
    """Words by number, sorted, so that those with the same first two characters stand together.

    ``lexical`` tells for each word the lexicons it stands in, as bits in the order of ``lexicons``. ``needs`` lists the
    classes that a target may need, ``classes`` and ``class_ends`` the classes of each word; ``starts`` where each run of equal first
    characters begins.
    """

    def __init__(
        self, words: Sequence[str], ends: array[int], targets: array[int], lexical: array[int], lexicons: Sequence[str],
        needs: Sequence[Sequence[int]], class_ends: array[int], classes: array[int], starts: array[int], leading: bytes,
    ) -> None:  # fmt: skip
        self.words = words
        self._ends, self._targets = ends, targets
        self.lexical, self.lexicons = lexical, tuple(lexicons)
        self._needs, self._class_ends, self._classes = needs, class_ends, classes
        self._starts = starts
        self.leading = leading
        """For each word 1 if it leads somewhere, 3 if also to what no sentence decides alone: a pattern that may go across
        a sentence's end, or a signal of a document rule."""
        self._known: dict[int, tuple[Target, ...]] = {}
        self._masks: dict[int, int] = {}

    @cached_property
    def prefixes(self) -> dict[str, tuple[int, int]]:
        """First two characters (one, for a word of one) -> the numbers from and to."""
        words, starts = self.words, self._starts
        return {words[start][:2]: (start, end) for start, end in itertools.pairwise(starts)}

    def targets(self, number: int) -> tuple[Target, ...]:
        """What a word leads to."""
        found = self._known.get(number)
        if found is None:
            low, high = (self._ends[number - 1] if number else 0), self._ends[number]
            flat = self._targets
            found = tuple(
                Target(
                    flat[4 * i],
                    LANGS[flat[4 * i + 1] & 3],
                    flat[4 * i + 2],
                    self._need(flat[4 * i + 3]),
                    bool(flat[4 * i + 1] & CROSSES),
                )
                for i in range(low, high)
            )
            self._known[number] = found
        return found

    def _need(self, number: int) -> int:
        return sum(1 << place for place in self._needs[number])

    def mask(self, number: int) -> int:
        """The classes a word belongs to, as bits."""
        mask = self._masks.get(number)
        if mask is None:
            low, high = (self._class_ends[number - 1] if number else 0), self._class_ends[number]
            mask = self._masks[number] = sum(1 << place for place in self._classes[low:high])
        return mask

    def to_data(self) -> dict[str, Any]:
        """Plain data for marshal; the arrays are bytes."""
        arrays = {"ends": self._ends, "targets": self._targets, "lexical": self.lexical,
                  "class_ends": self._class_ends, "classes": self._classes, "starts": self._starts}  # fmt: skip
        return {"words": "\n".join(self.words), "lexicons": list(self.lexicons), "order": _ORDER, "needs": self._needs, "leading": self.leading,
                **{name: value.tobytes() for name, value in arrays.items()}}  # fmt: skip


_ORDER: Final = array("I", [1]).tobytes()
"""How this machine writes the number 1: an index of another order or width is not read."""


def index_from_data(data: Mapping[str, Any]) -> WordIndex | None:
    """The index that :meth:`WordIndex.to_data` wrote; None if a machine of another byte order wrote it."""
    if data["order"] != _ORDER:
        return None
    ends, targets, lexical, class_ends, classes, starts = (
        array(code, data[name])
        for code, name in (
            ("I", "ends"), ("i", "targets"), ("Q", "lexical"), ("I", "class_ends"), ("H", "classes"), ("I", "starts"),
        )
    )  # fmt: skip
    words = data["words"].split("\n")
    return WordIndex(
        words, ends, targets, lexical, data["lexicons"], data["needs"], class_ends, classes, starts, data["leading"]
    )


def build_index(
    rules: Sequence[CompiledRule], lexicons: Mapping[str, Sequence[str]], variants: Iterable[str]
) -> WordIndex:
    """The index of these rules; rules are numbered in their order."""
    table: dict[str, list[tuple[int, int, int, int]]] = {}
    bits: dict[str, int] = {}
    companions = _Companions()
    for number, rule in enumerate(rules):
        for word, lang, place, pattern in _anchors_of(rule):
            also, crosses = (pattern.also, pattern.crosses) if pattern else ((), False)
            target = (number, LANGS.index(lang) | (CROSSES if crosses else 0), place, companions.need(also))
            row = table.setdefault(word, [])
            if target not in row:
                row.append(target)
    for place, words in enumerate(lexicons.values()):
        for word in words:
            bits[word] = bits.get(word, 0) | 1 << place
    for word in variants:
        bits[word] = bits.get(word, 0) | MISSPELT
    every = sorted({*table, *bits, *companions.words})
    ends, targets, class_ends, classes = array("I"), array("i"), array("I"), array("H")
    for word in every:
        for target in table.get(word, ()):
            targets.extend(target)
        ends.append(len(targets) // 4)
        classes.extend(companions.words.get(word, ()))
        class_ends.append(len(classes))
    leading = bytes(max((_leading(target[1]) for target in table.get(word, ())), default=0) for word in every)
    lexical = array("Q", (bits.get(word, 0) for word in every))
    heads = [word[:2] for word in every]
    starts = array("I", [n for n in range(len(every)) if not n or heads[n] != heads[n - 1]] + [len(every)])
    return WordIndex(
        every, ends, targets, lexical, tuple(lexicons), companions.needs, class_ends, classes, starts, leading
    )


def _leading(lang: int) -> int:
    return 3 if lang & CROSSES or LANGS[lang & 3] == ABSENT else 1


class _Companions:
    """Numbers the classes of words that patterns need besides their anchors, and the sets of them."""

    def __init__(self) -> None:
        self._classes: dict[tuple[str, ...], int] = {}
        self._numbers: dict[tuple[int, ...], int] = {(): 0}
        self.needs: list[list[int]] = [[]]
        self.words: dict[str, list[int]] = {}

    def need(self, also: tuple[tuple[str, ...], ...]) -> int:
        """The number of a set of classes."""
        places = tuple(sorted(self._class(words) for words in also))
        if places not in self._numbers:
            self._numbers[places] = len(self.needs)
            self.needs.append(list(places))
        return self._numbers[places]

    def _class(self, words: tuple[str, ...]) -> int:
        if words not in self._classes:
            self._classes[words] = len(self._classes)
            for word in words:
                self.words.setdefault(word, []).append(self._classes[words])
        return self._classes[words]


def _anchors_of(rule: CompiledRule) -> Iterable[tuple[str, str, int, CompiledPattern | None]]:
    for lang, words in rule.words.items():
        for term in words.terms:
            yield term, lang, TERM, None
        for place, pattern in enumerate(words.patterns):
            for anchor in pattern.anchors:
                yield anchor, lang, place, pattern
    if rule.absent:
        for place, pattern in enumerate(rule.absent.signals):
            for anchor in pattern.anchors:
                yield anchor, ABSENT, place, pattern
