"""Front matter of Markdown: YAML between ``---`` or TOML between ``+++``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Final

from adcheck.documents.builder import Builder, Piece
from adcheck.documents.yaml_events import Scalar, construct, scalars
from adcheck.documents.yaml_text import pieces
from adcheck.errors import InputError
from adcheck.text.lazy import LazyPattern

_OPEN: Final = LazyPattern(r"(---|\+\+\+)[ \t]*\r?\n")
_YAML_END: Final = LazyPattern(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_TOML_END: Final = LazyPattern(r"^\+\+\+[ \t]*\r?$\n?", re.MULTILINE)
_READABLE: Final = ("title", "subtitle", "description", "summary", "excerpt", "keywords")
_TOML_LINE: Final = LazyPattern(rf"^[ \t]*+({'|'.join(_READABLE)})[ \t]*+=([^\n]*)", re.MULTILINE)
_TOML_TABLE: Final = LazyPattern(r"^[ \t]*+\[", re.MULTILINE)
_TOML_STRING: Final = LazyPattern(r'"((?:[^"\\\n]++|\\.)*+)"|\'([^\'\n]*+)\'')
_TOML_ESCAPE: Final = LazyPattern(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_PLAIN: Final = (str, int, float, bool, date, time)
_LIMIT: Final = 1_000_000


def read_front_matter(builder: Builder) -> int:
    """Read the front matter into meta and blocks; the offset of the text behind it, 0 when there is none.

    Front matter that is invalid leaves a note.
    """
    source = builder.source
    opening = _OPEN.match(source)
    if not opening:
        return 0
    is_yaml = opening[1] == "---"
    closing = (_YAML_END if is_yaml else _TOML_END).search(source, opening.end(), opening.end() + _LIMIT)
    if not closing:
        return 0
    try:
        (_read_yaml if is_yaml else _read_toml)(builder, opening.end(), closing.start())
    except (InputError, ValueError, RecursionError) as error:
        reason = error.message if isinstance(error, InputError) else str(error) or type(error).__name__
        builder.notes.append(f"front matter left out: {reason}")
    return closing.end()


def _read_yaml(builder: Builder, start: int, end: int) -> None:
    values = list(scalars(builder.source[start:end], builder.name))
    if any(not scalar.path and not scalar.is_key for scalar in values):
        raise ValueError("it is no mapping")
    for scalar in values:
        if scalar.is_key:
            continue
        _keep(builder.meta, scalar)
        if scalar.path[0] in _READABLE and scalar.is_text and len(scalar.path) <= 2:
            builder.extend(pieces(builder.source, scalar, start))
            builder.end_block("meta", str(scalar.path[0]))


def _keep(meta: dict[str, object], scalar: Scalar) -> None:
    """Top-level scalars and lists of scalars go to meta; those under ``adcheck`` under their own name."""
    path = scalar.path
    key = str(path[0])
    if len(path) == 1:
        meta[key] = construct(scalar)
    elif len(path) == 2 and isinstance(path[1], int):
        values = meta.setdefault(key, [])
        if isinstance(values, list):
            values.append(construct(scalar))
    elif len(path) == 2 and key == "adcheck":
        meta[str(path[1])] = construct(scalar)


def _read_toml(builder: Builder, start: int, end: int) -> None:
    for key, value in tomllib.loads(builder.source[start:end].replace("\r\n", "\n")).items():
        if key == "adcheck" and isinstance(value, dict):
            builder.meta.update({inner: v for inner, v in value.items() if isinstance(v, _PLAIN)})
        elif isinstance(value, _PLAIN) or (isinstance(value, list) and all(isinstance(v, _PLAIN) for v in value)):
            builder.meta[key] = value
    table = _TOML_TABLE.search(builder.source, start, end)
    for line in _TOML_LINE.finditer(builder.source, start, table.start() if table else end):
        for match in _TOML_STRING.finditer(builder.source, *line.span(2)):
            literal = match[1] is None
            builder.extend(_toml_pieces(match[2] or "" if literal else match[1], match.start() + 1, literal))
            builder.end_block("meta", line[1])


def _toml_pieces(body: str, start: int, literal: bool) -> Iterator[Piece]:
    at = 0
    for match in () if literal else _TOML_ESCAPE.finditer(body):
        yield body[at : match.start()], start + at, match.start() - at
        escape = match[0]
        simple = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "e": "\x1b"}.get(escape[1], escape[1])
        yield (chr(int(escape[2:], 16)) if len(escape) > 2 else simple), start + match.start(), len(escape)
        at = match.end()
    yield body[at:], start + at, len(body) - at
