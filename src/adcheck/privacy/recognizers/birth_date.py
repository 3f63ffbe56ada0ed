"""Dates of birth: beside 出生, 生日, born, DOB. Not those of historical people, staff, products and institutions."""

from __future__ import annotations

import re

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.context import words_pattern
from adcheck.privacy.dates import CHINESE_DATE, ENGLISH_DATE, NUMERIC_DATE, year_of
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import SAMPLES
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "出生日期：[[1985年3月12日]]",
        "出生年月:[[1985.03]]",
        "患者生于[[1962年3月5日]]",
        "张伟，男，[[1962年3月]]生，已婚",
        "[[1990-05-06]]出生的小李",
        "生日 [[19850312]]",
        "宝宝于[[2023年5月1日]]顺产出生，重3.2公斤",
        "出生：[[一九八五年三月十二日]]",
        "生于[[民国74年3月12日]]",
        "[[78年10月]]出生，家住城东",
        "姓名,出生日期\n张伟,[[1985-03-12]]\n李娜,[[1990/1/2]]",
        "DOB: [[03/12/1985]]",
        "date of birth [[12 March 1985]]",
        "She was born on [[March 12, 1985]] in Ohio",
        "D.O.B. [[12-03-1985]]",
        "birthdate: [[1985-03-12]]",
        "名字：小雨 出生日期（阳历）：[[2019年8月3日]]",
    ),
    good=(
        "李时珍生于1518年7月3日",
        "著名针灸学家、教授，1920年5月生于江苏",
        "白求恩1890年3月4日出生于加拿大",
        "公司诞生于1998年3月12日",
        "生产日期：2023年3月12日",
        "生日当月到店享8折，截止2023年3月31日",
        "医院创建于1958年3月",
        "1985年出生",
        "出生日期填写到月即可",
        "主任医师，1965年8月生，毕业于协和",
        "2023年5月出生的婴儿可接种",
        "诞辰100周年，1920年5月",
        "Florence Nightingale was born on 12 May 1820",
        "Dr. Smith, born March 12, 1965, trained at Yale",
        "Our practice was born on March 3, 2010",
        "born in 1985",
        "babies born after January 1, 2020 are eligible",
        "先后生于战乱的2万人",
    ),
)

_STAFF = (
    "教授", "医师", "主任", "院士", "名医", "医家", "著名", "院长", "专家", "学家", "祖师", "传人", "品牌", "明星", "演员", "作家", "诗人",
    "皇帝", "创始人", "国医", "博导", "毕业", "从医", "享年", "逝世", "卒", "学者", "导师", "可接种", "接种对象", "founder", "professor",
    "dr", "prof", "physician", "scientist", "author", "actor", "actress", "singer", "surgeon", "nurse leader", "graduated", "trained at",
    "babies", "children", "people", "patients", "after", "before",
)  # fmt: skip
_HOUSES = ("公司", "医院", "集团", "产品", "门诊部", "诊所", "company", "practice", "clinic", "hospital", "brand")
_BEFORE = (*_STAFF, *_HOUSES)
"""Words before a date that tell of somebody known, or of a house; behind it not of a house: one may be born in a hospital."""
_LABEL = LazyPattern(r"(?i:出生日期|出生年月|出生时间|DOB|D\.O\.B|date of birth|birth ?date)")
_ANY_DATE = rf"(?:{NUMERIC_DATE}|{CHINESE_DATE}|{ENGLISH_DATE})"
_FIRST_YEAR = 1905


class BirthDateRecognizer(LabelledRecognizer):
    """A private person's date of birth, month or finer."""

    entity = "DOB"
    trace = r"[A-Za-z]\.? \d|\d[^\w,]{0,2}\d|\d ?[年月]|[一二三四五六七八九〇零○]年"
    labels = (r"出生(?:年月日|日期|年月|时间|日)?", r"生日(?:是)?", r"(?<![诞先后])生于", r"出生于")
    terms = (
        r"DOB|D\.O\.B\.?|date of birth|birth ?(?:date|day)|birth_date|date_of_birth|born(?: on)?|(?-i:b)\.(?= \d)",
    )
    value = _ANY_DATE
    shapes = (
        Shape(
            rf"(?<!\d)(?P<value>{_ANY_DATE})(?![日号\d])(?:\([^()]{{0,8}}\))?(?!(?:以|之)?[前后])"
            r"(?:[^,，。、；;\n\d]{0,6}(?:出生|降生|诞生|顺产|剖[宫腹]产)|生(?=[,，。)(;；人\s、]|的|于|$))",
            0.7,
        ),
    )
    cons = (*SAMPLES, "生产", "有效", "截止", "诞辰")

    def check(self, value: str) -> bool:
        """A date finer than a year, of somebody who can be alive."""
        return year_of(value) >= _FIRST_YEAR or not year_of(value)

    def accept(self, text: str, start: int, end: int) -> bool:
        """Without a form's label, nobody known by profession or fame in the sentence."""
        if not super().accept(text, start, end):
            return False
        line = text[max(0, start - 40) : start].rpartition("\n")[2]
        if _LABEL.search(line):
            return True
        before = re.split(r"[。！!？?；;]|(?<!Dr)\.\s", line)[-1]
        behind = re.split(r"[。！!？?；;\n]|\.\s", text[end : end + 30])[0]
        return not (words_pattern(_BEFORE).search(before) or words_pattern(_STAFF).search(behind))
