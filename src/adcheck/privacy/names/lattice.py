"""Is a stretch of Chinese more likely a name or ordinary words? A word lattice with unigram weights decides.

Every known word is an edge that costs its negative log probability; a name is an edge too, whose cost follows from how
many people bear the surname and the given characters. The margin is what the sentence costs with the name on its best
path, less what it costs without: below nought the name explains the characters better than words do. The same
comparison as in Zhang et al., HHMM-based Chinese lexical analyzer ICTCLAS (2003), without their tagger.
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import Final

from adcheck.privacy.names.lexicon import Lexicon, lexicon
from adcheck.privacy.names.lists import RARE, given_shares, surname_costs, surname_weights

_UNKNOWN: Final = 13.0
"""Cost in nats of a character that is no word by itself."""
_SIGN: Final = 3.0
_UNLISTED: Final = -log(1e-6)
"""Cost of two characters that may be a double surname."""
_PERSON: Final = 5.5
"""Cost of meeting a person's name at all."""


class Lattice:
    """The cheapest ways through ``text``; offsets are code points of it."""

    __slots__ = ("ahead", "behind", "origin", "text")

    def __init__(self, text: str) -> None:
        known = lexicon()
        known.learn(text)
        cost_of = known.costs.get
        single = [cost_of(char, _UNKNOWN) if "\u3400" <= char <= "\u9fff" else _SIGN for char in text]
        longer = _words_in(text, known)
        size = len(text)
        ahead, origin = [0.0] + [1e9] * size, [0] * (size + 1)
        for at, cost in enumerate(single):
            here = ahead[at]
            if here + cost < ahead[at + 1]:
                ahead[at + 1], origin[at + 1] = here + cost, at
            for end, whole in longer.get(at, ()):
                if here + whole < ahead[end]:
                    ahead[end], origin[end] = here + whole, at
        behind = [0.0] * (size + 1)
        for at in range(size - 1, -1, -1):
            rest = single[at] + behind[at + 1]
            for end, whole in longer.get(at, ()):
                rest = min(rest, whole + behind[end])
            behind[at] = rest
        self.text, self.ahead, self.behind, self.origin = text, ahead, behind, origin

    def places(self) -> str:
        """For each character of the cheapest path: B, M, E in a word, O alone."""
        places = ["O"] * len(self.text)
        end = len(self.text)
        while end > 0:
            start = self.origin[end]
            if end - start > 1:
                places[start:end] = ["B", *["M"] * (end - start - 2), "E"]
            end = start
        return "".join(places)

    def margin(self, start: int, end: int) -> float:
        """What reading ``[start, end)`` as a name costs more than the best reading in words, in nats."""
        cost = name_cost(self.text[start:end])
        return self.ahead[start] + cost + self.behind[end] - self.ahead[-1]


def _words_in(text: str, known: Lexicon) -> dict[int, list[tuple[int, float]]]:
    """For each place where words of two and more characters begin: their ends and costs."""
    cost_of, longest_of, found = known.costs.get, known.longest.get, dict[int, list[tuple[int, float]]]()
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if longest := longest_of(pair):
            cost = cost_of(pair)
            found[at] = [] if cost is None else [(at + 2, cost)]
            for end in range(at + 3, min(at + longest, len(text)) + 1):
                if (cost := cost_of(text[at:end])) is not None:
                    found[at].append((end, cost))
    return found


@lru_cache(maxsize=64)
def lattice(text: str) -> Lattice:
    """The lattice of the few characters around a name; the last ones are kept."""
    return Lattice(text)


@lru_cache(maxsize=4096)
def name_cost(name: str) -> float:
    """The cost in nats of a Chinese name: surname of one or two characters, given name of one or two."""
    last = 2 if name[:2] in surname_weights() and len(name) > 2 else 1
    cost = surname_costs()[name[:last]]
    if cost is None and len(name) == 4:
        last, cost = 2, _UNLISTED
    return _PERSON + (RARE + 3 if cost is None else cost) + _given_cost(name[last:])


def _given_cost(name: str) -> float:
    alone, first, second = given_shares()
    if len(name) == 1:
        return 1.6 + alone[name]
    return 0.3 + first[name[:1]] + sum(second[c] for c in name[1:])


def step(margin: float) -> str:
    """A margin as a letter, two nats a letter: ``a`` a sure name, ``k`` surely words."""
    place = int((margin + 8) // 2)
    return "abcdefghijk"[0 if place < 0 else 10 if place > 10 else place]
