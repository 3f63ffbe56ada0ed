"""GitLab code quality report."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from adcheck.model import Finding, Report
from adcheck.reports.concise import laws
from adcheck.reports.json_report import dumps
from adcheck.reports.locations import numbered, slashed
from adcheck.reports.options import Options

_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, options: Options) -> str:
    """A JSON array; fingerprints are made unique over the report, or GitLab would drop twins."""
    return dumps([_issue(finding, twin) for finding, twin in numbered(report.findings)], indent=2)


def _issue(finding: Finding, twin: int) -> dict[str, Any]:
    path = slashed(finding.path)
    key = f"{path}\0{finding.fingerprint}\0{twin}"
    return {
        "description": f"{finding.code}: {finding.message}{laws(finding)}",
        "check_name": finding.code,
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": finding.line, "column": finding.column},
                "end": {"line": finding.end_line, "column": finding.end_column},
            },
        },
    }
