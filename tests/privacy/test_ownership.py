"""Whose contact: a patient's or private person's (+), the institution's (-), nobody's said (0)."""

from __future__ import annotations

import pytest

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.ownership import whose

MARK = "138"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("患者家属的电话138", 1),
        ("客服热线400，患者本人手机：138", 1),
        ("患者可拨打客服热线：138", -1),
        ("预约患者：138", 1),
        ("预约电话：138", -1),
        ("预约成功的手机138", 0),
        ("联系人：138", 1),
        ("联系人：李主任138", -1),
        ("医院总机：021。她的手机138", 1),
        ("我院地址。电话：138", 0),
        ("请联系我：138", 1),
        ("请联系我们：138", -1),
        ("138（患者本人）", 1),
        ("138（门诊热线）", -1),
        ("姓名,科室,手机\n张三,骨科,138", 0),
        ("姓名,患者手机\n张三,138", 1),
        ("姓名,客服电话\n张三,138", -1),
        ("Patient's home phone 138", 1),
        ("Mrs. Ines Calder 138", 1),
        ("Call Mrs. Calder on 138", 1),
        ("Call us on 138", -1),
        ("Patients should call our office at 138", -1),
        ("Dr. Reyes, surgeon, 138", -1),
        ("Jane Roberts, 138", 1),
        ("Harbour Street 138", 0),
    ],
)
def test_whose(text: str, sign: int) -> None:
    start = text.rindex(MARK)
    assert whose(fold_cased(text), start, start + 3).sign == sign


def test_a_word_is_not_heard_inside_another_latin_word() -> None:
    text = "business therapy use 138"
    assert whose(text, text.index(MARK), len(text)).sign == 0


def test_no_word_from_the_paragraph_before() -> None:
    text = "患者须知\n\n138"
    assert whose(text, text.index(MARK), len(text)).sign == 0
