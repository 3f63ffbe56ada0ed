"""Deliberate misspellings are read; ordinary text that merely looks like one finds nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tiny_rules

from adcheck.claims.readings import Reading
from adcheck.engine import Engine

TERMS = (
    "治愈率",
    "治愈",
    "根治",
    "最好",
    "有效率",
    "无副作用",
    "国家级",
    "百分之百",
    "三天见效",
    "断根",
    "包治百病",
    "第一",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("rules")
    shutil.copytree(Path(__file__).resolve().parents[2] / "rules" / "spelling", folder / "spelling")
    return tiny_rules.engine_over(tiny_rules.write_rules(folder, tiny_rules.rule_text(terms=TERMS)))


MISSPELT = [
    # written, the stretch that is shown, what it was read as
    ("本院治yu率高", "治yu率", "治愈率"), ("能根zhi鼻炎", "根zhi", "根治"), ("能根ZHI鼻炎", "根ZHI", "根治"),
    ("我们蕞好", "蕞好", "最好"), ("治俞率高", "治俞率", "治愈率"), ("能zhiyu鼻炎", "zhiyu", "治愈"),
    ("有笑率高", "有笑率", "有效率"), ("囯家级团队", "囯家级", "国家级"), ("无fu作用", "无fu作用", "无副作用"),
    ("bao治百病", "bao治百病", "包治百病"), ("断gen不是梦", "断gen", "断根"), ("根\u200bz‍hi鼻炎", "根\u200bz‍hi", "根治"),
    ("ｂａｏ治百病", "ｂａｏ治百病", "包治百病"), ("三天jian效", "三天jian效", "三天见效"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown", "meant"), MISSPELT, ids=[meant + str(i) for i, (_, _, meant) in enumerate(MISSPELT)]
)
def test_is_read(engine: Engine, text: str, shown: str, meant: str) -> None:
    found = [(text[h.start : h.end], h.folded) for h in tiny_rules.check(engine, text).hits]
    assert found == [(shown, meant)]


ORDINARY = [
    "来馆做spa放松", "请用app预约", "做CT或MRI检查", "免费wifi覆盖全院", "he can do it", "本院有VIP病房", "he说can不can", "用pos机付款",
    "扫码下载APP领号", "打开wechat小程序", "门诊在A栋3F", "血压单位mmHg", "剂量5mg每日两次", "维生素b与c", "关注gu医生", "见www.yuzhi.cn说明",
    "寄到yu@zhi.cn邮箱", "型号zhi-200", "hpv疫苗到货", "b超室在二楼", "做pet检查", "ok绷带", "他会笑着有说有笑", "有笑有泪的一天",
    "愉快的一天", "越好越多", "冶金医院", "陶冶情操", "俞医生出诊", "姓俞的患者", "百姓之家", "最近好转", "天天见面", "the zhi cure",
    "智能导诊", "质量率先", "只有一次", "制度", "跟治疗有关", "根植于社区", "根据病情", "知根知底",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_left_alone(engine: Engine, text: str) -> None:
    assert tiny_rules.hits(engine, text) == []


def test_a_reading_is_judged_in_its_context(engine: Engine) -> None:
    outcome = tiny_rules.check(engine, "任何药都不能根zhi糖尿病")
    assert outcome.hits == []


def test_what_the_plain_text_shows_is_not_found_twice(engine: Engine) -> None:
    outcome = tiny_rules.check(engine, "能根治,能根zhi,治yu率高")
    assert [h.folded for h in outcome.hits] == ["根治", "根治", "治愈率"]


def test_only_the_nearest_is_reported_among_many_places(engine: Engine) -> None:
    text = "来做spa吧," * 300 + "能根zhi鼻炎"
    assert tiny_rules.hits(engine, text) == ["根zhi"]


PLACES = [
    # reading of 根zhi鼻 as 根治鼻 at offset 10: spans of the reading and of the text
    ((0, 1), (10, 11)), ((0, 2), (10, 14)), ((1, 2), (11, 14)), ((1, 3), (11, 15)), ((2, 3), (14, 15)),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "outside"), PLACES)
def test_reading_leads_back(inside: tuple[int, int], outside: tuple[int, int]) -> None:
    assert Reading("根治鼻", 10, 1, 3, 1).original(*inside) == outside


def test_same_length_reading_leads_back_one_to_one() -> None:
    reading = Reading("治愈率", 5, 1, 1, 1)
    assert [reading.original(i, i + 1) for i in range(3)] == [(5, 6), (6, 7), (7, 8)]
