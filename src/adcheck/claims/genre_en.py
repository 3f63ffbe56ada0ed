"""What kind of writing an English document is: statute, manual, report on offenders, study, trade paper, or none.

As in :mod:`adcheck.claims.genre`, a high density of such words over several sentences is needed; an ad with one legal
phrase, one footnote or one word of marketing stays an ad.
"""

from __future__ import annotations

from typing import Final

from adcheck.text.lazy import LazyPattern

SHORTEST: Final = 300
"""Code points below which an English text has no genre."""

_LAW: Final = LazyPattern(
    "(?<![a-z])(?:shall(?! we)|must not|may not|sections?\\s+[0-9]+|articles?\\s+[0-9]+|subsections?|"
    "paragraphs?\\s+\\(?[0-9a-z]+|regulations?|schedules?\\s+[0-9]+|pursuant|"
    "hereby|thereof|therein|herein|thereto|offences?|liable|provided that|within the meaning|"
    "for the purposes of|commits?|in accordance with|the minister|secretary of state|"
    "a person who|any person|no person|imprisonment|fine not exceeding|summary conviction|enactment|"
    "notwithstanding|prohibited|c\\.?f\\.?r\\.?|u\\.s\\.c|ordinance|directive|statutory|"
    "member states?|repealed|amended by|\\((?:[a-h]|i{1,3}|iv|v|[1-9])\\)(?= [a-z]))"
)
_MANUAL: Final = LazyPattern(
    "(?<![a-z])(?:do not (?:use|say|write|claim|state|promise|imply|publish|post|include|show|call)|"
    "don't (?:use|say|write|claim|promise|imply)|never (?:use|say|write|claim|promise|state)|avoid|"
    "instead of|replace|"
    "acceptable|unacceptable|compliant|compliance|banned|prohibited|not (?:allowed|permitted)|"
    "allowed|wording|phrases?|words?|claims?|adverts?|ads|advertis[a-z]+|code|rules?|guidance|"
    "guidelines?|regulators?|asa|ftc|"
    "fda|tga|ahpra|mhra|cap|misleading|substantiat[a-z]+|evidence|examples?|incorrect|checklist|"
    "copywriters?|red flags?|headlines?|disclaimers?|disclosures?|must not|should not|must|"
    "breach(?:es)?|reviewers?|legal team|"
    "sign off|approved copy|testimonials?|audit|policy|house style)(?![a-z])"
)
_REPORT: Final = LazyPattern(
    "(?<![a-z])(?:complain(?:t|ts|ants?|ed)|upheld|rulings?|ruled|alleg[a-z]+|defendants?|"
    "plaintiffs?|courts?|fined|fines|penalt(?:y|ies)|settle(?:d|ment)|charged|misleading|"
    "unsubstantiated|unproven|"
    "false(?:ly)?|deceptive(?:ly)?|regulators?|watchdog|investigat[a-z]+|warning letters?|judge|"
    "advertisers?|breach(?:ed|es)?|ordered|injunction|lawsuit|prosecut[a-z]+|convict[a-z]+|sentenced|"
    "fraud[a-z]*|"
    "consumer protection|attorney general|asa|ftc|trading standards|enforcement|seized|victims?|"
    "pleaded|consent order|the ad|the ads|scams?)(?![a-z])"
)
_STUDY: Final = LazyPattern(
    "(?<![a-z])(?:background|objectives?|methods?|results?|conclusions?|participants|randomi[sz]ed|"
    "placebo|double blind|cohort|p ?[<=>] ?0?\\.[0-9]+|(?:95|99)% ?ci|confidence intervals?|"
    "hazard ratio|odds ratio|"
    "relative risk|primary (?:outcome|endpoint)s?|secondary (?:outcome|endpoint)s?|adverse events?|"
    "baseline|follow up|statistical(?:ly)?|significan(?:t|ce)|n ?= ?[0-9]+|systematic review|"
    "meta analysis|heterogeneity|"
    "inclusion criteria|trial registration|nct[0-9]+|limitations|authors?|et al|doi|"
    "intervention group|control group|mean difference|standard deviation|funding|"
    "ethics committee)(?![a-z])"
)
_TRADE: Final = LazyPattern(
    "(?<![a-z])(?:marketing|brand(?:s|ing)?|stakeholders?|roi|conversions?|conversion rates?|funnel|"
    "leads|seo|target audience|kpis?|segmentation|competitors?|strateg(?:y|ies|ic)|positioning|"
    "click through|"
    "engagement|market share|revenue|retention|acquisition|analytics|content calendar|agency|b2b|"
    "practice managers?|campaigns?|swot|influencer marketing|budgets?)(?![a-z])"
)
_QUOTED: Final = LazyPattern('["“][^"”\\n]{2,60}["”]')
_SENTENCES: Final = LazyPattern("[.!?;](?=\\s|$)|[\\n\\u2029]+")
_SELLS: Final = LazyPattern(
    "(?<![a-z])(?:book (?:now|online|your|today)|call (?:us|now)|order (?:now|today)|buy now|"
    "shop now|add to (?:cart|basket)|our (?:clinic|patients|treatments?|customers|formula|surgeons|"
    "products?|team)|we (?:offer|treat|guarantee)|free consultation)(?![a-z])"
)


def english_genre_of(sample: str) -> str:
    """``law``, ``manual``, ``report``, ``study``, ``trade`` or ``""`` for a folded English text."""
    if len(sample) < SHORTEST:
        return ""
    sentences = max(2, sum(1 for part in _SENTENCES.split(sample) if len(part.strip()) > 12))

    def dense(pattern: LazyPattern, each: float, thousand: float) -> bool:
        count = len(pattern.findall(sample))
        return count >= each * sentences and 1000 * count >= thousand * len(sample)

    sells = 1000 * len(_SELLS.findall(sample)) > 1.5 * len(sample)
    if dense(_LAW, 0.9, 7):
        return "law"
    if sells:
        return ""
    if dense(_STUDY, 0.9, 9):
        return "study"
    if dense(_REPORT, 0.9, 9):
        return "report"
    if dense(_MANUAL, 0.9, 12) or (dense(_MANUAL, 0.8, 8) and dense(_QUOTED, 0.3, 2)):
        return "manual"
    return "trade" if len(sample) > 2 * SHORTEST and dense(_TRADE, 0.8, 9) else ""
