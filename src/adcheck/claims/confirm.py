"""From anchors to candidates: run a rule's expression in the sentence where one of its anchors stands."""

from __future__ import annotations

import contextlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from time import monotonic
from typing import Any, Final, NamedTuple

from adcheck.claims.automaton import Automaton
from adcheck.rulebook.compiled import CompiledPattern, CompiledRule, Expression
from adcheck.rulebook.index import ABSENT, TERM
from adcheck.rulebook.marks import LexicalHits
from adcheck.text.segment import Sentences

TIME_BUDGET: Final = 0.25
"""Seconds one expression may take in one sentence before it is given up."""

SLOW: Final = 0.005
"""Seconds from which a run of a user's expression counts as slow."""

BEYOND: Final = 12
"""Characters around a window that look-behind and look-ahead may see."""

SHORTEST_AD: Final = 40
"""A text of fewer code points is a phrase, no whole ad: document rules leave it alone."""


class Candidate(NamedTuple):
    """A match of a rule's words before its context is judged; offsets are of the squeezed text."""

    rule: int
    lang: str
    start: int
    end: int


class Text:
    """A squeezed text with what the automaton found in it."""

    def __init__(self, text: str, found: Sequence[tuple[int, int, int]], automaton: Automaton) -> None:
        self.text, self.found, self.automaton = text, found, automaton

    @cached_property
    def lexical(self) -> LexicalHits:
        """The lexicon words in it."""
        return self.automaton.lexical_hits(self.text, self.found)


class Expressions:
    """Compiles expressions when first needed and runs them.

    Those that come with adcheck have bounded gaps and no nested repetition (the loader sees to it) and run in the
    standard library, which is faster here; those of users run in ``regex`` under a time budget.
    """

    def __init__(self) -> None:
        self._cache: dict[str, tuple[Any, dict[str, float]]] = {}
        self._marks: dict[tuple[str, ...], dict[int, int]] = {}
        self._spent: dict[str, float] = {}
        self.gave_up: set[str] = set()

    def _compiled(self, expression: Expression) -> tuple[Any, dict[str, float]]:
        found = self._cache.get(expression.source)
        if found is None:
            found = self._cache[expression.source] = self._compile(expression)
        return found

    @staticmethod
    def _compile(expression: Expression) -> tuple[Any, dict[str, float]]:
        if expression.trusted:
            with contextlib.suppress(re.error):  # a look-behind of several widths needs regex
                return re.compile(expression.source), {}
        import regex

        return regex.compile(expression.source), {"timeout": TIME_BUDGET}

    def _windows(self, expression: Expression, text: Text, low: int, high: int) -> list[tuple[str, int]]:
        """The texts to run on, each with the offset of its first character.

        With lexicons these are the window with their words marked, and the plain text, where a literal of the
        expression may stand that is part of a lexicon word.
        """
        if not expression.lexicons:
            return [(text.text, 0)]
        local = self._marks.get(expression.lexicons)
        if local is None:
            local = self._marks[expression.lexicons] = text.automaton.local_marks(expression.lexicons)
        first = max(0, low - BEYOND)
        marked = text.lexical.window(first, min(len(text.text), high + BEYOND), local)
        return [(text.text, 0)] if marked is None else [(marked, first), (text.text, 0)]

    def find(self, expression: Expression, text: Text, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Spans of the expression in ``text[low:high]``; stops early when the time budget is spent.

        An expression that was given up once is not tried again before :attr:`gave_up` is cleared.
        """
        if self.gave_up and expression.source[:40] in self.gave_up:
            return
        pattern, limits = self._compiled(expression)
        began = monotonic() if limits else 0.0
        try:
            for window, offset in self._windows(expression, text, low, high):
                for match in pattern.finditer(window, low - offset, high - offset, **limits):
                    yield match.start() + offset, match.end() + offset
        except TimeoutError:
            self.gave_up.add(expression.source[:40])
        if limits:
            self._spend(expression, monotonic() - began)

    def _spend(self, expression: Expression, seconds: float) -> None:
        """Give up an expression of the user's that was slow too often, though never beyond the budget of one run."""
        if seconds > SLOW:
            self._spent[expression.source] = self._spent.get(expression.source, 0.0) + seconds
            if self._spent[expression.source] > 4 * TIME_BUDGET:
                self.gave_up.add(expression.source[:40])
                self._spent.clear()

    def stands(self, expression: Expression, text: Text, low: int, high: int) -> bool:
        """Whether the expression stands in ``text[low:high]``."""
        return next(self.find(expression, text, low, high), None) is not None

    def starts_at(self, expression: Expression, text: Text, start: int, high: int) -> bool:
        """Whether the expression matches from ``start`` on."""
        pattern, limits = self._compiled(expression)
        try:
            return any(
                pattern.match(window, start - offset, high - offset, **limits)
                for window, offset in self._windows(expression, text, start, high)
            )
        except TimeoutError:
            self.gave_up.add(expression.source[:40])
            return False

    def ends_at(self, expression: Expression, text: Text, low: int, end: int) -> bool:
        """Whether the expression matches somewhere in ``text[low:end]`` up to ``end``."""
        tail = Expression(f"(?:{expression.source})\\Z", expression.lexicons, expression.trusted)
        return self.stands(tail, text, low, end)


Memo = dict[str, tuple[tuple[int, str, int, int], ...]]
"""Sentence -> what stands in it (rule, language, start, end within the sentence): texts repeat themselves."""

ENDLESS: Final = 2_000
"""Code points beyond which a stretch without a sentence's end is no sentence."""

MOST_REMEMBERED: Final = 20_000


def candidates(
    text: Text, rules: Sequence[CompiledRule], run: Expressions, active: Callable[[int], bool], sentences: Sentences,
    memo: Memo | None = None,
) -> Iterator[Candidate]:  # fmt: skip
    """Candidates of all active rules from the anchors in a text, in no order, each once.

    An expression sees the sentence of its anchor, so no gap goes across a sentence's end; one that names such an end
    sees what follows too. With a ``memo`` (of one choice of active rules) a sentence met before is not read again.
    """
    search = _Search(text, rules, run, active, sentences)
    for place, hits in search.by_sentence().items():
        begin, end = sentences.bounds(place)
        key = text.text[begin:end]
        known = memo.get(key) if memo is not None else None
        if known is None:
            known = tuple((c.rule, c.lang, c.start - begin, c.end - begin) for c in search.within(hits, begin, end))
            if memo is not None:
                if len(memo) >= MOST_REMEMBERED:
                    memo.clear()
                memo[key] = known
        for rule, lang, start, last in known:
            yield Candidate(rule, lang, start + begin, last + begin)
        yield from search.across(hits, begin)


class _Search:
    """One text's search for candidates."""

    def __init__(
        self, text: Text, rules: Sequence[CompiledRule], run: Expressions, active: Callable[[int], bool],
        sentences: Sentences,
    ) -> None:  # fmt: skip
        self.text, self.rules, self.run, self.active = text, rules, run, active
        self.targets = text.automaton.targets
        self._place = sentences.place
        self._ends = sentences.ends
        self._long = len(text.text) >= SHORTEST_AD
        self._searched: dict[tuple[int, str, int], int] = {}

    def by_sentence(self) -> dict[int, list[tuple[int, int, int]]]:
        """The anchors that lead somewhere, by the number of their sentence."""
        groups: dict[int, list[tuple[int, int, int]]] = {}
        leading, ends = self.text.automaton.index.leading, self._ends
        for hit in self.text.found:
            if leading[hit[0]]:
                place = bisect_right(ends, hit[1])
                if place in groups:
                    groups[place].append(hit)
                else:
                    groups[place] = [hit]
        return groups

    @cached_property
    def _near(self) -> _Near:
        return _Near(self.text, self._place)

    def within(self, hits: Iterable[tuple[int, int, int]], begin: int, end: int) -> Iterator[Candidate]:
        """What stands in the sentence ``[begin:end]``, without what may go across its end."""
        done: set[Candidate] = set()
        for number, start, stop in hits:
            missing = ~self._near.classes(start)
            for rule, lang, pattern, need, crosses in self.targets(number):
                if need & missing or crosses or lang == ABSENT or not self.active(rule):
                    continue
                if pattern == TERM:
                    if lang != "en" or _is_word(self.text.text, start, stop):
                        yield Candidate(rule, lang, start, stop)
                    continue
                yield from self._confirm(rule, lang, pattern, start, begin, end, done)

    def across(self, hits: Iterable[tuple[int, int, int]], begin: int) -> Iterator[Candidate]:
        """What stands in the sentence and may go on into the next, and signals of document rules."""
        done: set[Candidate] = set()
        leading = self.text.automaton.index.leading
        for number, start, _ in hits:
            if leading[number] != 3:
                continue
            for rule, lang, pattern, _, crosses in self.targets(number):
                if (crosses or (lang == ABSENT and self._long)) and self.active(rule):
                    yield from self._confirm(rule, lang, pattern, start, begin, len(self.text.text), done)

    def _confirm(
        self, rule: int, lang: str, pattern: int, start: int, begin: int, end: int, done: set[Candidate]
    ) -> Iterator[Candidate]:
        form = pattern_of(self.rules[rule], lang, pattern)
        if end - begin > ENDLESS:  # no sentence: windows of one pattern may not overlap, or the cost would multiply
            if start < self._searched.get((rule, lang, pattern), 0):
                return
            self._searched[rule, lang, pattern] = start + max(1, form.most - form.low)
        low, high = max(begin, start - form.high), min(end, start - form.low + form.most + BEYOND)
        for first, last in self.run.find(form.expression, self.text, low, high):
            candidate = Candidate(rule, lang, first, last)
            if first <= start - form.low and last > start and candidate not in done:
                done.add(candidate)
                yield candidate


class _Near:
    """Which classes of words are met in the sentence of a place or one beside it."""

    def __init__(self, text: Text, place_of: Callable[[int], int]) -> None:
        mask = text.automaton.index.mask
        self._place_of = place_of
        self._met: dict[int, int] = {}
        self._around: dict[int, int] = {}
        met = self._met
        for number, start, _ in text.found:
            classes = mask(number)
            if classes:
                place = place_of(start)
                met[place] = met.get(place, 0) | classes

    def classes(self, start: int) -> int:
        """The classes, as bits."""
        place = self._place_of(start)
        around = self._around.get(place)
        if around is None:
            get = self._met.get
            around = self._around[place] = get(place - 1, 0) | get(place, 0) | get(place + 1, 0)
        return around


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
