"""The word index: every word that any rule wants to be told about, and what each leads to.

Kept as flat arrays, which load in a few milliseconds where tens of thousands of small tuples would take a hundred.
"""

from __future__ import annotations

import itertools
from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Any, Final, NamedTuple

from adcheck.rulebook.compiled import Companions, CompiledPattern, CompiledRule
from adcheck.rulebook.frequency import expected

TERM: Final = -1
"""Stands for "the word itself is the match" in :attr:`Target.pattern`."""

ABSENT: Final = "absent"
"""Stands for the language in :attr:`Target.lang` when the pattern is a signal of a document rule."""

LANGS: Final = ("zh", "en", ABSENT)

CROSSES: Final = 4
"""Bit beside the language of a target."""

LEADS: Final = 1
"""The word is an anchor or a term."""

ACROSS: Final = 2
"""It leads to what no sentence decides alone: a pattern that may go across a sentence's end, a signal of a document rule."""

CLASSED: Final = 4
"""It is a companion of some pattern's anchors."""

MOST_NEEDS: Final = 8
"""Classes that a pattern needs at most."""

MISSPELT: Final = 1 << 63
"""Bit of :attr:`WordIndex.lexical` for words that are misspelt forms."""


class Target(NamedTuple):
    """What a word leads to: a rule by its number, one of its languages, and a pattern of it or :data:`TERM`.

    ``need`` are the classes of words, as bits, of which each must be met in the anchor's sentence, ``before`` and ``after``
    those of them that begin before or after the anchor; ``form`` numbers the pattern among those of all rules.
    """

    rule: int
    lang: str
    pattern: int
    need: int = 0
    crosses: bool = False
    form: int = 0
    before: int = 0
    after: int = 0


class WordIndex:
    """Words by number, sorted, so that those with the same first two characters stand together.

    ``lexical`` tells for each word the lexicons it stands in, as bits in the order of ``lexicons``. ``needs`` lists the
    classes that a target may need, ``classes`` and ``class_ends`` the classes of each word; ``starts`` where each run of equal first
    characters begins.
    """

    def __init__(
        self, words: Sequence[str], ends: array[int], targets: array[int], lexical: array[int], lexicons: Sequence[str],
        needs: Sequence[Sequence[Sequence[int]]], class_ends: array[int], classes: array[int], starts: array[int],
        heads: Sequence[str], leading: bytes,
        wide: Sequence[tuple[int, int]], chars: Mapping[str, Sequence[int]],
    ) -> None:  # fmt: skip
        self.words = words
        self._ends, self._targets = ends, targets
        self.lexical, self.lexicons = lexical, tuple(lexicons)
        self._needs, self._class_ends, self._classes, self._wide = needs, class_ends, classes, wide
        self._lexical_masks: dict[int, int] = {}
        self._chars = chars
        self._starts, self._heads = starts, heads
        self.leading = leading
        """For each word, as bits, what it is good for: :data:`LEADS`, :data:`ACROSS`, :data:`CLASSED`; else 0."""
        self._known: dict[int, tuple[Target, ...]] = {}
        self._forms: dict[tuple[int, int, int], int] = {}
        self._masks: dict[int, int] = {}

    @cached_property
    def prefixes(self) -> dict[str, tuple[int, int]]:
        """First two characters (one, for a word of one) -> the numbers from and to."""
        starts = self._starts
        return dict(zip(self._heads, itertools.pairwise(starts), strict=True))

    def numbers_of(self, head: str) -> tuple[int, int] | None:
        """The same for one head, without making the table."""
        place = bisect_left(self._heads, head)
        if place == len(self._heads) or self._heads[place] != head:
            return None
        return self._starts[place], self._starts[place + 1]

    def targets(self, number: int) -> tuple[Target, ...]:
        """What a word leads to."""
        found = self._known.get(number)
        if found is None:
            low, high = (self._ends[number - 1] if number else 0), self._ends[number]
            flat = self._targets
            found = tuple(self._target(*flat[4 * i : 4 * i + 4]) for i in range(low, high))
            self._known[number] = found
        return found

    def _target(self, rule: int, lang: int, pattern: int, need: int) -> Target:
        """A target; what no sentence decides alone needs a class that no word belongs to."""
        alone = LANGS[lang & 3] != ABSENT and not lang & CROSSES
        anywhere, before, after = (sum(1 << place for place in places) for places in self._needs[need])
        need_any = anywhere | before | after if alone else 1 << len(self._needs) * MOST_NEEDS
        form = self._forms.setdefault((rule, lang, pattern), len(self._forms))
        return Target(rule, LANGS[lang & 3], pattern, need_any, bool(lang & CROSSES), form, before, after)

    def mask(self, number: int) -> int:
        """The classes a word belongs to, as bits."""
        mask = self._masks.get(number)
        if mask is None:
            low, high = (self._class_ends[number - 1] if number else 0), self._class_ends[number]
            mask = sum(1 << place for place in self._classes[low:high]) | self._lexical_mask(self.lexical[number])
            self._masks[number] = mask
        return mask

    @cached_property
    def char_masks(self) -> Mapping[str, int]:
        """The classes that a character is enough for, as bits."""
        return _CharMasks(self._chars)

    def _lexical_mask(self, bits: int) -> int:
        mask = self._lexical_masks.get(bits)
        if mask is None:
            mask = self._lexical_masks[bits] = sum(1 << place for place, wanted in self._wide if bits & wanted)
        return mask

    def to_data(self) -> dict[str, Any]:
        """Plain data for marshal; the arrays are bytes."""
        arrays = {"ends": self._ends, "targets": self._targets, "lexical": self.lexical,
                  "class_ends": self._class_ends, "classes": self._classes, "starts": self._starts}  # fmt: skip
        return {"words": "\n".join(self.words), "lexicons": list(self.lexicons), "order": _ORDER, "needs": self._needs,
                "leading": self.leading, "heads": "\n".join(self._heads), "wide": list(self._wide), "chars": self._chars,
                **{name: value.tobytes() for name, value in arrays.items()}}  # fmt: skip


class _CharMasks(dict[str, int]):
    """Bits of characters, worked out when asked for."""

    def __init__(self, places: Mapping[str, Sequence[int]]) -> None:
        super().__init__()
        self._places = places

    def __missing__(self, char: str) -> int:
        self[char] = mask = sum(1 << place for place in self._places.get(char, ()))
        return mask


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
        words,
        ends,
        targets,
        lexical,
        data["lexicons"],
        data["needs"],
        class_ends,
        classes,
        starts,
        data["heads"].split("\n"),
        data["leading"],
        data["wide"],
        data["chars"],
    )


def build_index(
    rules: Sequence[CompiledRule], lexicons: Mapping[str, Sequence[str]], variants: Iterable[str]
) -> WordIndex:
    """The index of these rules; rules are numbered in their order."""
    table: dict[str, list[tuple[int, int, int, int]]] = {}
    bits: dict[str, int] = {}
    for place, words in enumerate(lexicons.values()):
        for word in words:
            bits[word] = bits.get(word, 0) | 1 << place
    for word in variants:
        bits[word] = bits.get(word, 0) | MISSPELT
    companions = _Classes(lexicons, {*bits, *(word for rule in rules for word, *_ in _anchors_of(rule))})
    for number, rule in enumerate(rules):
        for word, lang, place, pattern in _anchors_of(rule):
            also, crosses = (pattern.also, pattern.crosses) if pattern else ((), False)
            target = (number, LANGS.index(lang) | (CROSSES if crosses else 0), place, companions.need(also))
            row = table.setdefault(word, [])
            if target not in row:
                row.append(target)
    every = sorted({*table, *bits, *companions.words})
    ends, targets, class_ends, classes = array("I"), array("i"), array("I"), array("H")
    for word in every:
        for target in table.get(word, ()):
            targets.extend(target)
        ends.append(len(targets) // 4)
        classes.extend(companions.words.get(word, ()))
        class_ends.append(len(classes))
    lexical = array("Q", (bits.get(word, 0) for word in every))
    wide = reduce(or_, (wanted for _, wanted in companions.lexical), 0)
    leading = bytes(
        reduce(or_, (_leading(target[1]) for target in table.get(word, ())), 0)
        | (CLASSED if word in companions.words or bits.get(word, 0) & wide else 0)
        for word in every
    )
    heads = [word[:2] for word in every]
    starts = array("I", [n for n in range(len(every)) if not n or heads[n] != heads[n - 1]] + [len(every)])
    return WordIndex(
        every,
        ends,
        targets,
        lexical,
        tuple(lexicons),
        companions.needs,
        class_ends,
        classes,
        starts,
        [heads[start] for start in starts[:-1]],
        leading,
        companions.lexical,
        companions.chars,
    )


def _leading(lang: int) -> int:
    return LEADS | ACROSS if lang & CROSSES or LANGS[lang & 3] == ABSENT else LEADS


class _Classes:
    """Numbers the classes of words that patterns need besides their anchors, and the sets of them.

    A Chinese word that is no anchor is looked for by its rarest character: it must be there too, and characters cost no
    search.
    """

    def __init__(self, lexicons: Iterable[str], known: Container[str]) -> None:
        self._places = {name: place for place, name in enumerate(lexicons)}
        self._known = known
        self._numbers: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        self._sets: dict[tuple[tuple[int, int], ...], int] = {(): 0}
        self.needs: list[list[list[int]]] = [[[], [], []]]
        self.words: dict[str, list[int]] = {}
        self.chars: dict[str, list[int]] = {}
        self.lexical: list[tuple[int, int]] = []

    def need(self, also: Iterable[Companions]) -> int:
        """The number of a set of classes."""
        places = tuple(sorted((companions.side, self._class(companions)) for companions in also))
        if places not in self._sets:
            self._sets[places] = len(self.needs)
            self.needs.append([[number for where, number in places if where == side] for side in (0, -1, 1)])
        return self._sets[places]

    def _class(self, companions: Companions) -> int:
        key = companions.lexicons, companions.words
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            chars = set()
            for word in companions.words:
                if len(word) > 1 and (word in self._known or word.isascii()):
                    self.words.setdefault(word, []).append(number)
                else:
                    chars.add(min(word, key=expected))
            for char in sorted(chars):
                self.chars.setdefault(char, []).append(number)
            if companions.lexicons:
                self.lexical.append((number, sum(1 << self._places[name] for name in companions.lexicons)))
        return number


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
