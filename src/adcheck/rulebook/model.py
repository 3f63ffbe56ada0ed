"""The form of a rule file: one concept, its words, its exceptions, its laws and its examples.

Only the loader imports this module; a check of texts works on the compiled rules and never loads pydantic.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from adcheck.model import CATEGORIES, JURISDICTIONS, SECTORS

Code = Annotated[str, Field(pattern=r"^[A-Z]{3}[0-9]{3}$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Text = Annotated[str, Field(min_length=1)]
Kind = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
Category = Literal[CATEGORIES]  # type: ignore[valid-type]
Sector = Literal[SECTORS]  # type: ignore[valid-type]
Jurisdiction = Literal[JURISDICTIONS]  # type: ignore[valid-type]


class Strict(BaseModel):
    """Unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Strict):
    """A text in Chinese and English."""

    zh: Text
    en: Text


class Unless(Strict):
    """Patterns that make a match harmless, by where they stand.

    ``before`` and ``after`` touch the match; ``within`` covers or overlaps it; the others stand anywhere in the
    clause, the sentence or the document.
    """

    before: list[Text] = []
    after: list[Text] = []
    within: list[Text] = []
    clause: list[Text] = []
    sentence: list[Text] = []
    document: list[Text] = []


class Requires(Strict):
    """Patterns of which one must stand in the clause, sentence or document, else there is no match."""

    clause: list[Text] = []
    sentence: list[Text] = []
    document: list[Text] = []


class Words(Strict):
    """What a concept looks like in one language.

    ``terms`` are plain words; ``patterns`` are regular expressions with ``{slot}`` for a lexicon or a slot of
    ``slots.toml``. ``immune`` names reasons of the context judge that don't apply (see docs/rules-howto.md).
    ``border`` asks for a check of word borders by segmentation.
    """

    terms: list[Text] = []
    patterns: list[Text] = []
    unless: Unless = Unless()
    requires: Requires = Requires()
    immune: list[str] = []
    border: bool = False


class Match(Strict):
    """The words per language; traditional Chinese is folded and needs none of its own."""

    zh: Words | None = None
    en: Words | None = None


class Absent(Strict):
    """A document rule: an ad that shows one of ``signals`` but none of ``statements``.

    Both may be in Chinese and English. ``minimum`` is the length in Chinese characters (three letters of English count
    as one) under which a text is a mere phrase; ``offer`` demands that the text also sells (price, order, contact).
    """

    signals: list[Text]
    statements: list[Text]
    minimum: int = 0
    offer: bool = True


class Entity(Strict):
    """Personal data that is a finding: of one of these ``kinds``, and where ``beside`` is given only in a sentence in which
    one of its patterns stands (in Chinese or English)."""

    kinds: list[Kind] = Field(min_length=1)
    beside: list[Text] = []


class Law(Strict):
    """One article that binds, in the sectors named (none = all).

    ``allows`` are wordings that it permits, e.g. those of an authority's list: a match that lies within one is no breach.
    """

    jurisdiction: Jurisdiction
    law: Name
    article: Text
    severity: Literal["error", "warning", "info"]
    sectors: list[Sector] = []
    allows: list[Text] = []


class Bad(Strict):
    """An example that must be found; ``hit`` names the matched texts (all of them found, no order)."""

    text: Text
    hit: list[Text] = []
    sector: Sector | None = None


class Good(Strict):
    """An example that must stay silent, and why."""

    text: Text
    why: Text
    sector: Sector | None = None


class Gap(Strict):
    """A wanted example that is not found yet; the tests tell when it starts to be found."""

    text: Text
    why: Text
    sector: Sector | None = None


class RuleFile(Strict):
    """A whole rule file."""

    code: Code
    name: Name
    category: Category
    title: Bilingual
    message: Bilingual
    suggestion: Bilingual
    confidence: Literal["high", "medium", "low"] = "medium"
    status: Literal["stable", "draft", "deprecated"] = "stable"
    strict: bool = False
    """Off unless ``--strict`` or selected by name."""
    match: Match = Match()
    absent: Absent | None = None
    entity: Entity | None = None
    code_rule: str = ""
    """Module of ``adcheck.claims.coderules`` or an entry point that does what data can't say."""
    law: list[Law] = Field(min_length=1)
    bad: list[Bad] = Field(min_length=1)
    good: list[Good] = Field(min_length=1)
    gap: list[Gap] = []

    @model_validator(mode="after")
    def _has_one_way_to_match(self) -> RuleFile:
        words = [w for w in (self.match.zh, self.match.en) if w and (w.terms or w.patterns)]
        ways = bool(words) + (self.absent is not None) + (self.entity is not None) + bool(self.code_rule)
        if ways != 1:
            raise ValueError("a rule has exactly one of [match], [absent], [entity] and code_rule")
        for text in (self.message.zh, self.message.en):
            if (words or self.entity) and "{match}" not in text:
                raise ValueError("message must contain {match}")
        return self


class LawArticle(Strict):
    """An article as the coverage page lists it; ``reason`` says why text can't show it, if no rule covers it."""

    article: Text
    about: Text
    reason: str = ""


class LawEntry(Strict):
    """A law of the registry."""

    title: Text
    title_en: Text
    version: Text
    in_force: Text
    url: str = ""
    verified: bool
    """Whether the wording was read in a print of the law; if not, articles are cited, never quoted."""
    articles: list[LawArticle] = []


class LawFile(Strict):
    """``rules/laws/<jurisdiction>.toml``."""

    jurisdiction: Jurisdiction
    laws: dict[str, LawEntry]
