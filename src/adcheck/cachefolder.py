"""Where adcheck keeps what it compiled, between runs."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder; ``ADCHECK_CACHE_DIR`` overrides, an empty value switches caching off."""
    chosen = os.environ.get("ADCHECK_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    # On Linux what platformdirs says, without its imports: they cost as much as Python's own start.
    if sys.platform.startswith("linux"):
        base = os.environ.get("XDG_CACHE_HOME", "")
        return Path(base if base.startswith("/") else "~/.cache").expanduser() / "adcheck"
    from platformdirs import user_cache_path

    return user_cache_path("adcheck", appauthor=False)


def write_atomically(path: Path, parts: Iterable[bytes]) -> bool:
    """Write a file of the folder whole or not at all, making the folder; false when the system refuses."""
    import tempfile

    file = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, suffix=".tmp", delete=False) as file:
            file.writelines(parts)
        Path(file.name).replace(path)
    except OSError:
        if file is not None:
            with contextlib.suppress(OSError):
                Path(file.name).unlink()
        return False
    return True
