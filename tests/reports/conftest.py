"""Reports to render: one with everything, built from real dataclasses."""

from __future__ import annotations

from typing import Any

import pytest

from adcheck.model import Checked, Dropped, Finding, Provision, Report, Suppressed

AD_LAW = Provision("cn", "广告法", "16(1)(1)", "https://example.invalid/ad-law", "error")
SOURCE = "第一行\n本院\t保证治愈，请拨打13812345678\n最后"


def place(source: str, offset: int) -> tuple[int, int]:
    line = source.count("\n", 0, offset) + 1
    return line, offset - (source.rfind("\n", 0, offset) + 1) + 1


def finding(source: str = SOURCE, text: str = "保证治愈", **fields: Any) -> Finding:
    """A finding at the first occurrence of ``text`` unless ``start`` and ``end`` are given."""
    start = fields.pop("start", None)
    start = source.index(text) if start is None else start
    end = fields.pop("end", start + len(text))
    line, column = place(source, start)
    end_line, end_column = place(source, end)
    values: dict[str, Any] = {
        "code": "GUA001", "name": "cure-promise", "category": "guarantee", "severity": "error", "confidence": "high",
        "message": "保证治愈属于疗效保证", "start": start, "end": end, "text": text, "folded": text, "line": line,
        "column": column, "end_line": end_line, "end_column": end_column, "place": "", "provisions": (AD_LAW,),
        "suggestion": "删除对疗效的保证", "fingerprint": "f" * 16, "path": "campaign/a.md",
        "url": "https://example.invalid/rules/cure-promise",
    }  # fmt: skip
    return Finding(**{**values, **fields})


PHONE = finding(
    text="13812345678", code="PRV002", name="phone", category="privacy", severity="warning", confidence="medium",
    message="手机号 13812345678", provisions=(), suggestion="", fingerprint="e" * 16,
)  # fmt: skip


@pytest.fixture
def report() -> Report:
    """Two findings, one of them personal data, and one of everything else."""
    return Report(
        findings=(finding(), PHONE),
        dropped=(Dropped("RAT001", "rate", "rate", 0, 3, "第一行", 1, 1, "negated", "不", "campaign/a.md"),),
        checked=(
            Checked(
                "campaign/a.md", "checked", format="markdown", sector="aesthetic", sector_inferred=True, characters=30
            ),
            Checked("b c.md", "checked", notes=("hidden text left out",)),
            Checked("big.mp4", "skipped", "video"),
            Checked("bad.pdf", "failed", "encrypted", "remove the password"),
        ),
        suppressed=(
            Suppressed(finding(code="SUP001", name="best", severity="info"), "comment", "agreed"),
            Suppressed(finding(), "baseline"),
        ),
        rules=120,
        jurisdictions=("cn", "hk"),
        sources={"campaign/a.md": SOURCE},
    )


@pytest.fixture
def hostile() -> Report:
    """Every string field full of controls, bidi overrides, escapes, markup and a lone surrogate."""
    evil = "\x1b[31m\x00\x07\r\n::error::x\u202e\u2066\x9b\u2028<&\"']]>,:%\ud800=\ufffe\U000e0041"
    bad = finding(
        source=evil, text=evil, code=f"G{evil}", name=evil, message=evil, folded=evil * 2, place=evil, path=evil,
        suggestion=evil, url=evil, reasons=(evil,), provisions=(Provision(evil, evil, evil, evil),),
    )  # fmt: skip
    return Report(
        findings=(bad,),
        dropped=(Dropped(evil, evil, "other", 0, 1, evil, 1, 1, evil, evil, evil),),
        checked=(
            Checked(evil, "failed", evil, evil),
            Checked(evil, "checked", sector=evil, sector_inferred=True, notes=(evil,)),
        ),
        suppressed=(Suppressed(bad, "comment", evil),),
        jurisdictions=(evil,),
        sources={evil: evil},
    )
