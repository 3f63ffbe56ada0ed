"""The public functions as documented: offsets are code points of the source, whatever the format."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import adcheck
from adcheck.model import SECTORS, Finding, Report
from adcheck.policy.config import Config
from adcheck.policy.options import Options

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "docs" / "schema" / "report-1.0.json"
AD = "本院治愈率高达98%,能根治鼻炎。"


def assert_places(report: Report, source: str) -> None:
    """Spans, lines and columns fit the source, and the order is that of places."""
    starts = [0]
    for at, char in enumerate(source):
        if char == "\n":
            starts.append(at + 1)
    for f in report.findings:
        assert 0 <= f.start < f.end <= len(source)
        assert f.text == source[f.start : f.end]
        assert starts[f.line - 1] + f.column - 1 == f.start
        assert starts[f.end_line - 1] + f.end_column - 1 == f.end
    assert [(f.start, f.end, f.code) for f in report.findings] == sorted(
        (f.start, f.end, f.code) for f in report.findings
    )


def texts(report: Iterable[Finding], category: str) -> list[str]:
    return [f.text for f in report if f.category == category]


def test_the_first_example() -> None:
    report = adcheck.check_text("三天根治鼻炎", sector="medical-service")
    assert texts(report, "guarantee")
    finding = report.findings[0]
    assert finding.severity == "error" and finding.provisions and finding.provisions[0].jurisdiction == "cn"
    assert finding.text in finding.message and finding.suggestion and len(finding.fingerprint) == 24
    assert (finding.path, finding.place, finding.lang) == ("", "", "zh")


def test_dropped_and_checked_are_told() -> None:
    report = adcheck.check_text("任何药物都不能根治糖尿病。", sector="medical-service")
    assert not report.findings
    assert "negation" in {d.reason for d in report.dropped} or "prohibition" in {d.reason for d in report.dropped}
    (checked,) = report.checked
    assert (checked.status, checked.sector, checked.sector_inferred) == ("checked", "medical-service", False)
    assert checked.characters == len("任何药物都不能根治糖尿病。") and report.rules > 50


SOURCES = {
    # name: (file name, source, category, text of a finding)
    "plain": ("a.txt", "首行\n本院能根治鼻炎。", "guarantee", "根治"),
    "entities": ("a.html", "<p>能&#26681;&#x6cbb;鼻炎</p>", "guarantee", "&#26681;&#x6cbb;"),
    "tags inside": ("a.html", "<p>能<b>根</b>治鼻炎</p>", "guarantee", "根</b>治"),
    "title": ("a.html", "<title>能根治鼻炎</title>", "guarantee", "根治"),
    "attribute": ("a.html", '<img alt="能根治鼻炎">', "guarantee", "根治"),
    "strong": ("a.md", "# 首\n\n能**根**治鼻炎", "guarantee", "根**治"),
    "table": ("a.md", "|a|b|\n|-|-|\n|平常|能根治鼻炎|\n", "guarantee", "根治"),
    "traditional": ("a.txt", "能徹底根治鼻炎", "guarantee", "徹底根治"),
    "zero width": ("a.txt", "能根\u200b\u200b治鼻炎", "guarantee", "根\u200b\u200b治"),
    "spaced": ("a.txt", "治 愈 率 高 达 98%", "rate", "治 愈 率 高 达 98%"),
    "astral before": ("a.txt", "💊💊𠮷\n💊能根治鼻炎", "guarantee", "根治"),
    "windows lines": ("a.txt", "首行\r\n\r\n能根治鼻炎\r\n", "guarantee", "根治"),
    "json": ("a.json", '{"ads": [{"text": "能\\u6839\\u6cbb鼻炎"}]}', "guarantee", "\\u6839\\u6cbb"),
    "yaml": ("a.yaml", "ads:\n  - text: >\n      能根治\n      鼻炎\n", "guarantee", "根治"),
    "csv": ("a.csv", 'id,text\n1,"能""根治""鼻炎"\n', "guarantee", "根治"),
    "srt": ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n能根治鼻炎\n", "guarantee", "根治"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOURCES)
def test_offsets_lead_to_the_source(name: str) -> None:
    file, source, category, inside = SOURCES[name]
    report = adcheck.check_text(source, filename=file, sector="medical-service")
    assert_places(report, source)
    assert any(inside in text for text in texts(report, category)), [f.text for f in report]


def test_folded_is_what_the_rules_read() -> None:
    (finding,) = adcheck.check_text("能徹*底*根\u200b治鼻炎", sector="medical-service", select=["guarantee"]).findings
    assert "彻底根治" in finding.folded and "徹*底*根\u200b治" in finding.text


PLACES = [
    ("a.json", '{"ads": [{"text": "能根治鼻炎"}]}'),
    ("a.csv", "id,text\n1,能根治鼻炎\n"),
    ("a.srt", SOURCES["srt"][1]),
]


@pytest.mark.parametrize(("file", "source"), PLACES, ids=[p[0] for p in PLACES])
def test_place_inside_the_format(file: str, source: str) -> None:
    report = adcheck.check_text(source, filename=file, sector="medical-service")
    assert all(f.place for f in report.findings) and report.findings


mixed = st.lists(st.sampled_from(["能根治鼻炎", "治愈率98%", "平常话", "。", "\n", "\n\n", "<b>",
                                  "</b>", "&amp;", "**", "💊", "\u200b", "#", " ", "|", "`", "[", "](x)", "\r\n"]),
                 max_size=20).map("".join)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(source=mixed, file=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_mix_has_true_places(source: str, file: str) -> None:
    assert_places(adcheck.check_text(source, filename=file, sector="drug"), source)


def test_report_is_json_and_fits_the_schema() -> None:
    report = adcheck.check_text(AD + "\n任何药物都不能根治糖尿病。\n# adcheck: ignore[GUA] x\n能根治", filename="a.txt")
    data = json.loads(json.dumps(report.to_dict(), ensure_ascii=False))
    jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))
    assert data["version"] == "1.0" and len(data["findings"]) == len(report)
    assert data["counts"]["error"] == len(report.at_least("error"))


def test_findings_are_frozen() -> None:
    finding = adcheck.check_text(AD).findings[0]
    with pytest.raises(AttributeError):
        finding.code = "X"  # type: ignore[misc]


# options


def test_select_and_ignore() -> None:
    assert {f.category for f in adcheck.check_text(AD, select=["rate"])} == {"rate"}
    assert "rate" not in {f.category for f in adcheck.check_text(AD, ignore=["rate"])}
    code = adcheck.check_text(AD, select=["rate"]).findings[0].code
    assert adcheck.check_text(AD, select=[code], ignore=["rate"]).findings
    assert adcheck.check_text(AD, select="rate").findings == adcheck.check_text(AD, select=["rate"]).findings


def test_sector_changes_what_binds() -> None:
    text = "本品治疗糖尿病、缓解关节疼痛。"
    food = adcheck.check_text(text, sector="food")
    clinic = adcheck.check_text(text, sector="medical-service")
    assert "disease-claim" in {f.category for f in food} and "disease-claim" not in {f.category for f in clinic}


WRONG = [
    ({"sector": "asthetic"}, "unknown sector 'asthetic'", "did you mean 'aesthetic'?"),
    ({"jurisdictions": ("fr",)}, "unknown jurisdiction 'fr'", "cn"),
    ({"select": ["garantee"]}, "unknown selector 'garantee'", "did you mean 'guarantee'?"),
    ({"ignore": ["ALL"]}, "no rule is left", "select"),
    ({"config": "nowhere.toml"}, "can't be read", ""),
]  # fmt: skip


@pytest.mark.parametrize(("options", "message", "hint"), WRONG, ids=[w[1] for w in WRONG])
def test_wrong_options(options: dict[str, object], message: str, hint: str) -> None:
    with pytest.raises(adcheck.ConfigError) as raised:
        adcheck.check_text("x", **options)  # type: ignore[arg-type]
    assert message in raised.value.message and hint in raised.value.hint
    assert isinstance(raised.value, adcheck.AdcheckError)


def test_config_as_object_or_path(tmp_path: Path) -> None:
    config = Config(Options(select=("rate",), sector="drug"))
    assert {f.category for f in adcheck.check_text(AD, config=config)} == {"rate"}
    path = tmp_path / "adcheck.toml"
    path.write_text('select = ["rate"]\nsector = "drug"\n', "utf-8")
    assert adcheck.check_text(AD, config=path).findings == adcheck.check_text(AD, config=str(path)).findings
    assert adcheck.check_text(AD, config=path).checked[0].sector == "drug"
    assert adcheck.check_text(AD, config=path, sector="tcm").checked[0].sector == "tcm"


@pytest.mark.parametrize("sector", [*SECTORS, "auto"])
def test_every_sector_runs(sector: str) -> None:
    assert adcheck.check_text(AD, sector=sector).checked[0].status == "checked"


def test_message_language() -> None:
    english = adcheck.check_text(AD, config=Config(Options(lang="en"))).findings[0]
    chinese = adcheck.check_text(AD, config=Config(Options(lang="zh"))).findings[0]
    assert english.lang == "en" and chinese.lang == "zh" and english.message != chinese.message


@pytest.mark.parametrize("name", ["x.json", "x.yaml", "x.csv", "x.html", "x.srt"])
def test_broken_text_of_a_format(name: str) -> None:
    """A text that is no such document ends in an InputError or is read as well as can be; never in another error."""
    for source in ('{"a": ', "a: [", '"a\n', "<p", "1\n00:", "\x00", "{" * 500):
        try:
            adcheck.check_text(source, filename=name)
        except adcheck.InputError as error:
            assert error.message


# files


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    folder = tmp_path / "campaign"
    (folder / "b").mkdir(parents=True)
    (folder / "a.md").write_text("# 首\n\n能**根治**鼻炎", "utf-8")
    (folder / "b" / "c.html").write_text("<p>治愈率高达98%</p>", "utf-8")
    (folder / "b" / "d.txt").write_bytes("能根治鼻炎".encode("gb18030"))
    (folder / "e.json").write_text("{", "utf-8")
    (folder / "f.docx").write_bytes(b"PK")
    (folder / "g.py").write_text("根治", "utf-8")
    return folder


def test_check_paths_yields_a_report_a_file(campaign: Path) -> None:
    reports = list(adcheck.check_paths([campaign], sector="medical-service"))
    statuses = [(Path(c.path).name, c.status) for r in reports for c in r.checked]
    assert statuses == [
        ("a.md", "checked"),
        ("e.json", "failed"),
        ("f.docx", "skipped"),
        ("c.html", "checked"),
        ("d.txt", "checked"),
    ]
    assert all(f.path == r.checked[0].path for r in reports for f in r)


def test_check_path_joins_them(campaign: Path) -> None:
    report = adcheck.check_path(campaign, sector="medical-service")
    assert [Path(c.path).name for c in report.failed] == ["e.json"] and report.failed[0].reason
    assert [(f.path, f.start) for f in report] == sorted((f.path, f.start) for f in report)
    assert "gb18030" in {c.encoding for c in report.checked}
    for finding in report:
        assert finding.text == report.sources[finding.path][finding.start : finding.end]


def test_nearest_configuration_holds(campaign: Path) -> None:
    (campaign / "b" / "adcheck.toml").write_text('ignore = ["rate"]\nsector = "drug"\n', "utf-8")
    report = adcheck.check_path(campaign)
    assert not [f for f in report if f.category == "rate"]
    assert {c.sector for c in report.checked if "/b/" in c.path} == {"drug"}


def test_missing_path() -> None:
    with pytest.raises(adcheck.ConfigError, match="no such file"):
        adcheck.check_path("nowhere.txt")


def test_too_large_file_is_told(campaign: Path) -> None:
    report = adcheck.check_path(campaign / "a.md", config=Config(Options(max_file_size=5), campaign))
    assert (
        report.failed[0].status == "failed"
        and "limit" in report.failed[0].reason
        and "max-file-size" in report.failed[0].hint
    )


def test_parallel_is_serial(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(
            f"第{number}篇\n能根治鼻炎,治愈率{90 + number % 9}%。\n" * (number + 1), "utf-8"
        )
    (tmp_path / "bad.json").write_text("{", "utf-8")
    serial = list(adcheck.check_paths([tmp_path], processes=1))
    parallel = list(adcheck.check_paths([tmp_path], processes=3))
    assert [r.to_dict() for r in serial] == [r.to_dict() for r in parallel]
    assert sum(map(len, serial)) > 100
