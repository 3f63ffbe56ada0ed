"""Deliberate misspellings, prepared at compile time from the words the rules look for.

Three tables: syllables to the characters and pairs that rules use (治yu率), rare stand-in characters to what they may
mean (蕞好), and misspelt forms of whole anchors where the stand-in is an ordinary character (有笑率). A misspelt form
that is itself a word, or that makes a word with its neighbours, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from adcheck.rulebook.compiled import CompiledRule
from adcheck.rulebook.frequency import frequencies
from adcheck.text.squeeze import HAN

_ALL_HAN: Final = re.compile(f"[{HAN}]{{2,6}}")
_LATIN: Final = re.compile("[a-z]{4,}")
_ONE_HAN: Final = re.compile(f"[{HAN}]")
_COMMON_WORD: Final = 30


@cache
def read_table(path: Path) -> list[list[str]]:
    """Rows of a tab-separated file without its comment lines; empty when the file is missing."""
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def spelling_tables(
    rules: Iterable[CompiledRule], folder: Path, lexicons: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> dict[str, Any]:
    """The tables for these rules; ``folder`` holds ``pinyin.txt``, ``confusables.txt`` and ``leet.txt``."""
    rules = tuple(rules)
    readings = {row[0]: row[1].split(",") for row in read_table(folder / "pinyin.txt") if len(row) > 1}
    pairs = [row for row in read_table(folder / "confusables.txt") if len(row) > 2]
    rare: dict[str, str] = {}
    stand_ins: dict[str, list[str]] = {}
    for written, meant, how in (row[:3] for row in pairs):
        if how == "rare":
            rare[written] = rare.get(written, "") + meant
        stand_ins.setdefault(meant, []).append(written)
    anchors = sorted(set(_protected(rules)))
    return {
        "one": _by_syllable(anchors, readings),
        "two": _by_two(anchors, readings),
        "rare": rare,
        "variants": _variants(anchors, [row[0] for row in read_table(folder / "protected.txt")], stand_ins),
        "english": {
            "words": "\n".join(sorted(_english_words(rules, lexicons))),
            "letters": {row[0]: row[1] for row in read_table(folder / "leet.txt") if len(row) > 1},
        },
    }


def _english_words(rules: Iterable[CompiledRule], lexicons: Mapping[str, Iterable[str]]) -> set[str]:
    """Every Latin word of four letters or more that rules or English lexicons know."""
    phrases = [word for name, words in lexicons.items() if name.startswith("en-") for word in words]
    for rule in rules:
        if "en" in rule.words:
            words = rule.words["en"]
            phrases += words.terms
            for pattern in words.patterns:
                phrases += pattern.anchors
                phrases += (word for also in pattern.also for word in also.words)
    return {word for phrase in phrases for word in _LATIN.findall(phrase)}


def _protected(rules: Iterable[CompiledRule]) -> Iterable[str]:
    """Anchors of the rules that run by default."""
    for rule in rules:
        if rule.strict or "zh" not in rule.words:
            continue
        words = rule.words["zh"]
        yield from (t for t in words.terms if _ALL_HAN.search(t))
        for pattern in words.patterns:
            yield from pattern.anchors


def _by_syllable(anchors: Iterable[str], readings: Mapping[str, list[str]]) -> dict[str, str]:
    table: dict[str, set[str]] = {}
    for char in {c for a in anchors for c in a if _ONE_HAN.match(c)}:
        for syllable in readings.get(char, ()):
            table.setdefault(syllable, set()).add(char)
    return {syllable: "".join(sorted(chars)) for syllable, chars in sorted(table.items())}


def _by_two(anchors: Iterable[str], readings: Mapping[str, list[str]]) -> dict[str, list[str]]:
    table: dict[str, set[str]] = {}
    for anchor in anchors:
        for pair in (anchor[i : i + 2] for i in range(len(anchor) - 1)):
            for first in readings.get(pair[0], ()):
                for second in readings.get(pair[1], ()):
                    table.setdefault(first + second, set()).add(pair)
    return {letters: sorted(pairs) for letters, pairs in sorted(table.items())}


def _variants(
    anchors: Iterable[str], protected: Iterable[str], stand_ins: Mapping[str, list[str]]
) -> dict[str, tuple[int, str]]:
    """Misspelt form of a protected phrase that rules use -> (index of the stand-in, what it means)."""
    used = "\n".join(anchors)
    words = frequencies().words
    table: dict[str, tuple[int, str]] = {}
    for phrase in (p for p in protected if p in used):
        for index, meant in enumerate(phrase):
            for written in stand_ins.get(meant, ()):
                form = phrase[:index] + written + phrase[index + 1 :]
                if form not in table and form not in used and not _ordinary(form, index, words):
                    table[form] = (index, meant)
    return table


def _ordinary(form: str, index: int, words: Mapping[str, int]) -> bool:
    """Whether the stand-in makes a word with its neighbours."""
    near = [form[max(0, i) : i + n] for n in (2, 3) for i in range(index - n + 1, index + 1) if i >= 0]
    return form in words or any(len(part) > 1 and words.get(part, 0) >= _COMMON_WORD for part in near)
