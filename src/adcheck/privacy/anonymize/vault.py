"""The vault: what stood in place of the tokens of a copy, encrypted and authenticated, in a file apart.

AES-256-GCM (NIST SP 800-38D) by ``cryptography``; the key of the file is derived from the user's by BLAKE2b. An entry
holds the SHA-256 of a copy, so that a changed one is refused, and that of its source, so that what comes back is proved.
"""

from __future__ import annotations

import base64
import getpass
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, Final

from adcheck.documents.splice import Cut, restored
from adcheck.errors import AdcheckError, ConfigError, InputError
from adcheck.privacy.anonymize.files import write_whole

_MAGIC: Final = b"adcheck-vault 1\n"
_ID_BYTES: Final = 8
_NONCE_BYTES: Final = 12
_HEAD: Final = len(_MAGIC) + _ID_BYTES


@dataclass(frozen=True)
class Entry:
    """One copy: its name, the hashes of copy and source, and what was cut out of the source."""

    name: str
    copy_hash: str
    source_hash: str
    cuts: tuple[Cut, ...] = field(repr=False)


def entry_of(name: str, copy: bytes, source: bytes, cuts: Sequence[Cut]) -> Entry:
    """The entry for a copy that was just made."""
    return Entry(name, sha256(copy).hexdigest(), sha256(source).hexdigest(), tuple(cuts))


def write_vault(path: Path, key: bytes, entries: Iterable[Entry]) -> None:
    """Add entries to a vault, which is made if there is none. Only its owner may read the file.

    Raises:
        ConfigError: another key made the vault there, or it can't be written.
        InputError: the vault there is damaged.
    """
    known = list(read_vault(path, key)) if path.exists() else []
    fresh = {(entry.name, entry.copy_hash): entry for entry in (*known, *entries)}
    text = json.dumps({"entries": [_to_plain(entry) for entry in fresh.values()]}).encode()
    write_whole(path, _sealed(text, key), mode=0o600)


def read_vault(path: Path, key: bytes) -> tuple[Entry, ...]:
    """The entries of a vault.

    Raises:
        ConfigError: there is no such file, or the key is another one's.
        InputError: it is no vault, or it is damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"the vault can't be read: {error.strerror}", place=str(path)) from None
    entries = json.loads(_opened(data, key, str(path)))["entries"]
    return tuple(map(_from_plain, entries))


def original_of(copy: bytes, name: str, entries: Sequence[Entry], place: str = "") -> bytes:
    """The source of a copy, to the byte.

    Raises:
        InputError: the vault has no copy with these bytes, or what comes back isn't the source.
    """
    found = sha256(copy).hexdigest()
    fitting = [entry for entry in entries if entry.copy_hash == found]
    if not fitting:
        raise InputError(
            "the copy was changed since it was made, or belongs to another vault",
            place=place or name,
            hint="reveal the copy as it was written; nothing was restored",
        )
    entry = next((entry for entry in fitting if entry.name == name), fitting[0])
    source = restored(copy, entry.cuts)
    if sha256(source).hexdigest() != entry.source_hash:
        raise InputError("what the vault gives back isn't the source; nothing was restored", place=place or name)
    return source


def reveal(copy: Path, vault: Path, key: bytes) -> bytes:
    """The bytes a copy was made from; every attempt is written into the access log beside the vault first.

    Raises:
        ConfigError: a file is missing, the key is wrong, or the log can't be written.
        InputError: the vault is damaged or the copy was changed.
    """
    if not vault.is_file():
        raise ConfigError("no such vault", place=str(vault))
    try:
        data = copy.read_bytes()
    except OSError as error:
        raise ConfigError(f"the copy can't be read: {error.strerror}", place=str(copy)) from None
    try:
        source = original_of(data, copy.name, read_vault(vault, key), str(copy))
    except AdcheckError as error:
        _log(vault, copy, data, f"refused: {error.message}")
        raise
    _log(vault, copy, data, "restored")
    return source


def log_of(vault: Path) -> Path:
    """The access log of a vault."""
    return vault.with_name(f"{vault.name}.access.log")


def _log(vault: Path, copy: Path, data: bytes, outcome: str) -> None:
    """Who, when, what; no values."""
    line = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"), "who": _user(), "what": "reveal", "copy": copy.name,
        "sha256": sha256(data).hexdigest(), "outcome": outcome,
    }  # fmt: skip
    try:
        handle = os.open(log_of(vault), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        raise ConfigError(
            f"the access log can't be written: {error.strerror}", place=str(log_of(vault)), hint="nothing was restored"
        ) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return f"uid {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def _sealed(text: bytes, key: bytes) -> bytes:
    head, nonce = _MAGIC + _key_id(key), os.urandom(_NONCE_BYTES)
    return head + nonce + bytes(_cipher(key).encrypt(nonce, text, head))


def _opened(data: bytes, key: bytes, place: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    if not data.startswith(_MAGIC) or len(data) < _HEAD + _NONCE_BYTES:
        raise InputError("that is no vault of adcheck's, or its beginning is damaged", place=place)
    head, nonce, body = data[:_HEAD], data[_HEAD : _HEAD + _NONCE_BYTES], data[_HEAD + _NONCE_BYTES :]
    if head[len(_MAGIC) :] != _key_id(key):
        raise ConfigError("the key is not the one this vault was made with", place=place, hint="check --key-file")
    try:
        return bytes(_cipher(key).decrypt(nonce, body, head))
    except InvalidTag:
        raise InputError("the vault is damaged or was changed; nothing was restored", place=place) from None


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(blake2b(key, digest_size=32, person=b"adcheck-vault").digest())


def _key_id(key: bytes) -> bytes:
    """Tells keys apart without telling anything about them."""
    return blake2b(key, digest_size=_ID_BYTES, person=b"adcheck-keyid").digest()


def _to_plain(entry: Entry) -> dict[str, Any]:
    cuts = [[cut.start, cut.length, base64.b64encode(cut.original).decode()] for cut in entry.cuts]
    return {"name": entry.name, "copy": entry.copy_hash, "source": entry.source_hash, "cuts": cuts}


def _from_plain(entry: dict[str, Any]) -> Entry:
    cuts = tuple(Cut(start, length, base64.b64decode(text)) for start, length, text in entry["cuts"])
    return Entry(entry["name"], entry["copy"], entry["source"], cuts)
