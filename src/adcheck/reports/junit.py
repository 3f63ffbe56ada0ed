"""JUnit XML as Jenkins and other CI servers read it: a suite per file, a failed case per finding."""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from adcheck.model import Checked, Finding, Report
from adcheck.reports.concise import laws
from adcheck.reports.locations import slashed
from adcheck.reports.options import Options
from adcheck.reports.terminal import one_line, visible


def render(report: Report, options: Options) -> str:
    """A ``testsuites`` document; control characters, which XML forbids, are drawn."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        groups[finding.path].append(finding)
    states = {item.path: item for item in sorted(report.checked, key=lambda item: item.status == "failed")}
    root = Element("testsuites", name="adcheck")
    for path in dict.fromkeys((*states, *groups)):
        _suite(root, path, groups.get(path, []), states.get(path))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, path: str, findings: list[Finding], state: Checked | None) -> None:
    name = visible(slashed(path))
    suite = SubElement(root, "testsuite", name=name)
    for finding in findings:
        _failure(suite, name, finding)
    failed = state is not None and state.status == "failed"
    skipped = state is not None and state.status == "skipped"
    if state is not None and (failed or skipped):
        _unread(suite, name, state)
    elif not findings:
        SubElement(suite, "testcase", name=name, classname=name, time="0")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(findings)))
    suite.set("errors", str(int(failed)))
    suite.set("skipped", str(int(skipped)))
    suite.set("time", "0")


def _failure(suite: Element, path: str, finding: Finding) -> None:
    name = f"{visible(finding.code)} {visible(finding.name)} {finding.line}:{finding.column}"
    case = SubElement(suite, "testcase", name=name, classname=path, time="0")
    message = one_line(finding.message)
    failure = SubElement(case, "failure", type=finding.severity, message=message)
    place = f" ({visible(finding.place)})" if finding.place else ""
    lines = [f"{path}:{finding.line}:{finding.column}{place}", message + laws(finding), visible(finding.text)]
    failure.text = "\n".join((*lines, one_line(finding.suggestion))).rstrip()


def _unread(suite: Element, path: str, state: Checked) -> None:
    case = SubElement(suite, "testcase", name=path, classname=path, time="0")
    reason = one_line(state.reason) or state.status
    if state.status == "skipped":
        SubElement(case, "skipped", message=reason)
        return
    error = SubElement(case, "error", type="unreadable", message=reason)
    error.text = one_line(f"{state.reason}\n{state.hint}")
