"""Copies of files: read, rewritten, checked, written whole; with names that name nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from adcheck.documents import read_bytes
from adcheck.documents.splice import Spliced, splice
from adcheck.errors import AdcheckError, ConfigError, InputError
from adcheck.privacy.anonymize.files import write_whole
from adcheck.privacy.anonymize.policies import Policy
from adcheck.privacy.anonymize.rewrite import Anonymized, Left, rewrite
from adcheck.privacy.anonymize.sites import Find

if TYPE_CHECKING:
    from adcheck.privacy.anonymize.operators import Run

_QUOTED: Final = re.compile(r"""(['"]).{2,}\1|[“‘《].*""", re.DOTALL)
_LINE: Final = re.compile(r":(\d+)(?::\d+)?$")


@dataclass(frozen=True)
class Tools:
    """What all copies of a run share."""

    find: Find
    policy: Policy
    run: Run
    max_size: int = 100_000_000


@dataclass(frozen=True)
class Copied:
    """What became of one file; ``path`` is the copy's (or one fit to be shown), never one that names a patient.

    ``error`` is set where nothing was written; ``left`` is what the check of the copy found, masked.
    """

    path: str
    counts: dict[str, int] = field(default_factory=dict)
    left: tuple[Left, ...] = ()
    error: str = ""
    skipped: str = ""
    renamed: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A copy before it is written."""

    source: bytes = field(repr=False)
    spliced: Spliced = field(repr=False)
    text: Anonymized
    notes: tuple[str, ...] = ()


def draft(path: Path, tools: Tools) -> Draft:
    """Read and rewrite one file.

    Raises:
        InputError: it can't be read, or not be written back as it was; the message holds neither text nor name.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= tools.max_size else b""
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}") from None
    if size > tools.max_size:
        raise InputError(f"the file has {size:,} bytes, the limit is {tools.max_size:,}", hint="raise max-file-size")
    try:
        document = read_bytes(data, path.name)
        text = rewrite(document, tools.find, tools.policy, tools.run)
        return Draft(data, splice(data, document, text.edits), text, document.notes)
    except AdcheckError as error:
        raise InputError(_unquoted(error), hint=error.hint) from None
    except Exception as error:
        raise InputError(f"it can't be anonymised ({type(error).__name__})") from None


def _unquoted(error: AdcheckError) -> str:
    """What a parser says, without what it quotes from the file, and the line."""
    line = _LINE.search(error.place)
    return _QUOTED.sub("…", error.message) + (f" in line {line.group(1)}" if line else "")


def clean_path(path: PurePath, tools: Tools, names: Sequence[str] = ()) -> PurePath:
    """The path with stand-ins for what names a person in its parts; ``names`` are those found in the file itself."""
    return PurePath(*(_clean_part(part, tools, names) for part in path.parts)) if path.parts else path


def _clean_part(part: str, tools: Tools, names: Sequence[str]) -> str:
    from adcheck.privacy.anonymize.operators import Mask

    spans = [(one.start, one.end) for one in tools.find(part)]
    spans += [match.span() for name in names for match in re.finditer(re.escape(name), part)]
    parts, end = [], 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end:
            continue
        stand_in = Mask().operate(part[start:stop], {"entity_type": "FILE", "run": tools.run})
        parts += [part[end:start], stand_in]
        end = stop
    return "".join((*parts, part[end:]))


def write_copy(draft: Draft, target: Path, *, like: Path, force: bool) -> None:
    """Write a copy with the permissions of its source.

    Raises:
        ConfigError: the target exists and ``force`` isn't set, is the source itself, or can't be written.
    """
    if target.exists():
        if target.resolve() == like.resolve():
            raise ConfigError("the copy would overwrite its source", hint="name another folder, or use --in-place")
        if not force:
            raise ConfigError("exists already", hint="name another folder, or use --force")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"the folder can't be made: {error.strerror}") from None
    write_whole(target, draft.spliced.data, like=like)
