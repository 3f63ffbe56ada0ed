"""Names of places in nested data: ``ads[0].headline``."""

from __future__ import annotations

from adcheck.documents.limits import MAX_PLACE

_LONGEST_KEY = 60


def join(prefix: str, key: str | int) -> str:
    """The place of ``key`` inside ``prefix``; a very long one is cut in its middle."""
    if isinstance(key, int):
        place = f"{prefix}[{key}]"
    else:
        short = key if len(key) <= _LONGEST_KEY else key[:_LONGEST_KEY] + "…"
        named = f"{prefix}.{short}" if prefix else short
        place = named if short.isidentifier() else f'{prefix}["{short}"]'
    if len(place) > MAX_PLACE:
        half = MAX_PLACE // 2 - 1
        place = f"{place[:half]}…{place[-half:]}"
    return place
