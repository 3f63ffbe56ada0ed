"""Mobile phone numbers of mainland China: eleven digits that begin with 13 to 19, grouped in any usual way."""

from __future__ import annotations

import re
from typing import Final

from adcheck.privacy.base import GAP, RIGHT, Cases, Shape
from adcheck.privacy.ownership import ContactRecognizer

CASES = Cases(
    bad=(
        "患者手机[[13812345678]]，术后随访",
        "联系人：王秀兰 [[138-1234-5678]]",
        "我妈的电话是[[+86 186 2345 6789]]，麻烦医生回电",
        "家属电话：１３９１２３４５６７８".replace("１３９１２３４５６７８", "[[１３９１２３４５６７８]]"),
        "姓名,电话\n李强,[[17712345670]]",
        "客服热线400-800-1234，患者本人手机：[[1 5 9 0 2 3 4 5 6 7 1]]",
        "预约时留下的号码是[[1371234\n5678]]。",
        "張太太的手機：[[0086-13712345678]]",
    ),
    good=(
        "预约热线：13812345678",
        "欢迎拨打 138-1234-5678 咨询",
        "联系人：李主任 13987654321",
        "订单号 13812345678 已发货",
        "患者手机138****5678已登记",
        "快递单号：SF13812345678",
        "本科室电话13812345678（医生办公室）",
        "2013812345678901",
        "售价13812345678.00元",
        "患者可致电客服15912345678",
    ),
)
_GROUPS: Final = {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 3, 4), (5, 6), (3, 3, 3, 2), (1,) * 11}


def _grouped(value: str) -> bool:
    """Whether the digits stand in groups that people write; after a line break anything may follow."""
    own = re.sub(r"^\(?(?:\+|00)?\s?86\)?[ \-]?(?=1)", "", value)
    return "\n" in own or tuple(len(part) for part in re.split(r"[^0-9]+", own)) in _GROUPS


class MobileRecognizer(ContactRecognizer):
    """A mainland mobile number that isn't said to be the institution's."""

    entity = "PHONE"
    shapes = (
        Shape(
            rf"(?<![0-9A-Za-z.\-+第字])(?:\(?(?:\+|00) ?86\)?[ \-]?|86[ \-])?1{GAP}[3-9](?:(?:{GAP}|\.)\d){{9}}{RIGHT}(?!\.\d)",
            0.6,
            _grouped,
        ),
    )
