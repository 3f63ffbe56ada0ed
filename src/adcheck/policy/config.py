"""Find and read the configuration: the nearest ``adcheck.toml`` or ``[tool.adcheck]`` in ``pyproject.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from adcheck.errors import ConfigError
from adcheck.policy.options import Options, read_options

ADDING: Final = ("extend_select", "extend_ignore", "extend_exclude")
"""Options that a call or the command line adds to, where the others are replaced."""

NAMES: Final = ("adcheck.toml", ".adcheck.toml", "pyproject.toml")


@dataclass(frozen=True)
class Config:
    """Options and where they come from; ``folder`` is what globs and relative paths start from."""

    options: Options = field(default_factory=Options)
    folder: Path = field(default_factory=Path.cwd)
    source: str = ""

    def with_overrides(self, values: Mapping[str, Any]) -> Config:
        """The configuration with options of a call or the command line put on top (None = not given)."""
        given = {key: value for key, value in values.items() if value is not None}
        for key in given.keys() & set(ADDING):
            given[key] = (*getattr(self.options, key), *given[key])
        wins = given.keys() & {"sector", "jurisdictions"}
        if wins and self.options.paths:
            given["paths"] = tuple(rule.without(wins) for rule in self.options.paths)
        if "extend_per_file_ignores" in given:
            given["extend_per_file_ignores"] = _joined(
                self.options.extend_per_file_ignores, given["extend_per_file_ignores"]
            )
        return replace(self, options=self.options._replace(**given)) if given else self

    def rule_folders(self) -> tuple[Path, ...]:
        """The user's folders of rules, absolute."""
        return tuple((self.folder / folder).resolve() for folder in self.options.rules)


def _joined(one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Both tables; the selectors of a glob in both are put together."""
    return {glob: (*one.get(glob, ()), *other.get(glob, ())) for glob in {**one, **other}}


def find_config(start: Path) -> Path | None:
    """The nearest configuration from ``start`` (a folder) upwards."""
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or "adcheck" in _table(path).get("tool", {})):
                return path
    return None


def load_config(path: Path | None) -> Config:
    """The configuration in a file, with those it extends; the defaults for None.

    Raises:
        ConfigError: for a file that can't be read, unknown keys, wrong values, or files that extend each other.
    """
    if path is None:
        return Config()
    values = _values(path, ())
    return Config(Options(**values), path.resolve().parent, str(path))


def _values(path: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    resolved = path.resolve()
    if resolved in above:
        raise ConfigError("configurations extend each other in a circle", place=str(path))
    table = _table(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("adcheck", {})
    base: dict[str, Any] = {}
    if "extend" in table:
        extended = table["extend"]
        if not isinstance(extended, str):
            raise ConfigError(f"extend must be a path, found {extended!r}", place=str(path))
        parent = path.parent / extended
        if not parent.is_file():
            raise ConfigError(f"extend names {extended!r}, which is no file", place=str(path))
        base = _values(parent, (*above, resolved))
        base["rules"] = tuple(str((parent.resolve().parent / r).resolve()) for r in base.get("rules", ()))
    own = read_options(table, str(path))
    for key in ("extend_select", "extend_ignore", "extend_exclude", "paths", "rules"):
        if key in own and key in base:
            own[key] = (*base[key], *own[key])
    for key in ("extend_per_file_ignores",):
        if key in own and key in base:
            own[key] = _joined(base[key], own[key])
    return {**base, **own}


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"invalid TOML: {error}", place=str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8", place=str(path), hint="save the file as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", place=str(path)) from None
