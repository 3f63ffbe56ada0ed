"""WeChat ids of a person: beside the word WeChat in its many spellings, unless the institution's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from adcheck.privacy.base import Cases, Find, Shape
from adcheck.privacy.ownership import ContactRecognizer
from adcheck.privacy.tables import cells_below
from adcheck.text.heads import matches
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "患者微信：[[lina_1988]]",
        "我的微信号是[[wxid_8sk3jf02mq]]，有事联系",
        "家属V信 [[zhaoqiang-66]]",
        "姓名：陈静，微信[[cj19900312]]",
        "编号\t姓名\t微信\n017\t汤沐\t[[tangmu3368]]\n018\t周立\t[[zl_1990x]]",
        "加v：[[xx204194lan]]，我把恢复照发你",
        "Her WeChat ID: [[meiling_77]]",
        "想了解恢复过程的姐妹可以加我VX：[[xiaoyu0605]]",
        "患者薇信[[13812345678a]]".replace("13812345678a", "a13812345678"),
    ),
    good=(
        "添加客服微信：kefu8888 咨询",
        "微信公众号：beautyclinic2020",
        "扫码加官方微信 yimei_001",
        "微信号：zhuli_666（顾问小美）",
        "微信支付ABC12345",
        "加微信 dr_wang_2020 预约",
        "Follow our WeChat: cityclinic_sz",
        "微信小程序 healthcheck",
    ),
)
_WORD: Final = (
    r"(?:微信|绿泡泡|(?<![\u4e00-\u9fff])薇(?=[ :])|(?i:(?<![a-z])weixin)|薇信|威信|徽信|维信|微 信|"
    r"(?<![A-Za-z])(?:[vV]信|[wW]e[cC]hat|WECHAT|[vV][xX]|[wW][xX](?!id)|wx(?=id)))"
)
_LABEL: Final = r"(?: ?(?:ID|Id|id|号码?|账号|账户|同号|名|昵称|username))?(?:\([^()A-Za-z]{1,6}\))?(?: ?(?:是|为|is))?[ :=\-(]{0,3}"

_NAMED: Final = r"(?:微信|(?i:wechat))"
_TITLE: Final = LazyPattern(rf"[^\n\t,|;]{{0,6}}{_NAMED}[^\n\t,|;]{{0,4}}")
_HOUSE: Final = LazyPattern(r"客服|官方|顾问|公众号|医生|员工")
_ID: Final = LazyPattern(r"[A-Za-z][A-Za-z0-9_\-]{5,19}")


def _titles(text: str) -> Iterator[re.Match[str]]:
    """What may be the title of a column, line by line where the word stands."""
    done = 0
    for word in matches(_NAMED, text):
        if word.start() >= done:
            start, end = text.rfind("\n", 0, word.start()) + 1, text.find("\n", word.end())
            done = end if end >= 0 else len(text)
            yield from _TITLE.finditer(text, start, done)


class WechatRecognizer(ContactRecognizer):
    """A WeChat id that isn't said to be the institution's."""

    entity = "WECHAT"
    shapes = (
        Shape(
            r"(?:加我?|我(?:的|是)?|找我)[vV] ?[:是]? ?(?P<value>[A-Za-z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9_\-@.])",
            0.6,
        ),
        Shape(rf"{_WORD}{_LABEL}(?P<value>[A-Za-z][A-Za-z0-9_\-]{{5,19}})(?![A-Za-z0-9_\-@.])", 0.6),
    )
    cons = (
        "添加", "加微信", "加官?微", "关注", "公众号", "视频号", "企业", "企微", "助手", "小助手", "顾问", "助教", "了解详情", "领取", "免费",
        "详情", "支付", "小程序", "搜索", "扫一扫", "商家", "卖家", "代购", "运营", "follow", "add", "scan", "official",
    )  # fmt: skip

    def results(self, text: str) -> Iterator[Find]:
        """Also the cells below a title in a table."""
        yield from super().results(text)
        for title in _titles(text) if "\n" in text else ():
            for start, end in cells_below(text, *title.span()):
                if _ID.fullmatch(text, start, end) and not _HOUSE.search(title.group()):
                    yield self.result(start, end, 0.7, "in a column of WeChat ids")
