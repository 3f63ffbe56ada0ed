"""From anchors to candidates: run a rule's expression in the sentence where one of its anchors stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from adcheck.claims.automaton import ABSENT, TERM, Target
from adcheck.rulebook.compiled import CompiledRule, Expression
from adcheck.text.segment import Sentences

TIME_BUDGET: Final = 0.25
"""Seconds one expression may take in one sentence before it is given up."""


class Candidate(NamedTuple):
    """A match of a rule's words before its context is judged; offsets are of the squeezed text."""

    rule: int
    lang: str
    start: int
    end: int


class Expressions:
    """Compiles expressions when first needed, with their named lists, and runs them within the time budget."""

    def __init__(self, lexicon: Callable[[str], Sequence[str]]) -> None:
        self._lexicon = lexicon
        self._cache: dict[str, Any] = {}
        self.gave_up: set[str] = set()

    def compiled(self, expression: Expression) -> Any:
        """The compiled expression."""
        found = self._cache.get(expression.source)
        if found is None:
            import regex

            lists = {name.replace("-", "_"): self._lexicon(name) for name in expression.lexicons}
            found = self._cache[expression.source] = regex.compile(expression.source, **lists)
        return found

    def find(self, expression: Expression, text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Spans of the expression in ``text[low:high]``; stops early when the time budget is spent."""
        try:
            for match in self.compiled(expression).finditer(text, low, high, timeout=TIME_BUDGET):
                yield match.span()
        except TimeoutError:
            self.gave_up.add(expression.source[:40])

    def stands(self, expression: Expression, text: str, low: int, high: int) -> bool:
        """Whether the expression stands in ``text[low:high]``."""
        return next(self.find(expression, text, low, high), None) is not None

    def stands_at(self, expression: Expression, text: str, start: int, high: int) -> bool:
        """Whether the expression matches from ``start``."""
        return self.compiled(expression).match(text, start, high, timeout=TIME_BUDGET) is not None

    def ends_at(self, expression: Expression, text: str, low: int, end: int) -> bool:
        """Whether the expression matches somewhere in ``text[low:end]`` up to ``end``."""
        tail = Expression(f"(?:{expression.source})\\Z", expression.lexicons)
        return self.compiled(tail).search(text, low, end, timeout=TIME_BUDGET) is not None


def candidates(
    found: Sequence[tuple[int, int, int]], targets: Sequence[Sequence[Target]], rules: Sequence[CompiledRule], text: str,
    sentences: Sentences, run: Expressions, active: Callable[[int], bool],
) -> Iterator[Candidate]:  # fmt: skip
    """Candidates of all active rules from the anchors ``found`` in a text, in no order.

    Each (pattern, sentence) is run once.
    """
    done: set[tuple[int, str, int, int]] = set()
    for number, start, end in found:
        for rule, lang, pattern in targets[number]:
            if not active(rule):
                continue
            if pattern == TERM:
                if lang != "en" or _is_word(text, start, end):
                    yield Candidate(rule, lang, start, end)
                continue
            low, high = sentences.around(start, end)
            if (rule, lang, pattern, low) in done:
                continue
            done.add((rule, lang, pattern, low))
            for first, last in run.find(expression_of(rules[rule], lang, pattern), text, low, high):
                if last > first:
                    yield Candidate(rule, lang, first, last)


def expression_of(rule: CompiledRule, lang: str, pattern: int) -> Expression:
    """The expression a target points to."""
    if lang == ABSENT:
        assert rule.absent is not None  # noqa: S101 - only such rules have signals
        return rule.absent.signals[pattern].expression
    return rule.words[lang].patterns[pattern].expression


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit of the same script touches the span."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_latin(before) and _latin(text[start])) and not (_latin(after) and _latin(text[end - 1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
