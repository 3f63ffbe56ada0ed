"""``--reveal-text``: personal data in full, for the eyes before a terminal and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from adcheck.errors import ConfigError
from adcheck.model import Finding, Report
from adcheck.text.fold import fold

REVEALING: Final = ("full", "concise", "grouped")
"""The formats for people; what other programs read never holds personal data."""


def check_revealing(formats: Iterable[str], *, terminal: bool) -> None:
    """Refuse to show personal data in another format, or where the output may be kept.

    ``terminal`` tells whether all output goes to a terminal: neither to a file nor into a pipe.

    Raises:
        ConfigError: naming what stands against it.
    """
    if wrong := [name for name in formats if name not in REVEALING]:
        raise ConfigError(
            f"--reveal-text does not go with the output format {wrong[0]!r}", hint=f"one of {', '.join(REVEALING)}"
        )
    if not terminal:
        raise ConfigError(
            "--reveal-text shows personal data on a terminal only, not in a file or pipe",
            hint="leave out --reveal-text, or the file or pipe behind the output",
        )


def revealed(report: Report) -> Report:
    """The report with the text as it was read in each finding whose source is known.

    Render it with ``mask=False``, or it is masked again.
    """
    return replace(report, findings=tuple(_revealed(f, report.sources) for f in report.findings))


def _revealed(finding: Finding, sources: Mapping[str, str]) -> Finding:
    value = sources.get(finding.path, "")[finding.start : finding.end]
    if not value or finding.text == value:
        return finding
    masked, shown = (" ".join(text.split()) for text in (finding.text, value))
    message = finding.message.replace(masked, shown) if masked else finding.message
    return replace(finding, text=value, folded=value if finding.entity else fold(value), message=message)
