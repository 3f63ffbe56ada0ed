from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rules import rule_text, write_rules

from adcheck.checker import Checker
from adcheck.documents import read_text
from adcheck.model import Report
from adcheck.policy.config import Config
from adcheck.policy.options import Options
from adcheck.rulebook import store

Check = Callable[..., Report]

RULES = (
    rule_text(code="GUA001", name="cure-asserted", terms=["根治"]),
    rule_text(code="GUA002", name="farewell", terms=["告别"]),
    rule_text(code="RAT001", name="cure-rate", category="rate", terms=["治愈率"]),
    rule_text(code="SUP001", name="top-grade", category="superlative", terms=["最佳"]),
)


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rules(tmp_path_factory.mktemp("shipped"), *RULES)


@pytest.fixture
def tiny_shipped(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four tiny rules in place of adcheck's own: 根治, 告别, 治愈率, 最佳."""
    monkeypatch.setattr(store, "shipped_folder", lambda: tiny_folder)
    monkeypatch.setenv("ADCHECK_CACHE_DIR", "")
    return tiny_folder


@pytest.fixture
def check(tiny_shipped: Path) -> Check:
    """Check a text as a file of a name with some options."""

    def run(text: str, name: str = "draft.txt", **options: object) -> Report:
        checker = Checker(Config(Options(sector="medical-service", **options)))  # type: ignore[arg-type]
        return checker.check(read_text(text, name), name)

    return run
