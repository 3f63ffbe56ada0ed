"""Personal data starred out before a report is written: no format prints it in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from adcheck.model import Dropped, Finding, Report

_LONG: Final = 7
"""From this length on three characters stay readable, below it one."""


class _Masked(NamedTuple):
    plain: str
    starred: str


def masked(report: Report) -> Report:
    """The report with the text of ``privacy`` findings starred out, in the sources and in other findings too.

    Text that was masked before (a third of it is ``*``, or it is a ``<PLACEHOLDER>``) stays as it is.
    A report without personal data comes back unchanged.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for finding in (*report.findings, *(s.finding for s in report.suppressed)):
        if finding.category == "privacy":
            spans[finding.path].append((finding.start, finding.end))
    for path, personal in report.personal.items():
        spans[path] += personal
    if not spans and all(d.category != "privacy" for d in report.dropped):
        return report
    texts = {path: _starred(report.sources[path], spans[path]) for path in spans if path in report.sources}
    return replace(
        report,
        findings=tuple(_finding(f, texts.get(f.path)) for f in report.findings),
        suppressed=tuple(replace(s, finding=_finding(s.finding, texts.get(s.finding.path))) for s in report.suppressed),
        dropped=tuple(_dropped(d, texts.get(d.path)) for d in report.dropped),
        sources={**report.sources, **{path: text.starred for path, text in texts.items()}},
    )


def mask_text(text: str) -> str:
    """``text`` of the same length with all but the first one or three characters as ``*``; line breaks stay."""
    shown = 0 if len(text) < 2 else 3 if len(text) >= _LONG else 1
    return text[:shown] + "".join(c if c in "\r\n" else "*" for c in text[shown:])


def _starred(text: str, spans: Iterable[tuple[int, int]]) -> _Masked:
    parts: list[str] = []
    at = 0
    for start, end in _merged(spans):
        parts += (text[at:start], mask_text(text[start:end]))
        at = max(at, end)
    return _Masked(text, "".join((*parts, text[at:])))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _safe_text(item: Finding | Dropped, source: _Masked | None) -> str:
    """The text of an item without personal data; what was masked when it was found stays as it is."""
    if isinstance(item, Finding) and item.entity:
        return item.text
    plain = source.plain[item.start : item.end] if source else ""
    starred = source.starred[item.start : item.end] if source else ""
    if plain != item.text and len(plain) == len(item.text) and _is_veiled(item.text, plain):
        return "".join("*" if "*" in pair else pair[0] for pair in zip(item.text, starred, strict=True))
    if plain and item.text == plain:
        if item.category != "privacy" or starred != plain:
            return starred
    elif item.category != "privacy" and starred == plain:
        return item.text
    if item.category == "privacy" and _is_masked(item.text):
        return item.text
    return mask_text(item.text)


def _is_veiled(text: str, plain: str) -> bool:
    return all(new in (old, "*") for new, old in zip(text, plain, strict=True))


def _is_masked(text: str) -> bool:
    return text.count("*") * 3 >= len(text) or (text.startswith("<") and text.endswith(">"))


def _finding(finding: Finding, source: _Masked | None) -> Finding:
    text = _safe_text(finding, source)
    if text == finding.text:
        return finding
    if len(finding.folded) == len(text):
        folded = "".join(
            "*" if new == "*" != old else fold
            for new, old, fold in zip(text, finding.text, finding.folded, strict=True)
        )
    else:
        folded = mask_text(finding.folded)

    def clean(words: str) -> str:
        words = words.replace(finding.text, text) if finding.text else words
        return words.replace(finding.folded, folded) if finding.folded else words

    return replace(
        finding,
        text=text,
        folded=folded,
        message=clean(finding.message),
        suggestion=clean(finding.suggestion),
        reasons=tuple(map(clean, finding.reasons)),
    )


def _dropped(dropped: Dropped, source: _Masked | None) -> Dropped:
    text = _safe_text(dropped, source)
    if text == dropped.text:
        return dropped
    return replace(
        dropped, text=text, detail=dropped.detail.replace(dropped.text, text) if dropped.text else dropped.detail
    )
