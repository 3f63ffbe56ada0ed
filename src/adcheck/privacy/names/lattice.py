"""Is a stretch of Chinese more likely a name or ordinary words? A word lattice with unigram weights decides.

Every known word is an edge that costs its negative log probability; a name is an edge too, whose cost follows from how
many people bear the surname and the given characters. The margin is what the sentence costs with the name on its best
path, less what it costs without: below nought the name explains the characters better than words do. The same
comparison as in Zhang et al., HHMM-based Chinese lexical analyzer ICTCLAS (2003), without their tagger.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from typing import Final

from adcheck.privacy.names.lists import given_shares, surname_shares, word_costs

_UNKNOWN: Final = 13.0
"""Cost in nats of a character that is no word by itself."""
_SIGN: Final = 3.0
_PERSON: Final = 5.5
"""Cost of meeting a person's name at all."""
_RARE: Final = 10.0
"""Cost of a given character that no list has."""


class Lattice:
    """The cheapest ways through ``text``; offsets are code points of it."""

    def __init__(self, text: str) -> None:
        size = len(text)
        self.text, cost_of = text, word_costs().get
        ahead, origin = [0.0] + [1e9] * size, [0] * (size + 1)
        edges: list[tuple[int, int, float]] = []
        for at, char in enumerate(text):
            here = ahead[at]
            han = "\u3400" <= char <= "\u9fff"
            single = cost_of(char, _UNKNOWN) if han else _SIGN
            edges.append((at, at + 1, single))
            if here + single < ahead[at + 1]:
                ahead[at + 1], origin[at + 1] = here + single, at
            if not han:
                continue
            for end in range(at + 2, min(at + 4, size) + 1):
                cost = cost_of(text[at:end])
                if cost is not None:
                    edges.append((at, end, cost))
                    if here + cost < ahead[end]:
                        ahead[end], origin[end] = here + cost, at
        behind = [1e9] * size + [0.0]
        for start, end, cost in reversed(edges):
            behind[start] = min(behind[start], cost + behind[end])
        self.ahead, self.behind, self.origin = ahead, behind, origin

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


@lru_cache(maxsize=8)
def lattice(text: str) -> Lattice:
    """The lattice of a text, the last few kept."""
    return Lattice(text)


@lru_cache(maxsize=4096)
def name_cost(name: str) -> float:
    """The cost in nats of a Chinese name: surname of one or two characters, given name of one or two."""
    shares = surname_shares()
    last = 2 if name[:2] in shares and len(name) > 2 else 1
    share = shares.get(name[:last])
    if share is None and len(name) == 4:
        last, share = 2, 1e-6
    return _PERSON + (-log(share) if share else _RARE + 3) + _given_cost(name[last:])


def _given_cost(name: str) -> float:
    alone, first, second = given_shares()
    if len(name) == 1:
        return 1.6 + alone.get(name, _RARE)
    return 0.3 + first.get(name[:1], _RARE) + sum(second.get(c, _RARE) for c in name[1:])


@cache
def step(margin: float) -> str:
    """A margin as a letter, two nats a letter: ``a`` a sure name, ``k`` surely words."""
    return "abcdefghijk"[max(0, min(10, int((margin + 8) // 2)))]
