"""The cache of compiled rules in the user's cache folder.

Written with marshal, as Python's own ``.pyc`` files are: fast, and trusted as far as the folder is. A cache that is
missing, damaged or of another make is no error.
"""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Mapping
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

from adcheck.cachefolder import cache_folder, write_atomically
from adcheck.rulebook.index import COLUMNS, Column

FORMAT: Final = 10
MARSHAL: Final = 4
"""Format of marshal that every supported Python reads."""

_KEEP: Final = 6
REQUIRED: Final = frozenset((*COLUMNS, "words", "order", "small", "head", "cards", "card_ends", "bodies", "body_ends"))
"""The sections that a file must have."""


Sections = Mapping[str, Column]
"""The parts of a file of compiled rules by name."""


def read_cache(key: str) -> Sections | None:
    """The sections, or None."""
    folder = cache_folder()
    return open_sections(folder / f"rules-{key}.bin") if folder else None


def open_sections(path: Path) -> Sections | None:
    """The sections of a file, read where they lie; None if it is missing or damaged."""
    try:
        with path.open("rb") as file:
            return unpack(memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)))
    except (OSError, ValueError, EOFError, TypeError):
        return None


def pack(sections: Mapping[str, bytes]) -> bytes:
    """One file: its length and that of the table, the table of names and ends, the sections."""
    ends = dict(zip(sections, accumulate(map(len, sections.values())), strict=True))
    table = marshal.dumps(ends, MARSHAL)
    length = 16 + len(table) + sum(map(len, sections.values()))
    return b"".join((length.to_bytes(8, "little"), len(table).to_bytes(8, "little"), table, *sections.values()))


def unpack(data: memoryview) -> Sections:
    """What :func:`pack` wrote; nothing is copied.

    Raises:
        ValueError, EOFError, TypeError: for damaged data.
    """
    length, size = int.from_bytes(data[:8], "little"), int.from_bytes(data[8:16], "little")
    if length != len(data) or size + 16 > length:
        raise ValueError("damaged")
    ends = marshal.loads(data[16 : 16 + size])
    if not isinstance(ends, dict) or not ends.keys() >= REQUIRED:
        raise ValueError("damaged")
    begins = [16 + size + end for end in (0, *ends.values())]
    return {name: data[begin:end] for name, (begin, end) in zip(ends, pairwise(begins), strict=True)}


def write_cache(key: str, sections: Mapping[str, bytes]) -> None:
    """Write atomically; what can't be written is left. Older compilations are removed."""
    folder = cache_folder()
    if folder is not None and write_atomically(folder / f"rules-{key}.bin", [pack(sections)]):
        with contextlib.suppress(OSError):
            for path in sorted(folder.glob("rules-*"), key=lambda p: p.stat().st_mtime)[:-_KEEP]:
                path.unlink(missing_ok=True)
