"""Find patients' personal data, offline, on presidio; nothing heavy is imported before something was selected.

>>> from adcheck.privacy import find
>>> [(one.entity, one.start, one.end) for one in find("家属电话：138 0013 8000")]
[('PHONE', 5, 18)]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from adcheck.privacy.model import ENTITIES, Own, Personal

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer

    from adcheck.privacy.finder import Finder

__all__ = ["ENTITIES", "Own", "Personal", "analyzer", "find", "finder_for", "presidio_recognizers"]


def find(
    text: str, language: str = "auto", own: Own | None = None, extra: Sequence[str | Path] = ()
) -> tuple[Personal, ...]:
    """Personal data of patients and private persons in ``text``, in order of place, not overlapping.

    ``language`` is ``zh``, ``en`` or ``auto``; ``own`` the house's own contacts and staff; ``extra`` YAML files with
    presidio recognizers. Offsets are code points of ``text``, end exclusive. Raises
    :class:`adcheck.errors.ConfigError` for a file that is wrong.
    """
    return finder_for(own, tuple(str(path) for path in extra)).find(text, language)


@lru_cache(maxsize=8)
def finder_for(own: Own | None = None, extra: tuple[str, ...] = (), ner: bool = False) -> Finder:
    """A finder with this configuration, kept for the next text."""
    from adcheck.privacy.finder import Finder

    return Finder(own, extra, ner=ner)


def analyzer(segmenter: str = "char") -> AnalyzerEngine:
    """A ready presidio engine for ``zh`` and ``en`` with our recognizers; offline.

    ``segmenter`` cuts Chinese for recognizers of others: ``char``, or ``jieba`` (1.4 s to load).
    """
    from adcheck.privacy.engine import build

    return build(segmenter=segmenter)


def presidio_recognizers(language: str) -> list[EntityRecognizer]:
    """Our recognizers for ``zh`` or ``en``, to join a presidio registry of your own."""
    from adcheck.privacy.adapter import recognizers

    return recognizers(language)
