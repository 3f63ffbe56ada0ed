"""``adcheck evaluate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from adcheck.errors import ConfigError
from adcheck.evaluation import Score, read_rows
from adcheck.evaluation import evaluate as score_rows
from adcheck.model import SECTORS
from adcheck_cli import shared


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--sector", type=click.Choice([*SECTORS, "auto"]), help="Instead of each row's own sector.")
@click.option("--jurisdiction", multiple=True, metavar="CODE", help="Whose law binds rows that name none.")
@click.option("--misses", default=0, help="Show this many missed spans.")
@click.option("--alarms", default=0, help="Show this many false alarms.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text")
@shared.config_options
def evaluate(files: tuple[str, ...], **given: Any) -> None:
    """Measure precision and recall on labelled FILES (JSON lines: kind, sector, text, labels)."""
    rows = []
    for name in files:
        if not Path(name).is_file():
            raise ConfigError("no such file", place=name)
        rows += list(read_rows(Path(name)))
    where = shared.jurisdictions(given["jurisdiction"])
    config = shared.configuration(given["config_path"], isolated=given["isolated"]).with_overrides(
        {"jurisdictions": where}
    )
    score = score_rows(rows, config, sector=given["sector"] or "")
    if given["output_format"] == "json":
        click.echo(json.dumps(score.to_dict(), ensure_ascii=False, indent=1))
    else:
        click.echo(_table(score))
    for identity, category, span in score.misses[: given["misses"]]:
        click.echo(f"missed {identity} {category}: {span}")
    for identity, category, span in score.alarms[: given["alarms"]]:
        click.echo(f"false alarm {identity} {category}: {span}")


def _table(score: Score) -> str:
    figures = score.to_dict()
    lines = [
        f"{figures['violations']} violating and {figures['compliant']} compliant texts",
        f"recall by text {figures['recall_text']:.3f}, by span {figures['recall_span']:.3f}, "
        f"by span and category {figures['recall_category']:.3f}; precision by text {figures['precision_text']:.3f}",
        f"{'category':20s} {'spans':>6s} {'recall':>7s} {'same':>7s} {'precision':>9s}",
    ]
    for name, row in figures["categories"].items():
        lines.append(
            f"{name:20s} {row['spans']:6d} {row['recall']:7.3f} {row['recall_same']:7.3f} {row['precision']:9.3f}"
        )
    return "\n".join(lines)
