"""How often a string is met in Chinese text, roughly, from jieba's word frequencies.

Only the order counts: it decides which words of a pattern become its anchors. jieba's dictionary is read as a file; the
library itself is not loaded. Source of the frequencies: jieba 0.42, dict.txt (MIT).
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

_CROSSING = 0.2
"""Share of chance meetings of two characters at a word border that are counted."""

_LATIN_ONE = 3_000_000.0


class Frequencies(NamedTuple):
    """Counts of words, characters and pairs of characters in the dictionary's corpus."""

    words: dict[str, int]
    chars: Counter[str]
    pairs: Counter[str]
    total: int


@cache
def frequencies() -> Frequencies:
    """Read jieba's dictionary; empty counts when it is missing."""
    import importlib.util

    words: dict[str, int] = {}
    chars: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    spec = importlib.util.find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        return Frequencies(words, chars, pairs, 1)
    text = (Path(next(iter(spec.submodule_search_locations))) / "dict.txt").read_text("utf-8")
    for line in text.splitlines():
        word, count, *_ = line.split(" ")
        frequency = words[word] = int(count)
        for char in word:
            chars[char] += frequency
        for start in range(len(word) - 1):
            pairs[word[start : start + 2]] += frequency
    return Frequencies(words, chars, pairs, max(1, chars.total()))


@cache
def expected(word: str) -> float:
    """About how often the string is met in a corpus of the dictionary's size."""
    known = frequencies()
    if word.isascii():
        return _LATIN_ONE / float(8 ** (len(word) - 1)) + 1
    if len(word) == 1:
        return float(known.chars[word]) + 1
    if len(word) == 2:
        chance = known.chars[word[0]] * known.chars[word[1]] / known.total
        return known.pairs[word] + _CROSSING * chance + 1
    rarest = min(expected(word[i : i + 2]) for i in range(len(word) - 1))
    return max(float(known.words.get(word, 0)), rarest / float(4 ** (len(word) - 2))) + 1
