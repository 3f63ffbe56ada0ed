"""The ``adcheck`` program: a group whose commands are imported when called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Final

import click

from adcheck import __version__
from adcheck.errors import AdcheckError

COMMANDS: Final = {
    "check": "adcheck_cli.check:check",
    "rule": "adcheck_cli.rule:rule",
    "config": "adcheck_cli.config:config",
    "baseline": "adcheck_cli.baseline:baseline",
    "evaluate": "adcheck_cli.evaluate:evaluate",
    "init": "adcheck_cli.init:init",
    "anonymize": "adcheck_cli.anonymize:anonymize",
    "reveal": "adcheck_cli.reveal:reveal",
}
SHORT: Final = {
    "check": "Check files, folders or standard input.",
    "rule": "Explain a rule, scaffold one, test rules' examples.",
    "config": "List the options, or explain one.",
    "baseline": "Write or prune the baseline of accepted findings.",
    "evaluate": "Measure precision and recall on a labelled file.",
    "init": "Write a starter adcheck.toml.",
    "anonymize": "Write copies without personal data, or counts of cases.",
    "reveal": "Give back what an internal copy was made from.",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(SHORT.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="adcheck")
def app() -> None:
    """Check medical advertising against the law, offline."""


def main() -> None:
    """Entry point: errors on purpose become one clear message and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(standalone_mode=False)  # click hands an Exit's code back instead of leaving
    except click.exceptions.Abort:
        click.echo("aborted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except AdcheckError as error:
        click.echo(f"adcheck: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        click.echo(_traceback(error), err=True)
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)


def _traceback(error: Exception) -> str:
    """Where it failed, without the message: that may hold text of the input, and so personal data."""
    import traceback

    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return (
        f"Traceback (most recent call last):\n{frames}\n{type(error).__name__} (its message is left out, it may hold text "
        "of the input)\nadcheck: this is a fault of adcheck\n  hint: report it with these lines"
    )


if __name__ == "__main__":
    main()
