"""Personal data of one document under stars: what findings may show of it, and what fingerprints are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from adcheck.text.fold import fold

if TYPE_CHECKING:
    from adcheck.privacy.anonymize.sites import Site

_LEAST: Final = 2
"""Shorter values say nothing outside their place, and would be found in half of all words."""


class Veil:
    """Knows what is personal in ``source``: the spans (code points, end exclusive) and how each may be shown."""

    def __init__(self, source: str, sites: Iterable[Site] = ()) -> None:
        self._source = source
        self.sites = sorted(sites, key=lambda site: site.spans)
        self.spans: Sequence[tuple[int, int]] = sorted(span for site in self.sites for span in site.spans)

    def covers(self, start: int, end: int) -> bool:
        """Whether personal data stands in ``source[start:end]``."""
        before = bisect_left(self.spans, (end,)) - 1
        return before >= 0 and self.spans[before][1] > start

    def text(self, start: int, end: int) -> str:
        """``source[start:end]`` as it may be shown, of the same length."""
        return self.masked[start:end] if self.spans else self._source[start:end]

    @cached_property
    def masked(self) -> str:
        """The source, as long as it is, with each value masked as its kind asks."""
        return self._with(
            (*span, _masked(site, self._source[slice(*span)])) for site in self.sites for span in site.spans
        )

    @cached_property
    def starred(self) -> str:
        """The source, as long as it is, with nothing of the values but their length."""
        return self._with((start, end, "*" * (end - start)) for start, end in self.spans)

    def clean(self, words: str) -> str:
        """Words about the document (a place, a reason) without the values, folded or not."""
        if not words or not self.spans:
            return words
        values, lengths = self._values
        hidden = list(words)
        for start in range(len(words)):
            for length in lengths:
                if words[start : start + length] in values:
                    hidden[start : start + length] = "*" * len(words[start : start + length])
                    break
        return "".join(hidden)

    @cached_property
    def _values(self) -> tuple[frozenset[str], list[int]]:
        """The values as they may stand elsewhere, and their lengths, longest first."""
        written = {value for site in self.sites for value in (site.written, " ".join(site.written.split()))}
        values = frozenset(form for value in written for form in (value, fold(value)) if len(form) >= _LEAST)
        return values, sorted({len(value) for value in values}, reverse=True)

    def _with(self, pieces: Iterable[tuple[int, int, str]]) -> str:
        parts, at = [], 0
        for start, end, shown in sorted(pieces):
            if end > at:
                parts += [self._source[at:start], shown[max(0, at - start) :]]
                at = end
        return "".join((*parts, self._source[at:]))


def _masked(site: Site, value: str) -> str:
    from adcheck.privacy.anonymize.masks import mask

    shown = mask(value, site.entity) if len(site.spans) == 1 else ""
    if len(shown) == len(value):
        return shown
    return "".join(char if char in "\r\n" else "*" for char in value)
