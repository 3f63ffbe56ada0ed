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

from write_corpus_floors import CORPORA, FLOORS, LANGUAGES, measured, merged, rows_by_file  # noqa: E402

CLEAN = sorted((ROOT / "corpora" / "clean").glob("*"))
LAW = ROOT.parent / "shared" / "law" / "cn.md"
WANTED = tomllib.loads(FLOORS.read_text("utf-8"))
LEAST = {"zh": 1500, "en": 800, "zh-Hant": 250}
GATED = [(la, kind, name) for la, table in WANTED.items() for kind, names in table.items() for name in names]
CONFIDENCE = {"high": 0.95, "medium": 0.80, "low": 0.0}
ENOUGH = 10
"""Findings on the corpora from which a rule's share of wrong ones says something."""


@cache
def scores(language: str) -> dict[str, Score]:
    return {name: evaluate(rows) for name, rows in rows_by_file(language).items()}


@cache
def figures(language: str) -> dict[str, dict[str, dict[str, float]]]:
    return measured(scores(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_and_the_great_categories_have_floors(language: str) -> None:
    assert set(WANTED[language]["files"]) == {path.stem for path in (CORPORA / language).glob("*.jsonl")}
    assert set(WANTED[language]["categories"]) >= {"guarantee", "safety", "superlative", "testimonial", "inducement"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_corpus_is_large_and_every_span_stands_in_its_text(language: str) -> None:
    rows = [row for rows in rows_by_file(language).values() for row in rows]
    assert len(rows) >= LEAST[language]
    assert len({row["text"] for row in rows}) == len(rows)
    assert not [
        (row["id"], lab) for row in rows for lab in row["labels"] if lab["span"] and lab["span"] not in row["text"]
    ]
    assert not [row["id"] for row in rows if (row["kind"] == "compliant") == bool(row["labels"])]


@pytest.mark.parametrize(("language", "kind", "name"), GATED)
def test_floor(language: str, kind: str, name: str) -> None:
    found = figures(language)[kind].get(name, {})
    wanted = WANTED[language][kind][name]
    assert not [
        f"{key}: {found.get(key, 0):.3f} < {floor}" for key, floor in wanted.items() if found.get(key, 0) < floor
    ]


@pytest.mark.parametrize("path", [*CLEAN, LAW], ids=lambda p: p.name)
def test_clean_document_has_no_finding(path: Path) -> None:
    if not path.is_file():
        pytest.skip("not beside the checkout")
    report = adcheck.check_path(path, config=Config())
    assert report.checked[0].status == "checked"
    assert [f"{f.line}: {f.text} ({f.name})" for f in report.at_least("warning")] == []


@pytest.mark.parametrize("word", CONFIDENCE)
def test_confidence_is_kept_true(word: str) -> None:
    whole = merged(scores("zh").values())
    wrong = []
    for rule in load_rules().rules:
        count = whole.rule_found[rule.name]
        if rule.confidence == word and count >= ENOUGH and 1 - whole.rule_false[rule.name] / count < CONFIDENCE[word]:
            wrong.append(f"{rule.name}: {whole.rule_false[rule.name]} of {count} findings stand in compliant rows")
    assert not wrong


def test_answers_do_not_depend_on_what_was_read_before() -> None:
    """The engine remembers sentences and verdicts; nobody may notice."""
    texts = [row["text"] for rows in rows_by_file().values() for row in rows[::6]]
    texts += [a + b for a, b in pairwise(texts[::5])]
    forth, back = Checker(), Checker()
    one = {t: forth.check(plain_document(t)).findings for t in texts}
    other = {t: back.check(plain_document(t)).findings for t in reversed(texts)}
    assert [t for t in texts if one[t] != other[t]] == []
