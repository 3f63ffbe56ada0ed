"""Which rules run: the more specific selector wins."""

from __future__ import annotations

import pytest

from adcheck.errors import ConfigError
from adcheck.policy.options import Options
from adcheck.policy.selection import check_selectors, ignored_by, selected, specificity
from adcheck.rulebook.compiled import CompiledRule, RuleHead


def rule(code: str, name: str, category: str, *, strict: bool = False, status: str = "stable") -> CompiledRule:
    return CompiledRule(RuleHead(code, name, category, "high", status, strict))


RULES = (
    rule("GUA001", "cure-asserted", "guarantee"), rule("GUA002", "farewell", "guarantee"), rule("GUA010", "refund", "guarantee"),
    rule("RAT001", "cure-rate", "rate"), rule("TEC001", "technique", "technique", strict=True),
    rule("TEC002", "named-method", "technique", strict=True), rule("CIT001", "citation", "citation", status="draft"),
)  # fmt: skip


def codes(**options: object) -> list[str]:
    return [r.code for r in selected(Options(**options), RULES)]  # type: ignore[arg-type]


SPECIFIC = [("GUA001", 99), ("cure-asserted", 99), ("ALL", 1), ("guarantee", 2), ("G", 3), ("GUA", 5), ("GUA00", 7), ("GUA01", 0),
            ("RAT", 0), ("rate", 0), ("gua", 0), ("cure", 0)]  # fmt: skip


@pytest.mark.parametrize(("selector", "value"), SPECIFIC)
def test_specificity(selector: str, value: int) -> None:
    assert specificity(selector, "GUA001", "cure-asserted", "guarantee") == value


SELECTIONS = [
    ({}, ["GUA001", "GUA002", "GUA010", "RAT001"]),
    ({"select": ("rate",)}, ["RAT001"]),
    ({"select": ("GUA",)}, ["GUA001", "GUA002", "GUA010"]),
    ({"select": ("GUA00",)}, ["GUA001", "GUA002"]),
    ({"select": ("farewell",)}, ["GUA002"]),
    ({"ignore": ("guarantee",)}, ["RAT001"]),
    ({"ignore": ("ALL",), "select": ("GUA001",)}, ["GUA001"]),
    ({"ignore": ("GUA001",), "select": ("GUA",)}, ["GUA002", "GUA010"]),
    ({"select": ("GUA001",), "ignore": ("GUA",)}, ["GUA001"]),
    ({"select": ("guarantee",), "ignore": ("GUA00",)}, ["GUA010"]),
    ({"select": ("GUA00",), "ignore": ("guarantee",)}, ["GUA001", "GUA002"]),
    ({"extend_select": ("technique",)}, ["GUA001", "GUA002", "GUA010", "RAT001", "TEC001", "TEC002"]),
    ({"extend_select": ("TEC002",)}, ["GUA001", "GUA002", "GUA010", "RAT001", "TEC002"]),
    ({"extend_select": ("TEC",), "ignore": ("TEC001",)}, ["GUA001", "GUA002", "GUA010", "RAT001", "TEC002"]),
    ({"select": ("rate",), "extend_select": ("GUA002",)}, ["GUA002", "RAT001"]),
    ({"strict": True}, ["GUA001", "GUA002", "GUA010", "RAT001", "TEC001", "TEC002", "CIT001"]),
    ({"strict": True, "ignore": ("technique", "citation")}, ["GUA001", "GUA002", "GUA010", "RAT001"]),
    ({"select": ("citation",)}, ["CIT001"]),
    ({"extend_ignore": ("GUA",), "ignore": ("RAT001",), "extend_select": ("GUA002",)}, ["GUA002"]),
]  # fmt: skip


@pytest.mark.parametrize(("options", "wanted"), SELECTIONS, ids=[str(s[0]) for s in SELECTIONS])
def test_selected(options: dict[str, object], wanted: list[str]) -> None:
    assert codes(**options) == wanted


def test_equally_specific_means_ignored() -> None:
    assert "GUA001" not in codes(select=("GUA001", "RAT001"), ignore=("GUA001",))


def test_nothing_left_is_an_error() -> None:
    with pytest.raises(ConfigError, match="no rule is left"):
        codes(ignore=("ALL",))


@pytest.mark.parametrize("option", ["select", "extend_select", "ignore", "extend_ignore"])
def test_unknown_selector_names_the_option(option: str) -> None:
    with pytest.raises(ConfigError) as raised:
        codes(**{option: ("garantee",)})
    assert raised.value.message == f"unknown selector 'garantee' in {option.replace('_', '-')}"
    assert raised.value.hint == "did you mean 'guarantee'?"


def test_tool_codes_are_known_and_prefixes_too() -> None:
    check_selectors(["ADC001", "unused-suppression", "tool", "ADC", "G", "TEC0", "privacy"], RULES, "ignore")


@pytest.mark.parametrize("selector", ["GUA1", "GUA0011", "gua", "", "all"])
def test_no_such_selector(selector: str) -> None:
    with pytest.raises(ConfigError):
        check_selectors([selector], RULES, "select")


def test_ignored_by() -> None:
    assert ignored_by(["rate", "GUA0"], "GUA001", "cure-asserted", "guarantee")
    assert not ignored_by(["rate", "GUA1"], "GUA001", "cure-asserted", "guarantee")
