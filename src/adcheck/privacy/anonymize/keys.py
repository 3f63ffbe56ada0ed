"""Keys: 32 random bytes in a file of the owner's alone, or in the environment; never on the command line."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from pathlib import Path
from typing import Final

from adcheck.errors import ConfigError

ENVIRONMENT: Final = "ADCHECK_KEY"
"""The variable that may hold a key's text."""
_MARK: Final = "adcheck-key-1:"
_BYTES: Final = 32
_MAKE: Final = "make one with `adcheck anonymize --new-key FILE`"


def new_key(path: Path) -> None:
    """Write a new key into a file that only its owner may read (mode 600 where the system has modes).

    Raises:
        ConfigError: the file exists already, or can't be written.
    """
    text = _MARK + base64.urlsafe_b64encode(secrets.token_bytes(_BYTES)).decode() + "\n"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ConfigError("exists already", place=str(path), hint="a key is never overwritten; name another") from None
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", place=str(path)) from None
    with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
        file.write(text)


def read_key(path: Path | None = None) -> bytes:
    """The key in a file, else in ``ADCHECK_KEY``.

    Raises:
        ConfigError: there is none, or it is no key. Neither message shows what was found.
    """
    if path is not None:
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            raise ConfigError("the key can't be read", place=str(path), hint=_MAKE) from None
        return _parsed(text, str(path))
    text = os.environ.get(ENVIRONMENT, "")
    if not text:
        raise ConfigError(f"no key: neither --key-file nor {ENVIRONMENT} is given", hint=_MAKE)
    return _parsed(text, ENVIRONMENT)


def _parsed(text: str, place: str) -> bytes:
    body = text.strip()
    try:
        key = base64.b64decode(body.removeprefix(_MARK), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not body.startswith(_MARK) or len(key) != _BYTES:
        raise ConfigError("that is no key of adcheck's", place=place, hint=_MAKE)
    return key
