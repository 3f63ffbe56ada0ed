"""Compiled rules: plain data that a check needs, and nothing that only authors need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from adcheck.model import Confidence, Severity

ENGLISH_TOO: Final = frozenset({"hk"})
"""Jurisdictions whose laws have an English text of equal standing beside the Chinese one."""


class Expression(NamedTuple):
    """A regular expression and the named lists it uses."""

    source: str
    lexicons: tuple[str, ...] = ()
    trusted: bool = True
    """Whether it comes with adcheck; others run under a time budget."""


class Companions(NamedTuple):
    """Words of which one must stand in a match besides its anchor: those of some large lexicons and some more.

    ``side`` is -1 when it begins before the anchor, 1 when after it, 0 when that is not known.
    """

    lexicons: tuple[str, ...]
    words: tuple[str, ...]
    side: int = 0


class Tail(NamedTuple):
    """What follows in an expression from the piece with the anchor on; the piece begins ``low`` to ``high`` characters
    before the anchor. Without a match of the tail there is none of the whole; if ``whole``, it is the whole."""

    expression: Expression
    low: int
    high: int
    whole: bool


class CompiledPattern(NamedTuple):
    """An expression with its anchors, which begin ``low`` to ``high`` characters after the start of a match.

    A match is at most ``most`` characters long.
    """

    expression: Expression
    anchors: tuple[str, ...]
    low: int
    high: int
    most: int
    also: tuple[Companions, ...] = ()
    """Further sets of words: of each one must stand near the anchor."""
    crosses: bool = False
    """Whether it may go across the end of a sentence."""
    tail: Tail | None = None


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
    title_en: str = ""
    allows: str = ""
    """Expression of the wordings that the article permits; empty when there are none."""

    def title_in(self, lang: str) -> str:
        """The law's name for readers of a language: its own, in English where that is an official language too."""
        return self.title_en if lang == "en" and self.jurisdiction in ENGLISH_TOO else self.title


class RuleBody(NamedTuple):
    """What a rule looks for; needed only where one of its anchors stands."""

    words: Mapping[str, CompiledWords] = MappingProxyType({})
    absent: CompiledAbsent | None = None
    beside: Expression | None = None
    """What must stand in the sentence of personal data."""


class RuleCard(NamedTuple):
    """What is said of a rule, by language, and the laws it rests on; needed only where it found something."""

    title: Mapping[str, str] = MappingProxyType({})
    message: Mapping[str, str] = MappingProxyType({})
    suggestion: Mapping[str, str] = MappingProxyType({})
    laws: tuple[CompiledLaw, ...] = ()


class RuleHead(NamedTuple):
    """What every run needs to know of a rule."""

    code: str
    name: str
    category: str
    confidence: Confidence
    status: str
    strict: bool
    jurisdictions: tuple[str, ...] = ()
    """Those of its laws."""
    code_rule: str = ""
    entities: tuple[str, ...] = ()
    """Kinds of personal data that are its findings."""
    origin: str = ""


class CompiledRule:
    """One rule as the engine reads it; its card and body are fetched when first needed."""

    def __init__(
        self, head: RuleHead, show: Callable[[], RuleCard] = RuleCard, fetch: Callable[[], RuleBody] = RuleBody
    ) -> None:
        self.head, self._show, self._fetch = head, show, fetch
        self.code, self.name, self.category, self.confidence, self.status, self.strict = head[:6]
        self.jurisdictions, self.code_rule, self.entities, self.origin = head[6:]

    @cached_property
    def card(self) -> RuleCard:
        """Texts and laws."""
        return self._show()

    @cached_property
    def body(self) -> RuleBody:
        """The words and document rule."""
        return self._fetch()

    @property
    def laws(self) -> tuple[CompiledLaw, ...]:
        """The articles of all jurisdictions."""
        return self.card.laws

    @property
    def words(self) -> Mapping[str, CompiledWords]:
        """What the rule looks for, by language."""
        return self.body.words

    @property
    def absent(self) -> CompiledAbsent | None:
        """The document rule, if it is one."""
        return self.body.absent


def card_to_data(rule: CompiledRule) -> tuple[Any, ...]:
    """Plain data of the card."""
    *texts, laws = rule.card
    return (*map(dict, texts), [tuple(law) for law in laws])


def card_from_data(data: tuple[Any, ...]) -> RuleCard:
    """The card that :func:`card_to_data` wrote."""
    title, message, suggestion, laws = data
    return RuleCard(title, message, suggestion, tuple(CompiledLaw(*law) for law in laws))


def body_to_data(rule: CompiledRule) -> tuple[Any, ...]:
    """Plain data of the body: nested tuples, which marshal reads fast."""
    words, absent, beside = rule.body
    plain = {lang: (tuple(w.terms), [_bare(p) for p in w.patterns], _bare_all(w.unless), _bare_all(w.requires),
                    tuple(w.immune), w.border) for lang, w in words.items()}  # fmt: skip
    missing = absent and ([_bare(p) for p in absent.signals], tuple(absent.statements), absent.minimum, absent.offer)
    return plain, missing, beside and tuple(beside)


def body_from_data(data: tuple[Any, ...]) -> RuleBody:
    """The body that :func:`body_to_data` wrote."""
    plain, missing, beside = data
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
    around = beside and Expression(*beside)
    if missing is None:
        return RuleBody(words, None, around)
    signals, statements, minimum, offer = missing
    absent = CompiledAbsent(tuple(map(_pattern, signals)), Expression(*statements), minimum, offer)
    return RuleBody(words, absent, around)


def _bare(pattern: CompiledPattern) -> tuple[Any, ...]:
    tail = pattern.tail and (tuple(pattern.tail.expression), *pattern.tail[1:])
    return (tuple(pattern.expression), *pattern[1:5], tuple(map(tuple, pattern.also)), pattern.crosses, tail)


def _bare_all(table: Mapping[str, Expression]) -> dict[str, tuple[Any, ...]]:
    return {key: tuple(value) for key, value in table.items()}


def _pattern(data: tuple[Any, ...]) -> CompiledPattern:
    expression, anchors, low, high, most, also, crosses, tail = data
    return CompiledPattern(
        Expression(*expression), anchors, low, high, most, tuple(Companions(*c) for c in also), crosses,
        tail and Tail(Expression(*tail[0]), *tail[1:]),
    )  # fmt: skip
