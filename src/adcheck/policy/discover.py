"""Which files are read: walking folders, exclusions, .gitignore, per-path settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from adcheck.errors import ConfigError
from adcheck.policy.baseline import DEFAULT_NAME
from adcheck.policy.config import Config
from adcheck.policy.options import Options

if TYPE_CHECKING:
    from collections.abc import Container


UNREAD: Final = frozenset(
    ".doc .docx .docm .dot .dotx .ppt .pptx .pps .ppsx .xls .xlsx .xlsm .wps .et .dps .odt .odp .ods .rtf .pdf .epub "
    ".pages .key .numbers .psd .ai".split()
)
"""Kinds of documents that may well hold a draft but have no reader: found in a folder, they are named as skipped."""


class Target(NamedTuple):
    """A file to read, or one left out with the reason."""

    path: Path
    skipped: str = ""


def matches(path: PurePosixPath, glob: str) -> bool:
    """Whether a relative path fits a glob: the whole path, its name, or a folder above it; ``**`` crosses folders."""
    text = path.as_posix()
    pattern = glob.strip("/")
    if pattern.endswith("/**"):
        pattern, below = pattern[:-3], True
    else:
        below = False
    candidates = [text] if "/" in pattern else [text, *path.parts]
    if any(fnmatchcase(c, pattern) for c in candidates) and not below:
        return True
    parents = [p.as_posix() for p in path.parents if p.as_posix() != "."]
    if any(fnmatchcase(p, pattern) for p in parents):
        return True
    return pattern.startswith("**/") and matches(path, glob.strip("/")[3:])


def relative_posix(path: Path, folder: Path) -> PurePosixPath:
    """The path relative to the configuration's folder; the name alone when it lies elsewhere."""
    try:
        return PurePosixPath(path.resolve().relative_to(folder.resolve()).as_posix())
    except ValueError:
        return PurePosixPath(path.as_posix().lstrip("/"))


def excluded(path: Path, config: Config) -> str:
    """The reason why a path is excluded by the configuration, or an empty text."""
    relative = relative_posix(path, config.folder)
    for glob in (*config.options.exclude, *config.options.extend_exclude):
        if matches(relative, glob):
            return f"exclude: {glob}"
    return "adcheck's own baseline" if path.name == DEFAULT_NAME or _is_baseline(path, config) else ""


def _is_baseline(path: Path, config: Config) -> bool:
    name = config.options.baseline
    return bool(name) and PurePath(name).name == path.name and (config.folder / name).resolve() == path.resolve()


def discover(paths: Iterable[Path], config: Config, known: Container[str]) -> Iterator[Target]:
    """Files below the given paths, in a fixed order, each once.

    Files named by the user are read whatever their suffix and whatever is excluded (unless ``force-exclude``); files
    found in a folder are read when their suffix is in ``known``.

    Raises:
        ConfigError: when a path does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise ConfigError("no such file or folder", place=str(path), hint="check the spelling")
        for target in _walk(path, config, known) if path.is_dir() else _named(path, config):
            resolved = target.path.resolve()
            if resolved not in seen:
                seen.add(resolved)
                yield target


def _named(path: Path, config: Config) -> Iterator[Target]:
    reason = excluded(path, config) if config.options.force_exclude else ""
    yield Target(path, reason)


def _walk(folder: Path, config: Config, known: Container[str]) -> Iterator[Target]:
    ignored = GitIgnore(folder) if config.options.respect_gitignore else None
    for top, folders, files in os.walk(folder):
        here = Path(top)
        folders[:] = sorted(
            d for d in folders
            if not excluded(here / d, config) and not (ignored and ignored.covers(here / d, folder=True))
        )  # fmt: skip
        for name in sorted(files):
            path = here / name
            if excluded(path, config) or (ignored and ignored.covers(path)):
                continue
            suffix = path.suffix.lower()
            if suffix in known:
                yield Target(path)
            elif suffix in UNREAD:
                yield Target(path, f"{suffix} files are not read")


class GitIgnore:
    """The .gitignore files that hold for a folder: its own, those below and those above up to the repository's root."""

    def __init__(self, folder: Path) -> None:
        self._root = repository_root(folder.resolve()) or folder.resolve()

    def covers(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the path is ignored."""
        resolved = path.resolve()
        verdict = False
        chain = [p for p in reversed(resolved.parents) if p == self._root or self._root in p.parents]
        for parent in chain:
            spec = _spec(parent / ".gitignore")
            if spec is None:
                continue
            text = resolved.relative_to(parent).as_posix() + ("/" if folder else "")
            result = spec.check_file(text)
            if result.include is not None:
                verdict = bool(result.include)
        return verdict


@lru_cache(maxsize=4096)
def _spec(path: Path) -> Any:
    if not path.is_file():
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(path.read_text("utf-8", errors="replace").splitlines())


def repository_root(folder: Path) -> Path | None:
    """The nearest folder upwards that holds ``.git``."""
    return next((p for p in (folder, *folder.parents) if (p / ".git").exists()), None)


def settings_for(path: str, config: Config) -> tuple[str, tuple[str, ...]]:
    """(sector, jurisdictions) for a file: the last ``[[paths]]`` entry that fits wins over the general ones."""
    options: Options = config.options
    sector, jurisdictions = options.sector, options.jurisdictions
    if path and options.paths:
        relative = relative_posix(Path(path), config.folder)
        for rule in options.paths:
            if matches(relative, rule.glob):
                sector = rule.sector or sector
                jurisdictions = rule.jurisdictions or jurisdictions
    return sector, jurisdictions


def ignores_for(path: str, config: Config) -> tuple[str, ...]:
    """The selectors that ``per-file-ignores`` gives for a file."""
    options = config.options
    table = [*options.per_file_ignores.items(), *options.extend_per_file_ignores.items()]
    if not path or not table:
        return ()
    relative = relative_posix(Path(path), config.folder)
    return tuple(s for glob, selectors in table if matches(relative, glob) for s in selectors)
