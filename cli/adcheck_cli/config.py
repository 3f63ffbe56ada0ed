"""``adcheck config``."""

from __future__ import annotations

import click

from adcheck.errors import ConfigError
from adcheck.policy.options import KEYS, Options, nearest, to_toml


@click.command()
@click.argument("key", required=False)
def config(key: str | None) -> None:
    """List the options of adcheck.toml and [tool.adcheck], or explain KEY."""
    if key is not None and key not in KEYS:
        raise ConfigError(f"no option {key!r}", hint=nearest(key, KEYS) or "see `adcheck config`")
    defaults = Options()
    for name in [key] if key else KEYS:
        option = KEYS[name]
        default = getattr(defaults, name.replace("-", "_"))
        click.echo(
            f"{name}\n    {option.about}\n    default: {to_toml(default)}\n    example: {name} = {option.example}"
        )
