"""QQ numbers of a person: five to eleven digits beside the word QQ."""

from __future__ import annotations

from adcheck.privacy.base import RIGHT, Cases, Shape
from adcheck.privacy.ownership import ContactRecognizer

CASES = Cases(
    bad=(
        "QQ号（本人）：[[594837261]]",
        "孩子妈妈的QQ是不是[[2501070246]]？",
        "加我Q：[[594837261]]",
        "患者QQ：[[283746519]]",
        "我的扣扣号是[[1093847562]]，有事聊聊",
        "家属q q [[73648291]]",
        "QQ网友[[394716205]]说愿意出镜",
        "QQ号283 746 519".replace("283 746 519", "[[283746519]]"),
    ),
    good=(
        "官方客服QQ：4008001234",
        "QQ群：736482910",
        "客服QQ 800012345 在线咨询",
        "QQ音乐上有287364首",
        "咨询QQ：28374651",
    ),
)


class QqRecognizer(ContactRecognizer):
    """A QQ number that isn't said to be the institution's."""

    entity = "QQ"
    shapes = (
        Shape(
            rf"(?:(?<![A-Za-z])[qQ] ?[qQ]|扣扣|企鹅|(?<![A-Za-z])[qQ](?=号)|(?:加我?|我)[qQ](?=[ :是]?\d))"
            rf"(?:号码?|账号|好友|用户|网友|联系人?|小号)?(?:\([^()]{{1,6}}\))?(?:是(?:不是|否)?|为)?"
            rf"[ :]{{0,3}}(?P<value>[1-9]\d{{4,10}}|[1-9]\d{{2}}(?: \d{{3}}){{1,2}}){RIGHT}",
            0.6,
        ),
    )
    cons = ("工作室", "交流群", "加群", "企业", "营销", "在线", "交流", "加入")
