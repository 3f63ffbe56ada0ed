"""What installed packages offer adcheck, by entry point; asked at each start, so the answer is kept.

Reading the metadata of all packages takes tens of milliseconds. What they offer can only change when something is
installed or removed, which changes a folder that Python imports from.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Final
from zlib import crc32

from adcheck.cachefolder import cache_folder, write_atomically

_OURS: Final = "adcheck."
_KEEP: Final = 8


def offered(group: str) -> bool:
    """Whether an installed package has an entry point in a group of ours, as ``adcheck.recognizers``."""
    folder = cache_folder()
    if folder is None:
        return group in _groups()
    path = folder / f"packages-{_state():08x}.txt"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        first, *known = path.read_text("utf-8").split("\n")
        if first == _OURS:
            return group in known
    groups = _groups()
    if write_atomically(path, ["\n".join([_OURS, *groups]).encode()]):
        with contextlib.suppress(OSError):
            for old in sorted(folder.glob("packages-*"), key=lambda p: p.stat().st_mtime)[:-_KEEP]:
                old.unlink(missing_ok=True)
    return group in groups


def _groups() -> list[str]:
    from importlib.metadata import entry_points

    return sorted(group for group in entry_points().groups if group.startswith(_OURS))


def _state() -> int:
    """Changes when a package is installed or removed."""
    state = 0
    for place in sys.path:
        with contextlib.suppress(OSError):
            state = crc32(f"{place}\0{Path(place).stat().st_mtime_ns}".encode("utf-8", "surrogateescape"), state)
    return state
