"""Paths and fingerprints as machine formats want them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from urllib.parse import quote

from adcheck.model import Finding
from adcheck.text.lazy import LazyPattern

_DRIVE: Final = LazyPattern(r"[A-Za-z]:/")


def slashed(path: str) -> str:
    """The path with forward slashes; ``<text>`` for text that came without one."""
    return path.replace("\\", "/") or "<text>"


def uri(path: str) -> str:
    """A percent-encoded reference (RFC 3986): relative for a relative path, else a ``file:`` URI."""
    path = slashed(path)
    drive = path[:2] if _DRIVE.match(path) else ""
    encoded = drive + quote(_bytes(path[len(drive) :]), safe="/")
    if drive:
        return f"file:///{encoded}"
    if path.startswith("//"):
        return f"file:{encoded}"
    return f"file://{encoded}" if path.startswith("/") else encoded


def _bytes(text: str) -> bytes:
    """UTF-8; bytes that were no UTF-8 in a file name come back as they were."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding with how often its fingerprint was seen in its file before, so that twins can be told apart."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.path, finding.fingerprint)
        yield finding, seen[key]
        seen[key] += 1


def tool_version() -> str:
    """Version of the installed adcheck, ``0`` when it runs from a source tree."""
    try:
        return version("adcheck")
    except PackageNotFoundError:
        return "0"
