"""The errors adcheck raises on purpose; each names a place and a way to mend it."""

from __future__ import annotations


class AdcheckError(Exception):
    """Base of all errors adcheck raises.

    Args:
        message: what is wrong, in one sentence.
        place: where, e.g. ``rules/guarantee/cure.toml:12`` or a file path; may be empty.
        hint: what to do about it; may be empty.
    """

    def __init__(self, message: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class ConfigError(AdcheckError):
    """A configuration file, a selector or a command-line value can't be used."""


class RuleError(AdcheckError):
    """A rule file or lexicon is invalid."""


class InputError(AdcheckError):
    """An input file can't be read, or only at a risk (size, encoding, structure)."""
