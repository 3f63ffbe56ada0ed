"""The words and signs around labelled numbers, in Chinese and English, shared by the recognizers of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from adcheck.text.lazy import LazyPattern

_SOFT: Final = r"[\s\"'“”‘’*_`|]"
JOIN: Final = (
    rf"{_SOFT}{{0,4}}(?:[(【\[][^()【】\[\]\d\n]{{0,12}}\d{{0,2}}[^()【】\[\]\d\n]{{0,4}}[)】\]])?{_SOFT}{{0,3}}"
    r"(?:(?:是|为|系|(?<=[ )])(?:is|was)\b)[\s\"'*]{0,3})?(?:[:=#]|[-\u2013\u2014](?= ))?"
    rf"{_SOFT}{{0,4}}[(【\[「『#]?{_SOFT}{{0,2}}"
)
"""What may stand between a label and its number: blanks, marks of Markdown and JSON, a remark in brackets, a colon."""
LINK: Final = (
    rf"(?:(?i: (?:of|for) (?:the |our )?(?:patient|holder|member|insured)))?(?:[ ,(（]\s?(?:证件"
    rf"|证|卡|档案)?(?:号码|编号|号)|[ ]?[,(]\s?(?i:number|no\.?))?{JOIN}"
)
"""What may stand between a card's name and its number: the word 'number' behind a comma or bracket, and a joint."""
TAIL: Final = r"(?:号码|编号|号|码)"
"""The Chinese words for 'number' at a label's end."""
NUMBER: Final = r"(?:[ _]?(?:number|num\.?|nos?\b\.?|nr\.?|ids?\b|#|№|identifiers?|code|ref(?:erence)?\b\.?))"
"""The English words for 'number' at a label's end; in a ``(?i:...)`` group."""
RECORD: Final = r"(?:[A-Za-z]{1,6}[-_]?)?\d{2,}+[A-Za-z0-9]{0,20}+(?:[-_/.][A-Za-z0-9]{1,14}+){0,4}"
"""A number of an institution's own making: letters, digits, a few hyphens."""
GROUPED: Final = r"\d{2,5}(?:[ -]\d{2,5}){1,5}(?![-/.:]?\d|[年月日])"
"""Digits in groups set apart by blanks."""
SAMPLES: Final = (
    "格式", "示例", "样例", "举例", "例如", "比如", r"[(,]如", "模板", "演示", "测试数据", "示意", "for example", r"e\.g",
    r"samples?(?! ?(?:id|no|number|#))", "format", "template", "example", "dummy",
)  # fmt: skip
"""Words that say a number is a sample."""
PAPERWORK: Final = (
    "订单", "运单", "快递", "物流", "流水", "交易", "发票", "合同", "批号", "批次", "生产日期", "型号", "货号", "款号", "规格", "许可证",
    "备案", "注册证", "注册号", "批准文号", "准字", "械注", "医广", "广审", "信用代码", "税号", "统一社会", "专利", "商标", "文号",
    "标准号", "条形码", "产品", "软件", "版本", "热线", "电话", "咨询", "总机", "拨打", "传真", "招标", "项目编号", "课题", "基金",
    r"orders?(?! to)", "tracking", "invoice", "batch", "lot", "model", "version", "patent", "trial", "protocol", "approval", "registered",
    "call", "phone", "tel", "telephone", "hotline", "helpline", "ring", "dial", "fax", "grant", "isbn", "doi", "part", "product", "sku",
)  # fmt: skip
"""Words for the numbers of things and papers, which are nobody's personal data."""
COMPANY: Final = (
    "对公", "公账", "公户", "医院账户", "我院", "本院", "公司", "机构", "基金会", "募捐", "捐款", "捐赠", "责任险", "供应商", "our",
    "clinic's", "hospital's", "donate", "donations?", "company", "charity",
)  # fmt: skip
"""Words for the institution's own numbers."""


def enough_digits(count: int) -> Callable[[str], bool]:
    """A validator: at least ``count`` digits, not all the same, and no date."""

    def valid(value: str) -> bool:
        digits = sum(character.isdigit() for character in value)
        if digits < count or len(set(filter(str.isdigit, value))) < 2:
            return False
        return not re.fullmatch(r"(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?", value)

    return valid


_HOUSE: Final = LazyPattern(
    r"(?i:(?:户名|收款(?:单位|人)|开户名称?|单位名称|捐(?:款|赠)|募捐|对公|公账|公户"
    r"|医院(?:的)?(?:账|帐)[户号]|donat|charity|our (?:bank )?account|account name[^\n]{0,20}(?:hospital"
    r"|clinic|ltd|inc|foundation))"
    r"[^。\n]{0,40})|(?:公司|医院|门诊部|诊所|基金会|协会)\)?[,;\s]{0,3}(?:开户|账|帐|税号|纳税)"
    r"|(?:(?<![A-Z])(?:Ltd|LLC|Inc|PLC|GmbH|Limited|Foundation|Trust)|(?:Clinic|Hospital|Practice|Surgery|Dental|Medical (?:Center|Centre|Group)))"
    r"(?: Ltd| LLC| Inc)?\.?[,;:(]\s?(?i:sort code|account|a/c|iban|bank|swift|bacs|bic)"
)
_HOUSE_NAME: Final = LazyPattern(
    r"医院|公司|门诊部|诊所|中心|基金会|协会|研究所|学会|集团|donat|charity|对公|公账|公户|捐|(?i:hospital|clinic|ltd|llc|inc|plc|gmbh|limited|foundation|trust|practice|surgery|dental|medical|our)"
)


def of_the_house(text: str, start: int) -> bool:
    """Whether an account at ``start`` is the institution's: held in its name, for fees or donations to it."""
    near = text[max(0, start - 80) : start].rpartition("\n\n")[2]
    match = _HOUSE.search(near)
    return match is not None and _HOUSE_NAME.search(match.group()) is not None
