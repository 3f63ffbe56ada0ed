"""Take out what hides a phrase and keep the way back.

Removed are invisible characters anywhere; spaces, single line breaks, stray symbols, emoji and tags put between two
Chinese characters; spaces between a Chinese character and a number; and pinyin notes as in 医(yī)院. Ordinary text,
where none of this stands, is handed back as it is with an empty map.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from heapq import merge
from typing import Final, NamedTuple

from adcheck.text.english import spaced_letters
from adcheck.text.lazy import LazyPattern

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e01ef"
)
_SYMBOLS: Final = r"*·•_~^#+.=\-`|\u2022\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_SPACES: Final = r" \t\r\n\f\v\u3000\u00a0"
_SYLLABLE: Final = r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}"
_HIDING: Final = LazyPattern(
    f"[{_SYMBOLS}{_SPACES}{_INVISIBLE}]{{1,12}}(?=[{HAN}0-9%])"
    f"|[{_INVISIBLE}]+"
    f"|\\( ?{_SYLLABLE} ?\\)"
    r"|</?[a-z][^<>\n]{0,80}>"
)
_INVISIBLE_RUN: Final = LazyPattern(f"[{_INVISIBLE}]+")
_ONLY_SPACES: Final = LazyPattern(f"[{_SPACES}{_INVISIBLE}]+\\Z")
_TONELESS: Final = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")
_INITIALS: Final = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w|"
_FINALS: Final = (
    "a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|v|ve|ue|er"
)
_PINYIN: Final = LazyPattern(f"(?:{_INITIALS})(?:{_FINALS})\\Z")
_LONG_LINE: Final = 24


def is_han(char: str) -> bool:
    """Whether it is one Chinese character (an empty text is none)."""
    return "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def is_pinyin(letters: str) -> bool:
    """Whether the letters can be one syllable of pinyin, with or without tone marks."""
    return _PINYIN.match(letters.translate(_TONELESS)) is not None


class Squeezed(NamedTuple):
    """Squeezed text and its map: piece ``i`` of it begins at ``here[i]`` and stood at ``there[i]`` before.

    ``breaks`` are places in the squeezed text where a line break was taken out after a short line: context does not
    reach across them.
    """

    text: str
    here: tuple[int, ...] = ()
    there: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()

    def before(self, start: int, end: int) -> tuple[int, int]:
        """The span in the unsqueezed text of ``text[start:end]``, with what was removed inside it."""
        return self._one(start), self._one(end - 1) + 1 if end > start else self._one(start)

    def _one(self, index: int) -> int:
        if not self.here:
            return index
        piece = max(0, bisect_right(self.here, index) - 1)
        return index - self.here[piece] + self.there[piece]


def squeeze(folded: str) -> Squeezed:
    """Squeeze a folded text.

    The map never decreases and ``text[i]`` is the character at ``before(i, i + 1)`` of ``folded``.
    """
    pieces: list[str] = []
    here: list[int] = []
    there: list[int] = []
    breaks: list[int] = []
    at = length = line_start = 0
    for start, end in _all_removed(folded):
        if start < at:
            continue
        if start > at:
            pieces.append(folded[at:start])
            here.append(length)
            there.append(at)
            length += start - at
        if "\n" in folded[start:end]:
            line_start = max(at, folded.rfind("\n", line_start, start) + 1)
            if start - line_start < _LONG_LINE:
                breaks.append(length)
            line_start = end
        at = end
    if at == 0 and not pieces:
        return Squeezed(folded)
    pieces.append(folded[at:])
    here.append(length)
    there.append(at)
    return Squeezed("".join(pieces), tuple(here), tuple(there), tuple(breaks))


def _all_removed(folded: str) -> Iterator[tuple[int, int]]:
    """What is taken out of Chinese and Latin words, in order."""
    spaced = spaced_letters(folded)
    return merge(_removed(folded), spaced) if spaced else _removed(folded)


def _removed(folded: str) -> Iterator[tuple[int, int]]:
    """The spans that are taken out, in order."""
    for match in _HIDING.finditer(folded):
        start, end = match.span()
        if _goes(folded, start, end, match.group()):
            yield start, end
        else:
            yield from (run.span() for run in _INVISIBLE_RUN.finditer(folded, start, end))


def _goes(folded: str, start: int, end: int, what: str) -> bool:
    """Whether this candidate is removed."""
    first = what[0]
    before = folded[start - 1] if start else ""
    if first == "(":
        return is_han(before) and is_pinyin(what.strip("() "))
    if first == "<":
        return True
    if what.count("\n") > 1:
        return False
    after = folded[end] if end < len(folded) else ""
    han_before, han_after = is_han(before), is_han(after)
    if _ONLY_SPACES.match(what):
        invisible = not any(c in " \t\r\n\f\v\u3000\u00a0" for c in what)
        if after == "%" and before.isdigit():
            return True
        return invisible or (han_before and (han_after or after.isdigit())) or (han_after and before in "0123456789%")
    return han_before and han_after and "--" not in what and len(_INVISIBLE_RUN.sub("", what).strip()) <= 4
