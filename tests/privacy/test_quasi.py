"""Several facts of one person together; each alone, or of a crowd, is nothing."""

from __future__ import annotations

import pytest

from adcheck.privacy import find
from adcheck.privacy.model import Personal
from adcheck.privacy.quasi import quasi


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("患者是英山县红山镇的一名小学教师，34岁，确诊庞贝病。", ["age", "rare disease", "small place"]),
        ("她今年29岁，双胞胎妈妈，在红星小学任教，患有戈谢病。", ["age", "employer or post", "family", "rare disease"]),
        (
            "The 34-year-old woman, the only vet in the village of Elmstead, was told on 12 May 2023 that she has Pompe disease.",
            ["age", "employer or post", "exact date", "rare disease", "small place"],
        ),
    ],
)
def test_facts_that_name_together(text: str, facts: list[str]) -> None:
    [one] = quasi(text)
    assert one.entity == "QUASI"
    assert all(fact in one.reason for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "一名58岁的患者来自河南省周口市，2023年3月5日入院手术，恢复良好。",
        "本院收治血友病患者120例，平均年龄34岁，来自红山镇。",
        "血友病是一种罕见病。",
        "红山镇卫生院2023年5月12日举办义诊，一位80岁的老人参加。",
        "A 58-year-old woman had knee surgery on 5 March 2023.",
        "The mean age of patients with Pompe disease in the village of Elmstead was 34 years.",
    ],
)
def test_too_little_or_a_crowd(text: str) -> None:
    assert quasi(text) == []


def test_nothing_is_added_where_the_person_is_named() -> None:
    text = "李秀兰，34岁，红山镇小学教师，确诊庞贝病。"
    assert quasi(text, [Personal(0, 3, "NAME", 0.9)]) == []


def test_it_gives_way_to_what_stands_inside() -> None:
    text = "患者家在红山镇，34岁，患庞贝病，2023年5月12日入院。"
    [one] = quasi(text, [Personal(15, 25, "DATE", 0.9)])
    assert one.end <= 15


def test_find_reports_it() -> None:
    assert [one.entity for one in find("患者是红山镇的一名34岁女子，确诊庞贝病，双胞胎妈妈，在红星小学任教。")] == [
        "QUASI"
    ]
