"""``adcheck init``."""

from __future__ import annotations

from pathlib import Path

import click

from adcheck.errors import ConfigError
from adcheck.model import SECTORS

_TEMPLATE = """\
# adcheck: `adcheck config` lists all options
sector = "{sector}"            # {sectors}; auto infers it
jurisdictions = ["cn"]
fail-on = "error"         # error, warning or info
# extend-select = ["technique"]   # disease and technique names in a medical ad (many findings)
# ignore = ["citation"]
# rules = ["adcheck-rules"]        # a folder with rules of your own: `adcheck rule new`

# [per-file-ignores]
# "legal/**" = ["ALL"]

# [[paths]]
# glob = "skin/**"
# sector = "cosmetic"
"""


@click.command()
@click.option("--sector", type=click.Choice([*SECTORS, "auto"]), default="auto", show_default=True)
@click.option("--file", "file", default="adcheck.toml", show_default=True)
def init(sector: str, file: str) -> None:
    """Write a starter configuration."""
    path = Path(file)
    if path.exists():
        raise ConfigError("exists already", place=file, hint="edit it, or name another with --file")
    path.write_text(_TEMPLATE.format(sector=sector, sectors=", ".join(SECTORS)), "utf-8", newline="\n")
    click.echo(f"wrote {path}; next: adcheck check .")
