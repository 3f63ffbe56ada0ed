"""Readers: bytes or text in, a Document out. Each format's reader is loaded when first needed."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import Final, cast

from adcheck.documents.limits import MAX_BYTES
from adcheck.documents.model import Document
from adcheck.errors import InputError

SUFFIXES: Final[dict[str, str]] = {
    ".txt": "text",
    ".text": "text",
    ".log": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".srt": "srt",
    ".vtt": "vtt",
}
"""File name suffix (lower case) to format."""

_READERS: Final[dict[str, tuple[str, str]]] = {
    "text": ("text", "read"),
    "markdown": ("markdown", "read"),
    "html": ("html", "read"),
    "csv": ("table", "read"),
    "tsv": ("table", "read_tsv"),
    "json": ("json_text", "read"),
    "jsonl": ("json_text", "read_lines"),
    "yaml": ("yaml_text", "read"),
    "srt": ("subtitles", "read"),
    "vtt": ("subtitles", "read_vtt"),
}
FORMATS: Final = tuple(_READERS)
"""The formats that can be read."""


def format_of(name: str) -> str:
    """The format a file name tells; ``text`` when the suffix is unknown or missing."""
    return SUFFIXES.get(PurePath(name).suffix.lower(), "text")


def read_bytes(data: bytes, name: str, *, format: str | None = None) -> Document:
    """Read a file's content, whatever its encoding.

    Raises:
        InputError: the input is too large, no text, or broken beyond reading; the message names the mend.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            f"the file has {len(data):,} bytes, adcheck reads up to {MAX_BYTES:,}", place=name, hint="split the file"
        )
    from adcheck.documents.encoding import decode

    decoded = decode(data, name)
    document = read_text(decoded.text, name, format=format)
    if decoded.encoding == document.encoding and not decoded.notes:
        return document
    return replace(document, encoding=decoded.encoding, notes=decoded.notes + document.notes)


def read_text(source: str, name: str = "", *, format: str | None = None) -> Document:
    """Read text that is decoded already; ``format`` wins over the suffix of ``name``.

    A byte order mark at the start is left out, so offsets count from the character behind it.

    Raises:
        InputError: the format is unknown or the text is broken beyond reading.
    """
    chosen = format or format_of(name)
    if chosen not in _READERS:
        raise InputError(f"unknown format {chosen!r}", place=name, hint=f"use one of {', '.join(FORMATS)}")
    source = source.removeprefix("\ufeff")
    whole, lost = _without_surrogates(source)
    module, function = _READERS[chosen]
    read = getattr(import_module(f"adcheck.documents.{module}"), function)
    document = cast(Document, read(whole, name))
    if lost:
        return replace(document, notes=(f"read with {lost} damaged characters", *document.notes))
    return document


def _without_surrogates(source: str) -> tuple[str, int]:
    """Lone surrogates can't be encoded by anything further down; each becomes U+FFFD."""
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        whole = source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if len(whole) != len(source):  # pairs of surrogates would have merged and moved every offset
            whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in source)
        return whole, sum(a != b for a, b in zip(source, whole, strict=True))
    return source, 0
