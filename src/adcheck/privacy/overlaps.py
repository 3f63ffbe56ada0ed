"""One find per place: which of several that overlap stands."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable
from typing import Final, Protocol, TypeVar

from adcheck.privacy.model import Personal


class Placed(Protocol):
    """Anything with a span of code points, end exclusive."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One behind the last."""


_Found = TypeVar("_Found", bound=Placed)
_WHOLE: Final = ("FILE", "EMAIL", "URL", "ADDRESS")
"""Kinds whose span holds others as its parts: a name in a mailbox, a number in an address."""


def apart(found: Iterable[_Found], weight: Callable[[_Found], object]) -> list[_Found]:
    """The finds in order of place without those that overlap a weightier one (the least ``weight`` goes first)."""
    taken: list[tuple[int, int]] = []
    kept: list[_Found] = []
    for one in sorted(found, key=weight):  # type: ignore[arg-type]
        place = bisect_right(taken, (one.start, one.end))
        free_left = not place or taken[place - 1][1] <= one.start
        if free_left and (place == len(taken) or one.end <= taken[place][0]):
            insort(taken, (one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end))


def settle(found: Iterable[Personal]) -> tuple[Personal, ...]:
    """The finds in order of place, none overlapping another.

    A whole beats its parts, a longer span a shorter one, a surer find a less sure one; IMAGE and then QUASI
    give way to all.
    """
    return tuple(apart(found, _weight))


def _weight(one: Personal) -> tuple[int, int, float, str]:
    rank = 3 if one.entity == "QUASI" else 2 if one.entity == "IMAGE" else 0 if one.entity in _WHOLE else 1
    return rank, one.start - one.end, -one.score, one.entity
