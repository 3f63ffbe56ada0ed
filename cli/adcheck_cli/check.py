"""``adcheck check``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from adcheck.api import Planned, check_targets, list_targets
from adcheck.errors import ConfigError
from adcheck.model import JURISDICTIONS, SECTORS, SEVERITIES, Report, merge_reports
from adcheck.policy.config import Config
from adcheck.policy.options import FORMATS, KEYS, MESSAGE_LANGS, nearest, to_toml
from adcheck_cli import shared


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--select", multiple=True, metavar="SELECTOR", help="Rules to run: codes, names, prefixes, categories, ALL."
)
@click.option("--extend-select", multiple=True, metavar="SELECTOR", help="Rules to run besides those selected.")
@click.option("--ignore", multiple=True, metavar="SELECTOR", help="Rules not to run.")
@click.option("--extend-ignore", multiple=True, metavar="SELECTOR", help="Rules not to run, besides those ignored.")
@click.option("--per-file-ignores", multiple=True, metavar="GLOB:SELECTOR", help="Rules not to run for some files.")
@click.option("--sector", type=click.Choice([*SECTORS, "auto"]), help="What is advertised; auto infers it.")
@click.option("--jurisdiction", multiple=True, metavar="CODE", help=f"Whose law binds: {', '.join(JURISDICTIONS)}.")
@click.option("--strict", is_flag=True, default=None, help="Also run rules that flood ordinary hospital ads.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Mildest severity that makes the exit code 1 [error].")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings (2 stays 2).")
@click.option(
    "--output-format", multiple=True, metavar="FORMAT[=FILE]", help=f"{', '.join(FORMATS)}; repeatable with =FILE."
)
@click.option("--statistics", is_flag=True, help="Show counts per rule instead of the findings.")
@click.option("--show-dropped", is_flag=True, help="List matches that the context talked out of being findings.")
@click.option("--reveal-text", is_flag=True, help="Show personal data in full; only on a terminal, never in files.")
@click.option("--lang", type=click.Choice([*MESSAGE_LANGS, "auto"]), help="Language of messages [from the locale].")
@click.option("--stdin-filename", metavar="NAME", help="Name (and so the format) of what comes on standard input.")
@click.option(
    "--exclude", multiple=True, metavar="GLOB", help="Files to leave out, besides those of the configuration."
)
@click.option("--force-exclude", is_flag=True, default=None, help="Leave out excluded files even when named.")
@click.option("--no-respect-gitignore", is_flag=True, help="Also read what .gitignore names.")
@click.option("--baseline", "baseline_path", metavar="FILE", help="Don't report findings of this baseline.")
@click.option("--ignore-suppressions", is_flag=True, help="Report what comments in the files silence, too.")
@click.option("--show-settings", is_flag=True, help="Print the configuration that holds, and stop.")
@click.option("--show-files", is_flag=True, help="Print the files that would be read, and stop.")
@click.option("--color/--no-color", default=None, help="Colour on or off [on for a terminal].")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes to use [as many as pay].")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar.")
@shared.config_options
def check(paths: tuple[str, ...], **given: Any) -> None:
    """Check PATHS (files, folders, - for standard input; the current folder if none).

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or a file that could not be read.
    """
    overrides = _overrides(given)
    wanted = _formats(given["output_format"])
    config = _config(given)
    general = config.with_overrides(overrides) if config else _nearest(paths, given).with_overrides(overrides)
    if given["show_settings"]:
        click.echo(_settings(general))
        return
    wanted = wanted or ((general.options.output_format, None),)
    if given["reveal_text"]:
        _check_revealing(wanted)
    report = _run(paths, config, overrides, given, general)
    report = _apply_baseline(report, general, given)
    _write(report, wanted, general, given)
    raise click.exceptions.Exit(_exit_code(report, general, exit_zero=given["exit_zero"]))


def _overrides(given: dict[str, Any]) -> dict[str, Any]:
    """Options of the command line as fields of the configuration; None where not given."""
    values: dict[str, Any] = {
        "select": shared.split(given["select"]), "extend_select": shared.split(given["extend_select"]),
        "ignore": shared.split(given["ignore"]), "extend_ignore": shared.split(given["extend_ignore"]),
        "sector": given["sector"], "jurisdictions": shared.jurisdictions(given["jurisdiction"]), "strict": given["strict"],
        "fail_on": given["fail_on"], "extend_exclude": shared.split(given["exclude"]),
        "force_exclude": given["force_exclude"],
    }  # fmt: skip
    if given["no_respect_gitignore"]:
        values["respect_gitignore"] = False
    values["lang"] = given["lang"]
    table: dict[str, list[str]] = {}
    for item in given["per_file_ignores"]:
        glob, colon, selectors = item.rpartition(":")
        if not colon:
            raise ConfigError(f"--per-file-ignores {item!r} is not GLOB:SELECTOR", hint="e.g. 'legal/**:ALL'")
        table.setdefault(glob, []).extend(s.strip() for s in selectors.split(","))
    if table:
        values["extend_per_file_ignores"] = {glob: tuple(names) for glob, names in table.items()}
    return values


def _formats(values: Sequence[str]) -> tuple[tuple[str, Path | None], ...]:
    wanted = []
    for value in values:
        name, equals, file = value.partition("=")
        if name not in FORMATS:
            raise ConfigError(f"unknown output format {name!r}", hint=nearest(name, FORMATS) or ", ".join(FORMATS))
        wanted.append((name, Path(file) if equals else None))
    return tuple(wanted)


def _check_revealing(wanted: Sequence[tuple[str, Path | None]]) -> None:
    from adcheck.reports.revealed import check_revealing

    terminal = sys.stdout.isatty() and all(file is None for _, file in wanted)
    check_revealing([name for name, _ in wanted], terminal=terminal)


def _config(given: dict[str, Any]) -> Config | None:
    """The one configuration given, or None when the nearest of each file holds."""
    if given["isolated"] or given["config_path"] is not None:
        return shared.configuration(given["config_path"], isolated=given["isolated"])
    return None


def _nearest(paths: Sequence[str], given: dict[str, Any]) -> Config:
    first = Path(given["stdin_filename"] or ".") if "-" in paths else Path(paths[0]) if paths else Path()
    return shared.configuration(None, isolated=False, start=first if first.is_dir() else first.parent)


def _run(
    paths: Sequence[str], config: Config | None, overrides: dict[str, Any], given: dict[str, Any], general: Config
) -> Report:
    reports: list[Report] = []
    if "-" in paths:
        reports.append(_standard_input(general, given))
    places = [Path(p) for p in paths if p != "-"] or ([] if "-" in paths else [Path()])
    planned = [_spoken(item, given) for item in list_targets(places, config, overrides)]
    if given["show_files"]:
        for item in planned:
            click.echo(
                item.target.path.as_posix() + (f"  (skipped: {item.target.skipped})" if item.target.skipped else "")
            )
        raise click.exceptions.Exit(0)
    reports += _with_progress(planned, given)
    report = merge_reports(reports)
    if given["ignore_suppressions"]:
        report = _unsuppressed(report)
    return report


def _spoken(item: Planned, given: dict[str, Any]) -> Planned:
    """The file with the locale's language for its messages, when neither option nor configuration names one."""
    return Planned(item.target, _in_language(item.config, given))


def _in_language(config: Config, given: dict[str, Any]) -> Config:
    if given["lang"] or config.options.lang != "auto":
        return config
    return config.with_overrides({"lang": shared.message_language("auto")})


def _with_progress(planned: Sequence[Planned], given: dict[str, Any]) -> Iterator[Report]:
    results = check_targets(planned, processes=given["jobs"])
    if given["quiet"] or len(planned) < 20 or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=len(planned), label="adcheck", file=sys.stderr) as bar:
        yield from bar


def _standard_input(general: Config, given: dict[str, Any]) -> Report:
    from adcheck.checker import Checker, failed
    from adcheck.documents import read_bytes
    from adcheck.errors import InputError
    from adcheck.model import Checked
    from adcheck.policy.discover import excluded

    name = given["stdin_filename"] or ""
    shown = name or "<stdin>"
    if name and general.options.force_exclude:
        reason = excluded(Path(name), general)
        if reason:
            return Report(checked=(Checked(shown, "skipped", reason),))
    data = sys.stdin.buffer.read(general.options.max_file_size + 1)
    try:
        if len(data) > general.options.max_file_size:
            raise InputError("standard input is larger than max-file-size", place=shown, hint="raise max-file-size")
        document = read_bytes(data, name)
    except InputError as error:
        return failed(shown, error)
    return Checker(_in_language(general, given)).check(document, shown)


def _unsuppressed(report: Report) -> Report:
    from dataclasses import replace

    back = [s.finding for s in report.suppressed if s.by == "comment"]
    findings = sorted([*report.findings, *back], key=lambda f: (f.path, f.start, f.end, f.code))
    left = tuple(s for s in report.suppressed if s.by != "comment")
    return replace(report, findings=tuple(findings), suppressed=left)


def _apply_baseline(report: Report, general: Config, given: dict[str, Any]) -> Report:
    from dataclasses import replace

    name = given["baseline_path"] or general.options.baseline
    if not name:
        return report
    from adcheck.model import Suppressed
    from adcheck.policy.baseline import read_baseline, split

    path = Path(name) if given["baseline_path"] else general.folder / name
    new, known = split(report.findings, read_baseline(path), path.resolve().parent)
    silenced = (*report.suppressed, *(Suppressed(f, "baseline") for f in known))
    return replace(report, findings=tuple(new), suppressed=silenced)


def _write(report: Report, wanted: Sequence[tuple[str, Path | None]], general: Config, given: dict[str, Any]) -> None:
    from adcheck.reports import render
    from adcheck.reports.revealed import revealed

    if given["reveal_text"]:
        report = revealed(report)
    lang = given["lang"] if given["lang"] in MESSAGE_LANGS else general.options.lang
    lang = lang if lang in MESSAGE_LANGS else shared.message_language("auto")
    lang = lang if lang in MESSAGE_LANGS else "zh"
    for name, file in wanted:
        text = render(
            report, name, color=file is None and shared.wants_color(given["color"]), lang=lang,
            show_dropped=given["show_dropped"], statistics=given["statistics"], mask=not given["reveal_text"],
        )  # fmt: skip
        if file is None:
            click.echo(text, nl=False, color=True)
        else:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8", newline="\n")
            except OSError as error:
                raise ConfigError(
                    f"can't be written: {error.strerror}", place=str(file), hint="check --output-format"
                ) from None


def _exit_code(report: Report, general: Config, *, exit_zero: bool) -> int:
    if report.failed:
        return shared.TROUBLE
    if exit_zero:
        return shared.CLEAN
    fail_on: Any = general.options.fail_on
    return shared.FINDINGS if report.at_least(fail_on) else shared.CLEAN


def _settings(config: Config) -> str:
    lines = [f"# from {config.source or 'the defaults'}"]
    for key in KEYS:
        lines.append(f"{key} = {to_toml(getattr(config.options, key.replace('-', '_')))}")
    return "\n".join(lines)
