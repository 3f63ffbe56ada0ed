"""``--statistics``: how often each rule was hit, instead of the findings."""

from __future__ import annotations

from collections import Counter
from typing import Any

from adcheck.model import Report, Severity, severity_rank
from adcheck.reports.json_report import dumps
from adcheck.reports.options import Options
from adcheck.reports.terminal import pad, visible


def tally(report: Report) -> list[dict[str, Any]]:
    """Rows of count, code, name and worst severity, the most frequent rule first."""
    counts: Counter[str] = Counter(f.code for f in report.findings)
    names = {f.code: f.name for f in report.findings}
    worst: dict[str, Severity] = {}
    for finding in report.findings:
        worst[finding.code] = min(worst.get(finding.code, "info"), finding.severity, key=severity_rank)
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"count": n, "code": code, "name": names[code], "severity": worst[code]} for code, n in rows]


def render(report: Report, options: Options) -> str:
    """A table, or a line that says there is nothing to count."""
    rows = tally(report)
    if not rows:
        return options.say("未发现问题", "Nothing found")
    width = max(len(str(row["count"])) for row in rows)
    codes, names = ([visible(row[key]) for row in rows] for key in ("code", "name"))
    lines = []
    for row, code, name in zip(rows, codes, names, strict=True):
        severity = options.paint(row["severity"], row["severity"])
        padded = f"{pad(code, max(map(len, codes)))}  {pad(name, max(map(len, names)))}"
        lines.append(f"{row['count']:>{width}}  {padded}  {severity}")
    return "\n".join(lines)


def render_json(report: Report, options: Options) -> str:
    """The rows as a JSON list."""
    return dumps(tally(report), indent=2)


def render_lines(report: Report, options: Options) -> str:
    """The rows as one JSON object a line."""
    return "".join(f"{dumps(row)}\n" for row in tally(report))
