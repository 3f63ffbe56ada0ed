"""``adcheck anonymize``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from adcheck.errors import AdcheckError, ConfigError
from adcheck.policy.config import Config
from adcheck_cli import shared

if TYPE_CHECKING:
    from adcheck.privacy.anonymize.copies import Copied


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--output-dir", metavar="DIR", help="Write the copies below this folder.")
@click.option("--in-place", is_flag=True, help="Put each copy in the place of its source.")
@click.option("--policy", type=click.Choice(["publish", "share", "internal"]), help="How to replace [publish].")
@click.option("--operator", "operators", multiple=True, metavar="KIND=WORD", help="An operator for a kind: NAME=title.")
@click.option("--vault", metavar="FILE", help="Where the originals go with policy internal.")
@click.option("--key-file", metavar="FILE", help="The key [the variable ADCHECK_KEY].")
@click.option("--new-key", metavar="FILE", help="Make a key file, and stop.")
@click.option("--summary", is_flag=True, help="Count the cases of CSV and JSON tables instead of copying them.")
@click.option("--k", "k", type=click.IntRange(2), default=5, show_default=True, help="Smallest count that is shown.")
@click.option("--force", is_flag=True, help="Overwrite copies that exist.")
@click.option("--quiet", "-q", is_flag=True, help="Only what went wrong or is left.")
@shared.config_options
def anonymize(paths: tuple[str, ...], **given: Any) -> None:
    """Write copies of PATHS without personal data of patients and private persons.

    Exit code: 0 done, 1 something is left in a copy, 2 wrong use or a file that could not be done.
    """
    if given["new_key"]:
        _make_key(Path(given["new_key"]))
        return
    if not paths:
        raise ConfigError("no files or folders given", hint="adcheck anonymize PATHS --output-dir DIR")
    first = Path(paths[0])
    start = first if first.is_dir() else first.parent
    config = shared.configuration(given["config_path"], isolated=given["isolated"], start=start)
    code = _summarize(paths, config, given) if given["summary"] else _copy(paths, config, given)
    raise click.exceptions.Exit(code)


def _make_key(path: Path) -> None:
    from adcheck.privacy.anonymize.keys import new_key

    new_key(path)
    click.echo(f"key written to {path}; keep it apart from copies and vault, without it nothing can be revealed")


def _copy(paths: Sequence[str], config: Config, given: dict[str, Any]) -> int:
    from adcheck.anonymizing import anonymize_paths
    from adcheck.privacy.anonymize.keys import ENVIRONMENT, read_key

    has_key = given["key_file"] or _in_environment(ENVIRONMENT)
    results = anonymize_paths(
        paths, given["output_dir"], in_place=given["in_place"], policy=given["policy"],
        operators=_operators(given["operators"]), vault=given["vault"], force=given["force"], config=config,
        key=read_key(Path(given["key_file"]) if given["key_file"] else None) if has_key else None,
    )  # fmt: skip
    code = shared.CLEAN
    for copied in _with_progress(results, given):
        _say(copied, quiet=given["quiet"])
        code = max(code, shared.TROUBLE if copied.error else shared.FINDINGS if copied.left else code)
    return code


def _in_environment(name: str) -> bool:
    import os

    return bool(os.environ.get(name))


def _operators(values: Sequence[str]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for kind, equals, word in pairs:
        if not (kind and equals and word):
            raise ConfigError("--operator wants KIND=WORD", hint="e.g. NAME=title")
    return {kind: word for kind, _, word in pairs}


def _with_progress(results: Iterator[Copied], given: dict[str, Any]) -> Iterator[Copied]:
    if given["quiet"] or not sys.stderr.isatty():
        yield from results
        return
    for number, copied in enumerate(results, 1):
        click.echo(f"\r{number} files", nl=False, err=True)
        yield copied
    click.echo("\r", nl=False, err=True)


def _say(copied: Copied, *, quiet: bool) -> None:
    """One file's lines; paths and texts are masked already."""
    if copied.error:
        click.echo(f"{copied.path}: not done: {copied.error}", err=True)
        return
    if copied.skipped:
        click.echo(f"{copied.path}: skipped: {copied.skipped}", err=True)
        return
    kinds = ", ".join(f"{kind} {count}" for kind, count in copied.counts.items())
    if not quiet:
        total = sum(copied.counts.values())
        click.echo(f"{copied.path}: {total} replaced{f' ({kinds})' if kinds else ''}")
        for note in copied.notes:
            click.echo(f"{copied.path}: note: {note}", err=True)
    for left in copied.left:
        place = f" [{left.place}]" if left.place else ""
        click.echo(f"{copied.path}:{left.line}:{left.column}: left: {left.entity} {left.masked}{place}")


def _summarize(paths: Sequence[str], config: Config, given: dict[str, Any]) -> int:
    from adcheck.anonymizing import planned_copies, summarize_path
    from adcheck.privacy.anonymize.files import write_whole
    from adcheck.privacy.anonymize.summary import as_text

    out = Path(given["output_dir"]) if given["output_dir"] else None
    code = shared.CLEAN
    for number, copy in enumerate(planned_copies([Path(path) for path in paths], out, config), 1):
        # a file's name can name a patient, so tables are told apart by their number
        try:
            summary = summarize_path(copy.plan.target.path, k=given["k"], config=config)
            if out is None:
                click.echo(f"table {number}: {as_text(summary)}")
                continue
            target = out / f"summary-{number}.json"
            if target.exists() and not given["force"]:
                raise ConfigError("the summary exists already", hint="name another folder, or use --force")
            out.mkdir(parents=True, exist_ok=True)
            write_whole(target, json.dumps(summary.to_dict(), ensure_ascii=False, indent=1).encode())
            click.echo(f"table {number}: {summary.rows} rows, {target.as_posix()}")
        except AdcheckError as error:
            click.echo(f"table {number}: not done: {error.message}", err=True)
            code = shared.TROUBLE
    return code
