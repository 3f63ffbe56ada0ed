"""The public functions: check a text, a file, many files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from adcheck.checker import Checker, failed, read_document
from adcheck.errors import ConfigError, InputError
from adcheck.model import JURISDICTIONS, SECTORS, Checked, Report, merge_reports
from adcheck.policy.config import Config, find_config, load_config
from adcheck.policy.discover import Target, discover
from adcheck.policy.options import nearest

PARALLEL_FROM: Final = 4_000_000
"""Total bytes from which several processes pay for their start."""

Configured = Config | str | Path | None


def check_text(
    text: str, *, sector: str = "auto", jurisdictions: Sequence[str] = ("cn",), select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None, config: Configured = None, filename: str | None = None,
) -> Report:  # fmt: skip
    """Check one text.

    Args:
        text: the text; offsets in the report are its code points.
        sector: what is advertised (``adcheck.model.SECTORS``), or ``auto`` to infer it.
        jurisdictions: whose law binds, e.g. ``("cn",)``.
        select: codes, names, prefixes or categories to run; all stable rules if None.
        ignore: the same, not to run.
        config: a :class:`~adcheck.policy.config.Config` or the path of one; adcheck's defaults if None.
        filename: a name whose suffix tells the format (``.md``, ``.html`` ...); plain text if None.

    Returns:
        The report; ``report.findings`` are sorted by place.

    Raises:
        ConfigError: for an unknown sector, jurisdiction or selector.
        InputError: when the text is no valid document of the format.

    >>> [f.text for f in check_text("本院不保证治愈,但三天见效。", sector="medical-service").findings]
    ['三天见效']
    """
    from adcheck.documents import read_text

    overrides = _overrides(sector, jurisdictions, select, ignore)
    checker = _checker(_key(_load(config), overrides))
    return checker.check(read_text(text, filename or ""), filename or "")


def check_path(path: str | Path, *, config: Configured = None, **options: Any) -> Report:
    """Check one file, or all files of a folder as one report. Options as in :func:`check_paths`.

    A file that can't be read is in ``report.failed``.

    Raises:
        ConfigError: for a path that does not exist, or an unusable configuration.
    """
    return merge_reports(check_paths([path], config=config, **options))


def check_paths(
    paths: Iterable[str | Path], *, sector: str = "auto", jurisdictions: Sequence[str] = ("cn",),
    select: Sequence[str] | None = None, ignore: Sequence[str] | None = None, config: Configured = None,
    processes: int | None = None,
) -> Iterator[Report]:  # fmt: skip
    """Check files and folders; yields one report a file, in a fixed order.

    With ``config`` None, the nearest configuration above each file holds. ``processes`` None means: several when the
    files are large enough for it to pay.

    Raises:
        ConfigError: for a path that does not exist, or an unusable configuration.
    """
    overrides = _overrides(sector, jurisdictions, select, ignore)
    places = [Path(p) for p in paths]
    fixed = _load(config) if config is not None else None
    yield from check_targets(list_targets(places, fixed, overrides), processes=processes)


class Planned(NamedTuple):
    """A file to check with its configuration."""

    target: Target
    config: Config


def list_targets(
    paths: Sequence[Path], config: Config | None, overrides: dict[str, Any] | None = None
) -> list[Planned]:
    """The files that would be checked, each with the configuration that holds for it.

    Raises:
        ConfigError: for a path that does not exist, or an unusable configuration.
    """
    from adcheck.documents import SUFFIXES

    planned: list[Planned] = []
    nearest_to = _Nearest(config, overrides or {})
    for path in paths:
        general = nearest_to(path if path.is_dir() else path.parent)
        planned += [Planned(t, nearest_to(t.path.parent)) for t in discover([path], general, SUFFIXES)]
    unique = {p.target.path.resolve(): p for p in reversed(planned)}
    return [p for p in planned if unique[p.target.path.resolve()] is p]


def check_targets(planned: Sequence[Planned], *, processes: int | None = None) -> Iterator[Report]:
    """Check planned files, in order."""
    wanted = _worthwhile(planned) if processes is None else processes
    if wanted <= 1 or len(planned) < 2:
        yield from map(_check_planned, planned)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(wanted) as pool:
        yield from pool.map(_check_planned, planned, chunksize=max(1, min(16, len(planned) // (wanted * 4))))


def _worthwhile(planned: Sequence[Planned]) -> int:
    cores = os.cpu_count() or 1
    if cores == 1 or len(planned) < 2:
        return 1
    total = 0
    for item in planned:
        try:
            total += item.target.path.stat().st_size
        except OSError:
            continue
    return min(cores, 8, len(planned)) if total >= PARALLEL_FROM else 1


def _check_planned(item: Planned) -> Report:
    path = item.target.path
    shown = path.as_posix()
    if item.target.skipped:
        return Report(checked=(Checked(shown, "skipped", item.target.skipped),))
    checker = _checker(_key(item.config, {}))
    try:
        document = read_document(path, item.config.options.max_file_size)
    except (InputError, OSError) as error:
        return failed(shown, error)
    return checker.check(document, shown)


def _load(config: Configured) -> Config:
    if isinstance(config, Config):
        return config
    return load_config(Path(config)) if config is not None else Config()


class _Nearest:
    """The configuration that holds for a folder, read once per folder; ``fixed`` holds everywhere if given."""

    def __init__(self, fixed: Config | None, overrides: dict[str, Any]) -> None:
        self._fixed = fixed.with_overrides(overrides) if fixed else None
        self._overrides = overrides
        self._by_folder: dict[Path, Config] = {}
        self._by_path: dict[Path | None, Config] = {}

    def __call__(self, folder: Path) -> Config:
        if self._fixed:
            return self._fixed
        if folder not in self._by_folder:
            path = find_config(folder.resolve())
            if path not in self._by_path:
                self._by_path[path] = load_config(path).with_overrides(self._overrides)
            self._by_folder[folder] = self._by_path[path]
        return self._by_folder[folder]


def _overrides(
    sector: str, jurisdictions: Sequence[str], select: Sequence[str] | None, ignore: Sequence[str] | None
) -> dict[str, Any]:
    """Options given in a call; a default left alone does not override the configuration."""
    if sector != "auto" and sector not in SECTORS:
        raise ConfigError(f"unknown sector {sector!r}", hint=nearest(sector, SECTORS) or ", ".join(SECTORS))
    if isinstance(jurisdictions, str):
        jurisdictions = (jurisdictions,)
    for name in jurisdictions:
        if name not in JURISDICTIONS:
            raise ConfigError(f"unknown jurisdiction {name!r}", hint=", ".join(JURISDICTIONS))
    return {
        "sector": sector if sector != "auto" else None,
        "jurisdictions": tuple(jurisdictions) if tuple(jurisdictions) != ("cn",) else None,
        "select": _tuple(select),
        "ignore": _tuple(ignore),
    }


def _tuple(value: Sequence[str] | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    return (value,) if isinstance(value, str) else tuple(value)


class _Key:
    """A configuration as a key of the cache: equal when it leads to the same checker."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._text = repr((config.options, config.folder))

    def __hash__(self) -> int:
        return hash(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._text == other._text


def _key(config: Config, overrides: dict[str, Any]) -> _Key:
    return _Key(config.with_overrides(overrides))


@lru_cache(maxsize=32)
def _checker(key: _Key) -> Checker:
    return Checker(key.config)
