"""Findings under the file they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from adcheck.model import Finding, Report
from adcheck.reports.concise import remark
from adcheck.reports.footer import display_path, footer
from adcheck.reports.options import Options
from adcheck.reports.terminal import pad


def render(report: Report, options: Options) -> str:
    """A block per file with findings, and the footer."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        groups[finding.path].append(finding)
    blocks = ["\n".join(_block(path, findings, options)) + "\n" for path, findings in groups.items()]
    return "\n".join((*blocks, "\n".join(footer(report, options))))


def _block(path: str, findings: list[Finding], options: Options) -> Iterator[str]:
    yield f"{options.paint(display_path(path), 'path')}:"
    places = [f"{finding.line}:{finding.column}" for finding in findings]
    width = max(map(len, places))
    for place, finding in zip(places, findings, strict=True):
        yield f"  {options.paint(pad(place, width), 'dim')}  {remark(finding, options)}"
