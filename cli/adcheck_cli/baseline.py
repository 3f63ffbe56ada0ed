"""``adcheck baseline``."""

from __future__ import annotations

from pathlib import Path

import click

from adcheck.api import check_targets, list_targets
from adcheck.model import Report, merge_reports
from adcheck.policy.baseline import DEFAULT_NAME, entries_of, pruned, read_baseline, write_baseline
from adcheck_cli import shared


@click.group()
def baseline() -> None:
    """Accept today's findings, so that only new ones are reported."""


def _check(paths: tuple[str, ...], config_path: str | None, isolated: bool) -> Report:
    config = shared.configuration(config_path, isolated=isolated) if config_path or isolated else None
    return merge_reports(check_targets(list_targets([Path(p) for p in paths or (".",)], config)))


@baseline.command("write")
@click.argument("paths", nargs=-1)
@click.option("--file", "file", default=DEFAULT_NAME, show_default=True, help="The baseline file.")
@shared.config_options
def write(paths: tuple[str, ...], file: str, config_path: str | None, isolated: bool) -> None:
    """Write all findings of PATHS into the baseline."""
    report = _check(paths, config_path, isolated)
    path = Path(file)
    entries = entries_of(report.findings, path.resolve().parent)
    write_baseline(path, entries)
    click.echo(f"{entries.total()} findings written to {path}")
    _say_failed(report)


@baseline.command("prune")
@click.argument("paths", nargs=-1)
@click.option("--file", "file", default=DEFAULT_NAME, show_default=True, help="The baseline file.")
@shared.config_options
def prune(paths: tuple[str, ...], file: str, config_path: str | None, isolated: bool) -> None:
    """Drop entries of the baseline that PATHS no longer show."""
    path = Path(file)
    before = read_baseline(path)
    report = _check(paths, config_path, isolated)
    after = pruned(report.findings, before, path.resolve().parent)
    write_baseline(path, after)
    click.echo(f"{before.total() - after.total()} of {before.total()} entries dropped")
    _say_failed(report)


def _say_failed(report: Report) -> None:
    for item in report.failed:
        click.echo(f"{item.path}: not read: {item.reason}", err=True)
    if report.failed:
        raise click.exceptions.Exit(shared.TROUBLE)
