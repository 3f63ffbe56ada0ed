"""Compiled rules: plain data that a check needs, and nothing that only authors need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from adcheck.model import Confidence, Severity


class Expression(NamedTuple):
    """A regular expression and the named lists it uses."""

    source: str
    lexicons: tuple[str, ...] = ()
    trusted: bool = True
    """Whether it comes with adcheck; others run under a time budget."""


class CompiledPattern(NamedTuple):
    """An expression with its anchors, which begin ``low`` to ``high`` characters after the start of a match.

    A match is at most ``most`` characters long.
    """

    expression: Expression
    anchors: tuple[str, ...]
    low: int
    high: int
    most: int
    also: tuple[tuple[str, ...], ...] = ()
    """Further sets of words: of each one must stand near the anchor."""
    crosses: bool = False
    """Whether it may go across the end of a sentence."""


class CompiledWords(NamedTuple):
    """What a rule looks for in one language."""

    terms: tuple[str, ...] = ()
    patterns: tuple[CompiledPattern, ...] = ()
    unless: Mapping[str, Expression] = MappingProxyType({})
    requires: Mapping[str, Expression] = MappingProxyType({})
    immune: tuple[str, ...] = ()
    border: bool = False


class CompiledAbsent(NamedTuple):
    """A document rule about a missing statement."""

    signals: tuple[CompiledPattern, ...]
    statements: Expression
    minimum: int = 0
    offer: bool = True


class CompiledLaw(NamedTuple):
    """A binding article."""

    jurisdiction: str
    law: str
    title: str
    article: str
    severity: Severity
    sectors: tuple[str, ...] = ()
    url: str = ""


class RuleBody(NamedTuple):
    """What a rule looks for; needed only where one of its anchors stands."""

    words: Mapping[str, CompiledWords] = MappingProxyType({})
    absent: CompiledAbsent | None = None


@dataclass(frozen=True)
class CompiledRule:
    """One rule as the engine reads it; its body is fetched when first needed."""

    code: str
    name: str
    category: str
    title: dict[str, str]
    message: dict[str, str]
    suggestion: dict[str, str]
    confidence: Confidence
    status: str
    strict: bool
    laws: tuple[CompiledLaw, ...]
    code_rule: str = ""
    origin: str = ""
    fetch: Callable[[], RuleBody] = field(default=RuleBody, repr=False, compare=False)

    @cached_property
    def body(self) -> RuleBody:
        """The words and document rule."""
        return self.fetch()

    @property
    def words(self) -> Mapping[str, CompiledWords]:
        """What the rule looks for, by language."""
        return self.body.words

    @property
    def absent(self) -> CompiledAbsent | None:
        """The document rule, if it is one."""
        return self.body.absent


def head_to_data(rule: CompiledRule) -> dict[str, Any]:
    """Plain data of all but the body."""
    plain = {f.name: getattr(rule, f.name) for f in fields(rule) if f.name not in ("laws", "fetch")}
    return {**plain, "laws": [tuple(law) for law in rule.laws]}


def head_from_data(data: dict[str, Any], fetch: Callable[[], RuleBody]) -> CompiledRule:
    """The rule whose head :func:`head_to_data` wrote."""
    laws = tuple(CompiledLaw(*law) for law in data["laws"])
    return CompiledRule(**{**data, "laws": laws}, fetch=fetch)


def body_to_data(rule: CompiledRule) -> tuple[Any, ...]:
    """Plain data of the body: nested tuples, which marshal reads fast."""
    words, absent = rule.body
    plain = {lang: (tuple(w.terms), [_bare(p) for p in w.patterns], _bare_all(w.unless), _bare_all(w.requires),
                    tuple(w.immune), w.border) for lang, w in words.items()}  # fmt: skip
    missing = absent and ([_bare(p) for p in absent.signals], tuple(absent.statements), absent.minimum, absent.offer)
    return plain, missing


def body_from_data(data: tuple[Any, ...]) -> RuleBody:
    """The body that :func:`body_to_data` wrote."""
    plain, missing = data
    words = {
        lang: CompiledWords(
            terms,
            tuple(map(_pattern, patterns)),
            {k: Expression(*v) for k, v in unless.items()},
            {k: Expression(*v) for k, v in requires.items()},
            immune,
            border,
        )
        for lang, (terms, patterns, unless, requires, immune, border) in plain.items()
    }
    if missing is None:
        return RuleBody(words)
    signals, statements, minimum, offer = missing
    return RuleBody(words, CompiledAbsent(tuple(map(_pattern, signals)), Expression(*statements), minimum, offer))


def _bare(pattern: CompiledPattern) -> tuple[Any, ...]:
    return (tuple(pattern.expression), *pattern[1:])


def _bare_all(table: Mapping[str, Expression]) -> dict[str, tuple[Any, ...]]:
    return {key: tuple(value) for key, value in table.items()}


def _pattern(data: tuple[Any, ...]) -> CompiledPattern:
    return CompiledPattern(Expression(*data[0]), *data[1:])
