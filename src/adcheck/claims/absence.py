"""Document rules: an ad that needs a statement and lacks it."""

from __future__ import annotations

from typing import Final

from adcheck.claims.confirm import Expressions, Text
from adcheck.rulebook.compiled import CompiledRule
from adcheck.text.lazy import LazyPattern

LONGEST: Final = 200_000
"""Documents beyond this many code points are no single ad; document rules leave them alone."""

OFFER: Final = LazyPattern(
    "[0-9一二三四五六七八九十百千万]+(?:\\.[0-9]+)?元|¥|￥|售价|价格|特价|优惠|折扣|[0-9]折|立减|到手价|包邮|下单|购买|抢购|订购|选购|下方链接|点击|购物车|旗舰店|官方店|"
    "咨询|预约|热线|电话|微信|扫码|二维码|来院|到院|到店|地址|活动|套餐|免费|报名|挂号|门店|加盟|代理|直播间|现货|专柜|药店有售|有售|1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|400-?[0-9]{3}"
)


def lacks_statement(rule: CompiledRule, text: Text, run: Expressions) -> bool:
    """Whether a document that shows the rule's signal is such an ad and has none of its statements."""
    form = rule.absent
    if form is None or not form.minimum <= len(text.text) <= LONGEST:
        return False
    if form.offer and not OFFER.search(text.text):
        return False
    return not run.stands(form.statements, text, 0, len(text.text))
