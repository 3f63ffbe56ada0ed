"""Lexicons: word lists with source and licence, one word a line."""

from __future__ import annotations

import tomllib
from pathlib import Path

from adcheck.errors import RuleError
from adcheck.text.english import plain
from adcheck.text.fold import fold


def read_lexicons(folder: Path) -> dict[str, frozenset[str]]:
    """All ``*.txt`` of a folder by name, folded.

    Raises:
        RuleError: for a file without source or licence, or without words.
    """
    return {path.stem: read_lexicon(path) for path in sorted(folder.glob("*.txt"))}


def read_lexicon(path: Path) -> frozenset[str]:
    """The folded words of one file; ``#`` starts a comment line, a tab ends the word."""
    lines = path.read_text("utf-8").splitlines()
    header = "\n".join(line for line in lines if line.startswith("#"))
    for wanted in ("# source:", "# licence:"):
        if wanted not in header:
            raise RuleError(
                f"a lexicon must name its {wanted[2:-1]}", place=str(path), hint=f"add a line '{wanted} ...'"
            )
    words = frozenset(plain(fold(line.strip())) for line in lines if line.strip() and not line.startswith("#"))
    if not words:
        raise RuleError("the lexicon has no words", place=str(path))
    return words


def read_slots(folder: Path) -> dict[str, str]:
    """The slots of every ``slots*.toml`` in a folder: named pieces of expression, which may name each other.

    Raises:
        RuleError: for invalid TOML, or one name in two files.
    """
    slots: dict[str, str] = {}
    for path in sorted(folder.glob("slots*.toml")):
        try:
            table = tomllib.loads(path.read_text("utf-8")).get("slots", {})
        except tomllib.TOMLDecodeError as error:
            raise RuleError(f"invalid TOML: {error}", place=str(path)) from None
        for name, value in table.items():
            if name in slots:
                raise RuleError(f"slot {name!r} stands in two files", place=str(path), hint="take another name")
            slots[name] = str(value)
    return slots
