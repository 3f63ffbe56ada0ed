"""Sentences with marked phrases: ``{治愈}`` must be talked out of being a finding, ``<三天见效>`` must be found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import tiny_rules

from adcheck.engine import Engine, Outcome

_MARK = re.compile(r"\{([^{}]+)\}|<([^<>]+)>")


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks and the spans that were marked."""

    text: str
    silent: tuple[tuple[int, int], ...]
    found: tuple[tuple[int, int], ...]

    @property
    def phrases(self) -> set[str]:
        return {self.text[a:b] for a, b in (*self.silent, *self.found)}


def read(written: str) -> Marked:
    """Take the marks out of a sentence."""
    text, at = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"{": [], "<": []}
    for match in _MARK.finditer(written):
        text += written[at : match.start()]
        word = match[1] or match[2]
        spans[match[0][0]].append((len(text), len(text) + len(word)))
        text, at = text + word, match.end()
    return Marked(text + written[at:], tuple(spans["{"]), tuple(spans["<"]))


def engine_for(folder: Path, sentences: Iterable[str]) -> Engine:
    """An engine whose one rule looks for every marked phrase."""
    phrases = sorted(set().union(*(read(s).phrases for s in sentences)))
    return tiny_rules.engine_over(tiny_rules.write_rules(folder, tiny_rules.rule_text(terms=phrases)))


def problems(marked: Marked, outcome: Outcome, reasons: set[str]) -> list[str]:
    """What went otherwise than marked; ``reasons`` are the allowed ones for a silent phrase."""
    wrong = []
    for start, end in marked.silent:
        phrase = marked.text[start:end]
        if any(h.start < end and h.end > start for h in outcome.hits):
            wrong.append(f"{phrase} was found")
            continue
        given = {h.judgement.reason for h in outcome.dropped if (h.start, h.end) == (start, end)}
        if not given & reasons:
            wrong.append(f"{phrase} was dropped for {sorted(given)}")
    for start, end in marked.found:
        phrase = marked.text[start:end]
        if not any(h.start <= start and h.end >= end for h in outcome.hits):
            given = {h.judgement.reason for h in outcome.dropped if h.start < end and h.end > start}
            wrong.append(f"{phrase} was dropped for {sorted(given)}")
    return wrong
