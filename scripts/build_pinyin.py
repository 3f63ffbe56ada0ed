"""Build rules/spelling/pinyin.txt and rules/spelling/confusables.txt.

pinyin.txt: ``char TAB syllable[,syllable]`` without tones (ü is written v), for the 7,000 Han characters most used in
jieba's dictionary (weighted by word frequency), without those that the folding table turns into another one, and for
the characters of confusables.txt that are not among them. A second reading is listed only when a fair share of the
character's use in words has it (as pypinyin reads the words).

confusables.txt: ``written TAB meant TAB rare|common`` from scripts/lexicon_sources/confusables.txt. "rare" means that
the written character is seldom used in ordinary text, so that meeting it is by itself a sign of dodging a filter.
Written characters are given in their folded form; those that fold to the meant one are left out.

Rebuild: ``python scripts/build_pinyin.py`` (jieba 0.42.1 and pypinyin 0.55.0, both MIT). Same bytes every time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

from pypinyin import Style, lazy_pinyin

ROOT = Path(__file__).resolve().parent.parent
FOLD_TABLE = ROOT / "src" / "adcheck" / "text" / "fold_table.txt"
CONFUSABLES = ROOT / "scripts" / "lexicon_sources" / "confusables.txt"
OUT = ROOT / "rules" / "spelling"

CHARACTERS = 7000
SECOND_READING_SHARE = 0.04  # of the character's weight in words
COMMON_RANK = 2500  # the so many most used characters are "common"

PINYIN_HEADER = """\
# Lexicon (zh): toneless pinyin of the 7,000 most used simplified characters and of those
# in confusables.txt; v is ü; the most used reading comes first.
# source: readings from pypinyin 0.55.0 (c) 2016 mozillazg; selection by word
# frequencies of jieba 0.42.1, (c) 2013 Sun Junyi
# licence: MIT (both)
# Built by scripts/build_pinyin.py. Format: char TAB syllable[,syllable]
"""
CONFUSABLES_HEADER = """\
# Lexicon (zh): characters written for others in advertising: look-alikes, parts, same sound. Use after folding.
# source: adcheck authors (pairs); rare or common by word frequencies of jieba 0.42.1 (MIT, (c) 2013 Sun Junyi)
# licence: Apache-2.0
# Built by scripts/build_pinyin.py. Format: written TAB meant TAB rare|common
"""


def is_han(char: str) -> bool:
    """Say whether the character is a unified ideograph of the BMP."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


def read_fold_table() -> dict[str, str]:
    """Return the folding table as a dict."""
    sources, targets, _ = FOLD_TABLE.read_text(encoding="utf-8").split("\n")
    return dict(zip(sources, targets, strict=True))


def count() -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Return the weight of each character, and of each of its readings, over jieba's words."""
    weights: Counter[str] = Counter()
    readings: dict[str, Counter[str]] = defaultdict(Counter)
    dictionary = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    for line in dictionary.splitlines():
        word, frequency = line.split()[:2]
        if not all(is_han(char) for char in word):
            continue
        for char, syllable in zip(word, lazy_pinyin(word, style=Style.NORMAL), strict=True):
            weights[char] += int(frequency)
            readings[char][syllable] += int(frequency)
    return weights, readings


def pinyin_lines(ranked: list[str], readings: dict[str, Counter[str]], also: set[str]) -> list[str]:
    """Return the lines of pinyin.txt, in the order of the characters' code points."""
    lines = []
    for char in sorted({*ranked[:CHARACTERS], *filter(is_han, also)}):
        if char not in readings:
            readings[char][lazy_pinyin(char, style=Style.NORMAL)[0]] = 1
        total = sum(readings[char].values())
        ordered = sorted(readings[char].items(), key=lambda item: (-item[1], item[0]))
        kept = [syllable for i, (syllable, n) in enumerate(ordered) if i == 0 or n >= SECOND_READING_SHARE * total]
        lines.append(f"{char}\t{','.join(kept)}")
    return lines


def confusable_lines(ranked: list[str], fold: dict[str, str]) -> list[str]:
    """Return the lines of confusables.txt, sorted by the meant and then the written character."""
    common = set(ranked[:COMMON_RANK])
    lines = set()
    for line in CONFUSABLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        meant, _, written = line.partition(":")
        for char in written.split():
            folded = fold.get(char, char)
            if meant in fold:
                raise ValueError(f"{meant}: write the meant character in folded form")
            if folded != meant:
                lines.add((meant, folded, "common" if folded in common else "rare"))
    return [f"{char}\t{meant}\t{use}" for meant, char, use in sorted(lines)]


def write(name: str, header: str, lines: list[str]) -> None:
    """Write one lexicon file."""
    (OUT / name).write_text(header + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} lines")


def main() -> None:
    """Write both files."""
    fold = read_fold_table()
    weights, readings = count()
    ranked = [char for char in sorted(weights, key=lambda char: (-weights[char], char)) if char not in fold]
    confusables = confusable_lines(ranked, fold)
    write("confusables.txt", CONFUSABLES_HEADER, confusables)
    write("pinyin.txt", PINYIN_HEADER, pinyin_lines(ranked, readings, {line[0] for line in confusables}))


if __name__ == "__main__":
    main()
