"""Explain a rule from its own file, and scaffold a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from adcheck.errors import ConfigError
from adcheck.model import CATEGORIES, JURISDICTIONS, severity_rank
from adcheck.policy.options import nearest
from adcheck.rulebook.compiled import CompiledRule
from adcheck.rulebook.store import load_rules, shipped_folder
from adcheck.text.hant import in_language

FAMILIES = {
    "guarantee": "GUA", "rate": "RAT", "safety": "SAF", "superlative": "SUP", "comparison": "CMP",
    "testimonial": "TES", "endorsement": "END", "disease-claim": "DIS", "technique": "TEC", "inducement": "IND",
    "anxiety": "ANX", "disguised": "HID", "unapproved": "UNA", "missing-disclosure": "DSC", "citation": "CIT",
    "superstition": "STN", "privacy": "PRV", "other": "OTH",
}  # fmt: skip
"""Family letters of each category."""

WORDS: Final = {
    "zh": {
        "category": "类别", "severity": "等级", "law": "依据", "jurisdiction": "法域", "sectors": "适用行业", "all": "所有行业",
        "bad": "会报告的例子", "good": "不报告的例子", "gap": "尚不能发现", "how": "怎么改",
        "strict": "默认不启用，用 --strict 或 --select 启用。",
    },
    "en": {
        "category": "Category", "severity": "Severity", "law": "Law", "jurisdiction": "Jurisdiction", "sectors": "Sectors",
        "all": "all sectors", "bad": "Found", "good": "Silent", "gap": "Known gaps", "how": "Instead",
        "strict": "Off by default; on with --strict or --select.",
    },
}  # fmt: skip
"""Headings of a rule's page."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All a user may ask about a rule."""

    code: str
    name: str
    category: str
    title: str
    message: str
    suggestion: str
    confidence: str
    status: str
    strict: bool
    laws: tuple[dict[str, Any], ...]
    bad: tuple[str, ...]
    good: tuple[tuple[str, str], ...]
    gap: tuple[str, ...]
    lang: str = "zh"

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready dictionary."""
        return asdict(self)

    def to_markdown(self) -> str:
        """The rule's page."""
        word = {key: in_language({name: texts[key] for name, texts in WORDS.items()}, self.lang) for key in WORDS["en"]}
        lines = [f"# {self.code} {self.name}", "", self.title, "", f"{word['category']}: `{self.category}`", ""]
        if self.strict:
            lines += [word["strict"], ""]
        lines += [f"**{word['how']}**: {self.suggestion}", "", f"## {word['law']}", "", *self._law_table(word)]
        lines += ["", f"## {word['bad']}", "", *(f"- {text}" for text in self.bad)]
        lines += ["", f"## {word['good']}", "", *(f"- {text} ({why})" for text, why in self.good)]
        if self.gap:
            lines += ["", f"## {word['gap']}", "", *(f"- {text}" for text in self.gap)]
        return "\n".join(lines)

    def _law_table(self, word: Mapping[str, str]) -> Iterator[str]:
        """The jurisdictions side by side: a row for what each demands, with what severity, of whom."""
        yield f"| {word['jurisdiction']} | {word['severity']} | {word['law']} | {word['sectors']} |"
        yield "| --- | --- | --- | --- |"
        order = sorted(
            self.laws, key=lambda law: (JURISDICTIONS.index(law["jurisdiction"]), severity_rank(law["severity"]))
        )
        for (jurisdiction, severity, sectors), laws in groupby(
            order, key=lambda law: (law["jurisdiction"], law["severity"], tuple(law["sectors"]))
        ):
            articles = "; ".join(f"{law['title']} {law['article']}" for law in laws)
            yield f"| {jurisdiction} | {severity} | {articles} | {', '.join(sectors) or word['all']} |"


def explain(rule: CompiledRule, folders: Sequence[Path] = (), lang: str = "zh") -> Explanation:
    """The explanation of a rule, read from its file among adcheck's rules and the user's folders.

    Raises:
        RuleError: when the file has become invalid.
    """
    from adcheck.rulebook.loader import read_rule

    path = next(p for folder in (*folders, shipped_folder()) if (p := folder / rule.origin).is_file())
    source = read_rule(path)
    laws = tuple(
        {"jurisdiction": law.jurisdiction, "law": law.law, "title": law.title_in(lang), "article": law.article,
         "severity": law.severity, "sectors": list(law.sectors), "url": law.url}
        for law in rule.laws
    )  # fmt: skip
    title, message, suggestion = (
        in_language(texts, lang) for texts in (rule.card.title, rule.card.message, rule.card.suggestion)
    )
    return Explanation(
        rule.code, rule.name, rule.category, title, message, suggestion, rule.confidence, rule.status, rule.strict, laws,
        tuple(b.text for b in source.bad), tuple((g.text, g.why) for g in source.good), tuple(g.text for g in source.gap), lang,
    )  # fmt: skip


_TEMPLATE = """\
code = "{code}"
name = "{name}"
category = "{category}"
title = {{ zh = "FILL 这条规则管什么", en = "FILL what this rule is about" }}
message = {{ zh = "“{{match}}”FILL 有什么问题", en = "“{{match}}” FILL what is wrong" }}
suggestion = {{ zh = "FILL 怎么写才好", en = "FILL how to put it instead" }}
confidence = "medium"

[match.zh]
terms = ["FILL"]
# patterns = ['{{num}}天{{gap4}}见效']     # {{slot}}: rules/lexicons; {{gap4}}: up to 4 characters within the clause
# unless = {{ after = ["手术"], within = ["{{official-name}}"] }}

[[law]]
jurisdiction = "cn"
law = "ad-law"
article = "16(1)(1)"
severity = "error"

[[bad]]
text = "FILL a sentence that must be found"

[[good]]
text = "FILL a sentence that must stay silent"
why = "FILL why it is harmless"
"""


def scaffold(folder: Path, name: str, category: str, code: str | None) -> Path:
    """Write a rule file to fill in; refuses to overwrite.

    Raises:
        ConfigError: for a bad name, an unknown category, or a file that exists.
    """
    import re

    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise ConfigError(f"{name!r} is no rule name", hint="lower-case words joined by hyphens, e.g. house-words")
    if category not in FAMILIES:
        raise ConfigError(f"unknown category {category!r}", hint=nearest(category, FAMILIES) or ", ".join(CATEGORIES))
    path = folder / category / f"{name}.toml"
    if path.exists():
        raise ConfigError("exists already", place=str(path), hint="take another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEMPLATE.format(code=code or _next_code(category, folder), name=name, category=category), "utf-8")
    return path


def _next_code(category: str, folder: Path) -> str:
    """The first free code from 901 on: the range for rules of one's own."""
    family = FAMILIES[category]
    taken = {rule.code for rule in load_rules().rules}
    taken |= {line.split('"')[1] for p in folder.glob("**/*.toml") for line in p.read_text("utf-8").splitlines()
              if line.startswith("code = ")}  # fmt: skip
    return next(code for number in range(901, 1000) if (code := f"{family}{number}") not in taken)
