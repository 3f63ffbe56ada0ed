"""Measure precision and recall on labelled sentences, one JSON object a line.

A row is ``{"id", "kind": "violation" | "compliant", "sector", "jurisdiction", "text", "labels": [{"category", "span"}]}``; without
sector or jurisdiction those of the configuration hold. Counted are
findings of severity error and warning. Labels of category ``technique`` are left out (off by default), and findings
about something absent don't count against a compliant sentence, which is no whole ad.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from adcheck.checker import Checker
from adcheck.documents.model import plain_document
from adcheck.errors import InputError
from adcheck.model import JURISDICTIONS, SECTORS
from adcheck.policy.config import Config

ABSENCE: Final = frozenset({"missing-disclosure", "unapproved", "disguised"})


@dataclass
class Score:
    """Counts over a labelled set; the properties are shares from 0 to 1."""

    texts_hit: int = 0
    texts: int = 0
    clean_flagged: int = 0
    clean: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    spans_hit: Counter[str] = field(default_factory=Counter)
    spans_same: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    rule_found: Counter[str] = field(default_factory=Counter)
    rule_false: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, str]] = field(default_factory=list)
    alarms: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def recall_text(self) -> float:
        """Violating texts with at least one finding."""
        return self.texts_hit / max(1, self.texts)

    @property
    def recall_span(self) -> float:
        """Labelled spans that any finding overlaps."""
        return self.spans_hit.total() / max(1, self.spans.total())

    @property
    def recall_category(self) -> float:
        """Labelled spans that a finding of the same category overlaps."""
        return self.spans_same.total() / max(1, self.spans.total())

    @property
    def precision_text(self) -> float:
        """Of the texts with findings, those that are violations."""
        return self.texts_hit / max(1, self.texts_hit + self.clean_flagged)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready figures."""
        categories = {
            name: {
                "spans": self.spans[name],
                "recall": round(self.spans_hit[name] / max(1, self.spans[name]), 3),
                "recall_same": round(self.spans_same[name] / max(1, self.spans[name]), 3),
                "precision": round(1 - self.false[name] / max(1, self.found[name]), 3),
            }
            for name in sorted(self.spans | self.found)
        }
        return {
            "violations": self.texts, "compliant": self.clean,
            "recall_text": round(self.recall_text, 3), "recall_span": round(self.recall_span, 3),
            "recall_category": round(self.recall_category, 3), "precision_text": round(self.precision_text, 3),
            "categories": categories,
        }  # fmt: skip


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a labelled file.

    Raises:
        InputError: naming the line that is no such row.
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            kind, text, labels = row["kind"], row["text"], row["labels"]
            if kind not in ("violation", "compliant") or not isinstance(text, str):
                raise ValueError("kind is violation or compliant, text a text")
            row["labels"] = [{"category": lab["category"], "span": lab["span"]} for lab in labels]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"no labelled row: {error}", place=f"{path}:{number}", hint="see docs/evaluate.md"
            ) from None
        yield row


def evaluate(rows: Iterable[dict[str, Any]], config: Config | None = None, *, sector: str = "") -> Score:
    """Score the rows with a configuration; ``sector`` overrides the rows' own."""
    checker = Checker(config)
    score = Score()
    for row in rows:
        wanted = sector or row.get("sector", "auto")
        found = _found(checker, row, wanted if wanted in SECTORS else "auto")
        if row["kind"] == "violation":
            _score_violation(score, row, found)
        else:
            _score_clean(score, row, found)
    return score


Found = list[tuple[int, int, str, str]]


def _found(checker: Checker, row: dict[str, Any], sector: str) -> Found:
    """Errors and warnings in the text of a row: start, end, category, rule."""
    where = str(row.get("jurisdiction", "")).lower()
    jurisdictions = (where,) if where in JURISDICTIONS else checker.config.options.jurisdictions
    document = plain_document(row["text"])
    outcome = checker.engine(jurisdictions).check(document, sector)
    counted = ("error", "warning")
    found = [(h.start, h.end, h.rule.category, h.rule.name) for h in outcome.hits if h.severity in counted]
    for rule, binding, site in checker.disclosures.find(document, jurisdictions, outcome.sector):
        if binding.severity in counted:
            found.append((site.spans[0][0], site.spans[-1][1], rule.category, rule.name))
    return found


def _score_violation(score: Score, row: dict[str, Any], found: Found) -> None:
    text = row["text"]
    labels = [lab for lab in row["labels"] if lab["category"] != "technique"]
    if not labels:
        return
    score.texts += 1
    score.texts_hit += bool(found)
    for label in labels:
        if not label["span"] or label["category"] in ABSENCE:
            continue
        start = text.find(label["span"])
        end = start + len(label["span"])
        over = [f for f in found if f[0] < end and f[1] > start]
        score.spans[label["category"]] += 1
        score.spans_hit[label["category"]] += bool(over)
        score.spans_same[label["category"]] += any(f[2] == label["category"] for f in over)
        if not over:
            score.misses.append((str(row.get("id", "")), label["category"], label["span"]))
    for _, _, category, rule in found:
        score.found[category] += 1
        score.rule_found[rule] += 1


def _score_clean(score: Score, row: dict[str, Any], found: Found) -> None:
    found = [f for f in found if f[2] not in ABSENCE]
    score.clean += 1
    score.clean_flagged += bool(found)
    for start, end, category, rule in found:
        score.found[category] += 1
        score.false[category] += 1
        score.rule_found[rule] += 1
        score.rule_false[rule] += 1
        score.alarms.append((str(row.get("id", "")), category, row["text"][start:end]))
