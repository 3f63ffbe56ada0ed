"""Document rules: an ad that needs a statement and lacks it."""

from __future__ import annotations

from typing import Final

from adcheck.claims.expressions import Expressions, Text
from adcheck.rulebook.compiled import CompiledRule
from adcheck.text.language import SAMPLE, language_of
from adcheck.text.lazy import LazyPattern

LONGEST: Final = 200_000
"""Documents beyond this many code points are no single ad; document rules leave them alone."""

OFFER: Final = LazyPattern(
    "[0-9一二三四五六七八九十百千万]+(?:\\.[0-9]+)?元|¥|￥|售价|价格|特价|优惠|折扣|[0-9]折|立减|到手价|包邮|下单|购买|抢购|订购|选购|下方链接|点击|购物车|旗舰店|官方店|"
    "咨询|预约|热线|电话|微信|扫码|二维码|来院|到院|到店|地址|活动|套餐|免费|报名|挂号|门店|加盟|代理|直播间|现货|专柜|药店有售|有售|1[3-9][0-9]{9}|"
    "0[0-9]{2,3}-[0-9]{7,8}|400-?[0-9]{3}|药局|门市|私讯|宅配|团购|免运|优惠价|专线|0800-?[0-9]{3}|[$£€][ ]?[0-9]|[0-9]% off|"
    "(?<![a-z])(?:order|buy|shop|book(?: now| online| your| an?)|call (?:us|now|today)|prices?|priced|"
    "only [0-9]|discounts?|sale|free (?:shipping|delivery|consultation)|add to (?:cart|basket)|checkout|"
    "subscribe|sign up|in stock|stockists?|available (?:at|from|in|online|now)|appointments?|visit (?:us|our|"
    "www)|contact us|tel(?:ephone)?|phone|whatsapp|link in bio|dm (?:us|me)|ask your doctor|click (?:and|here|"
    "the)|www\\.|try it|get yours|offer)(?![a-z])"
)
"""What sells: a price, an order, an address, a telephone number, in Chinese and English."""

LETTERS: Final = 3
"""Letters of English that say about as much as one Chinese character."""


def lacks_statement(rule: CompiledRule, text: Text, run: Expressions) -> bool:
    """Whether a document that shows the rule's signal is such an ad and has none of its statements."""
    form = rule.absent
    if form is None or len(text.text) > LONGEST or len(text.text) < form.minimum * _letters(text.text):
        return False
    if form.offer and not OFFER.search(text.text):
        return False
    return not run.stands(form.statements, text, 0, len(text.text))


def _letters(text: str) -> int:
    """How many code points count as one of ``minimum``, which is given in Chinese characters."""
    return LETTERS if language_of(text[:SAMPLE]) == "en" else 1
