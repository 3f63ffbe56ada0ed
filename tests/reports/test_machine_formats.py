"""github, gitlab, rdjson, csv, junit and the JSON pair."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from adcheck.model import Checked, Report
from adcheck.reports import render
from adcheck.reports.csv_report import cell
from adcheck.reports.locations import uri

from .conftest import finding

DATA = Path(__file__).parent / "data"


def test_github(report: Report) -> None:
    lines = render(report, "github").splitlines()
    assert lines[0] == (
        "::error title=adcheck (GUA001),file=campaign/a.md,line=2,col=4,endLine=2,endColumn=8::"
        "campaign/a.md:2:4: GUA001 保证治愈属于疗效保证 [广告法 16(1)(1)]"
    )
    assert lines[1].startswith("::warning ")
    assert lines[2] == "::error title=adcheck,file=bad.pdf::encrypted. remove the password"
    odd = finding(severity="info", path="a,b:%.md", message="100%\r\nsure")
    line = render(Report(findings=(odd,)), "github")
    assert line.startswith("::notice title=adcheck (GUA001),file=a%2Cb%3A%25.md,line=2,")
    assert "100%25%0D%0Asure" in line
    assert render(Report(), "github") == ""


def test_gitlab(report: Report) -> None:
    twins = Report(findings=(*report.findings, report.findings[0]))
    issues = json.loads(render(twins, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert issues[0]["fingerprint"] == json.loads(render(report, "gitlab"))[0]["fingerprint"]
    assert [issue["severity"] for issue in issues] == ["major", "minor", "major"]
    assert issues[0]["check_name"] == "GUA001"
    positions = {"begin": {"line": 2, "column": 4}, "end": {"line": 2, "column": 8}}
    assert issues[0]["location"] == {"path": "campaign/a.md", "positions": positions}


def test_rdjson_counts_bytes_of_the_unmasked_source(report: Report) -> None:
    first, phone = json.loads(render(report, "rdjson"))["diagnostics"]
    assert first["location"]["range"] == {"start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 20}}
    assert phone["location"]["range"]["start"] == {"line": 2, "column": 8 + 12 + 3 * 4}
    assert first["severity"] == "ERROR"
    assert first["code"] == {"value": "GUA001", "url": "https://example.invalid/rules/cure-promise"}
    bare = json.loads(render(Report(findings=report.findings), "rdjson"))["diagnostics"][0]
    assert bare["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}


def test_rdjson_example_of_the_specification() -> None:
    source = "a𐐀b" * 300
    at = len(source) - 1
    item = finding(source, "b", start=at)
    report = Report(findings=(item,), sources={"campaign/a.md": source})
    assert json.loads(render(report, "rdjson"))["diagnostics"][0]["location"]["range"]["start"]["column"] == 299 * 6 + 6


def test_csv(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert len(rows) == 2
    assert rows[0]["provisions"] == "cn: 广告法 16(1)(1)"
    assert (rows[0]["line"], rows[0]["severity"]) == ("2", "error")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_csv_cells_run_nothing(text: str) -> None:
    assert not str(cell(text)).lstrip().startswith(("=", "+", "-", "@", "＝", "\t"))


def test_csv_leaves_harmless_cells() -> None:
    assert (cell("治愈=1"), cell(-1)) == ("治愈=1", -1)


def test_junit(report: Report) -> None:
    root = ElementTree.fromstring(render(report, "junit"))
    assert {key: root.get(key) for key in ("tests", "failures", "errors")} == {
        "tests": "5",
        "failures": "2",
        "errors": "1",
    }
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["campaign/a.md", "b c.md", "big.mp4", "bad.pdf"]
    case = suites["campaign/a.md"][0]
    assert case.get("name") == "GUA001 cure-promise 2:4"
    failure = case.find("failure")
    assert failure is not None and failure.get("type") == "error" and failure.get("message") == "保证治愈属于疗效保证"
    assert len(suites["b c.md"]) == 1 and len(suites["b c.md"][0]) == 0
    assert suites["bad.pdf"].find("testcase/error") is not None
    assert suites["big.mp4"].find("testcase/skipped") is not None


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_junit_follows_the_schema(name: str, request: pytest.FixtureRequest) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(DATA / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(render(request.getfixturevalue(name), "junit").encode()))


def test_json_lines_hold_one_finding_each(report: Report, hostile: Report) -> None:
    rows = [json.loads(line) for line in render(report, "json-lines").splitlines()]
    assert [row["code"] for row in rows] == ["GUA001", "PRV002"]
    assert len(render(hostile, "json-lines").splitlines()) == 1
    assert json.loads(render(hostile, "json-lines")) == json.loads(json.dumps(hostile.findings[0].to_dict()))


@pytest.mark.parametrize(
    ("path", "want"),
    [
        ("a b/治.md", "a%20b/%E6%B2%BB.md"),
        ("a\\b.md", "a/b.md"),
        ("a:b#c%.md", "a%3Ab%23c%25.md"),
        ("/tmp/x", "file:///tmp/x"),
        ("C:\\x y", "file:///C:/x%20y"),
        ("//host/share", "file://host/share"),
        ("\udcff", "%FF"),
        ("", "%3Ctext%3E"),
    ],
)
def test_uri(path: str, want: str) -> None:
    assert uri(path) == want


def test_unchecked_text_has_a_name() -> None:
    report = Report(findings=(finding(path=""),), checked=(Checked("", "checked"),))
    assert render(report, "concise").startswith("<text>:2:4: error")
    assert "file=" not in render(report, "github")
