"""Edits done on the bytes of a file: mark, encoding, line ends and damaged bytes stay what they were."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from adcheck.documents.model import Document
from adcheck.documents.writing import Edit
from adcheck.errors import InputError

_MARKS: Final = {
    "utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
}  # fmt: skip
_DAMAGED: Final = "\ufffd"


class Cut(NamedTuple):
    """``copy[start:start + length]`` stands in place of what was there; counted in bytes."""

    start: int
    length: int
    original: bytes

    def __repr__(self) -> str:
        return f"Cut(start={self.start}, length={self.length})"


class Spliced(NamedTuple):
    """The bytes of the copy and its cuts, in order of place."""

    data: bytes
    cuts: tuple[Cut, ...]

    def __repr__(self) -> str:
        return f"Spliced({len(self.data)} bytes, {len(self.cuts)} cuts)"


class _Run(NamedTuple):
    start: int
    byte: int
    text: str
    size: int
    damaged: bool = False


def splice(data: bytes, document: Document, edits: Sequence[Edit]) -> Spliced:
    """Do ``edits`` (fitted, in order, source offsets) on the bytes the document was read from.

    A character that the encoding lacks is written as ``*``.

    Raises:
        InputError: the text can't be written back as it was (repaired mojibake, more than one way to write it).
    """
    runs = list(_runs(data, document))
    offsets = _byte_offsets(runs, [at for edit in edits for at in edit[:2]], document.encoding)
    parts: list[bytes] = []
    cuts: list[Cut] = []
    done = length = 0
    for edit, start, end in zip(edits, offsets[::2], offsets[1::2], strict=True):
        new = _encoded(edit.text, document.encoding)
        parts += [data[done:start], new]
        length += start - done
        cuts.append(Cut(length, len(new), data[start:end]))
        length += len(new)
        done = end
    return Spliced(b"".join((*parts, data[done:])), tuple(cuts))


def restored(copy: bytes, cuts: Iterable[Cut]) -> bytes:
    """The bytes before the cuts."""
    parts: list[bytes] = []
    done = 0
    for cut in cuts:
        parts += [copy[done : cut.start], cut.original]
        done = cut.start + cut.length
    return b"".join((*parts, copy[done:]))


def _runs(data: bytes, document: Document) -> Iterator[_Run]:
    """Stretches that decode cleanly, and between them damaged bytes, each read as one U+FFFD."""
    mark = _MARKS.get(document.encoding, b"")
    at = len(mark) if mark and data.startswith(mark) else 0
    view, start = memoryview(data), 0
    while at < len(data):
        try:
            text, size, bad = codecs.decode(view[at:], document.encoding), len(data) - at, 0
        except UnicodeDecodeError as error:
            size, bad = error.start, error.end - error.start
            text = codecs.decode(view[at : at + size], document.encoding)
        if text.encode(document.encoding) != view[at : at + size] or not document.source.startswith(text, start):
            raise _unfaithful(document)
        yield _Run(start, at, text, size)
        start += len(text)
        at += size
        if bad:
            yield _Run(start, at, _DAMAGED, bad, damaged=True)
            start += 1
            at += bad
    if start != len(document.source):
        raise _unfaithful(document)


def _unfaithful(document: Document) -> InputError:
    return InputError(
        "its characters were repaired on reading, so no copy can be written that is the same in all else",
        place=document.name,
        hint="save it as UTF-8 text first",
    )


def _byte_offsets(runs: Sequence[_Run], offsets: Sequence[int], encoding: str) -> list[int]:
    """The byte of each source offset; the offsets come in order."""
    found: list[int] = []
    number = chars = size = 0
    for offset in offsets:
        while number + 1 < len(runs) and runs[number + 1].start <= offset:
            number, chars, size = number + 1, 0, 0
        run = runs[number] if runs else _Run(0, 0, "", 0)
        into = offset - run.start
        if run.damaged:
            size = run.size if into else 0
        else:
            size += len(run.text[chars:into].encode(encoding))
        chars = into
        found.append(run.byte + size)
    return found


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b"".join(_one(char, encoding) for char in text)


def _one(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return "*".encode(encoding)
