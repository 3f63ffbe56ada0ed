"""Run the examples that rule files carry: every bad one hits, every good one stays silent, every gap still misses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from adcheck.disclosure import Disclosures
from adcheck.documents.model import plain_document
from adcheck.engine import Engine
from adcheck.privacy.model import Own
from adcheck.rulebook.loader import Compiler, read_rule, rule_paths
from adcheck.rulebook.spelling import spelling_tables
from adcheck.rulebook.store import RuleSet, compile_sectors, lexicons_of, shipped_folder

if TYPE_CHECKING:
    from adcheck.rulebook.model import RuleFile


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule and what came of it; ``problem`` is empty when all is well."""

    path: Path
    rule: str
    kind: Literal["bad", "good", "gap"]
    text: str
    found: tuple[str, ...]
    problem: str


def run_examples(folder: Path | None = None, only: frozenset[str] = frozenset()) -> Iterator[Example]:
    """The examples of the rules in a folder (adcheck's own if None), each run with its own rule alone.

    ``only`` limits the run to these codes or names.

    Raises:
        RuleError: for an invalid rule file.
    """
    shipped = shipped_folder()
    own = shipped if folder is None else folder
    compiler = Compiler(shipped)
    if own.resolve() != shipped.resolve():
        compiler = Compiler(own, base=compiler)
    for path in rule_paths(own):
        rule = read_rule(path)
        if not only or rule.code in only or rule.name in only:
            yield from _run(rule, path, compiler)


def _run(rule: RuleFile, path: Path, compiler: Compiler) -> Iterator[Example]:
    compiled = compiler.compile(rule, path)
    words = {name: sorted(compiler.lexicons[name]) for name in set(lexicons_of(compiled))}
    ruleset = RuleSet(
        (compiled,), compile_sectors(compiler, shipped_folder()), words,
        spelling_tables([compiled], shipped_folder() / "spelling"),
    )  # fmt: skip
    jurisdictions = tuple(dict.fromkeys(law.jurisdiction for law in rule.law))
    engine = Engine(ruleset, [compiled], jurisdictions)
    personal = Disclosures([compiled], Own())
    default = next((s for law in rule.law for s in law.sectors), "medical-service")

    def found(text: str, sector: str | None) -> tuple[str, ...]:
        if compiled.entities:
            sites = (one.site for one in personal.find(plain_document(text), jurisdictions, sector or default))
            return tuple(text[site.spans[0][0] : site.spans[-1][1]] for site in sites)
        outcome = engine.check(plain_document(text), sector or default)
        return tuple(text[hit.start : hit.end] for hit in outcome.hits)

    for bad in rule.bad:
        hits = found(bad.text, bad.sector)
        missing = [wanted for wanted in bad.hit if wanted not in hits]
        problem = "not found" if not hits else f"found {list(hits)}, wanted {missing}" if missing else ""
        yield Example(path, rule.name, "bad", bad.text, hits, problem)
    for good in rule.good:
        hits = found(good.text, good.sector)
        yield Example(
            path, rule.name, "good", good.text, hits, f"found {list(hits)} though: {good.why}" if hits else ""
        )
    for gap in rule.gap:
        hits = found(gap.text, gap.sector)
        yield Example(path, rule.name, "gap", gap.text, hits, "is found now: make it a [[bad]] example" if hits else "")
