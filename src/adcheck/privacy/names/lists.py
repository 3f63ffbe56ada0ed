"""The word lists of the finder, loaded once from the package: surnames, given characters, words, cues."""

from __future__ import annotations

from functools import cache
from math import log, log2
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("data")


def lines(name: str) -> list[str]:
    """The lines of a data file without its comments."""
    return [line for line in (DATA / name).read_text("utf-8").split("\n") if line and not line.startswith("#")]


@cache
def surnames() -> dict[str, str]:
    """Surname to class: a (1 % of people and more), b (0.1 %), c (rarer), d (compound)."""
    found = {}
    for line in lines("surnames.txt"):
        name, weight = line.split("\t")
        share = float(weight)
        found[name] = "d" if len(name) > 1 else "a" if share >= 1 else "b" if share >= 0.1 else "c"
    return found


@cache
def given() -> dict[str, str]:
    """Given character to two digits: how usual it is as the first and as the last one, in powers of two of the count."""
    found = {}
    for line in lines("given.txt"):
        char, counts = line.split("\t")
        alone, first, second = (int(c) for c in counts.split())
        found[char] = f"{_power(first + alone)}{_power(second + alone)}"
    return found


def _power(count: int) -> int:
    return min(4, int(log2(count + 1)) // 2)


@cache
def surname_shares() -> dict[str, float]:
    """Surname to the share of people who bear it, of 1."""
    rows = (line.split("\t") for line in lines("surnames.txt"))
    return {name: max(float(share), 0.01) / 100 for name, share in rows}


@cache
def given_shares() -> tuple[dict[str, float], ...]:
    """The cost in nats of a given character: alone, as the first of two, as the second."""
    rows = [(char, [float(c) for c in counts.split()]) for char, counts in (r.split("\t") for r in lines("given.txt"))]
    found = []
    for place in range(3):
        whole = sum(counts[place] + 0.3 for _, counts in rows)
        found.append({char: -log((counts[place] + 0.3) / whole) for char, counts in rows})
    return tuple(found)


@cache
def words() -> frozenset[str]:
    """Common Chinese words of two to four characters."""
    return frozenset(lines("words.txt"))


@cache
def word_costs() -> dict[str, float]:
    """Chinese word of one to four characters to its cost in nats, minus the log of its share of running text."""
    costs = dict.fromkeys(words(), 14.0)
    for line in lines("frequencies.txt"):
        power, _, entries = line.partition(": ")
        costs |= dict.fromkeys(entries.split(), log(6e7) - int(power) * log(2))
    return costs


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
