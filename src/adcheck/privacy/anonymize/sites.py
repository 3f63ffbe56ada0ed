"""Where personal data stands in a document's source: in its text, in what readers leave out, and wherever it comes again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from adcheck.documents.model import Document
from adcheck.privacy.anonymize.views import RECORDS, View, views
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.model import Personal
from adcheck.privacy.names.lists import words
from adcheck.privacy.quasi import facts_in
from adcheck.text.language import language_of
from adcheck.text.lazy import LazyPattern

Find = Callable[[str], Sequence[Personal]]
Span = tuple[int, int]
_ESCAPING: Final = ("json", "jsonl")
_REACH: Final = 30
_STRUCTURE: Final = LazyPattern(r"[<>\"{}\[\]\r\n\u2029]")
_SIGNS: Final = LazyPattern(r"[^\W_]")
_LONG: Final = 6
_HAN_NAME: Final = LazyPattern("[\u3400-\u9fff·]{2,}")
_FULL_NAME: Final = LazyPattern(r"[^\W\d_][^\W\d_]+\.? (?:\w+\.? )?[^\W\d_][\w'’\-]+")


class Site(NamedTuple):
    """One value in a source: the spans it takes there (code points; several where markup cuts it), and its kind.

    ``written`` is the value as a reader sees it, ``before`` and ``after`` what stands around it; none is in the repr.
    """

    spans: tuple[Span, ...]
    entity: str
    language: str
    written: str
    before: str = ""
    after: str = ""

    def __repr__(self) -> str:
        return f"Site(spans={self.spans!r}, entity={self.entity!r}, language={self.language!r})"


class Taken:
    """Spans in order that don't overlap; grows."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, spans: Iterable[Span]) -> bool:
        """Take the spans if all are free."""
        wanted = list(spans)
        if not wanted or any(map(self.touches, wanted)):
            return False
        for span in wanted:
            self._spans.insert(bisect_left(self._spans, span), span)
        return True

    def touches(self, span: Span) -> bool:
        """Whether a part of the span is taken."""
        place = bisect_right(self._spans, span)
        before = place > 0 and self._spans[place - 1][1] > span[0]
        return before or (place < len(self._spans) and self._spans[place][0] < span[1])


def find_sites(document: Document, find: Find) -> list[Site]:
    """All personal data in the source of a document, in order of place.

    ``find`` tells what is personal in a text. It is asked about the document's text as readers see it, then about the
    source, where comments, keys, link targets and bare numbers stand; a name or a number found once is found wherever
    it stands in the document.
    """
    return _Search(document, find).run()


class _Search:
    def __init__(self, document: Document, find: Find) -> None:
        self.document = document
        self.find = find
        self.taken = Taken()
        self.sites: list[Site] = []
        self.starts = [segment.start for segment in document.segments]
        self.covered = sorted((s.source_start, s.source_start + s.source_length) for s in document.segments)
        self.language = language_of(document.text or document.source)

    def run(self) -> list[Site]:
        for view in views(self.document):
            for one in self.find(view.text):
                self.from_view(view, one)
        if self.covered != [(0, len(self.document.source))]:
            for one in self.find(self.document.source):
                self.in_source(one.start, one.end, one.entity)
        self.again()
        return sorted(self.sites, key=lambda site: site.spans)

    def from_view(self, view: View, one: Personal) -> None:
        parts = list(view.parts(one.start, one.end))
        mark = "，" if self.document.format in RECORDS else "\n"
        before = view.text[max(0, one.start - _REACH) : one.start].replace("\n", mark)
        after = view.text[one.end : one.end + _REACH].replace("\n", mark)
        for start, end in parts:
            if one.entity == "QUASI" and len(parts) > 1 and not facts_in(fold_cased(self.document.text[start:end])):
                continue
            self.in_text(start, end, one.entity, before, after)

    def in_text(self, start: int, end: int, entity: str, before: str, after: str) -> None:
        self.keep(tuple(self.source_spans(start, end)), entity, self.document.text[start:end], before, after)

    def keep(self, spans: tuple[Span, ...], entity: str, written: str, before: str, after: str) -> None:
        if self.taken.add(spans):
            line = before.rpartition("\n")[2], after.partition("\n")[0]
            language = (
                language_of(line[0] + written + line[1]) if len(_SIGNS.findall("".join(line))) > 3 else self.language
            )
            self.sites.append(Site(spans, entity, language, written, before, after))

    def source_spans(self, start: int, end: int) -> Iterator[Span]:
        """Where ``text[start:end]`` stands, one span where nothing but white space lies between.

        A scalar that its reader mapped as a whole is taken as a whole.
        """
        source, open_span = self.document.source, (0, 0)
        first_index, behind = max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)
        for segment in self.document.segments[first_index:behind]:
            low, high = max(start, segment.start), min(end, segment.start + segment.length)
            if low >= high:
                continue
            first, last = segment.source_start, segment.source_start + segment.source_length
            if segment.length == segment.source_length:
                first, last = first + low - segment.start, first + high - segment.start
            if open_span[1] and first >= open_span[1] and not source[open_span[1] : first].strip():
                open_span = open_span[0], last
            elif (first, last) != open_span:
                if open_span[1]:
                    yield open_span
                open_span = first, last
        if open_span[1]:
            yield open_span

    def in_source(self, start: int, end: int, entity: str, written: str = "") -> None:
        """Keep a find in the source unless it runs over the borders of what readers see, or over markup.

        ``written`` is the value if the source spells it in escapes.
        """
        source = self.document.source
        first = max(0, bisect_right(self.covered, (start, start)) - 1)
        behind = bisect_left(self.covered, (end, 0))
        touched = [span for span in self.covered[first:behind] if start < span[1]]
        inside = not touched or (len(touched) == 1 and touched[0][0] <= start and end <= touched[0][1])
        if not inside or _STRUCTURE.search(source, start, end):
            return
        if self.taken.add([(start, end)]):
            before, after = source[max(0, start - _REACH) : start], source[end : end + _REACH]
            value = written or source[start:end]
            self.sites.append(Site(((start, end),), entity, self.language, value, before, after))

    def again(self) -> None:
        """Find known names and numbers wherever else they stand."""
        known = {site.written: site.entity for site in self.sites if _is_telling(site)}
        if not known:
            return
        text, values = self.document.text, Values(known)
        for start, end in values.places(text):
            around = text[max(0, start - _REACH) : start], text[end : end + _REACH]
            self.in_text(start, end, known[text[start:end]], *around)
        source = self.document.source
        for start, end in values.places(source):
            self.in_source(start, end, known[source[start:end]])
        if self.document.format in _ESCAPING:
            self.escaped(known)

    def escaped(self, known: dict[str, str]) -> None:
        """Find known Chinese names that JSON spells in escapes, as in keys, which are no text."""
        if "\\u" not in self.document.source:
            return
        import json

        spelt = {json.dumps(value)[1:-1]: value for value in known if _HAN_NAME.fullmatch(value)}
        if spelt:
            pattern = re.compile("|".join(map(re.escape, sorted(spelt, key=len, reverse=True))), re.IGNORECASE)
            for match in pattern.finditer(self.document.source):
                value = spelt[match.group().lower()]
                self.in_source(*match.span(), known[value], value)


def _is_telling(site: Site) -> bool:
    """Whether a value means the same thing wherever it stands: a full name, a long number."""
    value = site.written
    if site.entity == "NAME":
        return bool(_HAN_NAME.fullmatch(value) and value not in words()) or _FULL_NAME.fullmatch(value) is not None
    if site.entity in ("QUASI", "AGE", "DATE", "DOB", "IMAGE", "GENE"):
        return False
    return len(_SIGNS.findall(value)) >= _LONG


class Values:
    """Finds many values at once: the first and longest where several stand, none inside a longer Latin word or number."""

    def __init__(self, values: Iterable[str]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._automaton = AhoCorasick(list(values))

    def places(self, text: str) -> Iterator[Span]:
        """The spans in a text, in order, none overlapping another."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        last = 0
        for start, end in sorted(((s, e) for _, s, e in found), key=lambda span: (span[0], -span[1])):
            if start >= last and not _inside_word(text, start, end):
                yield start, end
                last = end


def _inside_word(text: str, start: int, end: int) -> bool:
    return _joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1])


def _joined(left: str, right: str) -> bool:
    return left.isascii() and left.isalnum() and right.isascii() and right.isalnum()
