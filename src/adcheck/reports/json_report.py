"""JSON: the whole report (schema in ``docs/schema/report-1.0.json``), or one finding a line."""

from __future__ import annotations

import json
from typing import Any

from adcheck.model import Report
from adcheck.reports.options import Options
from adcheck.reports.terminal import safe_json


def render(report: Report, options: Options) -> str:
    """All of :meth:`Report.to_dict`, indented."""
    return dumps(report.to_dict(), indent=2)


def render_lines(report: Report, options: Options) -> str:
    """One finding per line; no line for anything else."""
    return "".join(f"{dumps(finding.to_dict())}\n" for finding in report.findings)


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON in UTF-8 with controls, separators and lone surrogates escaped."""
    return safe_json(json.dumps(value, ensure_ascii=False, indent=indent))
