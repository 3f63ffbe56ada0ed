"""The language of a stretch of text, as far as messages and rules need it."""

from __future__ import annotations

from typing import Final

from adcheck.text.fold import fold
from adcheck.text.lazy import LazyPattern

_HAN: Final = LazyPattern("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN: Final = LazyPattern("[A-Za-z]+")

SAMPLE: Final = 2_000
"""Code points from the start of a document that tell its script and language."""

_TRADITIONAL: Final = 0.05
"""Share of characters with a simplified form from which Chinese counts as traditional: it is near 0.3 in such texts,
and near 0 in simplified ones."""

_ENGLISH: Final = 8
"""Latin words from which a text without any Chinese is a text, no mere name or number."""


def language_of(text: str) -> str:
    """``zh`` or ``en``: Chinese where Chinese characters outnumber half the Latin words."""
    latin = len(_LATIN.findall(text))
    han = len(_HAN.findall(text)) if latin else _HAN.search(text) is not None
    return "zh" if han and 2 * han >= latin else "en"


def is_traditional(text: str) -> bool:
    """Whether the Chinese of a document is in traditional characters, by its first :data:`SAMPLE` code points."""
    han = "".join(_HAN.findall(text[:SAMPLE]))
    return sum(a != b for a, b in zip(han, fold(han), strict=True)) > _TRADITIONAL * len(han)


def is_english(text: str) -> bool:
    """Whether a document is a text in Latin letters without any Chinese, by its first :data:`SAMPLE` code points."""
    sample = text[:SAMPLE]
    return (sample.isascii() or not _HAN.search(sample)) and len(_LATIN.findall(sample)) >= _ENGLISH
