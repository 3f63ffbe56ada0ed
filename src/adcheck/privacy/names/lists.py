"""The word lists of the finder, loaded once from the package: surnames, given characters, words, cues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from math import log, log2
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from adcheck.privacy.names.lexicon import CommonWords

T = TypeVar("T")

DATA: Final = Path(__file__).with_name("data")
RARE: Final = 10.0
"""Cost in nats of a given character that no list has."""


def lines(name: str) -> list[str]:
    """The lines of a data file without its comments."""
    return [line for line in (DATA / name).read_text("utf-8").split("\n") if line and not line.startswith("#")]


@cache
def surname_weights() -> dict[str, str]:
    """Surname to the share of people who bear it, in per cent, as written in the list."""
    return dict(line.split("\t") for line in lines("surnames.txt"))


@cache
def surnames() -> dict[str, str]:
    """Surname to class: a (1 % of people and more), b (0.1 %), c (rarer), d (compound)."""
    found = {}
    for name, weight in surname_weights().items():
        share = float(weight)
        found[name] = "d" if len(name) > 1 else "a" if share >= 1 else "b" if share >= 0.1 else "c"
    return found


@cache
def _given_rows() -> dict[str, str]:
    return dict(line.split("\t") for line in lines("given.txt"))


@cache
def given() -> Mapping[str, str]:
    """Given character to two digits: how usual it is as the first and as the last one, in powers of two of the count.

    Nothing for other characters.
    """
    return _Asked(_given_rows(), _given_class, "")


def _given_class(counts: str) -> str:
    alone, first, second = map(int, counts.split())
    return f"{_power(first + alone)}{_power(second + alone)}"


def _power(count: int) -> int:
    return min(4, int(log2(count + 1)) // 2)


@cache
def surname_costs() -> Mapping[str, float | None]:
    """Surname to its cost in nats, minus the log of the share of people who bear it; nothing for others."""
    return _Asked(surname_weights(), lambda weight: -log(max(float(weight), 0.01) / 100), None)


@cache
def given_shares() -> tuple[Mapping[str, float], ...]:
    """The cost in nats of a given character: alone, as the first of two, as the second; :data:`RARE` for others."""
    from adcheck.privacy.names.lexicon import lexicon

    rows = _given_rows()
    wholes = [whole + 0.3 * len(rows) for whole in lexicon().given]
    return tuple(_Asked(rows, partial(_given_cost, place, whole), RARE) for place, whole in enumerate(wholes))


def _given_cost(place: int, whole: float, counts: str) -> float:
    return -log((int(counts.split()[place]) + 0.3) / whole)


@cache
def words() -> CommonWords:
    """Common Chinese words of two to four characters."""
    from adcheck.privacy.names.lexicon import CommonWords

    return CommonWords()


class _Asked(dict[str, T]):
    """What is made of the rows of a list, each when first asked for with ``[]``: a short text needs few of them."""

    def __init__(self, rows: Mapping[str, str], make: Callable[[str], T], absent: T) -> None:
        self._rows, self._make, self._absent = rows, make, absent

    def __missing__(self, key: str) -> T:
        row = self._rows.get(key)
        self[key] = value = self._absent if row is None else self._make(row)
        return value


@cache
def historic() -> frozenset[str]:
    """Historical and public people."""
    return frozenset(lines("historic.txt"))


@cache
def famous() -> frozenset[str]:
    """People much written about, whose names others bear too."""
    return frozenset(lines("famous.txt"))


@cache
def legendary() -> frozenset[str]:
    """People so widely known that the bare name means them."""
    return frozenset(lines("legendary.txt")) | frozenset(lines("famous_en.txt"))


@cache
def common() -> frozenset[str]:
    """Ordinary English words, in lower case."""
    return frozenset(" ".join(lines("common_en.txt")).split())


@cache
def places() -> frozenset[str]:
    """Words of English place names, in lower case."""
    return frozenset(" ".join(lines("places_en.txt")).split())


@cache
def western() -> dict[str, str]:
    """Latin word in lower case to class: g (given name), s (surname), b (both); a place's word has a p."""
    first = {line.split("\t")[0].lower() for line in lines("given_en.txt")}
    last = {line.split("\t")[0].lower() for line in lines("surnames_en.txt")}
    kinds = {name: "b" if name in first and name in last else "g" if name in first else "s" for name in first | last}
    return kinds | {name: kinds.get(name, "") + "p" for name in places()}


@cache
def cues(language: str) -> dict[str, str]:
    """Cue word to class (``patient``, ``staff``, ``author`` ...), of ``zh`` or ``en``."""
    found: dict[str, str] = {}
    for line in lines(f"cues_{language}.txt"):
        kind, _, entries = line.partition(":")
        for word in entries.split():
            found[word.replace("_", " ")] = kind
    return found
