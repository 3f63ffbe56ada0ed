"""The default format: each finding with its source line, carets, law and suggestion."""

from __future__ import annotations

from collections.abc import Iterator

from adcheck.model import Finding, Report
from adcheck.reports.footer import display_path, footer
from adcheck.reports.frame import Sources, excerpt
from adcheck.reports.labels import CONFIDENCE_NAMES, label
from adcheck.reports.options import Options
from adcheck.reports.terminal import one_line, prose, visible


def render(report: Report, options: Options) -> str:
    """Findings one after the other, a blank line between them, and the footer."""
    sources = Sources(report.sources)
    parts = ["\n".join(_lines(finding, sources, options)) + "\n" for finding in report.findings]
    return "\n".join((*parts, "\n".join(footer(report, options)) + "\n"))


def _lines(finding: Finding, sources: Sources, options: Options) -> Iterator[str]:
    code = options.paint(visible(finding.code), "code")
    yield f"{code} {visible(finding.name)} {options.paint(finding.severity, finding.severity)}"
    place = f" ({visible(finding.place)})" if finding.place else ""
    where = options.paint(f"{display_path(finding.path)}:{finding.line}:{finding.column}", "path")
    yield f"{options.paint(' -->', 'dim')} {where}{place}"
    yield from _frame(finding, sources, options)
    for name, text in _facts(finding, options):
        yield f"  {options.paint(name + ':', 'label')} {prose(text, '    ')}" if name else f"  {prose(text, '    ')}"


def _frame(finding: Finding, sources: Sources, options: Options) -> Iterator[str]:
    source = sources.at(finding.path, finding.start, finding.end)
    if source is None:
        return
    shown = excerpt(source, finding.start, finding.end)
    number = str(finding.line)
    gutter = options.paint(" " * len(number) + " |", "dim")
    yield f"{options.paint(number + ' |', 'dim')} {shown.line}"
    yield f"{gutter} {' ' * shown.indent}{options.paint('^' * shown.width, finding.severity)}"


def _facts(finding: Finding, options: Options) -> Iterator[tuple[str, str]]:
    """Label and text of the lines under the frame; the message has no label."""
    yield "", finding.message
    for provision in finding.provisions:
        yield options.say("依据", "law"), one_line(f"[{provision.jurisdiction}] {provision}")
    if finding.folded and finding.folded != finding.text:
        yield options.say("写作", "written as"), visible(_cut(finding.text), hidden=True)
        yield options.say("读作", "read as"), visible(_cut(finding.folded), hidden=True)
    if finding.suggestion:
        yield options.say("建议", "help"), finding.suggestion
    for reason in finding.reasons:
        yield options.say("说明", "note"), reason
    yield options.say("置信度", "confidence"), label(CONFIDENCE_NAMES, finding.confidence, options.lang)
    if finding.url:
        yield options.say("详见", "see"), finding.url


def _cut(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
