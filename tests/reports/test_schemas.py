"""The JSON report follows its published schema; SARIF has what 2.1.0 and GitHub require."""

from __future__ import annotations

import json
import typing
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from adcheck.model import (
    CATEGORIES,
    CONFIDENCES,
    SCHEMA_VERSION,
    SECTORS,
    SEVERITIES,
    Checked,
    Dropped,
    Finding,
    Provision,
    Report,
    Suppressed,
)
from adcheck.reports import render

from .conftest import SOURCE

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs/schema" / f"report-{SCHEMA_VERSION}.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)


def test_schema_is_valid_and_reports_follow_it(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for sample in (report, Report()):
        VALIDATOR.validate(json.loads(render(sample, "json")))
        VALIDATOR.validate(json.loads(json.dumps(sample.to_dict())))
    odd = json.loads(render(report, "json"))
    odd["findings"][0]["extra"] = 1
    assert not VALIDATOR.is_valid(odd)


@pytest.mark.parametrize("kind", [Finding, Dropped, Checked, Suppressed, Provision])
def test_schema_names_every_field(kind: type) -> None:
    part = SCHEMA["$defs"][kind.__name__.lower()]
    names = {field.name for field in fields(kind)}
    assert set(part["properties"]) == set(part["required"]) == names
    assert part["additionalProperties"] is False


def test_schema_has_the_closed_lists() -> None:
    lists = {name: SCHEMA["$defs"][name]["enum"] for name in ("severity", "confidence", "category", "sector")}
    want = (SEVERITIES, CONFIDENCES, CATEGORIES, ("", *SECTORS))
    assert lists == dict(zip(lists, map(list, want), strict=True))
    hints = typing.get_type_hints(Checked), typing.get_type_hints(Suppressed)
    assert SCHEMA["$defs"]["checked"]["properties"]["status"]["enum"] == list(typing.get_args(hints[0]["status"]))
    assert SCHEMA["$defs"]["suppressed"]["properties"]["by"]["enum"] == list(typing.get_args(hints[1]["by"]))
    assert SCHEMA["properties"]["version"]["const"] == SCHEMA_VERSION
    assert set(SCHEMA["properties"]) == set(Report().to_dict())


@pytest.fixture
def run(report: Report) -> dict[str, Any]:
    log = json.loads(render(report, "sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert len(log["runs"]) == 1
    return typing.cast(dict[str, Any], log["runs"][0])


def test_sarif_rules(run: dict[str, Any]) -> None:
    driver = run["tool"]["driver"]
    assert driver["name"] == "adcheck" and driver["version"]
    assert [rule["id"] for rule in driver["rules"]] == ["GUA001", "PRV002", "SUP001"]
    rule = driver["rules"][0]
    assert rule["name"] == "cure-promise"
    assert rule["shortDescription"]["text"] == "cure promise (疗效保证)"
    assert rule["helpUri"].startswith("https://")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["guarantee"]


def test_sarif_results(run: dict[str, Any]) -> None:
    results = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [r["level"] for r in results] == ["error", "warning", "note", "error"]
    for result in results:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    at = SOURCE.index("保证治愈")
    physical = results[0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "campaign/a.md"}
    assert physical["region"] == {
        "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8, "charOffset": at, "charLength": 4,
        "snippet": {"text": "保证治愈"},
    }  # fmt: skip


def test_sarif_suppressions_and_notifications(run: dict[str, Any]) -> None:
    assert "suppressions" not in run["results"][0]
    assert run["results"][2]["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "agreed"}]
    assert run["results"][3]["suppressions"] == [{"kind": "external", "status": "accepted"}]
    first, twin = (run["results"][n]["partialFingerprints"]["primaryLocationLineHash"] for n in (0, 3))
    assert first != twin
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [(n["level"], n["message"]["text"]) for n in notes] == [
        ("note", "video"),
        ("error", "encrypted (remove the password)"),
    ]


def test_sarif_of_an_empty_report() -> None:
    run = json.loads(render(Report(), "sarif"))["runs"][0]
    assert run["results"] == [] and run["invocations"][0]["executionSuccessful"] is True
