"""Run an expression over a long text where it can begin, and nowhere else.

``re`` tries an expression at each character unless it begins with a literal; most of ours begin with one of many labels,
a look-behind or a class. From the parsed expression follows which two characters can stand at its beginning, and these are
found at a hundredth of the cost. The matches are the same as those of :meth:`re.Pattern.finditer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from adcheck.text.kept import compiled as kept_compiled

PATIENCE: Final = 20_000
"""Code points that an expression runs over as it is; reading its parts costs milliseconds."""
_DENSE: Final = 4
"""Where an expression could begin at more than one place of so many, `re` is as fast by itself."""
_PROBE: Final = 32
_met: Final[dict[str, int]] = {}


@cache
def compiled(source: str) -> re.Pattern[str]:
    """An expression, compiled once."""
    return kept_compiled(source)


def matches(source: str, text: str, low: int = 0, high: int | None = None) -> Iterator[re.Match[str]]:
    """The matches of an expression in ``text[low:high]``, as :meth:`re.Pattern.finditer` gives them."""
    pattern, end = compiled(source), len(text) if high is None else high
    met = _met[source] = _met.get(source, 0) + end - low
    head = _beginning(source) if met > PATIENCE else None
    if head is None:
        yield from pattern.finditer(text, low, end)
        return
    at, vain = low, 0
    for place in head.finditer(text, low, end):
        start = place.start()
        if start < at:
            continue
        if match := pattern.match(text, start, end):
            yield match
            at = match.end()
            continue
        vain += 1
        if vain > _PROBE and vain * _DENSE > start - low:
            yield from pattern.finditer(text, start + 1, end)
            return


def found(source: str, text: str) -> bool:
    """Whether an expression matches anywhere in a text."""
    return next(matches(source, text), None) is not None


@cache
def _beginning(source: str) -> re.Pattern[str] | None:
    from adcheck.text.beginnings import beginning

    head = beginning(source)
    return None if head is None else kept_compiled(head)
