"""CSV and TSV: each cell is a block named by its row and its column's header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from adcheck.documents.builder import Builder
from adcheck.documents.limits import MAX_FIELD
from adcheck.documents.model import Document
from adcheck.errors import InputError
from adcheck.text.lazy import LazyPattern

_QUOTED: Final = LazyPattern(r'[ \t]*+"((?:[^"]++|"")*+)"')
_DIRECTIVE: Final = LazyPattern(r"[ \t]*+#[ \t]*+adcheck:", re.IGNORECASE)
_NUMERIC: Final = LazyPattern(r"[\s\d.,%+\-−/:()¥￥$€£~]*")
_LONG_NUMBER: Final = LazyPattern(r"\d(?:[ \-]?\d){6,}")
_NEWLINE: Final = LazyPattern(r"\r\n|\n|\r")
_DELIMITERS: Final = ",\t;|"
_SNIFFED: Final = 1_000_000
_WHOLE_CELL: Final = LazyPattern(r'(?:(?<=[,;\t|\n])|\A)"(?:[^"]|"")*+"(?=[,;\t|\r\n]|\Z)')
"""A quoted cell, which may hold delimiters and line breaks."""
_SAMPLE_LINES: Final = 50
_LONGEST_HEADER: Final = 40
_MAX_UNCLOSED: Final = 8


class _Cell(NamedTuple):
    start: int
    end: int
    quoted: bool


def read(source: str, name: str) -> Document:
    """Read CSV; the delimiter (comma, semicolon, tab or bar) is found by its regularity.

    Cells of short numbers are left out; long ones may be a telephone or identity number and stay.

    Raises:
        InputError: a cell is longer than ``MAX_FIELD``.
    """
    return _read(source, name, "csv", _sniff(source))


def read_tsv(source: str, name: str) -> Document:
    """Read tab-separated values; see :func:`read`."""
    return _read(source, name, "tsv", "\t")


def cells(source: str, format: str) -> Iterator[tuple[int, int, bool]]:
    """All cells, numbers too: start, end (without the quotes) and whether quotes stand around."""
    for _, row in _rows(Builder(source, "", format), delimiter_of(source, format)):
        yield from row


def delimiter_of(source: str, format: str) -> str:
    """What parts the cells of a table (``csv`` or ``tsv``)."""
    return "\t" if format == "tsv" else _sniff(source)


def _read(source: str, name: str, format: str, delimiter: str) -> Document:
    builder = Builder(source, name, format)
    header: list[str] | None = None
    for number, row in _rows(builder, delimiter):
        if header is None:
            header = _header(source, row)
            names = [""] * len(row)
        else:
            names = header
        for column, cell in enumerate(row):
            title = (names[column] if column < len(names) else "") or str(column + 1)
            _add(builder, cell, f"row {number}, column {title}")
    return builder.document()


def _sniff(source: str) -> str:
    """The delimiter that most lines hold equally often."""
    plain = _WHOLE_CELL.sub("", source[:_SNIFFED])
    found = islice(re.finditer(r"[^\r\n]+", plain), _SAMPLE_LINES)
    lines = [re.sub(r'"[^"]*"', "", match[0]) for match in found if not match[0].lstrip().startswith("#")]
    best, best_score = ",", (0.0, 0)
    for delimiter in _DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        counts.pop(0, None)
        if counts:
            count, share = counts.most_common(1)[0]
            score = (share / len(lines), count)
            if score > best_score:
                best, best_score = delimiter, score
    return best


def _header(source: str, row: list[_Cell]) -> list[str]:
    """Column titles when the first row looks like some, else empty names."""
    titles = [source[cell.start : cell.end].strip() for cell in row]
    plain = all(
        title
        and len(title) <= _LONGEST_HEADER
        and not _NUMERIC.fullmatch(title)
        and not re.search("[。！？!\n]", title)
        for title in titles
    )
    return titles if plain and len(titles) > 1 and len(set(titles)) == len(titles) else [""] * len(row)


def _rows(builder: Builder, delimiter: str) -> Iterator[tuple[int, list[_Cell]]]:
    """Rows with their number (from 1, comment lines and blank ones counted)."""
    source, at, number = builder.source, 0, 0
    bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    unclosed = 0
    while at < len(source):
        number += 1
        if source.startswith(("#", " ", "\t"), at) and (stop := _comment(builder, at)) is not None:
            at = stop
            continue
        row: list[_Cell] = []
        while True:
            cell = None
            rest = at
            if unclosed < _MAX_UNCLOSED and source.startswith(('"', " "), at):
                cell, failed = _quoted(builder, at)
                unclosed += failed
            if cell is not None:
                rest = cell.end + 1
            tail = bare.match(source, rest)
            assert tail is not None  # the pattern matches the empty string too
            if cell is not None and tail[0].strip():  # text behind the closing quote
                cell = cell._replace(end=tail.end())
            row.append(cell or _Cell(at, tail.end(), False))
            at = tail.end()
            if not source.startswith(delimiter, at):
                break
            at += 1
        newline = _NEWLINE.match(source, at)
        at = newline.end() if newline else at
        yield number, row


def _comment(builder: Builder, at: int) -> int | None:
    """Record the comment line at ``at``; the next line's offset when the line is no text, else ``None``."""
    source = builder.source
    newline = _NEWLINE.search(source, at)
    stop = newline.start() if newline else len(source)
    if _DIRECTIVE.match(source, at):
        builder.comment(source.index("#", at), stop)
        return newline.end() if newline else stop
    if source[at] == "#":
        builder.comment(at, stop)
    return None


def _quoted(builder: Builder, at: int) -> tuple[_Cell | None, bool]:
    source = builder.source
    match = _QUOTED.match(source, at)
    if match is None:
        return None, source.startswith('"', at)
    if match.end() - at > MAX_FIELD:
        line = source.count("\n", 0, at) + 1
        raise InputError(
            f"a cell is longer than {MAX_FIELD:,} characters",
            place=f"{builder.name or 'input'}:{line}",
            hint="a closing quote may be missing there",
        )
    return _Cell(*match.span(1), True), False


def _add(builder: Builder, cell: _Cell, place: str) -> None:
    source = builder.source
    start, end, quoted = cell
    text = source[start:end]
    kept = text.strip()
    if not kept or (_NUMERIC.fullmatch(kept) and not _LONG_NUMBER.search(kept)):
        return
    start += text.index(kept[0])
    if not quoted or '""' not in kept:
        builder.append(kept, start)
    else:
        parts = kept.split('""')
        for index, part in enumerate(parts):
            builder.append(part, start)
            start += len(part)
            if index < len(parts) - 1:
                builder.append_decoded('"', start, 2)
                start += 2
    builder.end_block("cell", place)
