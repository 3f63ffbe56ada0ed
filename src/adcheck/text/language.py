"""The language of a stretch of text, as far as messages and rules need it."""

from __future__ import annotations

import re
from typing import Final

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN: Final = re.compile("[A-Za-z]+")


def language_of(text: str) -> str:
    """``zh`` or ``en``: Chinese where Chinese characters outnumber half the Latin words."""
    han = len(_HAN.findall(text))
    return "zh" if han and 2 * han >= len(_LATIN.findall(text)) else "en"
