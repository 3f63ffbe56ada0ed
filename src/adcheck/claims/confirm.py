"""From anchors to candidates: run a rule's expression in the sentence where one of its anchors stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import Final, NamedTuple

from adcheck.claims.binding import Bindings
from adcheck.claims.expressions import BEYOND, Expressions, Text
from adcheck.rulebook.compiled import CompiledPattern, CompiledRule
from adcheck.rulebook.index import ABSENT, ACROSS, CLASSED, LEADS, TERM, Target
from adcheck.text.segment import Sentences

SHORTEST_AD: Final = 40
"""A text of fewer code points is a phrase, no whole ad: document rules leave it alone."""


class Candidate(NamedTuple):
    """A match of a rule's words before its context is judged; offsets are of the squeezed text."""

    rule: int
    lang: str
    start: int
    end: int


class Contents(NamedTuple):
    """What stands in a sentence, with offsets in it: candidates (rule, language, start, end), and the words (number, start) that lead
    to what the sentence alone does not decide."""

    candidates: tuple[tuple[int, str, int, int], ...]
    across: tuple[tuple[int, int], ...]


Memo = dict[str, Contents]
"""Sentence -> what stands in it: texts repeat themselves."""

FEW: Final = 8
"""Places that are tried one by one; more of them are searched."""

ENDLESS: Final = 2_000
"""Code points beyond which a stretch without a sentence's end is no sentence."""

MOST_REMEMBERED: Final = 20_000


def candidates(
    text: Text, rules: Sequence[CompiledRule], run: Expressions, active: Mapping[int, object], sentences: Sentences,
    memo: Memo | None = None, *, whole_ad: bool = True,
) -> Iterator[Candidate]:  # fmt: skip
    """Candidates of all active rules from the anchors in a text, in no order, each once.

    An expression sees the sentence of its anchor, so no gap goes across a sentence's end; one that names such an end
    sees what follows too. With a ``memo`` (of one choice of active rules) a sentence met before is not read again. Signals of
    document rules are only looked for in what may be a ``whole_ad``, and only the first of each rule.
    """
    search = _Search(text, rules, run, active, signals=whole_ad and len(text.text) >= SHORTEST_AD)
    for begin, end in sentences.spans():
        key = text.text[begin:end]
        known = memo.get(key) if memo is not None else None
        if known is None:
            known = search.contents(begin, end)
            if memo is not None and end - begin <= ENDLESS:
                if len(memo) >= MOST_REMEMBERED:
                    memo.clear()
                memo[key] = known
        for rule, lang, start, last in known.candidates:
            yield Candidate(rule, lang, start + begin, last + begin)
        if known.across:
            yield from search.across(known.across, begin)


NOTHING: Final = Contents((), ())


class Probe:
    """How one pattern is tried at an anchor: the expression of its tail, and where that begins; made once."""

    __slots__ = ("form", "high", "lexicons", "low", "match", "whole")

    def __init__(self, form: CompiledPattern, run: Expressions) -> None:
        self.form, tail = form, form.tail
        self.whole = tail is None or tail.whole
        self.low, self.high = (form.low, form.high) if tail is None else (tail.low, tail.high)
        expression = form.expression if tail is None else tail.expression
        self.lexicons = expression.lexicons
        self.match = run.matcher(expression)
        """None for expressions that run under a time budget."""


class _Search:
    """One text's search for candidates."""

    def __init__(
        self, text: Text, rules: Sequence[CompiledRule], run: Expressions, active: Mapping[int, object], *, signals: bool
    ) -> None:  # fmt: skip
        self.text, self.rules, self.run, self.active = text, rules, run, active
        self.index = text.automaton.index
        self._led: dict[int, tuple[Target, ...]] = active.led if isinstance(active, Bindings) else {}
        self._signals = signals
        self._signalled: set[int] = set()
        self._searched: dict[int, int] = {}
        self._plain = [(text.text, 0)]
        self._marked: dict[tuple[tuple[str, ...], int, int], list[tuple[str, int]]] = {}

    def contents(self, begin: int, end: int) -> Contents:
        """What stands in the sentence ``[begin:end]``."""
        leading = self.index.leading
        hits = [hit for hit in self.text.words_in(begin, end) if leading[hit[0]]]
        if not hits:
            return NOTHING
        across = tuple((number, start - begin) for number, start, _ in hits if leading[number] & ACROSS)
        found = tuple((c.rule, c.lang, c.start - begin, c.end - begin) for c in self.within(hits, begin, end))
        return Contents(found, across)

    def within(self, hits: Sequence[tuple[int, int, int]], begin: int, end: int) -> list[Candidate]:
        """What stands in the sentence ``[begin:end]``, without what may go across its end."""
        leading, led = self.index.leading, self._led
        up_to, from_on = self._present(hits, begin, end)
        missing = self.index.every ^ up_to[-1]
        found: dict[Candidate, None] = {}
        for number, start, stop in hits:
            if leading[number] & LEADS:
                targets = led.get(number)
                if targets is None:
                    targets = self._leads(number)
                for target in targets:
                    rule, lang, pattern, need, _, _, before, after = target
                    if need & missing:
                        continue
                    if (before and before & ~up_to[start - begin]) or (after and after & ~from_on[start - begin + 1]):
                        continue
                    if pattern != TERM:
                        self._confirm(target, start, begin, end, found)
                    elif lang != "en" or _is_word(self.text.text, start, stop):
                        found[Candidate(rule, lang, start, stop)] = None
        return list(found)

    def _leads(self, number: int) -> tuple[Target, ...]:
        """What a word leads to within its sentence, of the active rules."""
        targets = self._led[number] = tuple(
            target
            for target in self.index.targets(number)
            if not target.crosses and target.lang != ABSENT and self.active[target.rule] is not None
        )
        return targets

    def _present(self, hits: Sequence[tuple[int, int, int]], begin: int, end: int) -> tuple[list[int], list[int]]:
        """For each place of the sentence the classes, as bits, of the words that begin before it, and from it on.

        In a stretch that is no sentence the sides are not told apart.
        """
        chars, leading, mask = self.index.char_masks, self.index.leading, self.index.mask
        classed = [(start, mask(number)) for number, start, _ in hits if leading[number] & CLASSED]
        if end - begin > ENDLESS:
            every = reduce(or_, {bits for _, bits in classed}, 0)
            every = reduce(or_, map(chars.__getitem__, set(self.text.text[begin:end])), every)
            return [every] * (end - begin + 1), [every] * (end - begin + 1)
        present = [chars[char] for char in self.text.text[begin:end]]
        for start, bits in classed:
            present[start - begin] |= bits
        from_on = list(accumulate(reversed(present), or_, initial=0))
        from_on.reverse()
        return list(accumulate(present, or_, initial=0)), from_on

    def across(self, leads: Iterable[tuple[int, int]], begin: int) -> list[Candidate]:
        """What stands in the sentence and may go on into the next, and signals of document rules."""
        found: dict[Candidate, None] = {}
        for number, at in leads:
            for target in self.index.targets(number):
                signal = target.lang == ABSENT
                if signal and (not self._signals or target.rule in self._signalled):
                    continue
                if (signal or target.crosses) and self.active[target.rule] is not None:
                    self._confirm(target, begin + at, begin, len(self.text.text), found)
                    if signal and any(c.rule == target.rule for c in found):
                        self._signalled.add(target.rule)
        return list(found)

    def _confirm(self, target: Target, start: int, begin: int, end: int, found: dict[Candidate, None]) -> None:
        probe = self.run.probes.get(target.form) or self._probe(target)
        form = probe.form
        if end - begin > ENDLESS:  # no sentence: windows of one pattern may not overlap, or the cost would multiply
            if start < self._searched.get(target.form, 0):
                return
            self._searched[target.form] = start + max(1, form.most - form.low)
            spans = self._found_near(form, start, begin, end)
        else:
            spans = self._found_at(probe, start, begin, end)
        for first, last in spans:
            if first <= start - form.low and last > start:
                found[Candidate(target.rule, target.lang, first, last)] = None

    def _probe(self, target: Target) -> Probe:
        form = pattern_of(self.rules[target.rule], target.lang, target.pattern)
        probe = self.run.probes[target.form] = Probe(form, self.run)
        return probe

    def _found_at(self, probe: Probe, start: int, begin: int, end: int) -> Iterable[tuple[int, int]]:
        """The matches of a pattern whose anchor stands at ``start``: its tail is tried first."""
        form, match = probe.form, probe.match
        if match is None or probe.high - probe.low >= FEW:
            return self._found_near(form, start, begin, end)
        windows = self._windows(probe.lexicons, begin, end) if probe.lexicons else self._plain
        low, stop = start - probe.high, start - probe.low + 1
        low = low if low > begin else begin
        if form.tail is None:
            end = min(end, start - form.low + form.most + BEYOND)
        found: list[tuple[int, int]] = []
        for window, offset in windows:
            reached = 0
            for place in range(low, stop):
                if place >= reached:
                    hit = match(window, place - offset, end - offset)
                    if hit is not None and hit.end() + offset > start:
                        if not probe.whole:
                            return self._found_near(form, start, begin, end)
                        reached = hit.end() + offset
                        found.append((place, reached))
        return found

    def _found_near(self, form: CompiledPattern, start: int, begin: int, end: int) -> Iterable[tuple[int, int]]:
        """The matches of the whole expression where one with its anchor at ``start`` can begin."""
        low, high = max(begin, start - form.high), min(end, start - form.low + form.most + BEYOND)
        if end - begin > ENDLESS:
            return self.run.find(form.expression, self.text, low, high)
        lexicons = form.expression.lexicons
        windows = self._windows(lexicons, begin, end) if lexicons else self._plain
        if form.high - form.low < FEW:
            return self.run.matches_at(form.expression, windows, range(low, start - form.low + 1), start, high)
        return self.run.matches_in(form.expression, windows, low, high)

    def _windows(self, lexicons: tuple[str, ...], begin: int, end: int) -> list[tuple[str, int]]:
        """The texts to match in, each with the offset of its first character: the sentence with its words marked, and plain."""
        key = (lexicons, begin, end)
        windows = self._marked.get(key)
        if windows is None:
            first, last = max(0, begin - BEYOND), min(len(self.text.text), end + BEYOND)
            marked = self.text.lexical.window(first, last, self.run.local_marks(lexicons, self.text.automaton))
            windows = self._marked[key] = self._plain if marked is None else [(marked, first), *self._plain]
        return windows


def pattern_of(rule: CompiledRule, lang: str, pattern: int) -> CompiledPattern:
    """The pattern a target points to."""
    if lang == ABSENT:
        assert rule.absent is not None
        return rule.absent.signals[pattern]
    return rule.words[lang].patterns[pattern]


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit of the same script touches the span."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_latin(before) and _latin(text[start])) and not (_latin(after) and _latin(text[end - 1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
