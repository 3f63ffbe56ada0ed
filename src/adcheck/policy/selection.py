"""Which rules run: selectors are codes, names, code prefixes, categories and ALL; the specific one wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from adcheck.errors import ConfigError
from adcheck.model import CATEGORIES
from adcheck.policy.options import Options, nearest
from adcheck.rulebook.compiled import CompiledRule

TOOL_CODES = {"ADC001": "unused-suppression", "ADC002": "unknown-selector", "ADC003": "missing-reason",
              "ADC004": "unclosed-range", "ADC005": "unreadable-file"}  # fmt: skip
"""Findings about adcheck's own business."""


def specificity(selector: str, code: str, name: str, category: str) -> int:
    """How closely a selector names a rule: 0 not at all, 1 ALL, 2 category, 2 + n a prefix of n characters, 99 exact."""
    if selector in (code, name):
        return 99
    if selector == "ALL":
        return 1
    if selector == category:
        return 2
    if selector.isupper() or selector[:1].isupper():
        return 2 + len(selector) if code.startswith(selector) else 0
    return 0


def check_selectors(selectors: Iterable[str], rules: Sequence[CompiledRule], option: str) -> None:
    """Refuse selectors that name nothing.

    Raises:
        ConfigError: naming the option and the nearest known selector.
    """
    known = (
        {r.code for r in rules}
        | {r.name for r in rules}
        | set(CATEGORIES)
        | {"ALL"}
        | set(TOOL_CODES)
        | set(TOOL_CODES.values())
    )
    prefixes = {code[:n] for code in (*(r.code for r in rules), *TOOL_CODES) for n in range(1, 6)}
    for selector in selectors:
        if selector not in known and selector not in prefixes:
            raise ConfigError(
                f"unknown selector {selector!r} in {option}",
                hint=nearest(selector, known) or "see `adcheck rule --all`",
            )


def selected(options: Options, rules: Sequence[CompiledRule]) -> tuple[CompiledRule, ...]:
    """The rules that run.

    Raises:
        ConfigError: for an unknown selector, or when nothing is left to run.
    """
    chosen = (*options.select, *options.extend_select)
    left_out = (*options.ignore, *options.extend_ignore)
    check_selectors(options.select, rules, "select")
    check_selectors(options.extend_select, rules, "extend-select")
    check_selectors(options.ignore, rules, "ignore")
    check_selectors(options.extend_ignore, rules, "extend-ignore")
    running = tuple(rule for rule in rules if _runs(rule, chosen, left_out, strict=options.strict))
    if not running:
        raise ConfigError("no rule is left to run", hint="check select and ignore")
    return running


def _runs(rule: CompiledRule, chosen: Sequence[str], left_out: Sequence[str], *, strict: bool) -> bool:
    wanted = max((specificity(s, rule.code, rule.name, rule.category) for s in chosen), default=0)
    refused = max((specificity(s, rule.code, rule.name, rule.category) for s in left_out), default=0)
    if (rule.strict or rule.status == "draft") and not strict and wanted < 2:
        return False
    return wanted > refused


def ignored_by(selectors: Iterable[str], code: str, name: str, category: str) -> bool:
    """Whether any selector names the rule."""
    return any(specificity(s, code, name, category) for s in selectors)
