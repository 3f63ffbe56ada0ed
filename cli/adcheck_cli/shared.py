"""What the commands share: reading the configuration, languages, exit codes."""

from __future__ import annotations

import locale
import os
import sys
from pathlib import Path
from typing import Any, Final

import click

from adcheck.errors import ConfigError
from adcheck.model import JURISDICTIONS
from adcheck.policy.config import Config, find_config, load_config
from adcheck.policy.options import MESSAGE_LANGS

CLEAN: Final = 0
FINDINGS: Final = 1
TROUBLE: Final = 2

_TRADITIONAL: Final = (
    "zh_tw",
    "zh_hk",
    "zh_mo",
    "zh_hant",
    "zh-hant",
    "chinese (traditional)",
    "chinese_taiwan",
    "chinese_hong kong",
)
"""Beginnings of the locales that write traditional characters, on Unix and on Windows."""


def configuration(path: str | None, *, isolated: bool, start: Path | None = None) -> Config:
    """The configuration asked for: none, a given file, or the nearest one."""
    if isolated:
        return Config()
    if path is not None:
        file = Path(path)
        if not file.is_file():
            raise ConfigError("no such configuration", place=path, hint="check --config")
        return load_config(file)
    return load_config(find_config((start or Path.cwd()).resolve()))


def message_language(wanted: str) -> str:
    """``zh``, ``zh-Hant``, ``en`` or ``auto`` (the document's own language) from the option, the configuration or the locale."""
    if wanted in MESSAGE_LANGS:
        return wanted
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not named and sys.platform == "win32":
        named = locale.getlocale()[0] or ""
    named = named.lower()
    if named.startswith(_TRADITIONAL):
        return "zh-Hant"
    if named.startswith(("zh", "chinese")):
        return "zh"
    return "en" if named.startswith(("en", "english")) else "auto"


def wants_color(option: bool | None) -> bool:
    """Colour on a terminal only; NO_COLOR and FORCE_COLOR are respected."""
    if option is not None:
        return option
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def split(values: tuple[str, ...]) -> tuple[str, ...] | None:
    """Values of a repeatable option that may also be separated by commas; None if not given."""
    found = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    return found or None


def jurisdictions(values: tuple[str, ...]) -> tuple[str, ...] | None:
    """The codes given with ``--jurisdiction``; None if there are none.

    Raises:
        ConfigError: for an unknown code.
    """
    codes = split(values)
    for code in codes or ():
        if code not in JURISDICTIONS:
            raise ConfigError(f"unknown jurisdiction {code!r}", hint=f"one of {', '.join(JURISDICTIONS)}")
    return codes


def config_options(command: Any) -> Any:
    """The options every command has that reads a configuration."""
    command = click.option("--isolated", is_flag=True, help="Ignore all configuration files.")(command)
    return click.option("--config", "config_path", metavar="FILE", help="Use this configuration file.")(command)
