"""One line per finding, as editors and grep like it."""

from __future__ import annotations

from adcheck.model import Finding, Report
from adcheck.reports.footer import display_path, footer
from adcheck.reports.options import Options
from adcheck.reports.terminal import one_line, visible


def render(report: Report, options: Options) -> str:
    """``path:line:col: error GUA001 message [law article]`` per finding, and the footer."""
    return "\n".join((*(_line(finding, options) for finding in report.findings), *footer(report, options)))


def remark(finding: Finding, options: Options) -> str:
    """Severity, code, message and law on one line."""
    severity = options.paint(finding.severity, finding.severity)
    code = options.paint(visible(finding.code), "code")
    return f"{severity} {code} {one_line(finding.message)}{laws(finding)}"


def laws(finding: Finding) -> str:
    """The provisions in brackets after a blank, or nothing."""
    names = dict.fromkeys(map(str, finding.provisions))
    return f" [{one_line('; '.join(names))}]" if names else ""


def _line(finding: Finding, options: Options) -> str:
    where = options.paint(f"{display_path(finding.path)}:{finding.line}:{finding.column}:", "path")
    return f"{where} {remark(finding, options)}"
