"""Rules about a statement that an ad needs and lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_rules

from adcheck.engine import Engine

ABSENT = """[absent]
signals = ["保健食品"]
statements = ["不能代替药物", "不(?:能|得)替代药品"]
minimum = 45
offer = true
"""
SELLS = "本店保健食品热卖中,原价一百元,现在下单立减,欢迎咨询客服,全国包邮到家,七天内可以退换,会员另有积分。"

NEUTRAL = "世界各地对保健食品的管理各不相同,本文介绍几种做法的由来,并比较它们对市场与研究的影响,供读者参考与讨论。"


def build(folder: Path, absent: str) -> Engine:
    return tiny_rules.engine_over(
        tiny_rules.write_rules(folder, tiny_rules.rule_text(category="missing-disclosure", more=absent))
    )


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return build(tmp_path_factory.mktemp("rules"), ABSENT)


CASES = [
    ("an ad without the statement", SELLS, 1),
    ("with the statement", SELLS + "本品不能代替药物。", 0),
    ("with the other statement", SELLS + "本品不得替代药品。", 0),
    ("statement in traditional characters", SELLS + "本品不能代替藥物。", 0),
    ("statement spaced out", SELLS + "本品不 能 代 替 药 物。", 0),
    ("two signals, one finding", SELLS + "保健食品专柜。", 1),
    ("too short", "保健食品,10元", 0),
    ("sells nothing", NEUTRAL, 0),
    ("no signal", SELLS.replace("保健食品", "各色水果"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_absence(engine: Engine, text: str, count: int) -> None:
    assert len(tiny_rules.check(engine, text, "health-food").hits) == count


def test_the_finding_stands_at_the_first_signal(engine: Engine) -> None:
    assert [(h.start, h.end) for h in tiny_rules.check(engine, SELLS).hits] == [(2, 6)]


def test_without_offer_any_text_counts(tmp_path: Path) -> None:
    engine = build(tmp_path, ABSENT.replace("offer = true", "offer = false"))
    assert len(tiny_rules.check(engine, NEUTRAL).hits) == 1


def test_a_sentence_met_in_a_short_text_still_counts_in_a_long_one(tmp_path: Path) -> None:
    engine = build(tmp_path, ABSENT)
    assert tiny_rules.hits(engine, "本店保健食品热卖中。") == []
    assert len(tiny_rules.hits(engine, "本店保健食品热卖中。" + SELLS.replace("保健食品", "各色水果"))) == 1


def test_long_document_over_several_pieces(engine: Engine) -> None:
    """A statement far from the signal, in another piece of the engine's reading, still counts."""
    text = SELLS + "\n" + "水果很甜。\n" * 50_000 + SELLS + "本品不能代替药物。"
    assert tiny_rules.check(engine, text).hits == []


def test_long_document_without_statement_has_one_finding(engine: Engine) -> None:
    text = (SELLS + "\n" + "水果很甜。\n" * 50_000) * 3
    assert len(tiny_rules.check(engine, text).hits) <= 1


def test_law_text_is_no_ad(engine: Engine) -> None:
    article = (
        "第十八条 保健食品广告应当显著标明本法规定的声明,违反规定的,责令改正,处十万元以上一百万元以下的罚款,不得下单。"
    )
    assert tiny_rules.check(engine, article * 10).hits == []


ENGLISH = """[absent]
signals = ["supports? {gap20}immunity", "保健食品"]
statements = ["not been evaluated", "不能代替药物"]
minimum = 45
"""
PITCH = (
    "Our syrup supports your immunity all winter long. Made from elderberry and thyme, without sugar, and loved by "
    "children. Buy two bottles today and get free shipping; offer ends on Sunday."
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PITCH, 1),
        (PITCH + " This statement has not been evaluated by anybody.", 0),
        (PITCH[:100], 0),
        (SELLS, 1),
        (PITCH.replace("supports", "supportsx"), 0),
    ],
    ids=["lacks it", "has it", "three letters count as one character", "Chinese beside it", "whole words"],
)
def test_signals_and_statements_in_english(tmp_path: Path, text: str, count: int) -> None:
    assert len(tiny_rules.check(build(tmp_path, ENGLISH), text).hits) == count
