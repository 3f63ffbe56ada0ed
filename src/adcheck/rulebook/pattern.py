"""Patterns: fill the slots, and find the words without which a pattern can't match.

A pattern is a regular expression with ``{name}`` for a slot. The anchors it gets go into the one automaton that reads
every text; the expression itself runs only in a sentence where an anchor stands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any, Final

from adcheck.errors import RuleError
from adcheck.text.fold import fold

SLOT: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")
GAP: Final = re.compile(r"\{(gap|wide)([0-9]+)\}")
INLINE: Final = 60
"""Lexicons up to this size are written into the expression, larger ones become named lists."""
_PRIVATE: Final = 0xE000
_MOST: Final = 1500
_COMMON: Final = frozenset("的一是了不在有人我他这中大来上个国到说们为子和你地出也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready for use: the expression, the lexicons it names, its anchors and its greatest width."""

    expression: str
    lexicons: tuple[str, ...]
    anchors: tuple[str, ...]
    width: int


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
            raise RuleError(
                f"unknown slot {{{match[1]}}}", place=place, hint=_nearest(match[1], [*slots, *lexicons])
            )
    return fold_expression(pattern)


def fold_expression(expression: str) -> str:
    """Fold the characters of an expression but not its escapes (``\\S`` is not ``\\s``)."""
    return re.sub(r"\\.|\(\?P?<[^=!]|.", lambda m: m[0] if len(m[0]) > 1 else fold(m[0]), expression, flags=re.DOTALL)


def without_redundant(anchors: Iterable[str]) -> tuple[str, ...]:
    """The anchors without those that contain another one: where they stand, the shorter one stands too."""
    kept: set[str] = set()
    for word in sorted(set(anchors), key=lambda w: (len(w), w)):
        inside = (word[i:j] for i in range(len(word)) for j in range(i + 1, len(word) + 1))
        if not any(part in kept for part in inside):
            kept.add(word)
    return tuple(sorted(kept))


def _gap(kind: str, most: int) -> str:
    stops = r"，,。！!？?；;：:\n\u2029" if kind == "gap" else r"。！!？?；;\n\u2029"
    return f"[^{stops}]{{0,{most}}}?"


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1)
    return f"did you mean {{{near[0]}}}?" if near else "slots are in rules/lexicons/"


def prepare(pattern: str, slots: Mapping[str, str], lexicons: Mapping[str, frozenset[str]], *, place: str = "") -> Pattern:
    """Expand a pattern and work out its anchors.

    Raises:
        RuleError: when the expression is invalid, uses ``\\b`` or ``\\w``, or has no word that must stand in a match.
    """
    expanded = expand(pattern, slots, lexicons, place=place)
    if re.search(r"\\[bBwW]", expanded) and not pattern.isascii():
        raise RuleError(f"pattern {pattern!r} uses \\b or \\w, which see no edge between Chinese characters", place=place)
    names = sorted({m[1] for m in SLOT.finditer(expanded)})
    stand_in = {name: chr(_PRIVATE + i) for i, name in enumerate(names)}
    bare = SLOT.sub(lambda m: stand_in[m[1]], expanded)
    try:
        tree = sre_parser.parse(bare)
    except re.error as error:
        raise RuleError(f"pattern {pattern!r} is no valid expression: {error}", place=place) from None
    words = {stand_in[name]: lexicons[name] for name in names}
    anchors, width = _Anchors(words).of(tree)
    if anchors is None:
        raise RuleError(
            f"pattern {pattern!r} has no word that must stand in every match", place=place,
            hint="write at least one fixed word of two characters, or a lexicon slot",
        )  # fmt: skip
    large = tuple(name for name in names if len(lexicons[name]) > INLINE)
    expression = SLOT.sub(lambda m: inline(m[1], lexicons), expanded)
    return Pattern(expression, large, without_redundant(anchors), width)


def inline(name: str, lexicons: Mapping[str, frozenset[str]]) -> str:
    words = lexicons[name]
    if len(words) > INLINE:
        return rf"\L<{name.replace('-', '_')}>"
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _weight(word: str) -> float:
    """How often the word is met, roughly; only the order counts."""
    if len(word) == 1:
        return 60.0 if word in _COMMON else 25.0 if not word.isascii() else 90.0
    common = sum(c in _COMMON for c in word)
    return (2.0 if len(word) == 2 else 0.6) * (1 + common) + (3.0 if word.isdigit() else 0.0)


def cost(words: Iterable[str]) -> float:
    """What a set of anchors costs in ordinary text."""
    weights = [_weight(w) for w in words]
    return max(weights) * (1 + math.log10(len(weights))) if weights else math.inf


class _Anchors:
    """Walks the parsed expression; for each node the full strings it can be (if few) and the best required set."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.words = words

    def of(self, tree: Any) -> tuple[frozenset[str] | None, int]:
        exact, best, width = self._sequence(tree)
        candidates = [c for c in (exact, best) if c and all(c)]
        return (min(candidates, key=cost) if candidates else None), width

    def _sequence(self, tree: Any) -> tuple[frozenset[str] | None, frozenset[str] | None, int]:
        best: frozenset[str] | None = None
        run: frozenset[str] = frozenset({""})
        whole = True
        width = 0
        for op, argument in tree:
            exact, required, node_width = self._node(op, argument)
            width += node_width
            joined = frozenset(a + b for a, b in product(run, exact)) if exact and len(run) * len(exact) <= _MOST else None
            if joined is not None:
                run = joined
            else:
                best = self._better(best, run)
                whole = False
                run = exact if exact is not None else frozenset({""})
            best = self._better(best, required)
        if not whole:
            return None, self._better(best, run), width
        return run, self._better(best, run), width

    @staticmethod
    def _better(a: frozenset[str] | None, b: frozenset[str] | None) -> frozenset[str] | None:
        if not b or not all(b):
            return a
        return b if a is None or cost(b) < cost(a) else a

    def _node(self, op: Any, argument: Any) -> tuple[frozenset[str] | None, frozenset[str] | None, int]:
        if op is sre.LITERAL:
            char = chr(argument)
            if char in self.words:
                words = self.words[char]
                return (words if len(words) <= _MOST else None), words, max(map(len, words), default=0)
            return frozenset({char}), None, 1
        if op is sre.SUBPATTERN:
            return self._sequence(argument[-1])
        if op is sre.ATOMIC_GROUP:
            return self._sequence(argument)
        if op is sre.BRANCH:
            return self._branch(argument[1])
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self._repeat(*argument)
        if op is sre.IN:
            return self._class(argument)
        if op in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            return frozenset({""}), None, 0
        return None, None, 1

    def _branch(self, branches: Any) -> tuple[frozenset[str] | None, frozenset[str] | None, int]:
        parts = [self._sequence(branch) for branch in branches]
        width = max(p[2] for p in parts)
        exacts = [p[0] for p in parts]
        exact = frozenset().union(*exacts) if all(e is not None for e in exacts) else None  # type: ignore[arg-type]
        bests = [self._better(p[1], p[0]) for p in parts]
        required = frozenset().union(*bests) if all(b is not None for b in bests) else None  # type: ignore[arg-type]
        return (exact if exact is not None and len(exact) <= _MOST else None), required, width

    def _repeat(self, low: int, high: Any, body: Any) -> tuple[frozenset[str] | None, frozenset[str] | None, int]:
        exact, required, width = self._sequence(body)
        times = 30 if high is sre.MAXREPEAT else int(high)
        if exact is not None and (low, high) == (0, 1):
            return exact | {""}, None, width
        if exact is not None and low == high == 1:
            return exact, required, width
        return None, (self._better(required, exact) if low else None), width * times

    @staticmethod
    def _class(items: Any) -> tuple[frozenset[str] | None, frozenset[str] | None, int]:
        chars: set[str] = set()
        for op, argument in items:
            if op is sre.LITERAL:
                chars.add(chr(argument))
            elif op is sre.RANGE and argument[1] - argument[0] < 12:
                chars.update(chr(c) for c in range(argument[0], argument[1] + 1))
            else:
                return None, None, 1
        return frozenset(chars), None, 1
