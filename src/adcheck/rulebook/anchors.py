"""The words without which an expression can't match, and where in a match they stand."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

from adcheck.rulebook.frequency import expected

_MOST: Final = 400
_EACH: Final = 300.0
"""What keeping one more word costs, in the unit of its frequency: start-up time against hits."""
_TRY: Final = 0.25
"""What trying a match at one more place costs, in the unit of a try at the anchor."""


@cache
def cost(words: frozenset[str], low: int = 0, high: int = 0) -> float:
    """What a set of anchors costs in ordinary text that begin ``low`` to ``high`` characters after the start of a match.

    It counts how often one of them is met, and what is then tried: one place, or many before it.
    """
    if not words:
        return math.inf
    tries = 1 + _TRY * (high - low) if high else 1
    return met(words) * tries + _EACH * len(words)


class Other(NamedTuple):
    """A set of words of which one must stand in a match, somewhere in the pieces ``first`` to ``last`` of the sequence."""

    words: frozenset[str]
    first: int = 0
    last: int = 0


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
    others: tuple[Other, ...] = ()
    at: int = 0
    """The place in the sequence of the piece with the required words, which begin ``near_low`` to ``near_high`` after it."""
    near_low: int = 0
    near_high: int = 0
    last: int = 0
    """The place of the last piece the required words reach into."""


_END: Final = 1_000_000
_REPEATED: Final = 30
"""Taken for the width of what has no bound."""

_RUN: Final = 8
"""Pieces of a sequence that are joined into words at most."""


def _fixed(words: frozenset[str] | None, least: int, most: int) -> Part:
    return Part(words, None, 0, 0, least, most)


class Anchors:
    """Walks the parsed expression for the words that must stand in every match, and where."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.words = words

    def of(self, tree: Any) -> Part:
        """The whole expression; ``required`` is its anchors or None."""
        part = self._sequence(tree)
        if (
            part.exact
            and all(part.exact)
            and (not part.required or cost(part.exact) <= cost(part.required, part.low, part.high))
        ):
            return part._replace(required=part.exact, low=0, high=0, at=0, near_low=0, near_high=0, last=_END)
        return part

    def _sequence(self, tree: Any) -> Part:
        best: Part | None = None
        others: list[Other] = []
        stretch: list[_Element] = []
        whole: frozenset[str] | None = frozenset({""})
        least = most = 0
        for at, (op, argument) in enumerate(tree):
            part = self._node(op, argument)
            others += [Other(o.words, at, _END if op is sre.ASSERT else at) for o in part.others]
            whole = _joined(whole, part.exact)
            if part.exact is not None:
                stretch.append(_Element(at, part.exact, least, most))
            else:
                best = _best_of(stretch, best, others)
                stretch = []
            if part.required:
                best = _better(best, part.required, least + part.low, most + part.high, at, part.low, part.high)
                others.append(Other(part.required, at, at))
            least, most = least + part.least, most + part.most
        best = _best_of(stretch, best, others) or _fixed(None, 0, 0)
        rest = tuple(o for o in others if o.words and all(o.words) and o.words != best.required)
        return Part(
            whole, best.required, best.low, best.high, least, most, rest, best.at, best.near_low, best.near_high,
            best.last,
        )  # fmt: skip

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
        if op is sre.ASSERT and argument[0] > 0:
            return self._ahead(self._sequence(argument[1]))
        if op in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            return _fixed(frozenset({""}), 0, 0)
        if op in (sre.GROUPREF, sre.GROUPREF_EXISTS):
            return _fixed(None, 0, _REPEATED)
        return _fixed(None, 1, 1)

    @staticmethod
    def _ahead(seen: Part) -> Part:
        """What must follow takes no room, but must be there."""
        sets = (seen.required, seen.exact, *(o.words for o in seen.others))
        return _fixed(frozenset({""}), 0, 0)._replace(
            others=tuple(Other(words) for words in sets if words and all(words))
        )

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
        second = [
            min((o.words for o in p.others if o.words != c.required), key=cost, default=None)
            for p, c in zip(parts, kept, strict=True)
        ]
        others = () if None in second else (Other(frozenset().union(*(words for words in second if words))),)
        return Part(exact, required, min(c.low for c in kept), max(c.high for c in kept), least, most, others)

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
        return Part(None, best.required, best.low, best.high, least, most, part.others)

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


class _Element(NamedTuple):
    """A piece of a sequence that can only be one of some strings, and where it begins."""

    at: int
    words: frozenset[str]
    low: int
    high: int


def _joined(first: frozenset[str] | None, second: frozenset[str] | None) -> frozenset[str] | None:
    """All strings of a first and a second part; None if unknown or too many."""
    if not first or second is None or len(first) * len(second) > _MOST:
        return None
    return frozenset(a + b for a, b in product(first, second))


def _best_of(stretch: Sequence[_Element], best: Part | None, others: list[Other]) -> Part | None:
    """The cheaper of the anchors so far and the best run of neighbours in a stretch; runs go to ``others``."""
    found: tuple[float, int, int, frozenset[str]] | None = None
    for first in range(len(stretch)):
        run: frozenset[str] | None = frozenset({""})
        for last in range(first, min(len(stretch), first + _RUN)):
            run = _joined(run, stretch[last].words)
            if run is None:
                break
            if run and all(run) and (found is None or cost(run) < found[0]):
                found = (cost(run), first, last, run)
    if found is None:
        return best
    _, first, last, words = found
    element, end = stretch[first], stretch[last].at
    others.append(Other(words, element.at, end))
    best = _better(best, words, element.low, element.high, element.at, last=end)
    best = _best_of(stretch[:first], best, others)
    return _best_of(stretch[last + 1 :], best, others)


def _better(
    best: Part | None,
    words: frozenset[str] | None,
    low: int,
    high: int,
    at: int = 0,
    near_low: int = 0,
    near_high: int = 0,
    last: int | None = None,
) -> Part | None:
    """The cheaper of the anchors so far and these words."""
    if not words or not all(words):
        return best
    if best is None or best.required is None or cost(words, low, high) < cost(best.required, best.low, best.high):
        return Part(None, words, low, high, 0, 0, (), at, near_low, near_high, at if last is None else last)
    return best


def sided(part: Part) -> dict[frozenset[str], int]:
    """The further sets of words, and on which side of the anchors each begins."""
    sides: dict[frozenset[str], int] = {}
    for words, first, last in part.others:
        side = -1 if last < part.at else 1 if first > part.last else 0
        sides[words] = side if sides.get(words, side) == side else 0
    return sides


@cache
def met(words: frozenset[str]) -> float:
    """About how often one of the words is met in ordinary text."""
    return sum(map(expected, words))
