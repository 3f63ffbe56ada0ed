"""Text of unknown origin made fit for a terminal: nothing in it can move the cursor, colour or reorder other text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from adcheck.text.lazy import LazyPattern

_UNSAFE: Final = LazyPattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""C0, DEL, C1, line and paragraph separators, bidi controls, lone surrogates, annotations, noncharacters, tags."""

_HIDDEN: Final = LazyPattern(
    "[\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Characters that show nothing; harmless, but a spelling can be disguised with them."""

_UNSAFE_JSON: Final = LazyPattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _name(match: re.Match[str]) -> str:
    number = ord(match.group())
    if number < 0x20:
        return chr(0x2400 + number)
    return "\u2421" if number == 0x7F else f"<U+{number:04X}>"


def visible(text: str, *, keep: str = "", hidden: bool = False) -> str:
    """``text`` with control characters drawn: C0 and DEL as control pictures, others as ``<U+202E>``.

    Args:
        keep: characters to leave as they are.
        hidden: draw zero-width characters too.
    """
    text = _UNSAFE.sub(lambda m: m.group() if m.group() in keep else _name(m), text)
    return _HIDDEN.sub(_name, text) if hidden else text


def prose(text: str, indent: str = "") -> str:
    """A message of one or several lines, safe, later lines indented."""
    return f"\n{indent}".join(visible(line) for line in text.replace("\r\n", "\n").split("\n"))


def one_line(text: str) -> str:
    """A message on one line, safe."""
    return " ".join(visible(line.strip()) for line in text.replace("\r\n", "\n").split("\n"))


def safe_json(text: str) -> str:
    """JSON with the controls that ``json.dumps`` leaves (C1, bidi, line separators, surrogates) as ``\\u`` escapes."""
    return _UNSAFE_JSON.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


@lru_cache(maxsize=65536)
def shown(char: str) -> str:
    """One character as a source frame shows it: a tab as four blanks, controls drawn."""
    return "    " if char == "\t" else visible(char)


@lru_cache(maxsize=65536)
def char_cells(char: str) -> int:
    """Terminal cells of one drawable character: 2 for East Asian wide, 0 for combining and zero-width."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@lru_cache(maxsize=65536)
def shown_cells(char: str) -> int:
    """Terminal cells of one character of a source frame."""
    return cells(shown(char))


def cells(text: str) -> int:
    """Terminal cells of drawable text."""
    return len(text) if text.isascii() else sum(map(char_cells, text))


def pad(text: str, width: int) -> str:
    """``text`` filled with blanks to ``width`` cells."""
    return text + " " * max(0, width - cells(text))
