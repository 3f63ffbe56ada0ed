"""YAML: every string value is a block named by its key path; keys are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from adcheck.documents.builder import Builder, Piece
from adcheck.documents.model import Document
from adcheck.documents.paths import join
from adcheck.documents.yaml_events import Scalar, construct, scalars
from adcheck.text.lazy import LazyPattern

_LINE: Final = LazyPattern(r"[^\r\n\x85\u2028\u2029]+")
_ESCAPE: Final = LazyPattern(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_PROPERTIES: Final = LazyPattern(r"(?:[&!]\S*+\s++)*+")  # anchors and tags before the value
_COMMENT: Final = LazyPattern(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_SIMPLE: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def read(source: str, name: str) -> Document:
    """Read all documents of a YAML file.

    Folded lines keep their line break (where a YAML parser makes it a space), so that Han text isn't torn apart.

    Raises:
        InputError: no valid YAML, or nested too deep.
    """
    builder = Builder(source, name, "yaml")
    taken: list[tuple[int, int]] = []
    for scalar in scalars(source, name):
        if scalar.end > scalar.start:
            taken.append((scalar.start, scalar.end))
        if not scalar.is_key:
            _add(builder, scalar)
    for start, end in _comments(source, taken):
        builder.comment(start, end)
    return builder.document()


def _add(builder: Builder, scalar: Scalar) -> None:
    path = scalar.path
    if path and path[0] == "adcheck":
        if len(path) == 2:
            builder.meta[str(path[1])] = construct(scalar)
        return
    if not scalar.value or not scalar.is_text:
        return
    prefix = f"document {scalar.document}: " if scalar.document > 1 else ""
    builder.extend(pieces(builder.source, scalar))
    builder.end_block("text", prefix + place(path))


def place(path: tuple[str | int, ...]) -> str:
    """The key path as a name of a place."""
    name = ""
    for key in path:
        name = join(name, key)
    return name


def pieces(source: str, scalar: Scalar, offset: int = 0) -> list[Piece]:
    """The value of a scalar with its source positions, which begin at ``offset``.

    A value that can't be matched to its source is mapped as a whole to the whole scalar.
    """
    properties = _PROPERTIES.match(source, scalar.start + offset, scalar.end + offset)
    start, end = properties.end() if properties else scalar.start + offset, scalar.end + offset
    if scalar.style in ("'", '"'):
        body = start + 1, end - 1
    elif scalar.style:
        line = source.find("\n", start, end)
        body = (line + 1 if line >= 0 else end), end
    else:
        body = start, end
    if source[body[0] : body[1]] == scalar.value:
        return [(scalar.value, body[0], len(scalar.value))]
    found = list(_lines(source, *body, scalar.style))
    if "".join("".join(piece[0] for piece in found).split()) == "".join(scalar.value.split()):
        return found
    return [(scalar.value, start, end - start)]


def _lines(source: str, start: int, end: int, style: str) -> Iterator[Piece]:
    at_break = -1
    for match in _LINE.finditer(source, start, end):
        line = match[0].strip(" \t")
        if not line:
            continue
        if at_break >= 0:
            yield source[at_break], at_break, 1
        first = source.index(line[0], match.start())
        yield from _inline(line, first, style)
        glued = style == '"' and (len(line) - len(line.rstrip("\\"))) % 2 == 1
        at_break = -1 if glued or match.end() >= end else match.end()


def _inline(line: str, start: int, style: str) -> Iterator[Piece]:
    """One line with the escapes of its quoting style decoded."""
    at = 0
    while style in ("'", '"'):
        found = line.find("''" if style == "'" else "\\", at)
        if found < 0:
            break
        if found > at:
            yield line[at:found], start + at, found - at
        escape = _ESCAPE.match(line, found)
        if style == "'":
            yield "'", start + found, 2
            at = found + 2
        elif escape:
            yield _unescape(escape[0]), start + found, len(escape[0])
            at = escape.end()
        else:  # a backslash at the end of the line joins it to the next
            return
    if at < len(line):
        yield line[at:], start + at, len(line) - at


def _unescape(escape: str) -> str:
    if len(escape) > 2:
        code = int(escape[2:], 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)
    return _SIMPLE.get(escape[1], escape[1])


def _comments(source: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of comments: ``#`` outside all scalars (``taken``, in order), and in the header of a block scalar."""
    index = 0
    for match in _COMMENT.finditer(source):
        start = match.start()
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        inside = index < len(taken) and taken[index][0] <= start
        if inside and not _in_header(source, taken[index][0], start):
            continue
        yield start, match.end()


def _in_header(source: str, scalar_start: int, at: int) -> bool:
    return source[scalar_start] in "|>" and source.find("\n", scalar_start, at) < 0
