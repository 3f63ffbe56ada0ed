"""A baseline: findings known and accepted for now, kept as fingerprints, never as text.

The file has no time and no line numbers, keys in order and one entry a line, so that it merges well. A fingerprint is
a keyed hash of rule, folded text and its neighbours; the key stands in the file and makes tables of hashes useless.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final

from adcheck.errors import ConfigError
from adcheck.model import Finding

FORMAT: Final = 1
DEFAULT_NAME: Final = ".adcheck-baseline.json"

Entries = Counter[tuple[str, str, str]]
"""(path, rule name, fingerprint) -> how often."""


def entry_of(finding: Finding, root: Path) -> tuple[str, str, str]:
    """The key of a finding: path relative to ``root`` with forward slashes, rule name, fingerprint."""
    return relative(finding.path, root), finding.name, finding.fingerprint


def relative(path: str, root: Path) -> str:
    """A path relative to ``root`` where it lies below it, with forward slashes."""
    try:
        return Path(path).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return PurePath(path).as_posix()


def read_baseline(path: Path) -> Entries:
    """The entries of a baseline file.

    Raises:
        ConfigError: when the file can't be read or is no baseline.
    """
    try:
        import json

        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise ConfigError(f"baseline format {data['format']!r} is unknown", place=str(path), hint="write it anew")
        return Counter({(e["path"], e["rule"], e["fingerprint"]): int(e["count"]) for e in data["findings"]})
    except OSError as error:
        raise ConfigError(
            f"can't be read: {error.strerror}", place=str(path), hint="`adcheck baseline write` makes one"
        ) from None
    except (ValueError, KeyError, TypeError):
        raise ConfigError("is no baseline file", place=str(path), hint="`adcheck baseline write` makes one") from None


def write_baseline(path: Path, entries: Entries) -> None:
    """Write atomically, sorted, one entry a line.

    Raises:
        ConfigError: when the file can't be written.
    """
    import json

    rows = [
        json.dumps({"path": p, "rule": r, "fingerprint": f, "count": n}, ensure_ascii=False)
        for (p, r, f), n in sorted(entries.items())
        if n > 0
    ]
    body = ",\n  ".join(rows)
    text = (
        f'{{"format": {FORMAT}, "findings": [\n  {body}\n]}}\n' if rows else f'{{"format": {FORMAT}, "findings": []}}\n'
    )
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(text, "utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", place=str(path), hint="check --file") from None


def entries_of(findings: Iterable[Finding], root: Path) -> Entries:
    """A baseline of these findings; adcheck's own remarks are left out."""
    return Counter(entry_of(f, root) for f in findings if f.category != "tool")


def split(findings: Iterable[Finding], entries: Entries, root: Path) -> tuple[list[Finding], list[Finding]]:
    """(new, known): a fingerprint that stands n times in the baseline silences n findings."""
    left = Counter(entries)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        key = entry_of(finding, root)
        if left[key] > 0:
            left[key] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return new, known


def pruned(findings: Iterable[Finding], entries: Entries, root: Path) -> Entries:
    """The entries that still stand for something found."""
    return entries & entries_of(findings, root)
