"""Regular expressions that are compiled when first used: a start that finds nothing pays for none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class LazyPattern:
    """A regular expression of the standard library, compiled on first use."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.search`."""
        return self.compiled.search(text, *bounds)

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.match`."""
        return self.compiled.match(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """As :meth:`re.Pattern.finditer`."""
        return self.compiled.finditer(text, *bounds)

    def findall(self, text: str) -> list[str]:
        """As :meth:`re.Pattern.findall`."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """As :meth:`re.Pattern.split`."""
        return [part or "" for part in self.compiled.split(text)]
