"""English spelling made uniform without moving a character: apostrophes, quotation marks, hyphens inside words.

``side-effect-free`` and ``side effect free`` become one, as do ``don’t`` and ``don't``. Every replacement is one
character for one, so offsets stay true. Addresses (``www.pain-free.example``) keep their hyphens.
"""

from __future__ import annotations

import re
from typing import Final

from adcheck.text.lazy import LazyPattern

_TOKEN: Final = 60
"""Characters to either side of a hyphen in which its token is looked at."""

_BLANK: Final = LazyPattern(r"[\s\u2029]")
_ADDRESS: Final = LazyPattern(r"[/@\\_=]|[a-z]\.[a-z]")
_INNER_HYPHEN: Final = LazyPattern("(?<=[a-z])-(?=[a-z])")
_MARKS: Final = LazyPattern("[“”„’‘ʼ´`′]")
_WRAP: Final = LazyPattern(r"\n(?=[a-z(])")
_GOES_ON: Final = LazyPattern(r"[^\n][a-z,]\n| [ ]\n|[a-z,][ \r]\n")
_LONG_LINE: Final = 40
_SPACED: Final = LazyPattern(r"[a-z](?<![a-z0-9'][a-z])([ .\-_*·~|/])[a-z](?:\1[a-z]){2,}(?![a-z0-9'])")
_LONG_DASHES: Final = "—―"
_IN_PATTERN: Final = LazyPattern(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[^{}]*\}|(?<=[a-z~)}])-(?=[a-z(?{])")


def plain(folded: str, source: str = "") -> str:
    """The folded text with straight marks and with spaces for hyphens inside words; of the same length.

    A long dash of the ``source``, which folding makes a hyphen, stays one: it separates.
    """
    if not folded.isascii():
        folded = _MARKS.sub(_straight, folded)
    if "-" in folded:
        written = source or folded
        folded = _INNER_HYPHEN.sub(lambda m: "-" if written[m.start()] in _LONG_DASHES else _opened(m), folded)
    return folded


def unwrapped(source: str, folded: str) -> str:
    """The folded text with spaces for the line breaks of wrapped English paragraphs; of the same length.

    A paragraph goes on where a long line ends without a stop and the next begins with a small letter in ``source``.
    """
    breaks = [
        match.start()
        for match in _WRAP.finditer(source)
        if match.start() - source.rfind("\n", 0, match.start()) > _LONG_LINE
        and _GOES_ON.match(source, match.start() - 2)
    ]
    if not breaks:
        return folded
    chars = list(folded)
    for at in breaks:
        chars[at] = " "
    return "".join(chars)


def spaced_letters(folded: str) -> list[tuple[int, int]]:
    """Spans of what is put between the letters of a word: *c u r e*, *g-u-a-r-a-n-t-e-e-d*."""
    return [(at + 1, at + 2) for match in _SPACED.finditer(folded) for at in range(match.start(), match.end() - 1, 2)]


def plain_expression(expression: str) -> str:
    """The same for a regular expression: a hyphen between words becomes a space, classes and slots stay."""
    return _IN_PATTERN.sub(lambda m: " " if m[0] == "-" else m[0], expression)


def _straight(match: re.Match[str]) -> str:
    """A straight mark where both neighbours are Latin or missing; Chinese quotation marks tell their side and stay."""
    text, at, mark = match.string, match.start(), match[0]
    before, after = text[at - 1] if at else " ", text[at + 1 : at + 2] or " "
    if mark in "“”„":
        return '"' if before.isascii() and after.isascii() else mark
    return "'" if "a" <= before <= "z" or (mark in "‘’" and before.isascii() and "a" <= after <= "z") else mark


def _opened(hyphen: re.Match[str]) -> str:
    """A space for a hyphen, unless it stands in an address or between spelt-out letters."""
    text, at = hyphen.string, hyphen.start()
    before = _BLANK.split(text[max(0, at - _TOKEN) : at])[-1]
    after = _BLANK.split(text[at : at + _TOKEN])[0]
    token = before + after
    return "-" if _ADDRESS.search(token) or _SPACED.search(token) else " "
