"""From bytes to text: byte order marks, UTF-8, UTF-16, and the Chinese encodings told apart by common characters."""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple

from adcheck.errors import InputError
from adcheck.text.lazy import LazyPattern

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AS_TEXT: Final = "save it as UTF-8 text"
_MAGIC: Final = (
    (b"%PDF-", "a PDF", "export the PDF as text"),
    (b"\x89PNG\r\n", "a PNG image", "save its text as UTF-8 text"),
    (b"\xff\xd8\xff", "a JPEG image", "save its text as UTF-8 text"),
    (b"GIF8", "a GIF image", "save its text as UTF-8 text"),
    (b"PK\x03\x04", "a ZIP archive or an Office file (docx, xlsx, pptx)", "save the document as UTF-8 text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (doc, xls, ppt)", "save the document as UTF-8 text or HTML"),
    (b"{\\rtf", "a rich text file", _SAVE_AS_TEXT),
    (b"\x7fELF", "a program", "leave it out of the check"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"SQLite format 3", "a database", "export its text as CSV"),
)
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MAX_CONTROLS: Final = 0.01
_MAX_DAMAGE: Final = 0.02
_SURE: Final = 0.5
_READABLE: Final = 0.6
_SAMPLE: Final = 1 << 16
_REPLACEMENT: Final = "\ufffd"
_NARROW: Final = LazyPattern("[\x80-\u02ff\u2010-\u203a\u20ac\u2122]+")
_WIDE: Final = LazyPattern("[\u3000-\U0003ffff]")


class Decoded(NamedTuple):
    """Text without its byte order mark, the encoding it was in, and what was mended."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str = "") -> Decoded:
    """Decode a file's content; line ends stay as they are.

    Raises:
        InputError: the bytes are no text, or text in an encoding that can't be told.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _replaced(data[len(bom) :], encoding)
    _refuse_magic(data, name)
    if b"\0" in data:
        wide = _utf16_by_nul(data)
        if wide:
            return wide
    _refuse_controls(data, name)
    try:
        return _without_mojibake(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    found = _best(data) or _guessed(data)
    if found is None:
        raise InputError("the encoding can't be told", place=name, hint=_SAVE_AS_TEXT)
    return found


def _refuse_magic(data: bytes, name: str) -> None:
    for magic, what, mend in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {what}, no text", place=name, hint=mend)


def _refuse_controls(data: bytes, name: str) -> None:
    """Text has next to no control bytes; a sample from the start and the middle tells."""
    middle = len(data) // 2
    sample = data[:_SAMPLE] + data[max(_SAMPLE, middle) : max(_SAMPLE, middle) + _SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(1, len(sample) * _MAX_CONTROLS):
        raise InputError("this is binary data, no text", place=name, hint=f"{_SAVE_AS_TEXT} or leave it out")


def _utf16_by_nul(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, told by the byte order in which nearly all characters are ASCII or common."""
    best, found = _READABLE, ""
    for encoding in ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ():
        text = data[: _SAMPLE * 2].decode(encoding, "replace")
        plain = sum(" " <= c <= "~" or c in "\t\r\n\f" for c in text)
        wide = sum(c > "\x7f" for c in text)
        share = (plain + wide * _score(text)) / max(1, len(text))
        if share > best:
            best, found = share, encoding
    return _replaced(data, found) if found else None


def _best(data: bytes) -> Decoded | None:
    """The candidate whose text reads most like Chinese; UTF-8 with little damage wins over all."""
    damaged = _replaced(data, "utf-8")
    # bytes of another encoding seldom make a character of three bytes by chance
    sound = len(_WIDE.findall(damaged.text)) - damaged.text.count(_REPLACEMENT)
    if sound > 2 * damaged.text.count(_REPLACEMENT):
        return damaged
    found: Decoded | None = None
    best = _SURE
    for encoding in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be"):
        if encoding.startswith("utf-16") and len(data) % 2:
            continue
        candidate = _replaced(data, encoding)
        lost = candidate.text.count(_REPLACEMENT)
        if lost > max(1, len(candidate.text) * _MAX_DAMAGE):
            continue
        value = _score(candidate.text) - 2 * lost / max(1, len(candidate.text))
        if value > best:
            found, best = candidate, value
    return found


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of it; else UTF-8 when little is damaged."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        guess = None
    else:
        guess = from_bytes(data[:_SAMPLE]).best()
    if guess is not None and not guess.encoding.startswith(("utf_16", "utf_32")):
        found = _replaced(data, guess.encoding)
        if found.text.count(_REPLACEMENT) <= len(found.text) * _MAX_DAMAGE:
            return found
    damaged = _replaced(data, "utf-8")
    small = damaged.text.count(_REPLACEMENT) <= max(1, len(damaged.text) * _MAX_DAMAGE)
    return damaged if small else None


def _replaced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if _REPLACEMENT not in text:
        return Decoded(text, encoding)
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        lost = text.count(_REPLACEMENT)
        return Decoded(text, encoding, (f"read with {lost} damaged character{'s' if lost > 1 else ''}",))
    return Decoded(text, encoding)


def _without_mojibake(text: str) -> Decoded:
    """Undo GBK or UTF-8 that was read as Latin-1 and stored as UTF-8, when the whole text says so."""
    whole = Decoded(text, "utf-8")
    if text.isascii() or _WIDE.search(text):
        return whole
    narrow = "".join(_NARROW.findall(text[:_SAMPLE]))
    if len(narrow) < 6 or sum("a" <= c.lower() <= "z" for c in text[:_SAMPLE]) > 4 * len(narrow):
        return whole
    try:
        data = b"".join(_latin_byte(c) for c in text)
    except UnicodeEncodeError:
        return whole
    for encoding, what in (("utf-8", "UTF-8"), ("gb18030", "GBK")):
        try:
            mended = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _score(mended) >= 0.7 and len(_WIDE.findall(mended)) >= 3:
            return Decoded(
                mended, "utf-8", (f"{what} that was read as Latin-1 was repaired; positions count from there",)
            )
    return whole


def _latin_byte(character: str) -> bytes:
    return character.encode("latin-1" if character < "\u0100" else "cp1252")


def _score(text: str) -> float:
    """How much a text reads like Chinese; the list of characters is loaded only when there is doubt."""
    from adcheck.documents.common_characters import score

    return score(text)
