"""With which two characters an expression can begin, read from its parts; no more than :mod:`adcheck.text.heads` needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

_Class = frozenset[str]
"""Pieces of a character class, as they stand between brackets."""
_NOTHING: Final[_Class] = frozenset()
_ANY: Final = frozenset(("any character",))
_OTHER_CASE: Final = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip


class _UnknownError(Exception):
    """The expression's beginning can't be told."""


class _Head(NamedTuple):
    """What can stand at the beginning of a part: the first characters, the second, and whether it can match none or one."""

    first: _Class = _NOTHING
    second: _Class = _NOTHING
    empty: bool = True
    single: bool = False

    def then(self, other: _Head) -> _Head:
        """This part and another behind it."""
        return _Head(
            self.first | (other.first if self.empty else _NOTHING),
            self.second | (other.first if self.single else _NOTHING) | (other.second if self.empty else _NOTHING),
            self.empty and other.empty,
            (self.single and other.empty) or (self.empty and other.single),
        )

    def either(self, other: _Head) -> _Head:
        """This part or another."""
        return _Head(
            self.first | other.first, self.second | other.second, self.empty or other.empty, self.single or other.single
        )


def beginning(source: str) -> str | None:
    """The source of an expression that matches where ``source`` can begin; nothing where that can't be told or is no help."""
    try:
        parsed = _parser.parse(source)
        if str(parsed[0][0]) in ("LITERAL", "IN"):  # `re` looks for these itself
            return None
        head = _sequence(parsed, 0)
    except (
        _UnknownError,
        AttributeError,
        IndexError,
        ValueError,
        TypeError,
    ):  # another version of Python may parse otherwise
        return None
    if head.empty or not head.first or head.first & _ANY:
        return None
    told = head.second and not head.single and not head.second & _ANY
    second = f"(?=[{''.join(sorted(head.second))}])" if told else ""
    return f"[{''.join(sorted(head.first))}]{second}"


def _sequence(parts: Iterable[Any], flags: int) -> _Head:
    return reduce(_Head.then, (_part(str(op), given, flags) for op, given in parts), _Head())


def _part(op: str, given: Any, flags: int) -> _Head:
    if op in ("AT", "ASSERT", "ASSERT_NOT"):
        return _Head()
    if op == "LITERAL":
        return _Head(_cased(given, flags), empty=False, single=True)
    if op in ("ANY", "NOT_LITERAL"):
        return _Head(_ANY, empty=False, single=True)
    if op == "IN":
        return _Head(
            frozenset().union(*(_member(str(kind), what, flags) for kind, what in given)), empty=False, single=True
        )
    if op == "BRANCH":
        return reduce(_Head.either, (_sequence(branch, flags) for branch in given[1]))
    if op == "SUBPATTERN":
        return _sequence(given[3], (flags | given[1]) & ~given[2])
    if op == "ATOMIC_GROUP":
        return _sequence(given, flags)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        once = _sequence(given[2], flags)
        more = once.then(once) if given[1] > 1 else once
        fewest = more if given[0] > 1 else once.either(more)
        return fewest.either(_Head()) if given[0] == 0 else fewest
    raise _UnknownError(op)


def _cased(code: int, flags: int) -> _Class:
    char = chr(code)
    if not flags & re.IGNORECASE or char.lower() == char.upper():
        return frozenset((_written(code),))
    if not char.isascii():
        return _ANY
    return frozenset(map(_written, map(ord, _OTHER_CASE.get(char.lower(), char.lower() + char.upper()))))


def _member(kind: str, what: Any, flags: int) -> _Class:
    if kind == "LITERAL":
        return _cased(what, flags)
    if kind == "CATEGORY":
        return frozenset((_CATEGORIES[str(what)],))
    if kind == "NEGATE":
        return _ANY
    low, high = what
    if not flags & re.IGNORECASE or chr(low) >= "\u2e80" or high < ord("A"):
        return frozenset((f"{_written(low)}-{_written(high)}",))
    if high > ord("z"):
        return _ANY
    return frozenset().union(*(_cased(code, flags) for code in range(low, high + 1)))


def _written(code: int) -> str:
    return f"\\U{code:08x}"
