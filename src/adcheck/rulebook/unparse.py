"""From a parsed regular expression back to its source, so that a part of one can stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, Final

_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w", sre.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_PLACES: Final = {
    sre.AT_BEGINNING: "^", sre.AT_BEGINNING_STRING: r"\A", sre.AT_END: "$", sre.AT_END_STRING: r"\Z",
    sre.AT_BOUNDARY: r"\b", sre.AT_NON_BOUNDARY: r"\B",
}  # fmt: skip
_GREED: Final = {sre.MAX_REPEAT: "", sre.MIN_REPEAT: "?", sre.POSSESSIVE_REPEAT: "+"}


def source_of(tree: Any, names: Mapping[str, str]) -> str | None:
    """The source of a parsed expression; a character of ``names`` becomes ``{its name}``.

    None for what can't stand alone (references to groups) or isn't written here (flags inside).
    """
    try:
        return _sequence(tree, names)
    except _Unwritten:
        return None


class _Unwritten(Exception):
    """A piece this module doesn't write."""


def _sequence(tree: Any, names: Mapping[str, str]) -> str:
    return "".join(_node(op, argument, names) for op, argument in tree)


def _node(op: Any, argument: Any, names: Mapping[str, str]) -> str:
    if op is sre.LITERAL:
        return _literal(chr(argument), names)
    if op is sre.NOT_LITERAL:
        return f"[^{_in_class(chr(argument))}]"
    if op is sre.ANY:
        return "."
    if op is sre.IN:
        return _class(argument, names)
    if op is sre.BRANCH:
        return "(?:" + "|".join(_sequence(branch, names) for branch in argument[1]) + ")"
    if op is sre.SUBPATTERN and not argument[1] and not argument[2]:
        return f"(?:{_sequence(argument[3], names)})"
    if op is sre.ATOMIC_GROUP:
        return f"(?>{_sequence(argument, names)})"
    if op in _GREED:
        low, high, body = argument
        most = "" if high is sre.MAXREPEAT else high
        return f"(?:{_sequence(body, names)}){{{low},{most}}}{_GREED[op]}"
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        direction, body = argument
        sign = ("=" if op is sre.ASSERT else "!") if direction > 0 else ("<=" if op is sre.ASSERT else "<!")
        return f"(?{sign}{_sequence(body, names)})"
    if op is sre.AT and argument in _PLACES:
        return _PLACES[argument]
    raise _Unwritten


def _literal(char: str, names: Mapping[str, str]) -> str:
    return f"{{{names[char]}}}" if char in names else re.escape(char)


def _in_class(char: str) -> str:
    return "\\" + char if char in r"\]^-[&~|" else char


def _class(items: Any, names: Mapping[str, str]) -> str:
    """A class; named characters in it can't stay in brackets, so it becomes an alternation."""
    inside: list[str] = []
    slots: list[str] = []
    negated = False
    for op, argument in items:
        if op is sre.NEGATE:
            negated = True
        elif op is sre.LITERAL and chr(argument) in names:
            slots.append(_literal(chr(argument), names))
        elif op is sre.LITERAL:
            inside.append(_in_class(chr(argument)))
        elif op is sre.RANGE:
            inside.append(f"{_in_class(chr(argument[0]))}-{_in_class(chr(argument[1]))}")
        elif op is sre.CATEGORY:
            inside.append(_CATEGORIES[argument])
        else:
            raise _Unwritten
    if not slots:
        return f"[{'^' if negated else ''}{''.join(inside)}]"
    if negated:
        raise _Unwritten
    return "(?:" + "|".join([*slots, f"[{''.join(inside)}]"] if inside else slots) + ")"
