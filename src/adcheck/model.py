"""What the rooms hand to each other: small frozen values, no input or output.

Offsets are Unicode code points of the source text, the end exclusive. Lines and columns count from 1; a column
counts code points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Verdict = Literal["keep", "lower", "drop"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""Worst first: ``error`` = banned outright, ``warning`` = banned unless a fact the text can't show, ``info`` = worth a look."""

CONFIDENCES: Final[tuple[Confidence, ...]] = ("high", "medium", "low")

CATEGORIES: Final[tuple[str, ...]] = (
    "guarantee", "rate", "safety", "superlative", "comparison", "testimonial", "endorsement", "disease-claim",
    "technique", "inducement", "anxiety", "disguised", "unapproved", "missing-disclosure", "citation",
    "superstition", "privacy", "other", "tool",
)  # fmt: skip
"""Closed list; ``tool`` is for findings about adcheck's own business (unused suppression, unreadable file)."""

SECTORS: Final[tuple[str, ...]] = (
    "medical-service", "aesthetic", "dental", "tcm", "drug", "rx-drug", "device", "health-food", "food", "cosmetic",
    "other",
)  # fmt: skip

JURISDICTIONS: Final[tuple[str, ...]] = ("cn", "us", "uk", "eu", "au", "hk", "tw")

SCHEMA_VERSION: Final = "1.0"
"""Version of the JSON report; raised when a key changes its meaning or goes."""


def severity_rank(severity: str) -> int:
    """0 for ``error``, 1 for ``warning``, 2 for ``info``."""
    return SEVERITIES.index(severity)


@dataclass(frozen=True, slots=True)
class Provision:
    """One article of law that a finding rests on.

    ``article`` is written as in ``16(1)(2)``: article, paragraph, item.
    """

    jurisdiction: str
    law: str
    article: str
    url: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.law} {self.article}".strip()


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about one place.

    ``start`` and ``end`` are code points of the source text (end exclusive), ``text`` is what stands there,
    ``folded`` what the rules read (differs for disguised spellings). ``place`` names the spot inside the format
    (``cue 3``, ``row 2, column title``, ``ads[0].text``) and is empty for plain text. ``fingerprint`` survives
    edits elsewhere in the file and can't be turned back into the text. Personal data is masked in all of it.
    """

    code: str
    name: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    start: int
    end: int
    text: str
    folded: str
    line: int
    column: int
    end_line: int
    end_column: int
    place: str
    provisions: tuple[Provision, ...]
    suggestion: str
    fingerprint: str
    path: str = ""
    url: str = ""
    lang: str = "zh"
    reasons: tuple[str, ...] = ()
    entity: str = ""
    """The kind of personal data (``NAME``, ``PHONE`` ...); ``text`` and ``folded`` of such a finding are masked."""

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready dictionary of all fields."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A match that its context talked out of being a finding, with the reason."""

    code: str
    name: str
    category: str
    start: int
    end: int
    text: str
    line: int
    column: int
    reason: str
    detail: str = ""
    path: str = ""

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready dictionary of all fields."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one input: read (``checked``), left out by choice (``skipped``) or unreadable (``failed``)."""

    path: str
    status: Literal["checked", "skipped", "failed"]
    reason: str = ""
    hint: str = ""
    format: str = ""
    encoding: str = ""
    sector: str = ""
    sector_inferred: bool = False
    characters: int = 0
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready dictionary of all fields."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a comment in the source or a baseline silenced."""

    finding: Finding
    by: Literal["comment", "baseline", "per-file-ignores"]
    reason: str = ""


@dataclass(frozen=True)
class Report:
    """The outcome of one check.

    ``findings`` are sorted by path, place and code. ``sources`` maps a path to its source text, for output formats
    that show the line; it is never written out as a whole. ``personal`` maps it to the spans of personal data there,
    which no output may show.
    """

    findings: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    checked: tuple[Checked, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    rules: int = 0
    jurisdictions: tuple[str, ...] = ("cn",)
    sources: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    personal: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def failed(self) -> tuple[Checked, ...]:
        """Inputs that could not be read."""
        return tuple(item for item in self.checked if item.status == "failed")

    def counts(self) -> dict[str, int]:
        """Number of findings per severity, worst first."""
        tally = Counter(f.severity for f in self.findings)
        return {severity: tally.get(severity, 0) for severity in SEVERITIES}

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Findings of the given severity or worse."""
        return tuple(f for f in self.findings if severity_rank(f.severity) <= severity_rank(severity))

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready dictionary: ``version``, ``findings``, ``dropped``, ``suppressed``, ``checked`` and the counts."""
        return {
            "version": SCHEMA_VERSION,
            "jurisdictions": list(self.jurisdictions),
            "rules": self.rules,
            "counts": self.counts(),
            "findings": [f.to_dict() for f in self.findings],
            "dropped": [d.to_dict() for d in self.dropped],
            "suppressed": [{"by": s.by, "reason": s.reason, "finding": s.finding.to_dict()} for s in self.suppressed],
            "checked": [c.to_dict() for c in self.checked],
        }


def merge_reports(reports: Iterable[Report]) -> Report:
    """One report out of many, findings sorted by path and place."""
    parts = list(reports)
    findings = [f for r in parts for f in r.findings]
    findings.sort(key=lambda f: (f.path, f.start, f.end, f.code))
    sources: dict[str, str] = {}
    personal: dict[str, Sequence[tuple[int, int]]] = {}
    for part in parts:
        sources.update(part.sources)
        personal.update(part.personal)
    return Report(
        findings=tuple(findings),
        dropped=tuple(d for r in parts for d in r.dropped),
        checked=tuple(c for r in parts for c in r.checked),
        suppressed=tuple(s for r in parts for s in r.suppressed),
        rules=max((r.rules for r in parts), default=0),
        jurisdictions=tuple(dict.fromkeys(j for r in parts if r.rules for j in r.jurisdictions)) or ("cn",),
        sources=sources,
        personal=personal,
    )
