"""Changing stretches of a source so that its format stays whole: what is put in is escaped as the place needs it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from adcheck.documents.model import Document
from adcheck.text.lazy import LazyPattern

_MARKDOWN: Final = LazyPattern(r"([\\`*_\[\]<>|~])")
_CODE: Final = LazyPattern(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)
_FENCE: Final = LazyPattern(
    r"^[ \t]{0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]{0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_FRONT: Final = LazyPattern(r"(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_TAG: Final = LazyPattern(r"<[a-zA-Z/!][^<>]*>")


class Edit(NamedTuple):
    """``source[start:end]`` gives way to ``text``."""

    start: int
    end: int
    text: str


class Spans:
    """Spans in order that don't overlap, to be asked which one holds a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """The span that holds ``start:end``."""
        place = bisect_right(self._starts, start) - 1
        return self._spans[place] if place >= 0 and self._spans[place][1] >= end else None


def fitted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """The edits (source offsets, plain text, not overlapping) as the document's format wants them, in order of place.

    Where a scalar or a cell needs other quotes for its new text, the edit grows to the whole of it.
    """
    fit = _FITTERS.get(document.format, _as_it_is)
    return sorted(fit(document, sorted(edits)))


def applied(source: str, edits: Iterable[Edit]) -> str:
    """The source with edits in order of place."""
    parts, end = [], 0
    for edit in edits:
        parts += [source[end : edit.start], edit.text]
        end = edit.end
    return "".join((*parts, source[end:]))


def _as_it_is(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    del document
    return list(edits)


def _html(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    del document
    return [edit._replace(text=html.escape(edit.text)) for edit in edits]


def _subtitles(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    if document.format == "srt":
        return [edit._replace(text=re.sub(r"[<>]", "", edit.text)) for edit in edits]
    return [edit._replace(text=html.escape(edit.text, quote=False)) for edit in edits]


def _markdown(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Backslashes in running text; none in code, tags and link targets, which show them; front matter as YAML."""
    source = document.source
    front = _FRONT.match(source)
    body = front.end() if front else 0
    plain = Spans((s.source_start, s.source_start + s.source_length) for s in document.segments)
    literal = Spans(_literal(source, body))
    head = [edit for edit in edits if edit.end <= body]
    found = [_in_markdown(edit, plain, literal) for edit in edits if edit.end > body]
    if front and head:
        if front.group(1) == "---":
            from adcheck.documents.writing_data import fit_yaml

            inner = front.start() + source.index("\n") + 1
            return [*fit_yaml(source[inner : front.end()].rpartition("---")[0], head, inner), *found]
        return [*(edit._replace(text=re.sub(r'["\'\\\n]', "", edit.text)) for edit in head), *found]
    return found


def _in_markdown(edit: Edit, plain: Spans, literal: Spans) -> Edit:
    if not edit.text or literal.around(edit.start, edit.end) or not plain.around(edit.start, edit.end):
        return edit
    return edit._replace(text=_MARKDOWN.sub(r"\\\1", edit.text))


def _literal(source: str, start: int) -> list[tuple[int, int]]:
    """Code blocks, code spans and tags, none inside another."""
    found: list[tuple[int, int]] = []
    for pattern in (_FENCE, _CODE, _TAG):
        outer = Spans(found)
        found += [m.span() for m in pattern.finditer(source, start) if not outer.around(m.start(), m.start())]
    return found


def _json(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    from adcheck.documents.writing_data import fit_json

    return fit_json(document.source, edits)


def _yaml(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    from adcheck.documents.writing_data import fit_yaml

    return fit_yaml(document.source, edits)


def _table(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    from adcheck.documents.table import cells
    from adcheck.documents.writing_data import fit_table

    return fit_table(document.source, edits, cells(document.source, document.format))


_FITTERS: Final[dict[str, Callable[[Document, Sequence[Edit]], list[Edit]]]] = {
    "html": _html, "markdown": _markdown, "json": _json, "jsonl": _json, "yaml": _yaml, "csv": _table, "tsv": _table,
    "srt": _subtitles, "vtt": _subtitles,
}  # fmt: skip
