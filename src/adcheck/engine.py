"""The order of steps: fold, squeeze, find anchors, confirm, judge, bind to law. Knows no single rule."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from adcheck.claims.absence import lacks_statement
from adcheck.claims.automaton import Automaton
from adcheck.claims.binding import Bindings, join, lower, not_permitted
from adcheck.claims.borders import on_borders
from adcheck.claims.coderules import code_rule
from adcheck.claims.confirm import Candidate, Memo, candidates
from adcheck.claims.context import KEEP, Judgement, View, judge
from adcheck.claims.expressions import Expressions, Text
from adcheck.claims.genre import genre_of
from adcheck.claims.leet import Leet
from adcheck.claims.pieces import Piece, pieces
from adcheck.claims.readings import Reading, Speller
from adcheck.claims.sector import Guess, SectorGuesser
from adcheck.documents.model import Document
from adcheck.model import Severity, severity_rank
from adcheck.rulebook.compiled import CompiledLaw, CompiledRule, CompiledWords, Expression
from adcheck.rulebook.index import ABSENT, MISSPELT
from adcheck.rulebook.store import RuleSet
from adcheck.text.fold import fold
from adcheck.text.segment import Sentences, clause_around

CODED: Final = "code"
"""Stands for the language of a candidate that a rule in code found."""

NO_WORDS: Final = CompiledWords()

LIST_LINES: Final = 8
"""Short lines in a piece of text from which it is a list."""

MOST_VERDICTS: Final = 20_000
"""Verdicts remembered, for texts that repeat themselves."""

MOST_HITS: Final = 10_000
"""Findings per document; beyond it the rest is counted in a note, not listed."""


Found = Sequence[tuple[int, int, int]]
"""Anchors in a text: (number, start, end)."""

Placer = Callable[[int, int], tuple[int, int]]
"""From a span of the text that was read to the span of :attr:`Document.text`."""


class Hit(NamedTuple):
    """A judged match; offsets are of :attr:`Document.text`."""

    rule: CompiledRule
    start: int
    end: int
    folded: str
    severity: Severity
    laws: tuple[CompiledLaw, ...]
    judgement: Judgement = KEEP
    reasons: tuple[str, ...] = ()


class Outcome:
    """What the engine found in one document."""

    def __init__(self) -> None:
        self.sector = ""
        self.sector_inferred = False
        self.hits: list[Hit] = []
        self.dropped: list[Hit] = []
        self.notes: list[str] = []


class Engine:
    """Checks documents with a fixed choice of rules and jurisdictions; holds no state of a document."""

    def __init__(self, ruleset: RuleSet, rules: Sequence[CompiledRule], jurisdictions: Sequence[str]) -> None:
        self.jurisdictions = tuple(jurisdictions)
        self.rules = tuple(r for r in rules if any(name in self.jurisdictions for name in r.jurisdictions))
        self._chosen = {rule.code for rule in self.rules}
        self._every = ruleset.rules
        self._coded = [n for n, rule in enumerate(self._every) if rule.code_rule and rule.code in self._chosen]
        self._ruleset = ruleset
        self._guesser = SectorGuesser(ruleset.sector_cues)
        self._speller = Speller(ruleset.spelling)
        self._leet = Leet(ruleset.spelling)
        self._bound: dict[str, Bindings] = {}
        self._memo: dict[str, Memo] = {}
        self._verdicts: dict[tuple[object, ...], Judgement | None] = {}
        self.run = Expressions()

    @cached_property
    def automaton(self) -> Automaton:
        """The automaton over the words of all rules; those not chosen are left out when a word is found."""
        return Automaton(self._ruleset.index)

    def check(self, document: Document, sector: str = "auto") -> Outcome:
        """All hits in a document, in order of place."""
        guess = Guess(self._guesser, document, sector)
        outcome = Outcome()
        genre: str | None = None
        for piece in pieces(document.text, self._leet.read):
            found = self.automaton.find(piece.squeezed.text)
            places = self._suspicious(piece, found)
            if not found and not places and not self._coded:
                continue
            if genre is None:
                genre = genre_of(fold(document.text))
            text = Text(piece.squeezed.text, found, self.automaton)
            self._read(piece, places, View(text, piece.sentences, genre), guess, outcome)
            if len(outcome.hits) > MOST_HITS:
                outcome.notes.append(f"more than {MOST_HITS} findings; the rest of the document was not listed")
                break
        outcome.sector, outcome.sector_inferred = guess.known, guess.inferred
        outcome.hits = _longest(outcome.hits)
        if self.run.gave_up:
            outcome.notes += [f"expression given up for taking too long: {e}" for e in sorted(self.run.gave_up)]
            self.run.gave_up.clear()
        return outcome

    def _read(
        self,
        piece: Piece,
        places: Sequence[tuple[int, int, tuple[str, ...]]],
        view: View,
        guess: Guess,
        outcome: Outcome,
    ) -> None:
        """Take the candidates of a piece, then those of its other readings.

        The sector is guessed only when a candidate is there; until then a rule is tried if it binds in any sector.
        """
        sector = guess.sector if guess.settled else ""
        bound, memo = self.bindings(sector), self._memo.setdefault(sector, {})
        signals: dict[int, Candidate] = {}

        whole = guess.one_piece and view.genre == ""
        found = candidates(view.words, self._every, self.run, bound, view.sentences, memo, whole_ad=whole)
        for candidate in chain(found, self._coded_candidates(view)):
            if not guess.settled:
                bound = self.bindings(guess.sector)
            if len(outcome.hits) > MOST_HITS:
                break
            if candidate.lang == ABSENT:
                signals.setdefault(candidate.rule, candidate)
            else:
                self._take(candidate, view, bound, outcome, piece.place)
        for start, end, meant in places:
            self._read_again(piece, view, guess, outcome, start, end, meant)
        for rule, candidate in signals.items():
            if lacks_statement(self._every[rule], view.words, self.run):
                self._add(candidate, view, bound, KEEP, outcome, piece.place)

    def _coded_candidates(self, view: View) -> Iterator[Candidate]:
        """What the rules in code find."""
        for number in self._coded:
            for start, end in code_rule(self._every[number].code_rule)(view.text):
                if 0 <= start < end <= len(view.text):
                    yield Candidate(number, CODED, start, end)

    def bindings(self, sector: str) -> Bindings:
        """For each rule what binds it in the sector, or None."""
        if sector not in self._bound:
            self._bound[sector] = Bindings(self._every, self._chosen, sector, self.jurisdictions)
        return self._bound[sector]

    def _suspicious(self, piece: Piece, found: Found) -> list[tuple[int, int, tuple[str, ...]]]:
        """The places of a piece that may be misspelt on purpose."""
        words, bits = self.automaton.words, self.automaton.index.lexical
        forms = [(start, words[number]) for number, start, _ in found if bits[number] & MISSPELT]
        return self._speller.places(piece.squeezed.text, forms)

    def _read_again(
        self, piece: Piece, view: View, guess: Guess, outcome: Outcome, start: int, end: int, meant: tuple[str, ...]
    ) -> None:
        """Take what other readings of one place find, if it needs the replaced characters."""
        sector = guess.sector if guess.settled else ""
        bound, memo = self.bindings(sector), self._memo.setdefault(sector, {})

        for reading in self._speller.readings(view.text, piece.sentences, start, end, meant):
            words = Text(reading.text, self.automaton.find(reading.text), self.automaton)
            other = View(words, Sentences(reading.text), view.genre)
            fresh = Outcome()

            def place(a: int, b: int, reading: Reading = reading) -> tuple[int, int]:
                return piece.place(*reading.original(a, b))

            for candidate in candidates(words, self._every, self.run, bound, other.sentences, memo, whole_ad=False):
                if not guess.settled:
                    bound = self.bindings(guess.sector)
                if candidate.start < reading.at + reading.meant and candidate.end > reading.at:
                    self._take(candidate, other, bound, fresh, place)
            if end - start == 1:  # a character for a character: ordinary words may look the same (跟治疗)
                fresh.hits = [h for h in fresh.hits if self._stands_alone(h, piece, view, start)]
            if fresh.hits:
                known = [
                    h for h in outcome.hits if h.end > fresh.hits[0].start - 40 and h.start < fresh.hits[0].end + 40
                ]
                outcome.hits += [h for h in fresh.hits if not any(_same(h, other) for other in known)]

    @staticmethod
    def _stands_alone(hit: Hit, piece: Piece, view: View, at: int) -> bool:
        """Whether no ordinary word of the text as written reaches over an end of the hit."""
        low, high = view.sentences.around(at, at + 1)
        low, high = clause_around(view.text, at, at + 1, low, high)
        starts = [i for i in range(low, high) if piece.place(i, i + 1)[0] == hit.start]
        ends = [i + 1 for i in range(low, high) if piece.place(i, i + 1)[1] == hit.end]
        return not starts or not ends or on_borders(view.text[low:high], starts[0] - low, ends[0] - low)

    def _take(self, candidate: Candidate, view: View, bound: Bindings, outcome: Outcome, place: Placer) -> None:
        """Judge a candidate and put it among the hits or the dropped."""
        if bound[candidate.rule] is None:
            return
        words = self._every[candidate.rule].words.get(candidate.lang, NO_WORDS)
        key = _verdict_key(candidate, view, words)
        if key not in self._verdicts:
            if len(self._verdicts) >= MOST_VERDICTS:
                self._verdicts.clear()
            self._verdicts[key] = self._verdict(candidate, view, words)
        verdict = self._verdicts[key]
        if verdict is not None:
            self._add(candidate, view, bound, verdict, outcome, place)

    def _verdict(self, candidate: Candidate, view: View, words: CompiledWords) -> Judgement | None:
        """None when an exception of the rule itself holds."""
        if not self._allowed(words, view, candidate.start, candidate.end):
            return None
        if view.sentences.breaks and _across_lines(candidate, view.sentences.breaks):
            return Judgement("drop", "list-lines")
        verdict = judge(view, candidate.start, candidate.end, words.immune)
        if verdict.verdict == "keep" and words.border and not self._on_borders(view, candidate):
            return Judgement("drop", "word-border")
        return verdict

    def _add(
        self, candidate: Candidate, view: View, bound: Bindings, verdict: Judgement, outcome: Outcome,
        place: Placer,
    ) -> None:  # fmt: skip
        binding = bound[candidate.rule]
        if binding is None:
            return
        start, end = place(candidate.start, candidate.end)
        left = not_permitted(binding, lambda source: self._covered(source, view, candidate))
        if left is None:
            verdict = Judgement("drop", "permitted-wording")
        else:
            binding = left
        severity = lower(binding.severity) if verdict.verdict == "lower" else binding.severity
        folded = view.text[candidate.start : candidate.end]
        hit = Hit(self._every[candidate.rule], start, end, folded, severity, binding.laws, verdict, binding.reasons)
        taken = outcome.dropped if verdict.verdict == "drop" else outcome.hits
        if len(taken) <= MOST_HITS:
            taken.append(hit)

    def _covered(self, source: str, view: View, candidate: Candidate) -> bool:
        """Whether a permitted wording stands over the whole match."""
        low, high = view.sentences.around(candidate.start, candidate.end)
        found = self.run.find(Expression(source), view.words, low, high)
        return any(start <= candidate.start and candidate.end <= end for start, end in found)

    @staticmethod
    def _on_borders(view: View, candidate: Candidate) -> bool:
        low, high = view.sentences.around(candidate.start, candidate.end)
        low, high = clause_around(view.text, candidate.start, candidate.end, low, high)
        return on_borders(view.text[low:high], candidate.start - low, candidate.end - low)

    def _allowed(self, words: CompiledWords, view: View, start: int, end: int) -> bool:
        """Whether no ``unless`` and every ``requires`` of the rule holds around the match."""
        if not words.unless and not words.requires:
            return True
        text, run = view.words, self.run
        low, high = view.sentences.around(start, end)
        for where, expression in words.unless.items():
            if where == "before" and run.ends_at(expression, text, max(low, start - 30), start):
                return False
            if where == "after" and run.starts_at(expression, text, end, high):
                return False
            if where == "within" and any(
                a < end and b > start for a, b in run.find(expression, text, max(low, start - 20), min(high, end + 20))
            ):
                return False
            if where in _SCOPES and self._stands(expression, where, view, start, end):
                return False
        return all(self._stands(expression, where, view, start, end) for where, expression in words.requires.items())

    def _stands(self, expression: Expression, where: str, view: View, start: int, end: int) -> bool:
        """Whether an expression stands in a scope around a match; asked once for a whole document."""
        if where != "document":
            return self.run.stands(expression, view.words, *_scope(where, view, start, end))
        known = view.words.known
        if expression.source not in known:
            known[expression.source] = self.run.stands(expression, view.words, 0, len(view.text))
        return known[expression.source]


def _across_lines(candidate: Candidate, breaks: Sequence[int]) -> bool:
    """Whether a match goes across lines of a list: a text of many short lines, each a saying of its own."""
    place = bisect_right(breaks, candidate.start)
    return len(breaks) >= LIST_LINES and place < len(breaks) and breaks[place] < candidate.end


def _verdict_key(candidate: Candidate, view: View, words: CompiledWords) -> tuple[object, ...]:
    """All that a verdict depends on: the sentence, what follows a question, or the text for rules that ask for it."""
    if "document" in words.unless or "document" in words.requires:
        return (candidate, view.text, view.genre)
    low, high = view.sentences.around(candidate.start, candidate.end)
    asks = (
        view.text[high - 1 : high] in ("?", "？") or view.text[low:high].isascii()
    )  # English may be denied in the next
    answer = view.text[high : high + 30] if asks else ""
    breaks = view.sentences.breaks
    lines = bool(breaks) and _across_lines(candidate, breaks)
    return (
        candidate.rule, candidate.lang, candidate.start - low, candidate.end - low, view.text[low:high], view.genre, answer, lines,
    )  # fmt: skip


_SCOPES: Final = ("clause", "sentence", "document")


def _scope(where: str, view: View, start: int, end: int) -> tuple[int, int]:
    low, high = view.sentences.around(start, end)
    return clause_around(view.text, start, end, low, high) if where == "clause" else (low, high)


def _same(hit: Hit, other: Hit) -> bool:
    return hit.rule.category == other.rule.category and hit.start < other.end and other.start < hit.end


def _with_laws_of(hit: Hit, other: Hit) -> Hit:
    """The hit, which also stands for one it covers: with the articles of jurisdictions that only that one breaks."""
    laws = join(hit.laws, other.laws)
    added = [law.severity for law in laws[len(hit.laws) :]]
    if not added:
        return hit
    theirs = max(min(added, key=severity_rank), other.severity, key=severity_rank)
    return hit._replace(laws=laws, severity=min(hit.severity, theirs, key=severity_rank))


def _longest(hits: list[Hit]) -> list[Hit]:
    """Per category the longest of overlapping hits (the more severe of equals), sorted by place."""
    kept: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda h: (h.rule.category, h.start, -h.end, severity_rank(h.severity), h.rule.code)):
        row = kept.setdefault(hit.rule.category, [])
        if row and hit.start < row[-1].end:
            longer, other = (hit, row[-1]) if hit.end - hit.start > row[-1].end - row[-1].start else (row[-1], hit)
            row[-1] = _with_laws_of(longer, other)
            continue
        row.append(hit)
    return sorted((h for row in kept.values() for h in row), key=lambda h: (h.start, h.end, h.rule.code))
