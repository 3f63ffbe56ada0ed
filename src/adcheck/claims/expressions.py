"""Expressions, compiled when first needed, and the texts they run on."""

from __future__ import annotations

import contextlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from operator import itemgetter
from time import monotonic
from typing import Any, Final

from adcheck.claims.automaton import Automaton
from adcheck.rulebook.compiled import Expression
from adcheck.rulebook.marks import LexicalHits
from adcheck.text.kept import compiled

TIME_BUDGET: Final = 0.25
"""Seconds one expression may take in one sentence before it is given up."""

SLOW: Final = 0.005
"""Seconds from which a run of a user's expression counts as slow."""

BEYOND: Final = 12
"""Characters around a window that look-behind and look-ahead may see."""


class Text:
    """A squeezed text with what the automaton found in it."""

    def __init__(self, text: str, found: Sequence[tuple[int, int, int]], automaton: Automaton) -> None:
        self.text, self.found, self.automaton = text, found, automaton
        self.known: dict[str, bool] = {}
        """Which expressions stand somewhere in it, of those that were asked for."""

    @cached_property
    def _by_start(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        found = sorted(self.found, key=itemgetter(1))
        return found, [hit[1] for hit in found]

    def words_in(self, begin: int, end: int) -> list[tuple[int, int, int]]:
        """The words of the index that begin in ``[begin:end]``: (number, start, end)."""
        found, starts = self._by_start
        return found[bisect_left(starts, begin) : bisect_left(starts, end)]

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
        self.probes: dict[int, Any] = {}
        """How patterns are tried, by the number of their targets."""

    def matcher(self, expression: Expression) -> Callable[..., re.Match[str] | None] | None:
        """Matches the expression at a place; None if it runs under a time budget."""
        pattern, limits = self._compiled(expression)
        return None if limits else pattern.match

    def _compiled(self, expression: Expression) -> tuple[Any, dict[str, float]]:
        found = self._cache.get(expression.source)
        if found is None:
            found = self._cache[expression.source] = self._compile(expression)
        return found

    @staticmethod
    def _compile(expression: Expression) -> tuple[Any, dict[str, float]]:
        if expression.trusted:
            with contextlib.suppress(re.error):  # a look-behind of several widths needs regex
                return compiled(expression.source), {}
        import regex

        return regex.compile(expression.source), {"timeout": TIME_BUDGET}

    def _windows(self, expression: Expression, text: Text, low: int, high: int) -> list[tuple[str, int]]:
        """The texts to run on, each with the offset of its first character.

        With lexicons these are the window with their words marked, and the plain text, where a literal of the
        expression may stand that is part of a lexicon word.
        """
        if not expression.lexicons:
            return [(text.text, 0)]
        local = self.local_marks(expression.lexicons, text.automaton)
        first = max(0, low - BEYOND)
        marked = text.lexical.window(first, min(len(text.text), high + BEYOND), local)
        return [(text.text, 0)] if marked is None else [(marked, first), (text.text, 0)]

    def local_marks(self, lexicons: tuple[str, ...], automaton: Automaton) -> dict[int, int]:
        """For an expression over these lexicons: a word's bits -> number of its mark."""
        local = self._marks.get(lexicons)
        if local is None:
            local = self._marks[lexicons] = automaton.local_marks(lexicons)
        return local

    def matches_at(
        self, expression: Expression, windows: Sequence[tuple[str, int]], places: Sequence[int], over: int, high: int
    ) -> list[tuple[int, int]]:
        """Matches that begin at one of some places, go over the place ``over`` and end up to ``high``.

        From left to right, none over another.
        """
        if self.gave_up and expression.source[:40] in self.gave_up:
            return []
        pattern, limits = self._cache.get(expression.source) or self._compiled(expression)
        match_at = partial(pattern.match, **limits) if limits else pattern.match
        began = monotonic() if limits else 0.0
        found = []
        try:
            for window, offset in windows:
                reached = 0
                for place in places:
                    if place >= reached and (match := match_at(window, place - offset, high - offset)):
                        last = match.end() + offset
                        if last > over:
                            reached = last
                            found.append((place, last))
        except TimeoutError:
            self.gave_up.add(expression.source[:40])
        if limits:
            self._spend(expression, monotonic() - began)
        return found

    def matches_in(
        self, expression: Expression, windows: Sequence[tuple[str, int]], low: int, high: int
    ) -> list[tuple[int, int]]:
        """Spans of the expression between ``low`` and ``high`` in each of the windows; fewer when the time budget is spent."""
        if self.gave_up and expression.source[:40] in self.gave_up:
            return []
        pattern, limits = self._compiled(expression)
        began = monotonic() if limits else 0.0
        found = []
        try:
            for window, offset in windows:
                for match in pattern.finditer(window, low - offset, high - offset, **limits):
                    found.append((match.start() + offset, match.end() + offset))
        except TimeoutError:
            self.gave_up.add(expression.source[:40])
        if limits:
            self._spend(expression, monotonic() - began)
        return found

    def find(self, expression: Expression, text: Text, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Spans of the expression in ``text[low:high]``; stops early when the time budget is spent.

        An expression that was given up once is not tried again before :attr:`gave_up` is cleared.
        """
        yield from self.matches_in(expression, self._windows(expression, text, low, high), low, high)

    def _spend(self, expression: Expression, seconds: float) -> None:
        """Give up an expression of the user's that was slow too often, though never beyond the budget of one run."""
        if seconds > SLOW:
            self._spent[expression.source] = self._spent.get(expression.source, 0.0) + seconds
            if self._spent[expression.source] > 4 * TIME_BUDGET:
                self.gave_up.add(expression.source[:40])
                self._spent.clear()

    def stands(self, expression: Expression, text: Text, low: int, high: int) -> bool:
        """Whether the expression stands in ``text[low:high]``."""
        pattern, limits = self._compiled(expression)
        if limits:
            return next(self.find(expression, text, low, high), None) is not None
        windows = self._windows(expression, text, low, high)
        return any(pattern.search(window, low - offset, high - offset) for window, offset in windows)

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
