"""Patterns: fill the slots, and find the words without which a pattern can't match.

A pattern is a regular expression with ``{name}`` for a slot. The anchors it gets go into the one automaton that reads
every text; the expression itself runs only in a sentence where an anchor stands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

from adcheck.errors import RuleError
from adcheck.rulebook.frequency import expected
from adcheck.rulebook.marks import MOST_LEXICONS, slot_expression
from adcheck.text.fold import fold

SLOT: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")
GAP: Final = re.compile(r"\{(gap|wide)([0-9]+)\}")
INLINE: Final = 60
"""Lexicons up to this size are written into the expression, larger ones become marks."""
_PRIVATE: Final = 0xE000
_ENDS: Final = frozenset("。！!?？;；\n\u2029")
_MOST: Final = 400
_EACH: Final = 1000.0
"""What keeping one more word costs, in the unit of its frequency: start-up time against hits."""


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
    also: tuple[tuple[str, ...], ...] = ()
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
    return fold_expression(pattern)


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
    pattern: str, slots: Mapping[str, str], lexicons: Mapping[str, frozenset[str]], *, place: str = ""
) -> Pattern:
    """Expand a pattern and work out its anchors.

    Raises:
        RuleError: when the expression is invalid, uses ``\\b`` or ``\\w``, or has no word that must stand in a match.
    """
    expanded = expand(pattern, slots, lexicons, place=place)
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
    part = _Anchors(words).of(tree)
    if part.required is None:
        raise RuleError(
            f"pattern {pattern!r} has no word that must stand in every match", place=place,
            hint="write at least one fixed word of two characters, or a lexicon slot",
        )  # fmt: skip
    expression, large = fill_lexicons(expanded, lexicons, place=place)
    anchors, shift = without_redundant(part.required)
    return Pattern(
        expression, large, anchors, part.low, part.high + shift, part.most, _companions(part, anchors), _crosses(tree)
    )


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


def _companions(part: Part, anchors: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The rarest further sets of words that must stand in a match, few and small enough to be looked for."""
    found = []
    for words in sorted(part.others, key=lambda w: (cost(w), sorted(w))):
        kept, _ = without_redundant(words)
        if kept != anchors and len(kept) <= _COMPANIONS and kept not in found:
            found.append(kept)
    return tuple(words for words in found[:2] if sum(map(expected, words)) <= _COMMON)


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
        return "(?:" + "|".join(re.escape(w) for w in words) + ")"

    return SLOT.sub(fill, expanded), large


@cache
def cost(words: frozenset[str]) -> float:
    """What a set of anchors costs in ordinary text: about how often one of them is met."""
    return sum(map(expected, words)) + _EACH * len(words) if words else math.inf


class Part(NamedTuple):
    """What a piece of expression can be.

    ``exact`` are all strings it can match (None if too many); ``required`` the best set of which one must stand in it,
    beginning ``low`` to ``high`` characters after its start; ``least`` and ``most`` its width; ``others`` are further
    such sets.
    """

    exact: frozenset[str] | None
    required: frozenset[str] | None
    low: int
    high: int
    least: int
    most: int
    others: tuple[frozenset[str], ...] = ()


_REPEATED: Final = 30
"""Taken for the width of what has no bound."""

_COMPANIONS: Final = 160
_COMMON: Final = 900_000.0
"""A set met more often than this (in a corpus of 60 million characters) rules out too little to be looked for."""


def _fixed(words: frozenset[str] | None, least: int, most: int) -> Part:
    return Part(words, None, 0, 0, least, most)


class _Anchors:
    """Walks the parsed expression for the words that must stand in every match, and where."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.words = words

    def of(self, tree: Any) -> Part:
        """The whole expression; ``required`` is its anchors or None."""
        part = self._sequence(tree)
        if part.exact and all(part.exact) and (not part.required or cost(part.exact) <= cost(part.required)):
            return part._replace(required=part.exact, low=0, high=0)
        return part

    def _sequence(self, tree: Any) -> Part:
        best: Part | None = None
        others: list[frozenset[str]] = []
        run, run_least, run_most = frozenset({""}), 0, 0
        least = most = 0
        whole = True
        for op, argument in tree:
            part = self._node(op, argument)
            exact = part.exact
            joined = (
                frozenset(a + b for a, b in product(run, exact)) if exact and len(run) * len(exact) <= _MOST else None
            )
            if joined is not None:
                run = joined
            else:
                best = _better(best, run, run_least, run_most)
                others.append(run)
                whole = False
                run, run_least, run_most = frozenset({""}), least, most
                if exact is not None:
                    run = exact
                else:
                    run_least, run_most = least + part.least, most + part.most
            if part.required:
                best = _better(best, part.required, least + part.low, most + part.high)
                others += (part.required, *part.others)
            least, most = least + part.least, most + part.most
        best = _better(best, run, run_least, run_most)
        others.append(run)
        required = best.required if best else None
        rest = tuple(words for words in others if words and all(words) and words != required)
        low, high = (best.low, best.high) if best else (0, 0)
        return Part(run if whole else None, required, low, high, least, most, rest)

    def _node(self, op: Any, argument: Any) -> Part:
        if op is sre.LITERAL:
            return self._literal(chr(argument))
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
            return _fixed(frozenset({""}), 0, 0)
        if op in (sre.GROUPREF, sre.GROUPREF_EXISTS):
            return _fixed(None, 0, _REPEATED)
        return _fixed(None, 1, 1)

    def _literal(self, char: str) -> Part:
        if char not in self.words:
            return _fixed(frozenset({char}), 1, 1)
        words = self.words[char]
        lengths = [len(word) for word in words]
        return Part(words if len(words) <= _MOST else None, words, 0, 0, min(lengths), max(lengths))

    def _branch(self, branches: Any) -> Part:
        parts = [self._sequence(branch) for branch in branches]
        least, most = min(p.least for p in parts), max(p.most for p in parts)
        exact: frozenset[str] | None = frozenset()
        for part in parts:
            exact = exact | part.exact if exact is not None and part.exact is not None else None
        if exact is not None and len(exact) > _MOST:
            exact = None
        chosen = [_better(p if p.required else None, p.exact, 0, 0) for p in parts]
        if any(c is None for c in chosen):
            return Part(exact, None, 0, 0, least, most)
        kept = [c for c in chosen if c is not None]
        required = frozenset().union(*(c.required or frozenset() for c in kept))
        return Part(exact, required, min(c.low for c in kept), max(c.high for c in kept), least, most)

    def _repeat(self, low: int, high: Any, body: Any) -> Part:
        part = self._sequence(body)
        times = _REPEATED if high is sre.MAXREPEAT else int(high)
        least, most = part.least * low, part.most * times
        if part.exact is not None and times == 1:
            return Part(part.exact | {""} if low == 0 else part.exact, part.required if low else None, part.low, part.high,
                        least, most)  # fmt: skip
        if low == 0:
            return _fixed(None, least, most)
        best = _better(part if part.required else None, part.exact, 0, 0)
        if best is None:
            return _fixed(None, least, most)
        return Part(None, best.required, best.low, best.high, least, most)

    def _class(self, items: Any) -> Part:
        """A character class; the parser makes one of an alternation of single characters, stand-ins among them."""
        strings: set[str] = set()
        for op, argument in items:
            if op is sre.LITERAL:
                strings |= self.words.get(chr(argument), frozenset({chr(argument)}))
            elif op is sre.RANGE and argument[1] - argument[0] < 12:
                for code in range(argument[0], argument[1] + 1):
                    strings |= self.words.get(chr(code), frozenset({chr(code)}))
            else:
                return _fixed(None, 1, 1)
        words = frozenset(strings)
        least, most = min(map(len, words)), max(map(len, words))
        return Part(words if len(words) <= _MOST else None, words if most > 1 else None, 0, 0, least, most)


def _better(best: Part | None, words: frozenset[str] | None, low: int, high: int) -> Part | None:
    """The cheaper of the anchors so far and these words."""
    if not words or not all(words):
        return best
    if best is None or best.required is None or cost(words) < cost(best.required):
        return Part(None, words, low, high, 0, 0)
    return best
