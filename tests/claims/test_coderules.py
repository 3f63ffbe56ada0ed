"""Rules in code: found by entry point, bound and judged like others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny_rules

from adcheck.claims import coderules
from adcheck.errors import RuleError


def doubled(text: str) -> Iterator[tuple[int, int]]:
    """Every place where one character stands twice."""
    for at in range(len(text) - 1):
        if text[at] == text[at + 1]:
            yield at, at + 2


def rules(folder: Path) -> Path:
    return tiny_rules.write_rules(folder, tiny_rules.rule_text(more='code_rule = "doubled"\n'))


def test_a_rule_in_code_is_judged_like_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adcheck.engine.code_rule", {"doubled": doubled}.__getitem__)
    engine = tiny_rules.engine_over(rules(tmp_path))
    assert tiny_rules.hits(engine, "好好治病。") == ["好好"]
    assert tiny_rules.hits(engine, "不得宣传好好治病。") == []


def test_missing_package_is_said() -> None:
    with pytest.raises(RuleError, match="no installed package offers the code rule 'nowhere'"):
        coderules.code_rule("nowhere")
