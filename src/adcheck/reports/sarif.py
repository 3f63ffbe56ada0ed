"""SARIF 2.1.0 (OASIS standard, 27 March 2020), as GitHub code scanning and IDEs read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from adcheck.model import Checked, Finding, Report, Suppressed
from adcheck.reports.json_report import dumps
from adcheck.reports.labels import CATEGORY_NAMES, label
from adcheck.reports.locations import numbered, tool_version, uri
from adcheck.reports.options import Options

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM: Final = {"error": "error", "warning": "warning", "info": "recommendation"}


def render(report: Report, options: Options) -> str:
    """One run with all findings; silenced ones carry ``suppressions``."""
    silenced = {id(s.finding): s for s in report.suppressed}
    findings = (*report.findings, *(s.finding for s in report.suppressed))
    rules: dict[str, dict[str, Any]] = {}
    results: list[dict[str, Any]] = []
    order: dict[str, int] = {}
    for finding, twin in numbered(findings):
        if finding.code not in rules:
            order[finding.code] = len(order)
            rules[finding.code] = _rule(finding, options)
        results.append(_result(finding, twin, order[finding.code], silenced.get(id(finding))))
    driver = {"name": "adcheck", "version": tool_version(), "rules": list(rules.values())}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
        "properties": {"jurisdictions": list(report.jurisdictions), "rules": report.rules},
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(finding: Finding, options: Options) -> dict[str, Any]:
    category = label(CATEGORY_NAMES, finding.category, options.lang)
    rule: dict[str, Any] = {
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": f"{finding.name.replace('-', ' ')} ({category})"},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {
            "category": finding.category,
            "tags": [finding.category],
            "precision": finding.confidence,
            "problem.severity": _PROBLEM[finding.severity],
        },
    }
    if finding.url:
        rule["helpUri"] = finding.url
    return rule


def _result(finding: Finding, twin: int, index: int, silenced: Suppressed | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message or finding.name},
        "locations": [_location(finding)],
        "partialFingerprints": {
            "adcheck/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:{twin + 1}",
        },
        "properties": {
            "category": finding.category,
            "confidence": finding.confidence,
            "folded": finding.folded,
            "suggestion": finding.suggestion,
            "provisions": list(_provisions(finding)),
        },
    }
    if finding.entity:
        result["properties"]["entity"] = finding.entity
    if silenced is not None:
        result["suppressions"] = [_suppression(silenced)]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    region = {
        "startLine": max(1, finding.line),
        "startColumn": max(1, finding.column),
        "endLine": max(1, finding.line, finding.end_line),
        "endColumn": max(1, finding.end_column),
        "charOffset": finding.start,
        "charLength": max(0, finding.end - finding.start),
        "snippet": {"text": finding.text},
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(finding.path)}, "region": region},
    }
    if finding.place:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.place}]
    return location


def _provisions(finding: Finding) -> Iterator[dict[str, str]]:
    for item in finding.provisions:
        yield {"jurisdiction": item.jurisdiction, "law": item.law, "article": item.article, "url": item.url}


def _suppression(silenced: Suppressed) -> dict[str, str]:
    out = {"kind": "inSource" if silenced.by == "comment" else "external", "status": "accepted"}
    return {**out, "justification": silenced.reason} if silenced.reason else out


def _invocation(report: Report) -> dict[str, Any]:
    unread = [item for item in report.checked if item.status != "checked"]
    return {
        "executionSuccessful": not report.failed,
        "toolExecutionNotifications": [_notification(item) for item in unread],
    }


def _notification(item: Checked) -> dict[str, Any]:
    reason = item.reason or item.status
    return {
        "level": "error" if item.status == "failed" else "note",
        "message": {"text": f"{reason} ({item.hint})" if item.hint else reason},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(item.path)}}}],
    }
