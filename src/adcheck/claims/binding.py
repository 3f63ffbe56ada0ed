"""Which law binds a rule in a sector, and how severely."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from adcheck.model import SECTORS, SEVERITIES, Severity, severity_rank
from adcheck.rulebook.compiled import CompiledLaw, CompiledRule
from adcheck.rulebook.index import Target


class Binding(NamedTuple):
    """The articles that bind a rule in a sector, and the severity they give."""

    severity: Severity
    laws: tuple[CompiledLaw, ...]
    reasons: tuple[str, ...] = ()


def bind(rule: CompiledRule, sector: str, jurisdictions: Sequence[str]) -> Binding | None:
    """What binds a rule in a sector: the articles of every jurisdiction that it breaks, in the order they are enabled.

    Each jurisdiction has its own severity, the strictest counts. With an unknown sector (``""``) the mildest severity
    of all sectors holds; a rule that binds only some of them is at most a warning, and one for few sectors an info,
    that names them.
    """
    found = {name: here for name in jurisdictions if (here := _bind_one(rule, sector, name))}
    if not found:
        return None
    severity = min((here.severity for here in found.values()), key=severity_rank)
    laws = tuple(law for here in found.values() for law in here.laws)
    if len(found) == 1:
        return Binding(severity, laws, *(here.reasons for here in found.values()))
    reasons = tuple(f"{name} {reason}" for name, here in found.items() for reason in here.reasons)
    return Binding(severity, laws, reasons)


def not_permitted(binding: Binding, covered: Callable[[str], bool]) -> Binding | None:
    """What is left of a binding without the articles that permit the wording; None when all do."""
    laws = tuple(law for law in binding.laws if not (law.allows and covered(law.allows)))
    if len(laws) == len(binding.laws):
        return binding
    return (
        binding._replace(severity=max(binding.severity, _worst(laws), key=severity_rank), laws=laws) if laws else None
    )


def join(binding: Sequence[CompiledLaw], other: Sequence[CompiledLaw]) -> tuple[CompiledLaw, ...]:
    """The articles of ``binding``, and those of ``other`` whose jurisdiction it does not touch."""
    touched = {law.jurisdiction for law in binding}
    return (*binding, *(law for law in other if law.jurisdiction not in touched))


def _bind_one(rule: CompiledRule, sector: str, jurisdiction: str) -> Binding | None:
    """What one jurisdiction has on a rule."""
    here = [law for law in rule.laws if law.jurisdiction == jurisdiction]
    laws = tuple(law for law in here if not law.sectors or not sector or sector in law.sectors)
    if not laws:
        return None
    cited = tuple({(law.law, law.article): law for law in laws}.values())
    if sector:
        return Binding(_worst(laws), cited)
    per_sector = {s: _worst([law for law in laws if not law.sectors or s in law.sectors]) for s in SECTORS
                  if any(not law.sectors or s in law.sectors for law in laws)}  # fmt: skip
    mildest = max(per_sector.values(), key=severity_rank)
    if len(per_sector) == len(SECTORS):
        return Binding(mildest, cited)
    capped: Severity = "info" if len(per_sector) <= 4 else max(mildest, "warning", key=severity_rank)
    return Binding(capped, cited, (f"binds only: {', '.join(per_sector)}",))


class Bindings(dict[int, Binding | None]):
    """What binds each rule, by its number, in one sector; found when asked for. None for rules that were not chosen."""

    def __init__(
        self, rules: Sequence[CompiledRule], chosen: Container[str], sector: str, jurisdictions: Sequence[str]
    ) -> None:
        super().__init__()
        self._rules, self._chosen = rules, chosen
        self._where = sector, jurisdictions
        self.led: dict[int, tuple[Target, ...]] = {}
        """For words that were met, by number, what they lead to among the rules that bind."""

    def __missing__(self, number: int) -> Binding | None:
        rule = self._rules[number]
        self[number] = found = bind(rule, *self._where) if rule.code in self._chosen else None
        return found


def _worst(laws: Sequence[CompiledLaw]) -> Severity:
    return min((law.severity for law in laws), key=severity_rank)


def lower(severity: Severity) -> Severity:
    """One step softer."""
    return SEVERITIES[min(severity_rank(severity) + 1, len(SEVERITIES) - 1)]
