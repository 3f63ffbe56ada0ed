"""Which articles of which places a rule rests on, and how severe it is then."""

from __future__ import annotations

import pytest

from adcheck.claims.binding import Binding, bind, join, not_permitted
from adcheck.rulebook.compiled import CompiledLaw, CompiledRule, RuleCard, RuleHead


def law(jurisdiction: str, severity: str = "error", sectors: tuple[str, ...] = (), allows: str = "") -> CompiledLaw:
    return CompiledLaw(jurisdiction, "a", "A", "1", severity, sectors, allows=allows)  # type: ignore[arg-type]


def rule(*laws: CompiledLaw) -> CompiledRule:
    return CompiledRule(RuleHead("TNY001", "tiny", "rate", "high", "stable", False), lambda: RuleCard(laws=laws))


CN, US = law("cn"), law("us", "warning")
HK = law("hk", "info", ("food",))

CASES = [
    ("the strictest of several", (CN, US), "food", ("cn", "us"), "error", "cn us"),
    ("in the order they are enabled", (CN, US), "food", ("us", "cn"), "error", "us cn"),
    ("severity of the place", (CN, US), "food", ("us",), "warning", "us"),
    ("only those that bind the sector", (US, HK), "drug", ("hk", "us"), "warning", "us"),
    ("sector bound by both", (US, HK), "food", ("hk", "us"), "warning", "hk us"),
    ("same number of another place's law", (law("cn"), law("tw")), "food", ("cn", "tw"), "error", "cn tw"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("laws", "sector", "enabled", "severity", "places"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_bind(laws: tuple[CompiledLaw, ...], sector: str, enabled: tuple[str, ...], severity: str, places: str) -> None:
    binding = bind(rule(*laws), sector, enabled)
    assert binding is not None
    assert (binding.severity, " ".join(x.jurisdiction for x in binding.laws)) == (severity, places)


def test_nothing_binds() -> None:
    assert bind(rule(CN), "food", ("us",)) is None
    assert bind(rule(HK), "drug", ("hk",)) is None


def test_an_unknown_sector_is_judged_place_by_place() -> None:
    binding = bind(
        rule(HK, law("tw", "error", ("drug", "device", "food", "cosmetic", "other")), US), "", ("hk", "tw", "us")
    )
    assert binding is not None and binding.severity == "warning"
    assert binding.reasons == ("hk binds only: food", "tw binds only: drug, device, food, cosmetic, other")


def test_join_adds_only_places_not_yet_touched() -> None:
    assert join((CN,), (law("cn", "info"), US)) == (CN, US)


def test_permitted_wordings() -> None:
    lenient = law("tw", "error", allows="x")
    whole = Binding("error", (lenient, US))
    assert not_permitted(whole, lambda _: False) == whole
    assert not_permitted(whole, lambda source: source == "x") == Binding("warning", (US,))
    assert not_permitted(Binding("error", (lenient,)), lambda _: True) is None
    assert not_permitted(Binding("info", (lenient, law("us"))), lambda _: True) == Binding("info", (law("us"),))
