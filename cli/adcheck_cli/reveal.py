"""``adcheck reveal``."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("copy")
@click.option("--vault", required=True, metavar="FILE", help="The vault that was written with the copy.")
@click.option("--key-file", metavar="FILE", help="The key [the variable ADCHECK_KEY].")
@click.option("--output", metavar="FILE", help="Write there, for its owner alone [standard output].")
@click.option("--force", is_flag=True, help="Overwrite the output if it exists.")
def reveal(copy: str, vault: str, key_file: str | None, output: str | None, force: bool) -> None:
    """Give back what COPY was made from, to the byte.

    Needs the vault and its key; who did it and when is noted beside the vault.
    """
    from adcheck.anonymizing import reveal as give_back
    from adcheck.privacy.anonymize.keys import read_key

    source = give_back(copy, vault, read_key(Path(key_file) if key_file else None), output, force=force)
    if output is None:
        sys.stdout.buffer.write(source)
        sys.stdout.buffer.flush()
    else:
        click.echo(f"restored {output}")
