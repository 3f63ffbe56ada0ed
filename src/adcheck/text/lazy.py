"""Regular expressions that are compiled when first used: a start that finds nothing pays for none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from adcheck.text.kept import compiled

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class LazyPattern:
    """A regular expression of the standard library, compiled on first use; its methods are those of :class:`re.Pattern`."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[[str], list[str]]
    split: Callable[[str], list[str]]
    sub: Callable[[str | Callable[[re.Match[str]], str], str], str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self._flags = source, flags

    if not TYPE_CHECKING:  # a checker knows the methods above, and no others

        def __getattr__(self, name: str) -> Any:
            """Called for what is not there yet: the methods, which then stand on the object itself and cost no detour."""
            if name not in _METHODS:
                raise AttributeError(name)
            pattern = compiled(self.source, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(pattern, method))
            return getattr(pattern, name)
