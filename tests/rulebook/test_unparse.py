"""A parsed expression written again matches the same."""

from __future__ import annotations

import re
from re import _parser as sre_parser  # type: ignore[attr-defined]

import pytest

from adcheck.rulebook.unparse import source_of

SOURCES = [
    "根治", "根?治*断+见{2,3}", "根??治*?", "(?:根|治愈)断", "[根治^-]愈", "[^根治]愈", r"[0-9\d\s]x", "根(?=治)治", "根(?!愈)治", "(?<=根)治", "(?<!根)治",
    "根.治", "^根治$", r"\A根\Z", "(?>根治?)断", "(根|治)+", "根(?:治|愈){0,2}?断", r"a\.b\|c\]", "根治(?:断|见|)$", "[一-九]{1,3}天", "根*+治",
]  # fmt: skip
TEXTS = [
    "根治",
    "根治愈",
    "断根治",
    "治愈断",
    "根治治断见见",
    "a.b|c]",
    "三天",
    "根",
    "x0x",
    "根断",
    "九天根治愈见效",
    "愈",
]


@pytest.mark.parametrize("source", SOURCES)
def test_same_matches(source: str) -> None:
    again = source_of(sre_parser.parse(source), {})
    assert again is not None
    for text in TEXTS:
        assert [m.span() for m in re.finditer(again, text)] == [m.span() for m in re.finditer(source, text)], again


def test_named_characters_become_slots_also_in_a_class() -> None:
    assert source_of(sre_parser.parse("x\ue000(?:\ue000|治)"), {"\ue000": "organ"}) == "x{organ}(?:{organ}|[治])"


@pytest.mark.parametrize("source", [r"(根)\1", "(?i:a)b"])
def test_what_cannot_stand_alone_is_refused(source: str) -> None:
    assert source_of(sre_parser.parse(source), {}) is None
