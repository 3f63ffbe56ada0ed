"""The public functions of anonymising: a text, files and folders, and the way back for key holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from adcheck.api import Configured, Planned, list_targets
from adcheck.errors import AdcheckError, ConfigError, InputError
from adcheck.policy.config import Config, load_config
from adcheck.privacy.model import Own

if TYPE_CHECKING:
    from adcheck.privacy.anonymize.copies import Copied, Draft, Tools
    from adcheck.privacy.anonymize.rewrite import Anonymized
    from adcheck.privacy.anonymize.summary import Summary
    from adcheck.privacy.anonymize.vault import Entry

_WITH_KEY: Final = frozenset({"encrypt"})


def anonymize_text(
    text: str, *, policy: str | None = None, operators: Mapping[str, str] | None = None, filename: str | None = None,
    own: Own | None = None, key: bytes | None = None, config: Configured = None,
) -> Anonymized:  # fmt: skip
    """Replace personal data in a text.

    Args:
        text: the text, or the source of a document.
        policy: ``publish``, ``share`` or ``internal``; the configuration's if None, which is ``publish`` unless set.
        operators: kind to operator, on top of the policy's (``{"NAME": "title"}``).
        filename: a name whose suffix tells the format; plain text if None.
        own: the house's own contacts and staff; the configuration's if None.
        key: 32 bytes for ``hash``, ``encrypt`` and tokens; random if None.
        config: a configuration or its path.

    Returns:
        The copy (``.text``), what was replaced and what is left.

    Raises:
        ConfigError: for an unknown policy, kind or operator, or ``encrypt`` without a key.
        InputError: when the text is no valid document of the format.

    >>> anonymize_text("患者张伟，电话13800138000").text
    '患者张*，电话138****8000'
    """
    from adcheck.documents import read_text
    from adcheck.privacy.anonymize.rewrite import rewrite

    tools = _tools(policy, operators, own, key, _loaded(config))
    return rewrite(read_text(text, filename or ""), tools.find, tools.policy, tools.run)


def anonymize_path(path: str | Path, output_dir: str | Path | None = None, **options: Any) -> tuple[Copied, ...]:
    """Anonymise a file or folder; see :func:`anonymize_paths`."""
    return tuple(anonymize_paths([path], output_dir, **options))


def anonymize_paths(
    paths: Iterable[str | Path], output_dir: str | Path | None = None, *, in_place: bool = False,
    policy: str | None = None, operators: Mapping[str, str] | None = None, own: Own | None = None,
    vault: str | Path | None = None, key: bytes | None = None, force: bool = False, config: Configured = None,
) -> Iterator[Copied]:  # fmt: skip
    """Write anonymised copies of files and folders; yields what became of each, in a fixed order.

    The copies lie in ``output_dir`` as the sources lie below the folders given; files that name a patient get another
    name. With ``in_place`` each file is replaced in one step instead, under its own name: one that names a patient is
    left. A vault is written before a source is replaced, otherwise at the end. Options as in :func:`anonymize_text`;
    ``key`` is needed for a vault.

    Raises:
        ConfigError: for a path that doesn't exist, wrong options, or a vault that can't be written.
    """
    places = [Path(path) for path in paths]
    out = Path(output_dir) if output_dir is not None else None
    settings = _loaded(config)
    policy = policy or settings.options.privacy.policy
    _check(out, in_place, policy, vault, key)
    tools = _tools(policy, operators, own, key, settings)
    box = _Box(Path(vault) if vault is not None else None, key or b"", at_once=in_place)
    yield from _copies(list(planned_copies(places, out, settings if config is not None else None)), tools, box, force)
    box.close()


class Copy(NamedTuple):
    """A file to anonymise; ``relative`` is the copy's place below ``out``, which is None for one in place."""

    plan: Planned
    relative: PurePath
    out: Path | None


def planned_copies(places: Sequence[Path], out: Path | None, config: Config | None = None) -> Iterator[Copy]:
    """The files that would be anonymised.

    Raises:
        ConfigError: for a path that doesn't exist.
    """
    for place in places:
        # copies of an earlier run below the folder given are no sources
        inner = out.resolve() if out is not None and place.resolve() in out.resolve().parents else None
        for plan in list_targets([place], config):
            path = plan.target.path
            if inner is not None and inner in path.resolve().parents:
                continue
            yield Copy(plan, PurePath(path.relative_to(place)) if place.is_dir() else PurePath(path.name), out)


def reveal(
    copy: str | Path, vault: str | Path, key: bytes, output: str | Path | None = None, *, force: bool = False
) -> bytes:
    """The bytes an ``internal`` copy was made from, written to ``output`` too if given (for its owner alone).

    Every attempt is noted in the access log beside the vault.

    Raises:
        ConfigError: wrong key, a missing file, an output that exists.
        InputError: a damaged vault or a changed copy.
    """
    from adcheck.privacy.anonymize.files import write_whole
    from adcheck.privacy.anonymize.vault import reveal as open_vault

    if output is not None and Path(output).exists() and not force:
        raise ConfigError("exists already", place=str(output), hint="name another file, or use --force")
    source = open_vault(Path(copy), Path(vault), key)
    if output is not None:
        write_whole(Path(output), source, mode=0o600)
    return source


def summarize_path(path: str | Path, *, k: int = 5, own: Own | None = None, config: Configured = None) -> Summary:
    """Counts of a CSV or JSON table of cases; cells under ``k`` are not shown, identifying columns left out.

    Raises:
        ConfigError: ``k`` is under 2.
        InputError: the file is no such table, or too small.
    """
    from adcheck.privacy.anonymize.summary import summarize

    if k < 2:
        raise ConfigError(f"k must be at least 2, found {k}", hint="5 is usual")
    tools = _tools("publish", None, own, None, _loaded(config))
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}") from None
    return summarize(data, Path(path).name, tools.find, k)


class _Box:
    """The vault of a run, if there is one: filled at once, or at the end."""

    def __init__(self, path: Path | None, key: bytes, *, at_once: bool) -> None:
        from adcheck.privacy.anonymize.vault import read_vault

        self._path, self._key, self._at_once = path, key, at_once
        self._entries: list[Entry] = []
        if path is not None and path.exists():  # a wrong key shows before any copy is made
            read_vault(path, key)

    def put(self, draft: Draft, name: str) -> None:
        from adcheck.privacy.anonymize.vault import entry_of, write_vault

        if self._path is None:
            return
        entry = entry_of(name, draft.spliced.data, draft.source, draft.spliced.cuts)
        if self._at_once:
            write_vault(self._path, self._key, [entry])
        else:
            self._entries.append(entry)

    def close(self) -> None:
        from adcheck.privacy.anonymize.vault import write_vault

        if self._path is not None and self._entries:
            write_vault(self._path, self._key, self._entries)


def _copies(copies: Sequence[Copy], tools: Tools, box: _Box, force: bool) -> Iterator[Copied]:
    done: set[Path] = set()
    for copy in copies:
        made = _copied(copy, tools, box, force, done)
        with suppress(ValueError):
            done.add(Path(made.path))
        yield made


def _copied(copy: Copy, tools: Tools, box: _Box, force: bool, done: set[Path]) -> Copied:
    from adcheck.privacy.anonymize.copies import Copied, clean_path, draft, write_copy
    from adcheck.privacy.anonymize.rewrite import Left

    source = copy.plan.target.path
    shown = clean_path(copy.relative, tools)
    if copy.plan.target.skipped:
        return Copied(shown.as_posix(), skipped=copy.plan.target.skipped)
    try:
        made = draft(source, replace(tools, max_size=copy.plan.config.options.max_file_size))
        shown = clean_path(copy.relative, tools, sorted(made.text.names, key=len, reverse=True))
        renamed = shown != copy.relative
        if copy.out is None:
            real = source.resolve()
            if made.spliced.cuts:
                box.put(made, real.name)
                write_copy_in_place(made, real)
            path = shown if renamed else PurePath(source)
            named = (Left(1, 1, "file name", "FILE", shown.name),) if renamed else ()
        else:
            path, named = copy.out / shown, ()
            if path in done:
                raise ConfigError("two files lead to the same copy", hint="anonymise them into folders apart")
            write_copy(made, Path(path), like=source, force=force)
            box.put(made, path.name)
    except AdcheckError as error:
        hint = f" ({error.hint})" if error.hint else ""
        return Copied(shown.as_posix(), error=f"{error.message}{hint}")
    left = (*named, *made.text.left)
    return Copied(path.as_posix(), made.text.counts(), left, renamed=renamed and not named, notes=made.notes)


def write_copy_in_place(made: Draft, path: Path) -> None:
    """Put a copy in the place of its source in one step.

    Raises:
        ConfigError: the source was changed meanwhile, or can't be replaced.
    """
    from adcheck.privacy.anonymize.files import write_whole

    try:
        unchanged = path.read_bytes() == made.source
    except OSError:
        unchanged = False
    if not unchanged:
        raise ConfigError("it was changed while it was read", hint="run again")
    write_whole(path, made.spliced.data, like=path)


def _check(out: Path | None, in_place: bool, policy: str, vault: str | Path | None, key: bytes | None) -> None:
    if (out is None) is not in_place:
        raise ConfigError("say where the copies go", hint="either --output-dir DIR or --in-place")
    if policy == "internal" and (vault is None or key is None):
        raise ConfigError(
            "policy internal needs a vault and a key", hint="--vault FILE --key-file FILE, or ADCHECK_KEY"
        )
    if policy != "internal" and vault is not None:
        raise ConfigError(f"policy {policy} can't be undone and needs no vault", hint="--policy internal")
    if vault is not None and out is not None and out.resolve() in Path(vault).resolve().parents:
        raise ConfigError("the vault would lie among the copies", place=str(vault), hint="keep it in a folder apart")


def _tools(
    policy: str | None, operators: Mapping[str, str] | None, own: Own | None, key: bytes | None, config: Config
) -> Tools:
    from adcheck.privacy import finder_for
    from adcheck.privacy.anonymize.copies import Tools
    from adcheck.privacy.anonymize.operators import Run
    from adcheck.privacy.anonymize.policies import policy_named

    privacy = config.options.privacy
    chosen = policy_named(policy or privacy.policy, {**dict(privacy.operators), **(operators or {})})
    if key is None and _WITH_KEY & {chosen.default, *chosen.special.values()}:
        raise ConfigError("the operator encrypt needs a key", hint="--key-file FILE, or ADCHECK_KEY")
    files = tuple(str(config.folder / file) for file in privacy.recognizers)
    finder = finder_for(own if own is not None else privacy.own, files, privacy.ner)
    return Tools(finder.find, chosen, Run(key), config.options.max_file_size)


def _loaded(config: Configured) -> Config:
    if isinstance(config, Config):
        return config
    return load_config(Path(config)) if config is not None else Config()
