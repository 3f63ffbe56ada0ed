"""A patient named once in full is known in the whole text: the name's other places count too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from adcheck.privacy.model import Personal


def repeats(text: str, found: Iterable[Personal]) -> Iterator[Personal]:
    """The other places of the names in ``found``; a short name, or one word in Latin letters, may be another word."""
    names = {text[one.start : one.end]: one for one in found if one.entity == "NAME"}
    full = [name for name in names if (" " in name if name.isascii() else len(name) > 2)]
    if not full:
        return
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick(full, matchkind=MatchKind.LeftmostLongest)
    for number, start, end in automaton.find_matches_as_indexes(text):
        first = names[full[number]]
        if start != first.start and _stands_alone(text, start, end):
            yield Personal(start, end, "NAME", first.score, "named elsewhere as a patient or private person")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters isn't a part of a longer word."""
    around = text[start - 1 : start] + text[end : end + 1]
    return not text[start].isascii() or not any(char.isascii() and char.isalnum() for char in around)
