"""Makes the word index of a set of rules."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from adcheck.rulebook.compiled import Companions, CompiledPattern, CompiledRule
from adcheck.rulebook.frequency import expected
from adcheck.rulebook.index import (
    ABSENT,
    ACROSS,
    CLASSED,
    CROSSES,
    LANGS,
    LEADS,
    MISSPELT,
    ORDER,
    TERM,
    WordIndex,
    flat,
    head_code,
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
    runs = array("I", [n for n in range(len(every)) if not n or heads[n] != heads[n - 1]] + [len(every)])
    word_starts = array("I", [0, *accumulate(map(len, every))])
    need_ends, needs = flat(companions.needs, "H")
    chars = sorted(companions.chars)
    char_ends, char_classes = flat((companions.chars[char] for char in chars), "H")
    small = {
        "lexicons": list(lexicons), "kinds": sorted(set(lexical)), "wide": companions.lexical, "chars": "".join(chars),
        "classes": companions.count,
    }  # fmt: skip
    return WordIndex({
        "words": "".join(every).encode("utf-8", "surrogatepass"), "word_starts": word_starts.tobytes(), "order": ORDER,
        "heads": array("Q", [head_code(heads[run]) for run in runs[:-1]]).tobytes(), "starts": runs.tobytes(),
        "ends": ends.tobytes(), "targets": targets.tobytes(), "lexical": lexical.tobytes(), "leading": leading,
        "class_ends": class_ends.tobytes(), "classes": classes.tobytes(), "need_ends": need_ends, "needs": needs,
        "char_ends": char_ends, "char_classes": char_classes, "small": marshal.dumps(small, 4),
    })  # fmt: skip


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
        self.needs: list[list[int]] = [[], [], []]
        self.words: dict[str, list[int]] = {}
        self.chars: dict[str, list[int]] = {}
        self.lexical: list[tuple[int, int]] = []

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self._numbers)

    def need(self, also: Iterable[Companions]) -> int:
        """The number of a set of classes."""
        places = tuple(sorted((companions.side, self._class(companions)) for companions in also))
        if places not in self._sets:
            self._sets[places] = len(self.needs) // 3
            self.needs += ([number for where, number in places if where == side] for side in (0, -1, 1))
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
