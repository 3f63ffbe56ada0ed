"""Personal data is starred out everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adcheck.model import Report, Suppressed
from adcheck.reports import FORMATS, render
from adcheck.reports.masking import mask_text, masked
from adcheck.reports.revealed import revealed

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


def test_what_was_masked_when_found_stays_and_the_line_is_hidden() -> None:
    source = "老顾客张伟13812345678三天见效"
    phone = replace(finding(source, "13812345678"), text="138****5678", category="privacy", entity="PHONE")
    case = replace(finding(source, "张伟13812345678三天"), text="张*138****5678三天")
    report = Report(
        findings=(phone, case), sources={"campaign/a.md": source}, personal={"campaign/a.md": ((3, 5), (5, 16))}
    )
    out = masked(report)
    assert [f.text for f in out.findings] == ["138****5678", "张*138********三天"]
    assert out.sources["campaign/a.md"] == "老顾客张*138********三天见效"
    unselected = replace(report, findings=(finding(source, "三天见效"),))
    assert masked(unselected).sources == out.sources


@pytest.mark.parametrize("format", ["json", "json-lines", "csv", "sarif"])
def test_the_kind_of_personal_data_is_told(report: Report, format: str) -> None:
    named = replace(report, findings=(replace(PHONE, entity="PHONE"),))
    assert "PHONE" in render(named, format) and "PHONE" not in render(report, format)


def test_revealed_gives_back_what_stands_in_the_source() -> None:
    source = "患者13812345678三天见效"
    phone = replace(
        finding(source, "13812345678", message="手机号 138****5678", entity="PHONE"),
        text="138****5678",
        folded="138****5678",
    )
    (shown,) = revealed(Report(findings=(phone,), sources={"campaign/a.md": source})).findings
    assert (shown.text, shown.folded, shown.message) == ("13812345678", "13812345678", "手机号 13812345678")
    assert revealed(Report(findings=(phone,))).findings == (phone,)


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
