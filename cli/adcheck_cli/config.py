"""``adcheck config``."""

from __future__ import annotations

import click

from adcheck.errors import ConfigError
from adcheck.policy.options import KEYS, Options, nearest


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
        shown = list(default) if isinstance(default, tuple) else default
        click.echo(f"{name}\n    {option.about}\n    default: {shown!r}\n    example: {name} = {option.example}")
