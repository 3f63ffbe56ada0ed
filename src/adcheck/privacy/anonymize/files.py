"""Files written all or not at all, with nothing of them left behind."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from adcheck.errors import ConfigError


def write_whole(path: Path, data: bytes, *, mode: int | None = None, like: Path | None = None) -> None:
    """Write ``data`` beside ``path`` and put it in place in one step.

    The new file has ``mode``, or the permissions of ``like``. On failure the file beside is removed.

    Raises:
        ConfigError: the system refuses; the message holds no data.
    """
    beside = path.with_name(f".adcheck-{secrets.token_hex(6)}.tmp")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like is not None:
            shutil.copymode(like, beside)
        else:
            beside.chmod(0o666 & ~_umask() if mode is None else mode)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise ConfigError(f"can't be written: {error.strerror}", place=str(path)) from None
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
