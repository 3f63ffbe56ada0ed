"""Rendering time grows with the report, not with its square."""

from __future__ import annotations

import sys
from subprocess import run
from time import perf_counter

import pytest

from adcheck.model import Report
from adcheck.reports import FORMATS, render

from .conftest import finding


def many(count: int) -> Report:
    """``count`` findings on one line, every tenth of them personal data."""
    template = finding("保证治愈")
    source = "保证治愈" * count
    fields = {name: getattr(template, name) for name in template.__dataclass_fields__}
    findings = []
    for number in range(count):
        start = number * 4
        fields |= {"start": start, "end": start + 4, "column": start + 1, "end_column": start + 5}
        fields["category"] = "guarantee" if number % 10 else "privacy"
        findings.append(type(template)(**fields))
    return Report(findings=tuple(findings), sources={"campaign/a.md": source})


@pytest.mark.parametrize("format", FORMATS)
def test_one_line_with_many_findings(format: str) -> None:
    report = many(20_000)
    started = perf_counter()
    render(report, format)
    assert perf_counter() - started < 10


def test_formats_are_loaded_on_demand() -> None:
    heavy = "('adcheck.reports.', 'xml', 'csv')"
    code = f"import sys, adcheck.reports; print([m for m in sys.modules if m.startswith({heavy})])"
    out = run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "['adcheck.reports.options']"
