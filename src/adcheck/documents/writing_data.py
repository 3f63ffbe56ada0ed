"""Edits fitted into JSON strings, YAML scalars and cells of tables."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

import yaml

from adcheck.documents.yaml_events import Scalar, scalars
from adcheck.text.lazy import LazyPattern

if TYPE_CHECKING:
    from adcheck.documents.writing import Edit

_STRING: Final = LazyPattern(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_NUMBER: Final = LazyPattern(r"-?[0-9][0-9.eE+\-]*")
_MARKS: Final = LazyPattern(r'[,;\t|"\r\n]')


def fit_json(source: str, edits: Sequence[Edit]) -> list[Edit]:
    """In strings (and keys) with JSON's escapes; a bare number becomes a string. Offsets are those of ``source``."""
    from adcheck.documents.writing import Spans

    strings = Spans(match.span() for match in _STRING.finditer(source))
    numbers = Spans(match.span() for match in _NUMBER.finditer(source))
    ascii_only = source.isascii()
    found: list[Edit] = []
    for edit in edits:
        written = json.dumps(edit.text, ensure_ascii=ascii_only)
        number = None if strings.around(edit.start, edit.end) else numbers.around(edit.start, edit.end)
        found.append(
            edit._replace(text=written[1:-1])
            if number is None
            else edit._replace(start=number[0], end=number[1], text=written)
        )
    return found


def fit_table(source: str, edits: Sequence[Edit], cells: Iterable[tuple[int, int, bool]]) -> list[Edit]:
    """In quoted cells with doubled quotes; a bare cell whose new text needs quotes gets them."""
    from adcheck.documents.writing import Spans

    quoted = {(start, end): has_quotes for start, end, has_quotes in cells if end > start}
    spans = Spans(quoted)

    def rewrite(cell: tuple[int, int] | None, inside: list[Edit]) -> list[Edit]:
        if cell is not None and quoted[cell]:
            return [edit._replace(text=edit.text.replace('"', '""')) for edit in inside]
        if cell is None or not any(_MARKS.search(edit.text) for edit in inside):
            return [edit._replace(text=_MARKS.sub(" ", edit.text)) for edit in inside]
        return [_widened(source, inside, *cell, lambda text: '"' + text.replace('"', '""') + '"')]

    return [
        edit
        for cell, inside in groupby(edits, lambda edit: spans.around(edit.start, edit.end))
        for edit in rewrite(cell, list(inside))
    ]


def fit_yaml(source: str, edits: Sequence[Edit], offset: int = 0) -> list[Edit]:
    """In scalars by their style; a plain one whose new text would be read otherwise is written in double quotes.

    ``source`` is the YAML alone; it begins at ``offset`` of what the edits count in.
    """
    from adcheck.documents.writing import Spans

    found = {(one.start + offset, one.end + offset): one for one in scalars(source, "") if one.end > one.start}
    spans = Spans(found)
    whole = " " * offset + source if offset else source
    return [
        edit
        for span, inside in groupby(edits, lambda edit: spans.around(edit.start, edit.end))
        for edit in (_in_scalar(whole, found[span], span, list(inside)) if span else inside)
    ]


def _in_scalar(source: str, scalar: Scalar, span: tuple[int, int], inside: list[Edit]) -> list[Edit]:
    if scalar.style == "'":
        return [edit._replace(text=edit.text.replace("'", "''")) for edit in inside]
    if scalar.style == '"':
        return [edit._replace(text=json.dumps(edit.text, ensure_ascii=False)[1:-1]) for edit in inside]
    if scalar.style or ((inside[0].start, inside[-1].end) == span and _reads_back(inside[0].text, len(inside))):
        return inside
    plain = _widened(source, inside, *span, lambda text: text)
    if "\n" not in plain.text and _reads_back(plain.text, 1):
        return inside
    return [plain._replace(text=json.dumps(" ".join(plain.text.split()), ensure_ascii=False))]


def _reads_back(text: str, edits: int) -> bool:
    """Whether a plain scalar is the text it shows, in a mapping as in a flow list."""
    try:
        return (
            edits == 1
            and bool(yaml.safe_load(f"- k: {text}") == [{"k": text}])
            and bool(yaml.safe_load(f"[{text}]") == [text])
        )
    except yaml.YAMLError:
        return False


def _widened(source: str, inside: list[Edit], start: int, end: int, write: Callable[[str], str]) -> Edit:
    """One edit over the whole of ``start:end``."""
    from adcheck.documents.writing import Edit, applied

    moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in inside]
    return Edit(start, end, write(applied(source[start:end], moved)))
