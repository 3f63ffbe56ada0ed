"""Gates of accuracy on texts of our own writing: floors per sector and category, silence on clean documents, and
confidence words that are kept true."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import adcheck
from adcheck.checker import Checker
from adcheck.documents.model import plain_document
from adcheck.evaluation import Score, evaluate
from adcheck.policy.config import Config
from adcheck.rulebook.store import load_rules

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from write_corpus_floors import CORPORA, FLOORS, measured, merged, rows_by_sector  # noqa: E402

CLEAN = sorted((ROOT / "corpora" / "clean").glob("*"))
LAW = ROOT.parent / "shared" / "law" / "cn.md"
WANTED = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {"sectors": {}, "categories": {}}
CONFIDENCE = {"high": 0.95, "medium": 0.80, "low": 0.0}
ENOUGH = 10
"""Findings on the corpora from which a rule's share of wrong ones says something."""


@cache
def scores() -> dict[str, Score]:
    return {sector: evaluate(rows) for sector, rows in rows_by_sector().items()}


@cache
def figures() -> dict[str, dict[str, dict[str, float]]]:
    return measured(scores())


def below(kind: str, name: str) -> list[str]:
    found = figures()[kind].get(name, {})
    return [
        f"{key}: {found.get(key, 0):.3f} < {floor}"
        for key, floor in WANTED[kind][name].items()
        if found.get(key, 0) < floor
    ]


def test_every_sector_and_category_has_its_floor() -> None:
    assert set(WANTED["sectors"]) == {path.stem for path in CORPORA.glob("*.jsonl")}
    assert set(WANTED["categories"]) >= {
        "guarantee",
        "rate",
        "safety",
        "superlative",
        "testimonial",
        "endorsement",
        "inducement",
    }


def test_corpus_is_large_and_every_span_stands_in_its_text() -> None:
    rows = [row for rows in rows_by_sector().values() for row in rows]
    assert len(rows) >= 1500
    assert len({row["text"] for row in rows}) == len(rows)
    assert not [
        (row["id"], lab) for row in rows for lab in row["labels"] if lab["span"] and lab["span"] not in row["text"]
    ]
    assert not [row["id"] for row in rows if (row["kind"] == "compliant") == bool(row["labels"])]


@pytest.mark.parametrize("sector", sorted(WANTED["sectors"]))
def test_sector(sector: str) -> None:
    assert not below("sectors", sector)


@pytest.mark.parametrize("category", sorted(WANTED["categories"]))
def test_category(category: str) -> None:
    assert not below("categories", category)


@pytest.mark.parametrize("path", [*CLEAN, LAW], ids=lambda p: p.name)
def test_clean_document_has_no_finding(path: Path) -> None:
    if not path.is_file():
        pytest.skip("not beside the checkout")
    report = adcheck.check_path(path, config=Config())
    assert report.checked[0].status == "checked"
    assert [f"{f.line}: {f.text} ({f.name})" for f in report.at_least("warning")] == []


@pytest.mark.parametrize("word", CONFIDENCE)
def test_confidence_is_kept_true(word: str) -> None:
    whole = merged(scores().values())
    wrong = []
    for rule in load_rules().rules:
        count = whole.rule_found[rule.name]
        if rule.confidence == word and count >= ENOUGH and 1 - whole.rule_false[rule.name] / count < CONFIDENCE[word]:
            wrong.append(f"{rule.name}: {whole.rule_false[rule.name]} of {count} findings stand in compliant rows")
    assert not wrong


def test_answers_do_not_depend_on_what_was_read_before() -> None:
    """The engine remembers sentences and verdicts; nobody may notice."""
    texts = [row["text"] for rows in rows_by_sector().values() for row in rows[::6]]
    texts += [a + b for a, b in pairwise(texts[::5])]
    forth, back = Checker(), Checker()
    one = {t: forth.check(plain_document(t)).findings for t in texts}
    other = {t: back.check(plain_document(t)).findings for t in reversed(texts)}
    assert [t for t in texts if one[t] != other[t]] == []
