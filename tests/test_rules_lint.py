"""Every rule file keeps the house's order, and its own examples hold. Each rule is one test."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from adcheck.explain import FAMILIES
from adcheck.rulebook.loader import Laws, read_laws, read_rule, rule_paths
from adcheck.testing import Example, run_examples

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "rules"
CASES = ROOT.parent / "shared" / "cases"
PATHS = rule_paths(RULES)

every_rule = pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)


@cache
def examples() -> dict[Path, list[Example]]:
    found: dict[Path, list[Example]] = defaultdict(list)
    for example in run_examples():
        found[example.path].append(example)
    return found


@cache
def registry() -> Laws:
    return read_laws(RULES)


def test_there_are_rules() -> None:
    assert len(PATHS) > 50


@every_rule
def test_examples(path: Path) -> None:
    mine = next(found for place, found in examples().items() if place.samefile(path))
    assert {example.kind for example in mine} >= {"bad", "good"}
    assert not [f"[[{e.kind}]] {e.text}: {e.problem}" for e in mine if e.problem]


@every_rule
def test_file_says_what_it_is(path: Path) -> None:
    rule = read_rule(path)
    assert rule.name == path.stem
    assert rule.category == path.parent.name
    assert rule.code.startswith(FAMILIES[rule.category])


@every_rule
def test_message_shows_the_match(path: Path) -> None:
    rule = read_rule(path)
    if rule.absent is None:
        assert "{match}" in rule.message.zh and "{match}" in rule.message.en
    assert "FILL" not in path.read_text("utf-8")


@every_rule
def test_laws_exist(path: Path) -> None:
    laws = registry()
    assert not [law.law for law in read_rule(path).law if law.law not in laws.get(law.jurisdiction, {})]


def test_codes_and_names_are_unique() -> None:
    seen: dict[str, str] = {}
    for path in PATHS:
        rule = read_rule(path)
        for key in (rule.code, rule.name):
            assert key not in seen, f"{key} stands in {seen.get(key)} and {path.name}"
            seen[key] = path.name


def tracked() -> list[Path]:
    """Files under version control or about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name.decode() for name in listed.split(b"\0") if name and (ROOT / name.decode()).is_file()]


@pytest.mark.skipif(not CASES.is_dir(), reason="no labelled cases beside the checkout")
def test_no_case_sentence_is_copied() -> None:
    rows = [json.loads(line) for path in sorted(CASES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    sentences = {row["text"].strip() for row in rows if len(row["text"].strip()) >= 14}
    copied = [
        (path.relative_to(ROOT).as_posix(), sentence)
        for path in tracked()
        for text in [path.read_bytes().decode("utf-8", "replace")]
        for sentence in sentences
        if sentence in text
    ]
    assert not copied
