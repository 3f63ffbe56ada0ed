"""Build src/adcheck/text/hant_table.txt: how adcheck's own Chinese messages are written in traditional characters.

Two lines of equal length, the simplified characters and below each one its usual traditional form, then a line for every
word where that form would be wrong (批准 is 批准, not 批準), simplified and traditional with a tab between. The words are
those that the titles, messages and suggestions of the rules and the names of the reports need.

Rebuild after changing messages: ``python scripts/build_hant_table.py`` (needs opencc >= 1.4); ``--check`` only compares.
The forms come from OpenCC (Apache-2.0, BYVoid and contributors), configuration s2tw.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jieba
import opencc

from adcheck.explain import WORDS
from adcheck.reports import labels
from adcheck.rulebook.store import load_rules

OUT = Path(__file__).resolve().parent.parent / "src" / "adcheck" / "text" / "hant_table.txt"
CONVERTER = opencc.OpenCC("s2tw")


@cache
def written(text: str) -> str:
    """The traditional form of a text by OpenCC."""
    return str(CONVERTER.convert(text))


def own_texts() -> Iterator[str]:
    """Every Chinese text that adcheck itself may show."""
    for rule in load_rules().rules:
        yield from (rule.card.title["zh"], rule.card.message["zh"], rule.card.suggestion["zh"])
    yield from WORDS["zh"].values()
    for names in (labels.SEVERITY_NAMES, labels.CATEGORY_NAMES, labels.SECTOR_NAMES, labels.JURISDICTION_NAMES):
        yield from (zh for zh, _ in names.values())


def exceptions(text: str) -> Iterator[str]:
    """The words of a text that are not written character by character."""
    wanted, plain = written(text), "".join(map(written, text))
    start = 0
    for word in jieba.cut(text):
        end = start + len(word)
        if wanted[start:end] != plain[start:end]:
            yield text[start:end] if len(word) > 1 else text[max(0, start - 1) : end + 2]
        start = end


def build() -> str:
    """The content of the table."""
    jieba.setLogLevel("ERROR")
    every = [chr(c) for c in range(0x4E00, 0xA000)]
    changed = [c for c in every if written(c) != c and len(written(c)) == 1]
    words = sorted({word for text in own_texts() for word in exceptions(text)}, key=lambda w: (-len(w), w))
    return "\n".join(["".join(changed), "".join(map(written, changed)), *(f"{w}\t{written(w)}" for w in words)]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when the table is not fresh")
    fresh = build()
    if parser.parse_args().check:
        if OUT.read_text("utf-8") != fresh:
            print("hant_table.txt is not fresh; run: python scripts/build_hant_table.py", file=sys.stderr)
            return 1
        return 0
    OUT.write_text(fresh, "utf-8", newline="\n")
    print(f"{OUT.name}: {len(fresh):,} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
