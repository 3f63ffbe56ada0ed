"""Personal data is starred out everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adcheck.model import Report, Suppressed
from adcheck.reports import FORMATS, render
from adcheck.reports.masking import mask_text, masked

from .conftest import PHONE, SOURCE, finding


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_prints_personal_data(report: Report, format: str) -> None:
    around = finding(text="请拨打13812345678\n最后", message="见“请拨打13812345678\n最后”")
    full = replace(report, findings=(*report.findings, around), suppressed=(Suppressed(PHONE, "baseline"),))
    text = render(full, format, show_dropped=True)
    assert "13812345678" not in text
    assert "12345678" not in text
    assert "13812345678" in render(full, "json", mask=False)


def test_suppressed_personal_data_is_hidden_in_frames_too() -> None:
    report = Report(
        findings=(finding(),), suppressed=(Suppressed(PHONE, "comment"),), sources={"campaign/a.md": SOURCE}
    )
    assert "138********" in render(report)


def test_text_without_source_and_text_masked_before() -> None:
    items = (PHONE, replace(PHONE, text="138****5678", folded="138****5678"), replace(PHONE, text="<PHONE>"))
    assert [f.text for f in masked(Report(findings=items))] == ["138********", "138****5678", "<PHONE>"]


def test_overlapping_spans_and_untouched_reports() -> None:
    name = finding(text="拨打138", category="privacy")
    report = Report(findings=(name, PHONE), sources={"campaign/a.md": SOURCE})
    out = masked(report)
    assert len(out.sources["campaign/a.md"]) == len(SOURCE)
    assert "138" not in out.sources["campaign/a.md"]
    clean = Report(findings=(finding(),), sources={"campaign/a.md": SOURCE})
    assert masked(clean) is clean


@pytest.mark.parametrize(
    ("text", "want"), [("", ""), ("张", "*"), ("张三", "张*"), ("13812345678", "138********"), ("a\nb", "a\n*")]
)
def test_mask_text(text: str, want: str) -> None:
    assert mask_text(text) == want
