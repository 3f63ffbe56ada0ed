"""What the formats are told besides the report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from adcheck.text.hant import in_language

_CODES: Final = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "ok": "1;32",
    "path": "1",
    "code": "1",
    "label": "36",
    "dim": "2",
}


class Options(NamedTuple):
    """Wishes for one rendering; ``lang`` is ``zh``, ``zh-Hant`` or ``en``.

    ``plain_sources`` are the sources as read, to count bytes in; only the sources of the report may be shown.
    """

    color: bool = False
    lang: str = "zh"
    show_dropped: bool = False
    plain_sources: Mapping[str, str] = MappingProxyType({})

    def paint(self, text: str, role: str) -> str:
        """``text`` in the colour of ``role`` (a severity, ok, path, code, label, dim) if colours are wanted."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.color and text else text

    def say(self, zh: str, en: str) -> str:
        """The one of two wordings that fits the language."""
        return in_language({"zh": zh, "en": en}, self.lang)
