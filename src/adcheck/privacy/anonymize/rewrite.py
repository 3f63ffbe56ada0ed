"""One document anonymised: find, replace, read the copy again, and once more where something is left."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from adcheck.documents import read_text
from adcheck.documents.model import Document
from adcheck.documents.writing import Edit, applied, fitted
from adcheck.errors import InputError
from adcheck.privacy.anonymize.policies import Policy
from adcheck.privacy.anonymize.sites import Find, Site, Span, Taken, find_sites
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.model import Personal
from adcheck.privacy.paragraphs import paragraphs
from adcheck.privacy.quasi import facts_in

if TYPE_CHECKING:
    from adcheck.privacy.anonymize.operators import Run, _Base

_ROUNDS: Final = 4
_SIGNS_LEFT: Final = 4


class Replaced(NamedTuple):
    """One replacement: its span in the source (code points, end exclusive), its kind, and the operator's word."""

    start: int
    end: int
    entity: str
    operator: str


class Left(NamedTuple):
    """What was found in the finished copy: line and column there (from 1), place in the format, kind, masked text."""

    line: int
    column: int
    place: str
    entity: str
    masked: str


@dataclass(frozen=True)
class Anonymized:
    """The copy of a document: its text, the edits that lead there (source offsets), what they are, what is left.

    ``names`` are the names found, kept to clean the names of files; neither they nor the text are in the repr.
    """

    text: str = field(repr=False)
    edits: tuple[Edit, ...] = field(repr=False)
    replaced: tuple[Replaced, ...]
    left: tuple[Left, ...] = ()
    names: frozenset[str] = field(default=frozenset(), repr=False)

    def __str__(self) -> str:
        return self.text

    def counts(self) -> dict[str, int]:
        """Replacements by kind."""
        return dict(sorted(Counter(one.entity for one in self.replaced).items()))


def rewrite(document: Document, find: Find, policy: Policy, run: Run) -> Anonymized:
    """Replace all that ``find`` finds in ``document`` by the policy's operators.

    The copy is read and searched again; what shows only then (facts that a name had covered) is replaced too.

    Raises:
        InputError: the copy can't be read in its format.
    """
    find = _by_paragraph(find)
    sites, taken = find_sites(document, find), Taken()
    for site in sites:
        taken.add(site.spans)
    replacements = [_replacement(site, policy, run) for site in sites]
    for _ in range(_ROUNDS):
        edits = fitted(document, list(_edits(sites, replacements)))
        copy = _read_again(document, applied(document.source, edits))
        back = _Way(edits)
        left = list(_left(copy, find, back, policy))
        new = [site for one in left for site in _in_original(one, document, back) if taken.add(site.spans)]
        if not new:
            break
        sites += new
        replacements += [_replacement(site, policy, run) for site in new]
    replaced = [
        Replaced(site.spans[0][0], site.spans[-1][1], site.entity, policy.operator_for(site.entity))
        for site in sorted(sites, key=lambda site: site.spans)
    ]
    names = frozenset(site.written for site in sites if site.entity == "NAME" and len(site.written) > 1)
    return Anonymized(copy.source, tuple(edits), tuple(replaced), tuple(_shown(one, copy) for one in left), names)


def _by_paragraph(find: Find) -> Find:
    """``find``, asked once about each paragraph: most of a copy is what its source was."""
    known: dict[str, tuple[Personal, ...]] = {}

    def ask(text: str) -> list[Personal]:
        found = list[Personal]()
        for start, end in paragraphs(text):
            piece = text[start:end]
            if piece not in known:
                known[piece] = tuple(find(piece))
            found += [one._replace(start=one.start + start, end=one.end + start) for one in known[piece]]
        return found

    return ask


def _replacement(site: Site, policy: Policy, run: Run) -> str:
    params = {
        "entity_type": site.entity, "language": site.language, "before": site.before, "after": site.after, "run": run,
    }  # fmt: skip
    return _operator(policy.operator_for(site.entity)).operate(site.written, params)


@cache
def _operator(word: str) -> _Base:
    from adcheck.privacy.anonymize.operators import OPERATORS

    return OPERATORS[word]()


def _edits(sites: Sequence[Site], replacements: Sequence[str]) -> Iterator[Edit]:
    """The replacement goes where the value begins; the rest of the value goes, markup inside it stays."""
    for site, text in zip(sites, replacements, strict=True):
        if text == site.written:
            continue
        first, *rest = site.spans
        yield Edit(*first, text)
        yield from (Edit(*span, "") for span in rest)


def _read_again(document: Document, text: str) -> Document:
    try:
        return read_text(text, document.name, format=document.format)
    except InputError as error:
        raise InputError(
            f"the copy could not be read as {document.format} again: {error.message}",
            place=document.name,
            hint="anonymise this file by hand, and report the format's case",
        ) from None


class _Way:
    """From places in the copy to those in the original."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.fresh: list[Span] = []
        self._shifts: list[tuple[int, int]] = [(0, 0)]
        shift = 0
        for edit in edits:
            start = edit.start + shift
            self.fresh.append((start, start + len(edit.text)))
            shift += len(edit.text) - (edit.end - edit.start)
            self._shifts.append((start + len(edit.text), shift))

    def old_parts(self, start: int, end: int) -> Iterator[Span]:
        """The parts of ``copy[start:end]`` that were not written by an edit, as spans of the copy."""
        at = start
        first = max(0, bisect_right(self.fresh, (start, start)) - 1)
        for low, high in self.fresh[first:]:
            if low >= end:
                break
            if at < low:
                yield at, low
            at = max(at, high)
        if at < end:
            yield at, end

    def back(self, start: int) -> int:
        """The offset in the original of a character that no edit wrote."""
        return start - self._shifts[bisect_right(self._shifts, (start, 1 << 62)) - 1][1]


def _left(copy: Document, find: Find, way: _Way, policy: Policy) -> Iterator[Site]:
    """Finds in the copy that are not wholly what an operator wrote, nor kept on purpose."""
    for site in find_sites(copy, find):
        if policy.operator_for(site.entity) == "keep":
            continue
        parts = [part for span in site.spans for part in way.old_parts(*span) if copy.source[slice(*part)].strip()]
        if tuple(parts) != site.spans:
            parts = [part for part in parts if _tells(copy.source[slice(*part)], site.entity)]
        if parts:
            yield Site(tuple(parts), site.entity, site.language, site.written, site.before, site.after)


def _tells(rest: str, entity: str) -> bool:
    """Whether what a find holds besides an operator's words is personal: a stand-in can lead the finder to its neighbour."""
    if entity == "QUASI":
        return bool(facts_in(fold_cased(rest)))
    return sum(char.isascii() and char.isalnum() for char in rest) >= _SIGNS_LEFT


def _in_original(site: Site, document: Document, way: _Way) -> Iterator[Site]:
    """A find of the copy as sites of the original, one for each part."""
    for start, end in site.spans:
        first = way.back(start)
        span = first, first + end - start
        yield Site((span,), site.entity, site.language, document.source[slice(*span)], site.before, site.after)


def _shown(site: Site, copy: Document) -> Left:
    from adcheck.privacy.anonymize.masks import mask

    start = site.spans[0][0]
    place = next((b.place for b in copy.blocks if copy.source_span(b.start, b.end)[1] > start), "")
    return Left(*copy.position(start), place, site.entity, mask(site.written, site.entity))
