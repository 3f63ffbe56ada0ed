"""Output formats: a :class:`~adcheck.model.Report` goes in, text comes out. One file per format, loaded on demand."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from adcheck.errors import ConfigError
from adcheck.model import Report
from adcheck.reports.options import Options

__all__ = ["FORMATS", "render"]

_RENDERERS: Final = {
    "full": ("full", "render"),
    "concise": ("concise", "render"),
    "grouped": ("grouped", "render"),
    "json": ("json_report", "render"),
    "json-lines": ("json_report", "render_lines"),
    "sarif": ("sarif", "render"),
    "junit": ("junit", "render"),
    "github": ("github", "render"),
    "gitlab": ("gitlab", "render"),
    "rdjson": ("rdjson", "render"),
    "csv": ("csv_report", "render"),
}

FORMATS: Final[tuple[str, ...]] = tuple(_RENDERERS)
"""Names of the output formats, the default first."""


def render(
    report: Report,
    format: str = "full",
    *,
    color: bool = False,
    lang: str = "zh",
    show_dropped: bool = False,
    statistics: bool = False,
    mask: bool = True,
) -> str:
    """Write a report in one of :data:`FORMATS`.

    Args:
        report: what to write.
        format: name of the format.
        color: ANSI colours in the formats for people (full, concise, grouped).
        lang: language of labels and footer, ``zh``, ``zh-Hant`` or ``en``; messages come as they stand in the findings.
        show_dropped: list the matches that their context talked out of being findings (formats for people).
        statistics: instead of the findings, count them per rule: a list for ``json`` and ``json-lines``, else a table.
        mask: star out personal data (findings of category ``privacy``) wherever text of the input is shown.

    Returns:
        Text that ends in one newline, or is empty; always encodable as UTF-8.

    Raises:
        ConfigError: when the format is unknown.
    """
    if format not in _RENDERERS:
        from difflib import get_close_matches

        near = get_close_matches(format, FORMATS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"formats: {', '.join(FORMATS)}"
        raise ConfigError(f"unknown output format {format!r}", hint=hint)
    language = lang if lang == "zh-Hant" else "zh" if lang.lower().startswith("zh") else "en"
    options = Options(color=color, lang=language, show_dropped=show_dropped, plain_sources=report.sources)
    if mask:
        report = cast(Report, import_module("adcheck.reports.masking").masked(report))
    module, function = _RENDERERS[format]
    if statistics:
        module, function = "statistics", {"json": "render_json", "json-lines": "render_lines"}.get(format, "render")
    write = cast(Callable[[Report, Options], str], getattr(import_module(f"adcheck.reports.{module}"), function))
    text = write(report, options)
    return text if not text or text.endswith("\n") else text + "\n"
