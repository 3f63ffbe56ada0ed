"""JSON and JSON Lines: every string value is a block named by its key path; keys are no text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from adcheck.documents.builder import Builder, Piece
from adcheck.documents.limits import MAX_DEPTH
from adcheck.documents.model import Document
from adcheck.documents.paths import join
from adcheck.errors import InputError
from adcheck.text.lazy import LazyPattern

_TOKEN: Final = LazyPattern(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"|[{}\[\],]', re.DOTALL)
_ESCAPE: Final = LazyPattern(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_COLON: Final = LazyPattern(r"\s*+:")
_LINE: Final = LazyPattern(r"[^\r\n]+")
_SIMPLE: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_DECODER: Final = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
_SHOWN: Final = 3
_HOPELESS: Final = 1000
_HINT: Final = "check commas, quotes and brackets there, or pass the format the file really has"


def read(source: str, name: str) -> Document:
    """Read one JSON value.

    Raises:
        InputError: the text is no valid JSON or nested deeper than ``MAX_DEPTH``.
    """
    if source.strip():
        _validate(source, name, 1)
    builder = Builder(source, name, "json")
    _scan(builder, 0, len(source), "")
    return builder.document()


def read_lines(source: str, name: str) -> Document:
    """Read JSON Lines; a line that is no JSON is left out with a note.

    Raises:
        InputError: no line is valid JSON, or none of the first thousand.
    """
    builder = Builder(source, name, "jsonl")
    bad: list[InputError] = []
    good = more = 0
    number, counted = 1, 0
    for match in _LINE.finditer(source):
        start, end = match.span()
        number += source.count("\n", counted, start)
        counted = start
        if not match[0].strip():
            continue
        try:
            _validate(match[0], name, number)
        except InputError as error:
            if len(bad) < _SHOWN:
                bad.append(error)
            else:
                more += 1
            if not good and more > _HOPELESS:
                break
            continue
        good += 1
        _scan(builder, start, end, f"line {number}")
    if bad and not good:
        raise bad[0]
    builder.notes += [f"left out: {error.message} ({error.place})" for error in bad]
    if more:
        builder.notes.append(f"left out: {more} more lines that are no JSON")
    return builder.document()


def _validate(source: str, name: str, line: int) -> None:
    try:
        _DECODER.decode(source)
    except json.JSONDecodeError as error:
        place = f"{name or 'input'}:{line + error.lineno - 1}:{error.colno}"
        raise InputError(f"no valid JSON: {error.msg}", place=place, hint=_HINT) from None
    except (RecursionError, MemoryError):
        raise _too_deep(name) from None


def _too_deep(name: str) -> InputError:
    return InputError(f"JSON nested deeper than {MAX_DEPTH}", place=name, hint="flatten it, or check its parts")


class _Frame:
    """An open container; ``index`` counts a list's items and is -1 in an object."""

    __slots__ = ("index", "key", "prefix")

    def __init__(self, prefix: str, index: int) -> None:
        self.prefix = prefix
        self.index = index
        self.key = ""

    def place(self) -> str:
        return join(self.prefix, self.key if self.index < 0 else self.index)


def _scan(builder: Builder, start: int, end: int, prefix: str) -> None:
    """Walk over the tokens of valid JSON."""
    source = builder.source
    frames: list[_Frame] = []
    for match in _TOKEN.finditer(source, start, end):
        body = match[1]
        if body is not None:
            _string(builder, match, frames, prefix, end)
            continue
        token = match[0]
        if token == ",":
            if frames and frames[-1].index >= 0:
                frames[-1].index += 1
        elif token in "{[":
            if len(frames) >= MAX_DEPTH:
                raise _too_deep(builder.name)
            frames.append(_Frame(frames[-1].place() if frames else prefix, -1 if token == "{" else 0))
        elif frames:
            frames.pop()


def _string(builder: Builder, match: re.Match[str], frames: list[_Frame], prefix: str, end: int) -> None:
    body, (start, stop) = match[1], match.span(1)
    frame = frames[-1] if frames else None
    if frame is not None and frame.index < 0 and _COLON.match(builder.source, stop + 1, end):
        frame.key = _decode(body)
        return
    if not body:
        return
    if frame is not None and frames[0].index < 0 and frames[0].key == "adcheck":
        if len(frames) == 2 and frame.index < 0:
            builder.meta[frame.key] = _decode(body)
        return
    if "\\" in body:
        builder.extend(_pieces(body, start))
    else:
        builder.append(body, start)
    builder.end_block("text", frame.place() if frame else prefix)


def _decode(body: str) -> str:
    return "".join(piece[0] for piece in _pieces(body, 0)) if "\\" in body else body


def _pieces(body: str, start: int) -> Iterator[Piece]:
    at = 0
    for match in _ESCAPE.finditer(body):
        found, stop = match.span()
        if found > at:
            yield body[at:found], start + at, found - at
        yield _unescape(match[0]), start + found, stop - found
        at = stop
    if at < len(body):
        yield body[at:], start + at, len(body) - at


def _unescape(escape: str) -> str:
    if escape[1] == "u" and len(escape) >= 6:
        if len(escape) == 12:
            high, low = int(escape[2:6], 16), int(escape[8:], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        code = int(escape[2:6], 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
    return _SIMPLE.get(escape[1], escape[1])
