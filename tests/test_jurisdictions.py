"""Several jurisdictions at once, their wordings, and the languages of what is said about a text."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_rules
from tiny_rules import LAW, rule_text, write_rules

import adcheck
from adcheck.documents.model import plain_document
from adcheck.engine import Engine

ALL = ("cn", "us", "uk", "eu", "au", "hk", "tw")
CURE = "本診所保證根治鼻竇炎。"
TW_LAW = LAW.replace('"cn"', '"tw"').replace('"error"', '"warning"')
TW_REGISTRY = tiny_rules.LAWS.replace('"cn"', '"tw"').replace("小法", "小法令")


def engine(folder: Path, *rules: str, enabled: tuple[str, ...] = ("cn", "tw")) -> Engine:
    write_rules(folder, *rules)
    (folder / "laws" / "tw.toml").write_text(TW_REGISTRY, "utf-8")
    ruleset = tiny_rules.load(folder)
    return Engine(ruleset, ruleset.rules, enabled)


def test_a_finding_says_which_places_it_breaks() -> None:
    finding = adcheck.check_text(CURE, sector="medical-service", jurisdictions=("tw", "hk")).findings[0]
    assert {p.jurisdiction for p in finding.provisions} == {"tw", "hk"}
    assert [p.jurisdiction for p in finding.provisions] == sorted(
        (p.jurisdiction for p in finding.provisions), reverse=True
    )


@pytest.mark.parametrize("jurisdiction", ["cn", "hk", "tw"])
def test_each_place_cites_its_own_law(jurisdiction: str) -> None:
    found = adcheck.check_text(CURE, sector="medical-service", jurisdictions=(jurisdiction,)).findings
    assert found and all(p.jurisdiction == jurisdiction for f in found for p in f.provisions)


def test_a_covered_hit_keeps_the_place_only_it_breaks(tmp_path: Path) -> None:
    longer = rule_text(terms=["保证根治"], law=TW_LAW)
    here = engine(tmp_path, longer, rule_text(code="TNY002", name="b", terms=["根治"]))
    (hit,) = here.check(plain_document("保证根治"), "food").hits
    assert (hit.rule.name, hit.severity, [x.jurisdiction for x in hit.laws]) == ("tiny-claim", "error", ["tw", "cn"])


def test_a_permitted_wording_is_no_breach_there(tmp_path: Path) -> None:
    allowing = TW_LAW + 'allows = ["帮助消化"]\n'
    here = engine(tmp_path, rule_text(terms=["消化"], law=LAW + allowing))
    (hit,) = here.check(plain_document("帮助消化"), "food").hits
    assert [x.jurisdiction for x in hit.laws] == ["cn"]
    there = Engine(here._ruleset, here.rules, ("tw",))
    outcome = there.check(plain_document("帮助消化"), "food")
    assert not outcome.hits and outcome.dropped[0].judgement.reason == "permitted-wording"
    assert len(there.check(plain_document("治好消化不良"), "food").hits) == 1


@pytest.mark.parametrize(
    ("text", "places", "found"),
    [
        ("Acupuncture for short-term relief of chronic neck pain.", "uk", False),
        ("Temporary relief from migraines with acupuncture.", "uk", False),
        ("Acupuncture for lasting relief of chronic neck pain.", "uk", True),
        ("Acupuncture for short-term relief of asthma.", "uk", True),
        ("Acupuncture for short-term relief of chronic neck pain.", "au", True),
    ],
)
def test_what_the_cap_executive_accepts_of_acupuncture(text: str, places: str, found: bool) -> None:
    report = adcheck.check_text(text, sector="tcm", jurisdictions=(places,), select=["disease-claim"])
    assert bool(report.findings) is found


@pytest.mark.parametrize(
    ("text", "lang"),
    [(CURE, "zh-Hant"), ("本诊所保证根治鼻窦炎。", "zh"), ("保證根治", "zh-Hant"), ("保证根治“壹”號", "zh-Hant")],
)
def test_messages_are_in_the_script_of_the_text(text: str, lang: str) -> None:
    finding = next(
        f for f in adcheck.check_text(text, sector="medical-service", jurisdictions=ALL) if f.code == "GUA001"
    )
    assert finding.lang == lang
    assert ("廣告" in finding.message) == (lang == "zh-Hant") and ("广告" in finding.message) == (lang == "zh")


def test_the_matched_text_is_shown_as_it_stands() -> None:
    finding = adcheck.check_text("本診所保证根治。", sector="medical-service", jurisdictions=("tw",)).findings[0]
    assert finding.text in finding.message


def test_laws_of_hong_kong_are_named_in_the_language_of_the_message() -> None:
    from adcheck.policy.config import Config

    config = Config().with_overrides({"lang": "en"})
    finding = adcheck.check_text(CURE, sector="medical-service", jurisdictions=("hk",), config=config).findings[0]
    assert finding.provisions[0].law == "Undesirable Medical Advertisements Ordinance (Cap. 231)"
    mainland = adcheck.check_text(CURE, sector="medical-service", config=config).findings[0]
    assert mainland.provisions[0].law == "广告法"


ENGLISH = "Our clinic opens at nine in the morning and closes at five, Monday to Friday."


@pytest.mark.parametrize(
    ("text", "enabled", "hint"),
    [
        (ENGLISH, ("cn",), True), (ENGLISH, ("cn", "uk"), False), (ENGLISH, ("uk",), False), ("诊所" + ENGLISH, ("cn",), False),
        ("HPV 9, CT, MRI", ("cn",), False), ("", ("cn",), False),
    ],
)  # fmt: skip
def test_hint_for_english_under_mainland_law(text: str, enabled: tuple[str, ...], hint: bool) -> None:
    notes = adcheck.check_text(text, jurisdictions=enabled).checked[0].notes
    assert any("--jurisdiction" in note for note in notes) == hint
