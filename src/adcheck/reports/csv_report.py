"""CSV for spreadsheets, one finding a row."""

from __future__ import annotations

import csv
import io
from typing import Final

from adcheck.model import Finding, Report
from adcheck.reports.options import Options
from adcheck.reports.terminal import visible

COLUMNS: Final = (
    "path", "line", "column", "end_line", "end_column", "start", "end", "place", "code", "name", "category", "severity",
    "confidence", "message", "text", "folded", "provisions", "suggestion", "url", "fingerprint",
    "entity",
)  # fmt: skip
"""The header."""

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula; some also take the full-width forms."""


def render(report: Report, options: Options) -> str:
    """Header and rows; line breaks and control characters in cells are drawn."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(finding) for finding in report.findings)
    return out.getvalue()


def cell(value: object) -> str | int:
    """A value that no spreadsheet runs: text that looks like a formula gets a leading apostrophe (OWASP)."""
    if isinstance(value, int):
        return value
    text = visible(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _row(finding: Finding) -> list[str | int]:
    laws = "; ".join(f"{p.jurisdiction}: {p}" for p in finding.provisions)
    return [cell(laws if name == "provisions" else getattr(finding, name)) for name in COLUMNS]
