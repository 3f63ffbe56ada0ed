"""Claim or mention in English: what the words around a match say about it.

The algorithm is that of NegEx (Chapman et al., *A simple algorithm for identifying negated findings and diseases in
discharge summaries*, J Biomed Inform 34, 2001) as widened by ConText (Harkema et al., J Biomed Inform 42, 2009): a
trigger, the direction it reaches in, words that only look like a trigger, and words that end its reach. Here the
triggers also speak of bans, reports, warnings and research. What stands inside the match is the claim's own
(*no side effects*), only what stands outside can clear it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from adcheck.claims import cues_en as cues
from adcheck.claims import cues_en_reader as reader
from adcheck.claims import cues_en_talk as talk
from adcheck.text.lazy import LazyPattern

if TYPE_CHECKING:
    from adcheck.claims.context import Surroundings, View

_FAR: Final = 9
"""Words that may lie between a word of negation and what it negates."""

_SINGLE_OPEN: Final = LazyPattern("(?:^|(?<=[\\s(,:]))'[^']*$")
_INNER_APOSTROPHE: Final = LazyPattern("(?<=[a-z])'(?=[a-z])|(?<=s)'(?= [a-z])")
_SINGLE_CLOSE: Final = LazyPattern("'(?![a-z])")
_OR: Final = LazyPattern("(?<![a-z])(?:or|nor)(?![a-z])")
_NONE: Final = LazyPattern("(?<![a-z])(?:no|none|without|zero|free|never|minimal|fewer|few|less)(?![a-z])")
_EVEN: Final = LazyPattern(", (?:even|just|simply) (?:if|when|though|because)(?![a-z])")
_IF: Final = LazyPattern("\\s*(?:[-*·] ?)?(?:if|when|before|while|unless) (?!you want)")
_BARE: Final = LazyPattern("(?:no|nothing|nobody|none|never)(?![a-z])")
_TURNED: Final = LazyPattern("(?<![a-z])(?:without|unless|fails?)(?![a-z])")
_QUESTION: Final = LazyPattern("\\?[\\s\"'”)]*$")


def _open(between: str) -> bool:
    """Whether a cue's reach is not ended by what lies between it and the match."""
    return cues.SCOPE_END.search(between) is None


def _near(here: Surroundings, pattern: LazyPattern) -> str:
    """A cue of the sentence from which the match can be reached, in either direction; empty if there is none."""
    start, end = here.start - here.low, here.end - here.low
    for found in pattern.finditer(here.sentence):
        between = here.sentence[found.end() : start] if found.end() <= start else here.sentence[end : found.start()]
        if _open(between):
            return found.group()
    return ""


def _quotation_end(here: Surroundings) -> int:
    """Where in ``here.after`` the quotation around the match closes, -1 outside quotations."""
    if here.quoted:
        return here.after.find(here.closing)
    before = _INNER_APOSTROPHE.sub("’", here.before)
    if not _SINGLE_OPEN.search(before):
        return -1
    closing = _SINGLE_CLOSE.search(here.after)
    return closing.start() if closing else -1


def _only_looks(sentence: str, start: int) -> bool:
    """Whether the word of negation at ``sentence[start]`` is part of something that negates nothing."""
    return any(found.start() <= start < found.end() for found in cues.LOOKS_NEGATED.finditer(sentence))


def _listed(between: str, after: str) -> bool:
    """Whether a trigger and the match stand in one list: *diagnose, treat, cure or prevent*."""
    items = between.split(",")
    return all(len(item.split()) <= 5 for item in items) and bool(_OR.search(between) or _OR.search(after[:50]))


def _clear(between: str, after: str) -> bool:
    """Whether negation reaches over ``between``: one clause, or one list, and not too far."""
    if not _open(between) or ":" in between or '"' in between:
        return False
    if "," in between and not _listed(between, after):
        return False
    return len(between.split()) <= (_FAR if "," not in between else 3 * _FAR)


def law_text(here: Surroundings, view: View) -> str:
    """Statutes, codes, and whole documents about them."""
    if view.genre:
        return f"genre {view.genre}"
    found = here.says(talk.LAW)
    return found.group() if found and not here.says(talk.SELLER) else ""


def name(here: Surroundings, view: View) -> str:
    """Names and set phrases that hold the words of a claim."""
    for found in reader.NAMES.finditer(here.sentence):
        low, high = max(found.start() + here.low, here.start), min(found.end() + here.low, here.end)
        heads = low == here.start and " " in here.text[low:high].strip()
        if heads or 2 * (high - low) >= here.end - here.start:
            return found.group()
    return ""


def prohibition(here: Surroundings, view: View) -> str:
    """What must not be said, or is promised not to be said."""
    for found in cues.FORBID.finditer(here.before):
        if _open(here.before[found.end() :]) and not _only_looks(here.sentence, found.start()):
            return found.group()
    return ""


def negation(here: Surroundings, view: View) -> str:
    """Words of negation that reach the match from either side, or stand in the midst of it."""
    before, after = here.before, here.after
    adjacent = cues.NO_ADJACENT.search(before)
    if adjacent and not _only_looks(here.sentence, adjacent.start()) and not _doubled(before, adjacent.start()):
        return adjacent.group()
    for found in (*cues.NO_THING.finditer(before), *reversed(list(cues.NEGATION.finditer(before)))):
        if _negates(here, found):
            return found.group()
    inner = cues.INNER_NEGATION.search(here.text, here.start + 1, here.end)
    if inner and not cues.OTHERS.search(here.text[here.start : inner.start()]):
        return inner.group()
    if cues.DENIED_NEXT.match(here.text, here.high):
        return "denied in the next sentence"
    denied = cues.DENIED_AFTER.match(after)
    return denied.group() if denied and _open(denied.group()) and not _doubled(before, len(before)) else ""


def _negates(here: Surroundings, found: re.Match[str]) -> bool:
    """Whether a trigger really negates the match."""
    before = here.before
    ahead = before[: found.start()]
    return (
        _clear(before[found.end() :], here.after)
        and not _only_looks(here.sentence, found.start())
        and not cues.CONDITION.search(ahead)
        and not cues.OTHERS.search(ahead)
        and not _doubled(before, found.start())
        and not (_BARE.match(found.group()) and _turned(before, found.end()))
    )


def _turned(before: str, start: int) -> bool:
    """Whether a second negation follows the one that ends at ``start``: *nobody leaves without a perfect smile*."""
    return bool(cues.NEGATION.search(before, start) or _TURNED.search(before, start))


def _doubled(before: str, start: int) -> bool:
    """Whether another negation stands closely before the one at ``start``: *nothing we cannot cure*."""
    return cues.DOUBLE.search(before[max(0, start - 40) : start]) is not None


def quotation(here: Surroundings, view: View) -> str:
    """Words named as words, claims that others make, titles of works."""
    distanced = talk.DISTANCED.search(here.before)
    if distanced:
        return distanced.group()
    work = talk.WORKS.search(here.before)
    if work:
        return work.group()
    closing = _quotation_end(here)
    listed = talk.MENTION_LIST.search(here.before)
    if listed and _open(here.before[listed.end() :]) and (closing >= 0 or not here.says(talk.SELLER)):
        return listed.group()
    if closing < 0 or here.says(talk.SELLER):
        return ""
    found = talk.MENTION_NOUN.search(here.before) or talk.MENTION_AFTER.match(here.after, closing)
    found = found or talk.ADVERT_TALK.search(here.before) or talk.ADVERT_TALK.search(here.after[closing:])
    return found.group() if found else ""


def forbidden_after(here: Surroundings, view: View) -> str:
    """A verdict behind the match: misleading, banned, in need of evidence."""
    found = cues.FORBIDDEN_AFTER.search(here.after)
    if found is None or not _open(here.after[: found.start()]) or here.says(talk.SELLER):
        return ""
    return found.group() if _quotation_end(here) >= 0 or here.says(talk.ADVERT_TALK) else ""


def warning(here: Surroundings, view: View) -> str:
    """Readers are warned of such claims."""
    return "" if here.says(talk.WARN_NOT) else _near(here, talk.WARN)


def report(here: Surroundings, view: View) -> str:
    """Regulators, courts and papers on what somebody claimed."""
    return "" if here.says(talk.REPORT_NOT) else _near(here, talk.REPORT)


def required(here: Surroundings, view: View) -> str:
    """Statements that law demands."""
    low, high = here.clause
    found = reader.REQUIRED.search(here.text, low, high)
    return found.group() if found else ""


def research(here: Surroundings, view: View) -> str:
    """Hopes and reports of research, where nothing is sold."""
    aim = reader.AIM.search(here.before[-90:])
    if aim and reader.CURE_NOUN.match(here.text, here.start, here.high):
        return aim.group()
    if here.says(talk.SELLER) or here.says(reader.PROVES):
        return ""
    found = here.says(reader.STUDY)
    if found:
        return found.group()
    reported = {found.group() for found in reader.STATISTICS.finditer(here.sentence)}
    return " ".join(sorted(reported)) if len(reported) > 1 else ""


def advice(here: Surroundings, view: View) -> str:
    """Advice to patients and information on risks, in the clause of the match."""
    if here.says(talk.SELLER):
        return ""
    public = here.says(reader.PUBLIC_HEALTH)
    if public:
        return public.group()
    for found in reader.ADVICE.finditer(here.sentence):
        start, end = found.start() + here.low, found.end() + here.low
        if start < here.end and end > here.start and not _NONE.search(here.text, here.start, here.end):
            return found.group()
        if (
            _IF.match(here.sentence)
            and "," in here.text[here.end : start]
            and here.text[here.low : here.start].count(",") == 0
        ):
            return found.group()
        between = here.text[end : here.start]
        if end <= here.start and _open(between) and ("," not in between or _EVEN.search(between)):
            return found.group()
    return ""


def history(here: Surroundings, view: View) -> str:
    """Patients in the news and wishes to them."""
    around = here.text[max(here.low, here.start - 50) : min(here.high, here.end + 50)]
    wish = reader.WISH.search(around)
    if wish:
        return wish.group()
    found = reader.HISTORY.search(around) or here.says(reader.PAST_AGE)
    return found.group() if found and not here.says(talk.SELLER) else ""


def question(here: Surroundings, view: View) -> str:
    """A reader's question; not one that an ad asks to answer it itself."""
    lead = here.sentence.lstrip()
    if not here.says(_QUESTION) or reader.QUESTION_HOOK.match(lead) or here.says(reader.OUR):
        return ""
    if reader.AFFIRMED.match(here.text, here.high) or reader.OPEN.match(lead):
        return ""
    found = reader.ASKING.match(lead)
    return found.group() if found else ""


def open_question(here: Surroundings, view: View) -> str:
    """A question for somebody or some place; such a match is reported one step milder."""
    lead = here.sentence.lstrip()
    if not here.says(_QUESTION) or reader.QUESTION_HOOK.match(lead) or here.says(reader.OUR):
        return ""
    found = reader.OPEN.match(lead)
    return found.group() if found else ""


TESTS: Final[tuple[tuple[str, Callable[[Surroundings, View], str]], ...]] = (
    ("law-text", law_text), ("name", name), ("prohibition", prohibition), ("negation", negation),
    ("quotation", quotation), ("prohibition", forbidden_after), ("warning", warning), ("report", report),
    ("required-statement", required), ("research", research), ("advice", advice), ("history", history),
    ("question", question), ("open-question", open_question),
)  # fmt: skip
"""Reasons to clear an English match, in the order they are tried."""
