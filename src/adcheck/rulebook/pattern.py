"""Patterns: fill the slots, and find the words without which a pattern can't match.

A pattern is a regular expression with ``{name}`` for a slot. The anchors it gets go into the one automaton that reads
every text; the expression itself runs only in a sentence where an anchor stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any, Final

from adcheck.errors import RuleError
from adcheck.rulebook.anchors import Anchors, Part, met, sided
from adcheck.rulebook.compiled import Companions
from adcheck.rulebook.inflect import inflected_expression
from adcheck.rulebook.marks import MOST_LEXICONS, slot_expression
from adcheck.rulebook.unparse import source_of
from adcheck.text.english import plain_expression
from adcheck.text.fold import fold

SLOT: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")
GAP: Final = re.compile(r"\{(gap|wide)([0-9]+)\}")
INLINE: Final = 60
"""Lexicons up to this size are written into the expression, larger ones become marks."""
_PRIVATE: Final = 0xE000
_SETS: Final = 6
_COMMON: Final = 12_000_000.0
"""A set met more often than this (in a corpus of 60 million characters) rules out too little to be looked for."""
_NEAR: Final = 6
"""At how many places a tail is tried for one anchor, less one."""
_ENDS: Final = frozenset("。！!?？;；\n\u2029")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready for use: the expression, the lexicons it names, its anchors.

    An anchor begins ``low`` to ``high`` characters after the start of the match, which is at most ``most`` long.
    ``also`` are further sets of words of which one each must stand in the match.
    """

    expression: str
    lexicons: tuple[str, ...]
    anchors: tuple[str, ...]
    low: int
    high: int
    most: int
    also: tuple[Companions, ...] = ()
    tail: tuple[str, tuple[str, ...], int, int, bool] | None = None
    """The source from the piece with the anchors on, its lexicons, how far before the anchors it begins, and whether it is
    the whole expression."""
    crosses: bool = False
    """Whether it names a mark that ends a sentence, and so may go across one."""


def expand(pattern: str, slots: Mapping[str, str], lexicons: Mapping[str, frozenset[str]], *, place: str = "") -> str:
    """Fill ``{gapN}``, ``{wideN}`` and ``{slot}``; lexicons stay as ``{name}``.

    Raises:
        RuleError: for a slot that is no slot and no lexicon.
    """
    for _ in range(8):
        filled = SLOT.sub(lambda m: f"(?:{slots[m[1]]})" if m[1] in slots else m[0], pattern)
        if filled == pattern:
            break
        pattern = filled
    pattern = GAP.sub(lambda m: _gap(m[1], int(m[2])), pattern)
    for match in SLOT.finditer(pattern):
        if match[1] not in lexicons:
            raise RuleError(f"unknown slot {{{match[1]}}}", place=place, hint=_nearest(match[1], [*slots, *lexicons]))
    return inflected_expression(plain_expression(fold_expression(pattern)))


def whole_words(expression: str, *, start_only: bool = False) -> str:
    """An English expression that begins, and ends unless ``start_only``, at the border of a word."""
    return f"(?<![a-z0-9])(?:{expression})" + ("" if start_only else "(?![a-z0-9])")


def fold_expression(expression: str) -> str:
    """Fold the characters of an expression but not its escapes (``\\S`` is not ``\\s``)."""
    return re.sub(r"\\.|\(\?P?<[^=!]|.", lambda m: m[0] if len(m[0]) > 1 else fold(m[0]), expression, flags=re.DOTALL)


def without_redundant(anchors: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """The anchors without those that contain another one, and how far inside the dropped ones the kept ones begin."""
    kept: set[str] = set()
    shift = 0
    for word in sorted(set(anchors), key=lambda w: (len(w), w)):
        at = next((i for i in range(len(word)) for j in range(i + 1, len(word) + 1) if word[i:j] in kept), None)
        if at is None:
            kept.add(word)
        else:
            shift = max(shift, at)
    return tuple(sorted(kept)), shift


def _gap(kind: str, most: int) -> str:
    stops = r"，,。！!？?；;：:\n\u2029" if kind == "gap" else r"。！!？?；;\n\u2029"
    return f"[^{stops}]{{0,{most}}}?"


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1)
    return f"did you mean {{{near[0]}}}?" if near else "slots are in rules/lexicons/"


def prepare(
    pattern: str, slots: Mapping[str, str], lexicons: Mapping[str, frozenset[str]], *, place: str = "", lang: str = "zh"
) -> Pattern:
    """Expand a pattern and work out its anchors; English ones are held to whole words.

    Raises:
        RuleError: when the expression is invalid, uses ``\\b`` or ``\\w``, or has no word that must stand in a match.
    """
    expanded = expand(pattern, slots, lexicons, place=place)
    if lang == "en":
        expanded = whole_words(expanded)
    if re.search(r"\\[bBwW]", expanded) and not pattern.isascii():
        raise RuleError(
            f"pattern {pattern!r} uses \\b or \\w, which see no edge between Chinese characters", place=place
        )
    names = sorted({m[1] for m in SLOT.finditer(expanded)})
    stand_in = {name: chr(_PRIVATE + i) for i, name in enumerate(names)}
    bare = SLOT.sub(lambda m: stand_in[m[1]], expanded)
    try:
        tree = sre_parser.parse(bare)
    except re.error as error:
        raise RuleError(f"pattern {pattern!r} is no valid expression: {error}", place=place) from None
    words = {stand_in[name]: lexicons[name] for name in names}
    part = Anchors(words).of(tree)
    if part.required is None:
        raise RuleError(
            f"pattern {pattern!r} has no word that must stand in every match", place=place,
            hint="write at least one fixed word of two characters, or a lexicon slot",
        )  # fmt: skip
    expression, large = fill_lexicons(expanded, lexicons, place=place)
    anchors, shift = _kept(part.required, [lexicons[name] for name in large])
    names_of = {char: name for name, char in stand_in.items()}
    tail = source_of(tree[part.at :], names_of) if part.near_high + shift - part.near_low <= _NEAR else None
    near = part.near_low, part.near_high + shift, not part.at
    return Pattern(
        expression, large, anchors, part.low, part.high + shift, part.most,
        _companions(part, anchors, {name: lexicons[name] for name in large}),
        (*fill_lexicons(tail, lexicons, place=place), *near) if tail else None, _crosses(tree),
    )  # fmt: skip


def _kept(words: frozenset[str], lexicons: Iterable[frozenset[str]]) -> tuple[tuple[str, ...], int]:
    """The anchors to look for, and how far inside a dropped one a kept one begins.

    Words of large lexicons are looked for anyway and all stay: so it is known where each begins.
    """
    whole = frozenset[str]().union(*(members for members in lexicons if members <= words))
    rest, shift = without_redundant(words - whole)
    return tuple(sorted(whole.union(rest))), shift


def _crosses(tree: Any) -> bool:
    """Whether an expression names a sentence's end, outside a class of what it may not be."""
    for op, argument in tree:
        if op is sre.ANY or (op is sre.LITERAL and chr(argument) in _ENDS):
            return True
        if (
            op is sre.IN
            and argument[0][0] is not sre.NEGATE
            and any(o is sre.LITERAL and chr(a) in _ENDS for o, a in argument)
        ):
            return True
        if op is sre.SUBPATTERN and _crosses(argument[-1]):
            return True
        if op is sre.BRANCH and any(_crosses(branch) for branch in argument[1]):
            return True
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and _crosses(argument[2]):
            return True
    return False


def _companions(part: Part, anchors: tuple[str, ...], lexicons: Mapping[str, frozenset[str]]) -> tuple[Companions, ...]:
    """The rarest further sets of words of which one each must stand in a match."""
    found: list[Companions] = []
    for words, side in sorted(sided(part).items(), key=lambda w: (met(w[0]), sorted(w[0]))):
        whole = tuple(name for name, members in lexicons.items() if members <= words)
        rest, _ = without_redundant(words.difference(*(lexicons[name] for name in whole)))
        new = Companions(whole, rest, side)
        if met(words) <= _COMMON and not words.issuperset(anchors) and new not in found:
            found.append(new)
    return tuple(found[:_SETS])


def fill_lexicons(
    expanded: str, lexicons: Mapping[str, frozenset[str]], *, place: str = ""
) -> tuple[str, tuple[str, ...]]:
    """Write small lexicons into the expression and make slots of large ones marks; also the names of the large ones.

    Raises:
        RuleError: when the expression uses too many large lexicons.
    """
    names = sorted({m[1] for m in SLOT.finditer(expanded)})
    large = tuple(name for name in names if len(lexicons[name]) > INLINE)
    if len(large) > MOST_LEXICONS:
        raise RuleError(
            f"an expression may use {MOST_LEXICONS} large lexicons, this one has {len(large)}", place=place,
            hint="split it in two",
        )  # fmt: skip

    def fill(match: re.Match[str]) -> str:
        if match[1] in large:
            return slot_expression(match[1], large)
        words = sorted(lexicons[match[1]], key=lambda w: (-len(w), w))
        listed = "(?:" + "|".join(re.escape(w) for w in words) + ")"
        return f"(?<![a-z0-9]){listed}(?:e?s)?(?![a-z0-9])" if all(w.isascii() for w in words) else listed

    return SLOT.sub(fill, expanded), large
