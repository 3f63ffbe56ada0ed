"""Cut a line into the tokens that the finder labels: a Chinese character, a Latin word, a number, any other sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from adcheck.text.lazy import LazyPattern

HAN: Final = LazyPattern(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN: Final = r"[A-Za-z\u00c0-\u024f]"
_TOKEN: Final = LazyPattern(
    rf"[\u3400-\u4dbf\u4e00-\u9fff]|{_LATIN}+(?:['’\-]{_LATIN}+)*|[0-9]+|[ \t\u00a0\u3000]+|_+|[^\S\n]+|.", re.DOTALL
)
_SENTENCE: Final = LazyPattern(r"[^\n。！？!?]*[\n。！？!?]?[”」’\"）)]?")
_POSSESSIVE: Final = LazyPattern(r"['’]s?$")
LONGEST: Final = 300
"""A sentence longer than this is cut: the finder looks a few tokens around, never further."""


class Token(NamedTuple):
    """A token: offsets in code points of the text, end exclusive."""

    text: str
    start: int
    end: int


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``; a run of blanks is one token, a possessive ``'s`` is split off."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, at, stop = match.group(), match.start(), match.end()
        cut = _POSSESSIVE.search(word) if len(word) > 2 and word[0].isalpha() else None
        if cut:
            tokens.append(Token(word[: cut.start()], at, at + cut.start()))
            word, at = cut.group(), at + cut.start()
        tokens.append(Token(word, at, stop))
    return tokens


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences and lines of ``text``, none longer than :data:`LONGEST` code points; blank ones are left out."""
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while end - start > LONGEST:
            cut = start + LONGEST
            for mark in "，,；;、 ":
                found = text.rfind(mark, start + LONGEST // 2, cut)
                if found > 0:
                    cut = found + 1
                    break
            yield start, cut
            start = cut
        if text[start:end].strip():
            yield start, end
