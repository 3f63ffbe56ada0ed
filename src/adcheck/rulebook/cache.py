"""The cache of compiled rules in the user's cache folder.

Written with marshal, as Python's own ``.pyc`` files are: fast, and trusted as far as the folder is. A cache that is
missing, damaged or of another make is no error.
"""

from __future__ import annotations

import contextlib
import marshal
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

FORMAT: Final = 9
MARSHAL: Final = 4
"""Format of marshal that every supported Python reads."""

_KEEP: Final = 6


def cache_folder() -> Path | None:
    """Where compiled rules are kept; ``ADCHECK_CACHE_DIR`` overrides, an empty value switches the cache off."""
    chosen = os.environ.get("ADCHECK_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    from platformdirs import user_cache_path

    return user_cache_path("adcheck", appauthor=False)


def read_cache(key: str) -> tuple[dict[str, Any], Callable[[], list[bytes]]] | None:
    """The head and a function that gives the bodies, or None."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return unpack((folder / f"rules-{key}.bin").read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def pack(head: dict[str, Any], bodies: list[bytes]) -> bytes:
    """One file: the lengths of both parts, the head, the bodies."""
    parts = marshal.dumps(head, MARSHAL), marshal.dumps(bodies, MARSHAL)
    return b"".join((*(len(part).to_bytes(8, "little") for part in parts), *parts))


def unpack(data: bytes) -> tuple[dict[str, Any], Callable[[], list[bytes]]]:
    """What :func:`pack` wrote; the bodies are read when asked for.

    Raises:
        ValueError, EOFError, TypeError: for damaged data.
    """
    length, rest = int.from_bytes(data[:8], "little"), int.from_bytes(data[8:16], "little")
    if length + rest + 16 != len(data):
        raise ValueError("damaged")
    head = marshal.loads(data[16 : 16 + length])
    if not isinstance(head, dict) or "index" not in head:
        raise ValueError("damaged")
    return head, lambda: marshal.loads(data[16 + length :])


def write_cache(key: str, head: dict[str, Any], bodies: list[bytes]) -> None:
    """Write atomically; what can't be written is left. Older compilations are removed."""
    folder = cache_folder()
    if folder is None:
        return
    import tempfile

    file = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=folder, suffix=".tmp", delete=False) as file:
            file.write(pack(head, bodies))
        Path(file.name).replace(folder / f"rules-{key}.bin")
        for path in sorted(folder.glob("rules-*"), key=lambda p: p.stat().st_mtime)[:-_KEEP]:
            path.unlink(missing_ok=True)
    except OSError:
        if file is not None:
            with contextlib.suppress(OSError):
                Path(file.name).unlink()
