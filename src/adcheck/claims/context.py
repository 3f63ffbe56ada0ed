"""Claim or mention? Decides from the words around a match whether it is kept, lowered or dropped, and says why.

The scope is the clause for negation and the sentence (up to a "but") for prohibition, so that 不保证治愈,但三天见效
still hits once. The idea of cue and scope is that of NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from adcheck.claims import cues
from adcheck.claims.expressions import Text
from adcheck.model import Verdict
from adcheck.text.language import language_of
from adcheck.text.lazy import LazyPattern
from adcheck.text.segment import Sentences, clause_around
from adcheck.text.squeeze import is_han

QUOTES: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "《": "》"}


class Judgement(NamedTuple):
    """The verdict on one match; ``reason`` is a fixed word, ``detail`` the cue that decided."""

    verdict: Verdict
    reason: str = ""
    detail: str = ""


KEEP: Final = Judgement("keep")


class View:
    """A squeezed text as the judge sees it."""

    def __init__(self, words: Text, sentences: Sentences, genre: str = "") -> None:
        self.words = words
        self.text = words.text
        self.sentences = sentences
        self.genre = genre
        self._where = -1, -1
        self._said: dict[int, re.Match[str] | None] = {}

    def says(self, cue: LazyPattern, low: int, high: int) -> re.Match[str] | None:
        """The cue in ``text[low:high]``; remembered for the next question about the same span."""
        if self._where != (low, high):
            self._where, self._said = (low, high), {}
        if id(cue) not in self._said:
            self._said[id(cue)] = cue.search(self.text[low:high])
        return self._said[id(cue)]


class Surroundings:
    """The clause and the sentence around one match, cut on demand."""

    def __init__(self, view: View, start: int, end: int) -> None:
        self.text, self.start, self.end = view.text, start, end
        self.low, self.high = view.sentences.around(start, end)
        self._view = view

    def says(self, cue: LazyPattern) -> re.Match[str] | None:
        """The cue somewhere in the sentence."""
        return self._view.says(cue, self.low, self.high)

    @cached_property
    def before(self) -> str:
        """The sentence up to the match."""
        return self.text[self.low : self.start]

    @cached_property
    def after(self) -> str:
        """The sentence from the match on."""
        return self.text[self.end : self.high]

    @cached_property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.text[self.low : self.high]

    @cached_property
    def clause(self) -> tuple[int, int]:
        """The span of the clause."""
        return clause_around(self.text, self.start, self.end, self.low, self.high)

    @cached_property
    def clause_before(self) -> str:
        """The clause up to the match."""
        return self.text[self.clause[0] : self.start]

    @cached_property
    def closing(self) -> str:
        """The mark that closes the quotation the match stands in; empty outside quotations."""
        for opening, closing in QUOTES.items():
            at = self.before.rfind(opening)
            inside = at >= 0 and closing not in self.before[at + 1 :] and closing in self.after
            if inside and (opening != closing or self.before.count(opening) % 2 == 1):
                return closing
        return ""

    @property
    def quoted(self) -> bool:
        """Whether the match stands inside quotation marks."""
        return bool(self.closing)


def judge(view: View, start: int, end: int, immune: tuple[str, ...] = ()) -> Judgement:
    """The verdict on the match ``view.text[start:end]``; reasons in ``immune`` are not tried."""
    here = Surroundings(view, start, end)
    for reason, test in _english_tests() if reads_english(here) else _TESTS:
        if reason in immune:
            continue
        detail = test(here, view)
        if detail:
            return Judgement("lower" if reason == "open-question" else "drop", reason, detail.strip()[:40])
    return KEEP


def reads_english(here: Surroundings) -> bool:
    """Whether a match and its sentence are English; a Chinese sentence with an English word in it is not."""
    if any(map(is_han, here.text[here.start : here.end])):
        return False
    return here.sentence.isascii() or language_of(here.sentence) == "en"


def _english_tests() -> Sequence[tuple[str, Callable[[Surroundings, View], str]]]:
    from adcheck.claims.english import TESTS  # a Chinese text needs none of its words

    return TESTS


def _law_text(here: Surroundings, view: View) -> str:
    if view.genre:
        return f"genre {view.genre}"
    line = here.text.rfind("\n", max(0, here.low - 200), here.start) + 1
    begin = max(here.low, line)
    head = cues.LAW_LINE.match(here.text, begin, here.start)
    if head and here.says(cues.LAW_WORD):
        return head.group()
    if cues.ENUMERATED.match(here.text, begin, here.start) and here.sentence.rstrip().endswith((";", "；")):
        return "enumerated clause"
    norm = here.says(cues.NORM)
    return norm.group() if norm and not here.says(cues.SELLER) and "否则" not in here.sentence else ""


def _review(here: Surroundings, view: View) -> str:
    found = here.says(cues.REVIEW)
    return found.group() if found else ""


def _prohibition(here: Surroundings, view: View) -> str:
    disbelief = cues.BELIEVE_NOT.search(here.before)
    if disbelief and not cues.INSTEAD.search(here.before, disbelief.end()):
        return disbelief.group()
    last = max(cues.FORBID.finditer(here.before), key=lambda found: found.start(), default=None)
    if last is None or cues.DOUBLE.search(here.before, 0, last.start()):
        return ""
    scope = here.before[last.end() :]
    if cues.RESET.search(scope):
        return ""
    if "," in scope and not here.quoted and not cues.OUTRIGHT.search(last.group()):
        return ""
    uses = cues.USES.match(scope)
    adjacent = len(scope) <= 2
    return last.group() if uses or adjacent else ""


def _negation(here: Surroundings, view: View) -> str:
    window = here.clause_before[-24:]
    inner = cues.INNER_NEGATION.search(here.text, here.start + 1, here.end)
    if inner and inner.end() < here.end:
        return inner.group()
    if cues.NOT_ONE.search(window) and cues.NOT_ONE_ENDS.match(here.after):
        return "没有…的"
    unproven = cues.UNPROVEN.search(here.before)
    if unproven:
        return unproven.group()
    found = cues.NEGATION.search(window) or cues.FAR_NEGATION.search(window)
    if found is None:
        return ""
    if cues.DOUBLE.search(window, 0, found.start()) and found.group()[0] in "不无非未":
        return ""
    if found.group().startswith("不可能不") or (
        found.group() == "非" and here.after.startswith(("不收", "不要", "不付"))
    ):
        return ""
    return found.group()


def _forbidden_after(here: Surroundings, view: View) -> str:
    distrust = cues.DISTRUST.match(here.after)
    if distrust:
        return distrust.group()[-10:]
    found = cues.AFTER_FORBID.match(here.after)
    if found is None:
        return ""
    if here.quoted or here.says(cues.ADVERT_TALK) or here.says(cues.REPORT):
        return found.group()[-10:]
    return ""


def _quoted_mention(here: Surroundings, view: View) -> str:
    distanced = cues.DISTANCED.search(here.before[-60:])
    if distanced and (here.quoted or distanced.group().startswith("所谓")):
        return distanced.group()[:6]
    if not here.quoted:
        return ""
    found = cues.MENTION_NOUN.match(here.after) or cues.BAIT.match(here.after.lstrip("”’」』\"'》")[:14])
    if found:
        return found.group()[-8:]
    if cues.INTRODUCED.search(here.before[-60:]) and cues.REWRITE.match(here.after[here.after.find(here.closing) :]):
        return "quoted example"
    rewrite = cues.REWRITE.match(here.after[here.after.find(here.closing) :])
    if rewrite:
        return rewrite.group()[-6:]
    named = cues.NAMED.search(here.before[-60:])
    if named:
        return named.group()[:4]
    talk = here.says(cues.ADVERT_TALK)
    return talk.group() if talk else ""


def _research(here: Surroundings, view: View) -> str:
    found = here.says(cues.RESEARCH)
    return found.group() if found and not here.says(cues.SELLER) else ""


def _advice(here: Surroundings, view: View) -> str:
    clause = here.text[here.clause[0] : here.high]
    found = cues.ADVICE.search(clause) or cues.KEEP_AWAY.search(here.after) or here.says(cues.ORDINARY)
    return found.group() if found and not here.says(cues.ADVICE_SELLER) else ""


def _warning(here: Surroundings, view: View) -> str:
    found = here.says(cues.WARN)
    return found.group() if found else ""


def _report(here: Surroundings, view: View) -> str:
    found = here.says(cues.REPORT)
    return found.group() if found else ""


def _question(here: Surroundings, view: View) -> str:
    if not cues.QUESTION_END.search(here.sentence[-3:]) or cues.WANT.search(here.before):
        return ""
    if cues.ASKED.match(here.sentence):
        return "asked"
    if cues.AFFIRMED.match(here.text, here.high, here.high + 8):
        return ""
    denied = cues.DENIED.match(here.text, here.high, here.high + 30)
    if denied:
        return denied.group()
    clause = here.text[here.clause[0] : min(here.high, here.clause[1] + 2)]
    found = cues.CAN_IT.search(clause) or cues.CAN_ENDS.search(clause)
    return found.group() if found else ""


def _open_question(here: Surroundings, view: View) -> str:
    return "哪" if here.sentence.endswith(("?", "？")) and "哪" in here.sentence else ""


def _required(here: Surroundings, view: View) -> str:
    clause = here.text[here.clause[0] : here.clause[1]]
    found = cues.REQUIRED.search(clause) or here.says(cues.REQUIRED_OF_SENTENCE)
    return found.group() if found else ""


def _history(here: Surroundings, view: View) -> str:
    around = here.text[max(here.low, here.start - 6) : min(here.high, here.end + 6)]
    found = cues.NEWS_PAST.search(around)
    return found.group() if found else ""


_TESTS: Final = (
    ("law-text", _law_text), ("review", _review), ("prohibition", _prohibition), ("negation", _negation), ("quotation", _quoted_mention),
    ("prohibition", _forbidden_after), ("warning", _warning), ("report", _report), ("required-statement", _required),
    ("research", _research), ("advice", _advice), ("history", _history), ("question", _question), ("open-question", _open_question),
)  # fmt: skip
