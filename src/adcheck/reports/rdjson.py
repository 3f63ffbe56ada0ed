"""Reviewdog diagnostic format; its columns count UTF-8 bytes from 1, the end exclusive (reviewdog.proto, Position)."""

from __future__ import annotations

from typing import Any, Final

from adcheck.model import Finding, Report
from adcheck.reports.concise import laws
from adcheck.reports.frame import Source, Sources
from adcheck.reports.json_report import dumps
from adcheck.reports.locations import slashed
from adcheck.reports.options import Options

_SEVERITIES: Final = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, options: Options) -> str:
    """One ``DiagnosticResult``; without the source text only lines are given, as bytes can't be counted."""
    sources = Sources(options.plain_sources or report.sources)
    return dumps({"source": {"name": "adcheck"}, "diagnostics": [_diagnostic(f, sources) for f in report.findings]}, 2)


def _diagnostic(finding: Finding, sources: Sources) -> dict[str, Any]:
    code = {"value": finding.code, "url": finding.url} if finding.url else {"value": finding.code}
    source = sources.at(finding.path, finding.start, finding.end)
    return {
        "message": finding.message + laws(finding),
        "location": {
            "path": slashed(finding.path),
            "range": {
                "start": _position(finding.line, finding.start, source),
                "end": _position(finding.end_line, finding.end, source),
            },
        },
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }


def _position(line: int, offset: int, source: Source | None) -> dict[str, int]:
    return {"line": line, "column": source.byte_column(offset)} if source else {"line": line}
