"""Which law binds a rule in a sector, and how severely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from adcheck.model import SECTORS, SEVERITIES, Severity, severity_rank
from adcheck.rulebook.compiled import CompiledLaw, CompiledRule


class Binding(NamedTuple):
    """The articles that bind a rule in a sector, and the severity they give."""

    severity: Severity
    laws: tuple[CompiledLaw, ...]
    reasons: tuple[str, ...] = ()


def bind(rule: CompiledRule, sector: str, jurisdictions: Sequence[str]) -> Binding | None:
    """What binds a rule in a sector.

    With an unknown sector (``""``) the mildest severity of all sectors holds; a rule that binds only some of them is at
    most a warning, and one for few sectors an info, that names them.
    """
    here = [law for law in rule.laws if law.jurisdiction in jurisdictions]
    laws = tuple(law for law in here if not law.sectors or not sector or sector in law.sectors)
    if not laws:
        return None
    cited = tuple({(law.jurisdiction, law.law, law.article): law for law in laws}.values())
    if sector:
        return Binding(_worst(laws), cited)
    per_sector = {s: _worst([law for law in laws if not law.sectors or s in law.sectors]) for s in SECTORS
                  if any(not law.sectors or s in law.sectors for law in laws)}  # fmt: skip
    mildest = max(per_sector.values(), key=severity_rank)
    if len(per_sector) == len(SECTORS):
        return Binding(mildest, cited)
    capped: Severity = "info" if len(per_sector) <= 4 else max(mildest, "warning", key=severity_rank)
    return Binding(capped, cited, (f"binds only: {', '.join(per_sector)}",))


def _worst(laws: Sequence[CompiledLaw]) -> Severity:
    return min((law.severity for law in laws), key=severity_rank)


def lower(severity: Severity) -> Severity:
    """One step softer."""
    return SEVERITIES[min(severity_rank(severity) + 1, len(SEVERITIES) - 1)]
