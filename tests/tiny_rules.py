"""A small rules folder written for one test, and an engine over it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from adcheck.documents.model import plain_document
from adcheck.engine import Engine, Outcome
from adcheck.rulebook import store
from adcheck.rulebook.store import RuleSet

LAWS = """jurisdiction = "cn"
[laws.tiny-law]
title = "小法"
title_en = "Tiny Law"
version = "2020-01-01"
in_force = "2020-01-01"
verified = true
"""
LAW = '[[law]]\njurisdiction = "cn"\nlaw = "tiny-law"\narticle = "1"\nseverity = "error"\n'


def quoted(value: object) -> str:
    """A value as TOML writes it; texts and lists of texts only."""
    return json.dumps(value, ensure_ascii=False)


def rule_text(
    *, code: str = "TNY001", name: str = "tiny-claim", category: str = "guarantee", terms: Sequence[str] = (),
    patterns: Sequence[str] = (), more: str = "", law: str = LAW, lang: str = "zh", head: str = "",
) -> str:  # fmt: skip
    """A whole rule file; ``more`` goes below ``[match.zh]``, ``head`` above it."""
    match = ""
    if terms or patterns:
        match = f"[match.{lang}]\nterms = {quoted(list(terms))}\npatterns = {quoted(list(patterns))}\n"
    return f"""code = {quoted(code)}
name = {quoted(name)}
category = {quoted(category)}
title = {{ zh = "小规则", en = "Tiny rule" }}
message = {{ zh = "有“{{match}}”", en = "has “{{match}}”" }}
suggestion = {{ zh = "删去", en = "drop it" }}
{head}
{match}{more}
{law}
[[bad]]
text = "坏"
[[good]]
text = "好"
why = "fine"
"""


def lexicon_text(*words: str) -> str:
    """A lexicon file."""
    return "\n".join(("# source: this test", "# licence: Apache-2.0", *words)) + "\n"


def write_rules(
    folder: Path, *rules: str, lexicons: Mapping[str, Sequence[str]] | None = None, slots: Mapping[str, str] | None = None,
    laws: str = LAWS,
) -> Path:  # fmt: skip
    """Write a rules folder."""
    for part in ("guarantee", "laws", "lexicons"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "laws" / "cn.toml").write_text(laws, "utf-8")
    for number, text in enumerate(rules):
        (folder / "guarantee" / f"rule{number}.toml").write_text(text, "utf-8")
    for name, words in (lexicons or {}).items():
        (folder / "lexicons" / f"{name}.txt").write_text(lexicon_text(*words), "utf-8")
    if slots:
        lines = [f"{name} = {quoted(value)}" for name, value in slots.items()]
        (folder / "lexicons" / "slots.toml").write_text("[slots]\n" + "\n".join(lines) + "\n", "utf-8")
    return folder


def load(*folders: Path) -> RuleSet:
    """The rules of the folders, the first in place of adcheck's own, compiled without a cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADCHECK_CACHE_DIR", "")
        patch.setattr(store, "shipped_folder", lambda: folders[0])
        return store.load_rules(folders[1:])


def engine_over(*folders: Path) -> Engine:
    """An engine with all rules of the folders."""
    ruleset = load(*folders)
    return Engine(ruleset, ruleset.rules, ("cn",))


def check(engine: Engine, text: str, sector: str = "medical-service") -> Outcome:
    """What the engine finds in a plain text."""
    return engine.check(plain_document(text), sector)


def hits(engine: Engine, text: str, sector: str = "medical-service") -> list[str]:
    """The matched stretches of the source text."""
    return [text[h.start : h.end] for h in check(engine, text, sector).hits]
