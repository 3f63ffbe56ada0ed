"""Compiled rules: plain data that a check needs, and nothing that only authors need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from typing import Any

from adcheck.model import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression and the named lists it uses."""

    source: str
    lexicons: tuple[str, ...] = ()
    trusted: bool = True
    """Whether it comes with adcheck; others run under a time budget."""


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """An expression with its anchors, which begin ``low`` to ``high`` characters after the start of a match.

    A match is at most ``most`` characters long.
    """

    expression: Expression
    anchors: tuple[str, ...]
    low: int
    high: int
    most: int


@dataclass(frozen=True, slots=True)
class CompiledWords:
    """What a rule looks for in one language."""

    terms: tuple[str, ...] = ()
    patterns: tuple[CompiledPattern, ...] = ()
    unless: dict[str, Expression] = field(default_factory=dict)
    requires: dict[str, Expression] = field(default_factory=dict)
    immune: tuple[str, ...] = ()
    border: bool = False


@dataclass(frozen=True, slots=True)
class CompiledAbsent:
    """A document rule about a missing statement."""

    signals: tuple[CompiledPattern, ...]
    statements: Expression
    minimum: int = 0
    offer: bool = True


@dataclass(frozen=True, slots=True)
class CompiledLaw:
    """A binding article."""

    jurisdiction: str
    law: str
    title: str
    article: str
    severity: Severity
    sectors: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class RuleBody:
    """What a rule looks for; needed only where one of its anchors stands."""

    words: dict[str, CompiledWords] = field(default_factory=dict)
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
    def words(self) -> dict[str, CompiledWords]:
        """What the rule looks for, by language."""
        return self.body.words

    @property
    def absent(self) -> CompiledAbsent | None:
        """The document rule, if it is one."""
        return self.body.absent


def head_to_data(rule: CompiledRule) -> dict[str, Any]:
    """Plain data of all but the body."""
    plain = {f.name: getattr(rule, f.name) for f in fields(rule) if f.name not in ("laws", "fetch")}
    return {**plain, "laws": [asdict(law) for law in rule.laws]}


def head_from_data(data: dict[str, Any], fetch: Callable[[], RuleBody]) -> CompiledRule:
    """The rule whose head :func:`head_to_data` wrote."""
    laws = tuple(CompiledLaw(**{**law, "sectors": tuple(law["sectors"])}) for law in data["laws"])
    return CompiledRule(**{**data, "laws": laws}, fetch=fetch)


def body_to_data(rule: CompiledRule) -> dict[str, Any]:
    """Plain data of the body."""
    return asdict(rule.body)


def body_from_data(data: dict[str, Any]) -> RuleBody:
    """The body that :func:`body_to_data` wrote."""
    absent = data["absent"]
    if absent is not None:
        signals = tuple(_pattern(p) for p in absent["signals"])
        absent = CompiledAbsent(signals, _expression(absent["statements"]), absent["minimum"], absent["offer"])
    return RuleBody({lang: _words(part) for lang, part in data["words"].items()}, absent)


def _expression(data: dict[str, Any]) -> Expression:
    return Expression(data["source"], tuple(data["lexicons"]), data["trusted"])


def _pattern(data: dict[str, Any]) -> CompiledPattern:
    return CompiledPattern(
        _expression(data["expression"]), tuple(data["anchors"]), data["low"], data["high"], data["most"]
    )


def _words(data: dict[str, Any]) -> CompiledWords:
    return CompiledWords(
        terms=tuple(data["terms"]),
        patterns=tuple(_pattern(p) for p in data["patterns"]),
        unless={k: _expression(v) for k, v in data["unless"].items()},
        requires={k: _expression(v) for k, v in data["requires"].items()},
        immune=tuple(data["immune"]),
        border=data["border"],
    )
