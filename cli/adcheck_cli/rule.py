"""``adcheck rule``: explain, scaffold, test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from adcheck.errors import ConfigError
from adcheck.explain import explain, scaffold
from adcheck.policy.options import MESSAGE_LANGS
from adcheck.rulebook.compiled import CompiledRule
from adcheck.rulebook.store import load_rules
from adcheck_cli import shared


class RuleCommand(click.Group):
    """``adcheck rule CODE`` explains; ``adcheck rule new`` and ``adcheck rule test`` are commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            return "show", self.commands["show"], args
        return super().resolve_command(ctx, args)


@click.group(cls=RuleCommand, invoke_without_command=True)
@click.option("--all", "every", is_flag=True, help="All rules.")
@click.option("--lang", type=click.Choice(MESSAGE_LANGS), help="Language [from the locale].")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="text (Markdown) or json.")
@shared.config_options
@click.pass_context
def rule(ctx: click.Context, /, **given: Any) -> None:
    """Explain a rule (adcheck rule CODE|NAME, adcheck rule --all), or: rule new, rule test."""
    ctx.obj = given
    if given["every"]:
        _show(given, ())
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@rule.command("show", hidden=True)
@click.argument("keys", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(MESSAGE_LANGS))
@click.option("--output-format", type=click.Choice(["text", "json"]))
@click.pass_context
def show(ctx: click.Context, keys: tuple[str, ...], lang: str | None, output_format: str | None) -> None:
    """Explain rules by code or name."""
    given = dict(ctx.obj)
    given["lang"] = lang or given["lang"]
    given["output_format"] = output_format or given["output_format"]
    _show(given, keys)


def _show(given: dict[str, Any], keys: tuple[str, ...]) -> None:
    config = shared.configuration(given["config_path"], isolated=given["isolated"])
    rules = load_rules(config.rule_folders())
    chosen: list[CompiledRule] = sorted(rules.rules, key=lambda r: r.code)
    if keys:
        for key in keys:
            if key not in rules.by_name:
                from adcheck.policy.options import nearest

                raise ConfigError(f"no rule {key!r}", hint=nearest(key, rules.by_name) or "see `adcheck rule --all`")
        chosen = [rules.by_name[key] for key in keys]
    lang = given["lang"] or shared.message_language("auto")
    lang = lang if lang in MESSAGE_LANGS else "zh"
    folders = config.rule_folders()
    if given["output_format"] == "json":
        import json

        click.echo(json.dumps([explain(r, folders, lang).to_dict() for r in chosen], ensure_ascii=False, indent=1))
        return
    click.echo("\n\n".join(explain(r, folders, lang).to_markdown() for r in chosen))


@rule.command("new")
@click.argument("name")
@click.option("--category", required=True, help="One of the categories, e.g. guarantee.")
@click.option("--code", help="Family letters and three digits; the next free one by default.")
@click.option("--dir", "folder", default="adcheck-rules", show_default=True, help="Folder of your own rules.")
def new(name: str, category: str, code: str | None, folder: str) -> None:
    """Write a rule file NAME to fill in."""
    path = scaffold(Path(folder), name, category, code)
    click.echo(f"wrote {path}\nfill in the places marked FILL, then: adcheck rule test {folder}")


@rule.command("test")
@click.argument("folder", required=False)
@click.option("--only", multiple=True, metavar="CODE|NAME", help="Only these rules.")
def test(folder: str | None, only: tuple[str, ...]) -> None:
    """Run the examples in the rules of FOLDER (adcheck's own if none)."""
    from adcheck.testing import run_examples

    if folder is not None and not Path(folder).is_dir():
        raise ConfigError("no such folder", place=folder)
    count = wrong = 0
    rules: set[str] = set()
    for example in run_examples(Path(folder) if folder else None, frozenset(only)):
        count += 1
        rules.add(example.rule)
        if example.problem:
            wrong += 1
            click.echo(f"{example.path}: [[{example.kind}]] {example.text!r}: {example.problem}")
    if not count:
        raise ConfigError("no examples found", place=folder or "", hint="rules are <folder>/<category>/<name>.toml")
    click.echo(f"{len(rules)} rules, {count} examples, {wrong} problems")
    raise click.exceptions.Exit(shared.FINDINGS if wrong else shared.CLEAN)
