"""Suppressions in comments of the format: find them, apply them, and remark on the unused, unknown and unclosed ones.

Forms, inside a comment of the format (``<!-- ... -->``, ``# ...``, ``NOTE ...``)::

    adcheck: ignore[GUA001] reason             the same line, or the next line with text
    adcheck: disable[rate, SUP] reason ... adcheck: enable[rate, SUP]
    adcheck: file-ignore[citation] reason
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from adcheck.documents.model import Document, Segment
from adcheck.model import Finding
from adcheck.policy.options import nearest
from adcheck.policy.selection import specificity
from adcheck.text.lazy import LazyPattern

_FORM: Final = LazyPattern(
    r"(?i)adcheck:\s*(?P<verb>file-ignore|ignore|disable|enable)\s*(?:\[(?P<what>[^\]\n]*)\])?[ \t]*(?P<reason>[^\n]*)"
)


@dataclass
class Suppression:
    """One comment: what it names, from where to where it holds (source offsets), and what it silenced."""

    verb: str
    selectors: tuple[str, ...]
    reason: str
    start: int
    end: int
    low: int
    high: int
    used: set[str] = field(default_factory=set)
    closed: bool = True


class Remark(NamedTuple):
    """A remark about a suppression, to become a finding of category ``tool``."""

    code: str
    start: int
    end: int
    message: dict[str, str]


def suppressions(document: Document) -> list[Suppression]:
    """The suppressions in a document's comments, in order of place."""
    found: list[Suppression] = []
    for low, high in document.comments:
        for match in _FORM.finditer(document.source, low, high):
            names = tuple(n.strip() for n in (match["what"] or "").split(",") if n.strip())
            reason = re.sub(r"\s*(?:-->|\*/)\s*$", "", match["reason"]).strip(" -:—")
            verb = match["verb"].lower()
            if verb == "enable":
                _close(found, names, match.start())
                continue
            first, last = _reach(document, verb, low, high)
            found.append(Suppression(verb, names, reason, match.start(), match.end("what") + 1 if match["what"] is not None
                                     else match.end("verb"), first, last, closed=verb != "disable"))  # fmt: skip
    return found


def _close(found: Iterable[Suppression], names: Sequence[str], at: int) -> None:
    for item in found:
        if item.verb == "disable" and not item.closed and (not names or set(names) >= set(item.selectors)):
            item.high, item.closed = at, True


def _reach(document: Document, verb: str, low: int, high: int) -> tuple[int, int]:
    """Where a suppression holds."""
    source = document.source
    if verb == "file-ignore":
        return 0, len(source)
    if verb == "disable":
        return low, len(source)
    line_start = source.rfind("\n", 0, low) + 1
    line_end = source.find("\n", high)
    line_end = len(source) if line_end < 0 else line_end
    alone = not source[line_start:low].strip() and not source[high:line_end].strip()
    if not alone:
        return line_start, line_end
    return line_start, _next_text_line(document, line_end)


def _next_text_line(document: Document, at: int) -> int:
    """The end of the next line that holds text to be read, other comments left out; of the whole cue in subtitles."""
    source = document.source
    segments = sorted(document.segments, key=lambda s: s.source_start)
    starts = [s.source_start for s in segments]
    while at < len(source):
        start, end = at + 1, source.find("\n", at + 1)
        end = len(source) if end < 0 else end
        text = _text_between(document, segments, bisect_left(starts, end), start, end)
        if text is not None and not _is_comment(document, start, end):
            block = document.block_at(text)
            return document.source_span(block.start, block.end)[1] if block.kind == "cue" else end
        at = end
    return len(source)


def _text_between(document: Document, segments: Sequence[Segment], count: int, start: int, end: int) -> int | None:
    """The offset in the readable text of what stands in ``source[start:end]``; None when nothing does.

    The first ``count`` of the segments, in order of source, begin before ``end``.
    """
    for index in range(count - 1, -1, -1):
        segment = segments[index]
        if segment.source_start + segment.source_length <= start:
            return None
        if segment.length != segment.source_length:
            return segment.start
        first = max(start, segment.source_start) - segment.source_start + segment.start
        last = min(end, segment.source_start + segment.length) - segment.source_start + segment.start
        if document.text[first:last].strip():
            return first
    return None


def _is_comment(document: Document, start: int, end: int) -> bool:
    """Whether nothing but a comment stands in ``source[start:end]``."""
    line = document.source[start:end]
    first, last = end - len(line.lstrip()), start + len(line.rstrip())
    return any(low <= first and high >= last for low, high in document.comments)


def silencing(items: Sequence[Suppression], finding: Finding) -> Suppression | None:
    """The suppression that silences a finding, marked as used; None if there is none."""
    for item in items:
        if item.low <= finding.start < max(item.high, item.low + 1):
            for selector in item.selectors:
                if specificity(selector, finding.code, finding.name, finding.category):
                    item.used.add(selector)
                    return item
    return None


def remarks(items: Sequence[Suppression], known: set[str], running: set[str], *, require_reason: bool) -> list[Remark]:
    """What is wrong with the suppressions themselves.

    ``known`` are all selectors there are, ``running`` those of rules that ran: a suppression of a rule that did not
    run is not called unused.
    """
    result = []
    for item in items:
        if not item.selectors:
            result.append(
                _remark(
                    "ADC002",
                    item,
                    "抑制注释必须写明规则，如 ignore[GUA001]",
                    "a suppression must name its rules, as in ignore[GUA001]",
                )
            )
        for selector in item.selectors:
            if selector not in known:
                hint = nearest(selector, known)
                result.append(
                    _remark(
                        "ADC002", item, f"没有规则 {selector!r} {hint}".strip(), f"no rule {selector!r} {hint}".strip()
                    )
                )
            elif selector not in item.used and selector in running:
                result.append(
                    _remark(
                        "ADC001",
                        item,
                        f"抑制 {selector} 没有用到，可以删去",
                        f"suppression of {selector} is not used; delete it",
                    )
                )
        if require_reason and not item.reason:
            result.append(_remark("ADC003", item, "抑制注释没有写理由", "the suppression gives no reason"))
        if not item.closed:
            result.append(_remark("ADC004", item, "disable 没有对应的 enable", "disable without enable"))
    return result


def _remark(code: str, item: Suppression, zh: str, en: str) -> Remark:
    return Remark(code, item.start, item.end, {"zh": zh, "en": en})
