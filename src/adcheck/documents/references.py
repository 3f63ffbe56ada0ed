"""Character references (``&amp;``, ``&#x6cbb;``) and white space of HTML text, with exact source spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from adcheck.documents.builder import Piece
from adcheck.text.lazy import LazyPattern

REFERENCE: Final = LazyPattern(
    r"&(?:#[xX](?=[0-9a-fA-F])0*+([0-9a-fA-F]{0,7}+);?|#(?=[0-9])0*+([0-9]{0,8}+);?|([a-zA-Z][a-zA-Z0-9]{1,31}+);?)"
)
_SPECIAL: Final = LazyPattern(r"[ \t\r\n\f]{2,}|&")
_LONGEST_BARE: Final = 6  # names that HTML reads without a semicolon have at most 6 letters
_SOFT_HYPHEN: Final = "\u00ad"


def resolve(match: re.Match[str], *, strict: bool = False) -> tuple[str, int] | None:
    """The text of a reference and the number of source code points it takes; ``None`` when it is no reference.

    With ``strict`` (Markdown) the semicolon is needed; without it HTML's own leniency holds (``&nbspfoo``).
    A soft hyphen resolves to nothing.
    """
    from html import unescape
    from html.entities import html5

    whole = match[0]
    closed = whole.endswith(";")
    if strict and not closed:
        return None
    name = match[3]
    if name is None:
        text = unescape(f"&#x{match[1] or 0};" if match[1] is not None else f"&#{match[2] or 0};")
        return ("" if text == _SOFT_HYPHEN else text), len(whole)
    if closed and whole[1:] in html5:
        text = html5[whole[1:]]
        return ("" if text == _SOFT_HYPHEN else text), len(whole)
    if strict:
        return None
    for length in range(min(len(name), _LONGEST_BARE), 1, -1):
        if name[:length] in html5:
            text = html5[name[:length]]
            return ("" if text == _SOFT_HYPHEN else text), length + 1
    return None


def html_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """The readable pieces of ``source[start:end]``: references decoded, runs of white space made one character."""
    at = start
    while match := _SPECIAL.search(source, at, end):
        found = match.start()
        if found > at:
            yield source[at:found], at, found - at
        if source[found] == "&":
            reference = REFERENCE.match(source, found, end)
            text, length = (reference and resolve(reference)) or ("&", 1)
            if text:
                yield text, found, length
            at = found + length
        else:
            at = match.end()
            line = source.find("\n", found, at)
            kept = line if line >= 0 else found
            yield source[kept], kept, 1
    if at < end:
        yield source[at:end], at, end - at
