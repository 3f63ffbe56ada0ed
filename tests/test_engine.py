"""The order of steps: rules bound by sector, overlaps, exceptions of a rule, pieces of long texts, limits."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import tiny_rules
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_rules import LAW, rule_text, write_rules

from adcheck import engine as module
from adcheck.claims import pieces
from adcheck.claims.binding import bind, lower
from adcheck.documents.model import plain_document
from adcheck.engine import Engine, Hit

SECTORED = LAW + 'sectors = ["drug", "food"]\n'


def build(folder: Path, *rules: str, **more: object) -> Engine:
    return tiny_rules.engine_over(write_rules(folder, *rules, **more))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return build(
        tmp_path_factory.mktemp("rules"),
        rule_text(terms=["根治", "彻底根治"], patterns=["[一二三]天{gap3}见效", "{disease}克星"]),
        rule_text(code="TNY002", name="rate", category="rate", terms=["治愈率"], patterns=["治愈率[0-9]+%"]),
        rule_text(
            code="TNY003",
            name="en-cure",
            category="safety",
            lang="en",
            terms=["cure"],
            patterns=[r"\bno side effects?\b"],
        ),
        rule_text(code="TNY004", name="top", category="superlative", terms=["国家"], more="border = true\n"),
        lexicons={"disease": ["鼻炎", "过敏性鼻炎", *(f"病{chr(0x4E00 + i)}" for i in range(70))]},
    )


FOUND = [
    ("能根治鼻炎", ["根治"]), ("能彻底根治", ["彻底根治"]), ("三天就见效", ["三天就见效"]), ("三天,就见效", []), ("三天。见效", []),
    ("过敏性鼻炎克星", ["过敏性鼻炎克星"]), ("鼻炎克星", ["鼻炎克星"]), ("病人克星", []), ("治愈率98%", ["治愈率98%"]),
    ("根治根治", ["根治", "根治"]), ("A cure for all", ["cure"]), ("Secure procured cures", []), ("No side effects!", ["No side effects"]),
    ("no side effectsx", []), ("CURE根治", ["CURE", "根治"]), ("根\u200b治", ["根\u200b治"]), ("根 治 , 三 天 见 效", ["根 治", "三 天 见 效"]),
    ("徹底根治", ["徹底根治"]), ("包**根**治", ["根**治"]), ("国家推荐", ["国家"]), ("中国家庭常备", []), ("", []), ("平常话", []),
    ("三天\n见效", ["三天\n见效"]), ("三天\n\n见效", []), ("三天\u2029见效", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=range(len(FOUND)))
def test_found(engine: Engine, text: str, wanted: list[str]) -> None:
    assert tiny_rules.hits(engine, text) == wanted


EXCEPTIONS = {
    "before": ("before", "早日", [("早日根治", 0), ("早日能根治", 1), ("根治早日", 1)]),
    "after": ("after", "术", [("根治术", 0), ("根治了术", 1), ("术后根治", 1)]),
    "within": ("within", "根治术式", [("根治术式", 0), ("根治", 1)]),
    "clause": ("clause", "手术", [("手术根治", 0), ("手术,根治", 1)]),
    "sentence": ("sentence", "手术", [("手术,根治", 0), ("手术。根治", 1)]),
    "document": ("document", "手术", [("手术。根治", 0), ("根治", 1)]),
}


@pytest.mark.parametrize("where", EXCEPTIONS)
def test_unless(tmp_path: Path, where: str) -> None:
    key, pattern, cases = EXCEPTIONS[where]
    engine = build(tmp_path, rule_text(terms=["根治"], more=f'[match.zh.unless]\n{key} = ["{pattern}"]\n'))
    assert [(text, len(tiny_rules.hits(engine, text))) for text, _ in cases] == cases


@pytest.mark.parametrize(
    ("where", "cases"),
    [
        ("clause", [("鼻炎根治", 1), ("鼻炎,根治", 0)]), ("sentence", [("鼻炎,根治", 1), ("鼻炎。根治", 0)]),
        ("document", [("鼻炎。根治", 1), ("根治", 0)]),
    ],
)  # fmt: skip
def test_requires(tmp_path: Path, where: str, cases: list[tuple[str, int]]) -> None:
    engine = build(tmp_path, rule_text(terms=["根治"], more=f'[match.zh.requires]\n{where} = ["鼻炎"]\n'))
    assert [(text, len(tiny_rules.hits(engine, text))) for text, _ in cases] == cases


def test_immune_rule_ignores_that_context(tmp_path: Path) -> None:
    engine = build(tmp_path, rule_text(terms=["副作用"], more='immune = ["negation"]\n'))
    assert tiny_rules.hits(engine, "没有副作用") == ["副作用"]
    assert tiny_rules.hits(engine, "禁止使用副作用一词") == []


def test_overlaps_of_one_category_keep_the_longest_of_two_categories_both(tmp_path: Path) -> None:
    engine = build(
        tmp_path, rule_text(terms=["保证根治"]), rule_text(code="TNY002", name="b", terms=["根治鼻炎后不复发"]),
        rule_text(code="TNY003", name="c", category="rate", terms=["根治"]),
    )  # fmt: skip
    assert tiny_rules.hits(engine, "保证根治鼻炎后不复发") == ["根治", "根治鼻炎后不复发"]


SECTORS = [("drug", 1), ("food", 1), ("dental", 0), ("auto", 1)]


@pytest.mark.parametrize(("sector", "count"), SECTORS)
def test_rule_binds_its_sectors(tmp_path: Path, sector: str, count: int) -> None:
    engine = build(tmp_path, rule_text(terms=["根治"], law=SECTORED))
    assert len(tiny_rules.hits(engine, "能根治", sector)) == count


def test_severity_of_an_unknown_sector(tmp_path: Path) -> None:
    mild = LAW.replace('"error"', '"warning"').replace('article = "1"', 'article = "2"') + 'sectors = ["dental"]\n'
    engine = build(tmp_path, rule_text(terms=["根治"]), rule_text(code="TNY002", name="few", category="rate", terms=["断根"], law=SECTORED),
                   rule_text(code="TNY003", name="both", category="safety", terms=["安全"], law=SECTORED + mild))  # fmt: skip
    hits = {h.rule.name: h for h in tiny_rules.check(engine, "根治断根安全", "auto").hits}
    assert hits["tiny-claim"].severity == "error" and hits["tiny-claim"].reasons == ()
    assert hits["few"].severity == "info" and hits["few"].reasons == ("binds only: drug, food",)
    assert tiny_rules.check(engine, "安全", "dental").hits[0].severity == "warning"
    assert tiny_rules.check(engine, "安全", "drug").hits[0].severity == "error"
    assert bind(hits["few"].rule, "tcm", ("cn",)) is None


def test_rules_of_other_jurisdictions_do_not_run(tmp_path: Path) -> None:
    folder = write_rules(tmp_path, rule_text(terms=["根治"]))
    engine = tiny_rules.engine_over(folder)
    assert len(engine.rules) == 1
    assert len(Engine(engine._ruleset, engine.rules, ("us",)).rules) == 0


@pytest.mark.parametrize(("severity", "softer"), [("error", "warning"), ("warning", "info"), ("info", "info")])
def test_lower(severity: str, softer: str) -> None:
    assert lower(severity) == softer  # type: ignore[arg-type]


def spans(hits: list[Hit]) -> list[tuple[int, int, str]]:
    return [(h.start, h.end, h.rule.name) for h in hits]


def test_long_text_in_pieces_has_true_offsets(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "平常的话说了很多,其中能根治鼻炎,三天就见效。\n"
    text = line * 200
    whole = spans(tiny_rules.check(engine, text).hits)
    monkeypatch.setattr(pieces, "CHUNK", 100)
    cut = tiny_rules.check(engine, text).hits
    assert spans(cut) == whole and len(whole) == 400
    assert {text[h.start : h.end] for h in cut} == {"根治", "三天就见效"}


@pytest.mark.parametrize("chunk", range(20, 40))
def test_no_claim_is_lost_where_a_line_without_breaks_is_cut(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(pieces, "CHUNK", chunk)
    text = "字" * 30 + "根治" + "字" * 30 + ",三天就见效"
    assert tiny_rules.hits(engine, text) == ["根治", "三天就见效"]


mixed = st.lists(st.sampled_from(["根治", "根 治", "徹底", "三天", "就见效", "治愈率", "98%", "cure", "不", "严禁使用", "、",
                                  ",", "。", "\n", "\n\n", "“", "”", "yu", "鼻炎", "克星",
                                  "中国", "家庭", "*", "\u200b", "<b>", "a"]), max_size=25).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(text=mixed)
def test_hits_lie_in_the_text_in_order_and_apart(engine: Engine, text: str) -> None:
    outcome = tiny_rules.check(engine, text)
    for hit in (*outcome.hits, *outcome.dropped):
        assert 0 <= hit.start < hit.end <= len(text)
    assert spans(outcome.hits) == sorted(spans(outcome.hits), key=lambda s: s[:2])
    for category in {h.rule.category for h in outcome.hits}:
        row = [h for h in outcome.hits if h.rule.category == category]
        assert all(a.end <= b.start for a, b in itertools.pairwise(row))


@settings(max_examples=50, deadline=None)
@given(text=mixed)
def test_same_answer_twice_and_after_other_texts(engine: Engine, text: str) -> None:
    first = spans(tiny_rules.check(engine, text).hits)
    tiny_rules.check(engine, "能根治,三天就见效" * 50)
    assert spans(tiny_rules.check(engine, text).hits) == first


def test_limit_of_findings_is_noted(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_HITS", 50)
    monkeypatch.setattr(pieces, "CHUNK", 1000)
    outcome = engine.check(plain_document("能根治。\n" * 1000), "drug")
    assert 50 < len(outcome.hits) < 400
    assert any("more than 50 findings" in note for note in outcome.notes)


def test_declared_sector_of_the_document_holds(tmp_path: Path) -> None:
    from adcheck.documents import read_text

    engine = build(tmp_path, rule_text(terms=["根治"], law=SECTORED))
    outcome = engine.check(read_text("---\nsector: dental\n---\n能根治", "a.md"), "auto")
    assert (outcome.hits, outcome.sector, outcome.sector_inferred) == ([], "dental", False)
    assert len(engine.check(read_text("---\nsector: dental\n---\n能根治", "a.md"), "drug").hits) == 1


def test_inferred_sector_is_said(tmp_path: Path) -> None:
    folder = write_rules(tmp_path, rule_text(terms=["根治"], law=SECTORED))
    (folder / "sectors.toml").write_text('[sectors]\ndental = ["种植牙"]\ndrug = ["药房"]\n', "utf-8")
    engine = tiny_rules.engine_over(folder)
    dental, drug, none = (tiny_rules.check(engine, t, "auto") for t in ("种植牙,能根治", "药房,能根治", "能根治"))
    assert [(o.sector, o.sector_inferred, len(o.hits)) for o in (dental, drug, none)] == [
        ("dental", True, 0), ("drug", True, 1), ("", False, 1),
    ]  # fmt: skip


def test_dropped_matches_have_a_limit_too(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays bounded when a long text is full of what is talked out of being a finding."""
    monkeypatch.setattr(module, "MOST_HITS", 50)
    monkeypatch.setattr(pieces, "CHUNK", 1000)
    outcome = engine.check(plain_document("不能根治。\n" * 2000), "drug")
    assert outcome.hits == [] and len(outcome.dropped) < 500


def test_limit_holds_within_one_piece(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_HITS", 50)
    assert len(tiny_rules.check(engine, "能根治。\n" * 1000).hits) < 100
