"""The closing lines of the formats for people: what was found, checked, skipped, silenced and left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from adcheck.model import Checked, Report
from adcheck.reports.labels import JURISDICTION_NAMES, SECTOR_NAMES, SEVERITY_NAMES, label
from adcheck.reports.options import Options
from adcheck.reports.terminal import one_line, visible

MOST_LINES: Final = 10
"""Sectors, notes and skip reasons listed before ``and N more``."""


def footer(report: Report, options: Options) -> list[str]:
    """Closing lines, without line breaks."""
    return [
        _headline(report, options),
        _files(report, options),
        *_failed(report, options),
        *_capped(_skipped(report.checked, options), options),
        *_silenced(report, options),
        *_dropped(report, options),
        _rules(report, options),
        *_capped(_notes(report.checked), options),
        *_capped(_sectors(report.checked, options), options),
    ]


def display_path(path: str) -> str:
    """A path fit for a terminal; ``<text>`` for text that came without one."""
    return visible(path) or "<text>"


def _s(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _headline(report: Report, options: Options) -> str:
    if report.findings:
        counts = {s: n for s, n in report.counts().items() if n}
        parts = [options.paint(_count(s, n, options), s) for s, n in counts.items()]
        total = len(report)
        return options.say(
            f"发现 {total} 处问题：{'，'.join(parts)}", f"Found {_s(total, 'finding')}: {', '.join(parts)}"
        )
    if failed := len(report.failed):
        text = options.say(
            f"未发现问题，但有 {failed} 个文件未能读取", f"Nothing found, but {_s(failed, 'file')} could not be read"
        )
        return options.paint(text, "warning")
    if not any(item.status == "checked" for item in report.checked):
        return options.paint(options.say("没有检查任何文件", "No files were checked"), "warning")
    return options.paint(options.say("未发现问题", "All checks passed"), "ok")


def _count(severity: str, count: int, options: Options) -> str:
    name = label(SEVERITY_NAMES, severity, options.lang)
    return options.say(f"{name} {count}", f"{count} info" if severity == "info" else _s(count, name))


def _files(report: Report, options: Options) -> str:
    tally = Counter(item.status for item in report.checked)
    size = sum(item.characters for item in report.checked if item.status == "checked")
    done, skipped, failed = tally["checked"], tally["skipped"], tally["failed"]
    return options.say(
        f"已检查 {done} 个文件（{size} 字），跳过 {skipped} 个，读取失败 {failed} 个",
        f"{_s(done, 'file')} checked ({_s(size, 'character')}), {skipped} skipped, {failed} failed",
    )


def _failed(report: Report, options: Options) -> Iterator[str]:
    for item in report.failed:
        word = options.paint(options.say("读取失败", "failed"), "error")
        yield f"  {word} {display_path(item.path)}: {one_line(item.reason)}".rstrip(": ")
        if item.hint:
            yield f"    {options.say('提示', 'hint')}: {one_line(item.hint)}"


def _skipped(checked: Iterable[Checked], options: Options) -> Iterator[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for item in checked:
        if item.status == "skipped":
            groups[item.reason].append(item.path)
    for reason, paths in groups.items():
        names = ", ".join(map(display_path, paths[:3])) + (", …" if len(paths) > 3 else "")
        why = one_line(reason) or options.say("未说明原因", "no reason given")
        yield f"  {options.say('跳过', 'skipped')} {len(paths)}: {why} ({names})"


def _silenced(report: Report, options: Options) -> Iterator[str]:
    tally = Counter(item.by for item in report.suppressed)
    baselined = tally.pop("baseline", 0)
    suppressed = tally.total()
    if suppressed or baselined:
        yield options.say(
            f"已抑制 {suppressed} 处，基线内 {baselined} 处", f"{suppressed} suppressed, {baselined} in the baseline"
        )


def _dropped(report: Report, options: Options) -> Iterator[str]:
    if not report.dropped:
        return
    count = len(report.dropped)
    matches = "1 match" if count == 1 else f"{count} matches"
    yield options.say(f"按上下文排除 {count} 处", f"{matches} dropped because of context")
    if options.show_dropped:
        for item in report.dropped:
            where = f"{display_path(item.path)}:{item.line}:{item.column}"
            detail = f" ({one_line(item.detail)})" if item.detail else ""
            yield f"  {where}: {visible(item.code)} {visible(item.text)} — {one_line(item.reason)}{detail}"


def _rules(report: Report, options: Options) -> str:
    names = [f"{visible(j)} {label(JURISDICTION_NAMES, j, options.lang)}" for j in report.jurisdictions]
    return options.say(
        f"运行规则 {report.rules} 条；法域：{'，'.join(names)}",
        f"{_s(report.rules, 'rule')} run; jurisdictions: {', '.join(names)}",
    )


def _notes(checked: Iterable[Checked]) -> Iterator[str]:
    return (f"  {display_path(item.path)}: {one_line(note)}" for item in checked for note in item.notes)


def _sectors(checked: Iterable[Checked], options: Options) -> Iterator[str]:
    for item in checked:
        if item.sector and item.sector_inferred:
            name = label(SECTOR_NAMES, item.sector, options.lang)
            both = name if name == visible(item.sector) else f"{name} {visible(item.sector)}"
            yield f"  {display_path(item.path)}: {both} ({options.say('推断', 'inferred')})"


def _capped(lines: Iterable[str], options: Options) -> Iterator[str]:
    left = 0
    for number, line in enumerate(lines):
        if number < MOST_LINES:
            yield line
        else:
            left += 1
    if left:
        yield options.say(f"  另有 {left} 条", f"  and {left} more")
