"""Workflow commands of GitHub Actions, which become annotations."""

from __future__ import annotations

from typing import Final

from adcheck.model import Finding, Report
from adcheck.reports.concise import laws
from adcheck.reports.locations import slashed
from adcheck.reports.options import Options
from adcheck.reports.terminal import visible

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, options: Options) -> str:
    """One command per finding and per unreadable file."""
    lines = [_command(finding) for finding in report.findings]
    for item in report.failed:
        why = ". ".join(filter(None, (item.reason or item.status, item.hint)))
        lines.append(f"::error title=adcheck,file={_property(slashed(item.path))}::{_data(why)}")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    fields = [f"title={_property(f'adcheck ({finding.code})')}"]
    if finding.path:
        fields.append(f"file={_property(slashed(finding.path))}")
    fields.append(f"line={finding.line},col={finding.column}")
    fields.append(f"endLine={finding.end_line},endColumn={finding.end_column}")
    place = f" ({finding.place})" if finding.place else ""
    where = f"{slashed(finding.path)}:{finding.line}:{finding.column}{place}: "
    text = f"{where}{finding.code} {finding.message}{laws(finding)}"
    return f"::{_COMMANDS[finding.severity]} {','.join(fields)}::{_data(text)}"


def _data(text: str) -> str:
    text = visible(text, keep="\r\n").replace("%", "%25")
    return text.replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
