"""Accounts of a person: bank (no card), payment services, membership, IBAN (HIPAA identifier J)."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import LEFT, RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import COMPANY, JOIN, NUMBER, enough_digits, of_the_house

CASES = Cases(
    bad=(
        "患者退款账号：[[31001567008050012345]]",
        "存折账号 [[01-345600460012345]]",
        "支付宝账号：[[2088102146225135]]",
        "会员卡号：[[VIP0023451]]（患者张伟）",
        "公积金账号[[0100234567]]",
        "Account number: [[00482913]]",
        "her acct # [[7712-0093]]",
        "IBAN [[GB82 WEST 1234 5698 7654 32]]",
        "patient account no. [[A0048291]]",
    ),
    good=(
        "官方账号：12345678",
        "对公账号：31001567008050012345",
        "户名：某某医疗美容门诊部，账号：31001567008050012345",
        "抖音账号 88123456",
        "关注公众号20230415",
        "捐款账号：31001567008050012345",
        "会员卡充1000送200",
        "账户余额1000元",
        "Donate to our account number 00482913",
        "take 2023 into account 12345",
        "Accounts 12345 followers",
        "Order account summary 2023",
    ),
)


class AccountRecognizer(LabelledRecognizer):
    """The number of a person's account."""

    entity = "ACCOUNT"
    labels = (
        r"医保个人账户(?:账号|号)?",
        (
            r"(?:银行|收款|退款|个人|支付宝|汇款|存款|存折|打款|转账|报销|付款|缴费|理赔|本人"
            r"|患者|微信|扣款|代扣|养老金|储蓄|财付通|工资|公积金|云闪付|PayPal)(?:的)?(?:账"
            r"|帐)(?:号|户)(?:号码|号)?"
        ),
        r"(?:存折|缴费|缴费户|住院预交金)(?:号码|号)",
        r"(?:账|帐)(?:号|户号)",
    )
    weak = (r"(?:会员|储值|VIP|积分|客户|顾客)(?:卡)?(?:(?:号码|编号|账号|号|ID)|(?<=卡)(?=[ :]{0,2}\d{5}))",)
    terms = (
        (
            rf"(?:(?:bank|patient|billing|savings|checking|guarantor|her|his|my|customer) )?(?:account"
            rf"|acct\.?|a/c){NUMBER}|acct\.? ?#|account_no|account_number|acct\.?(?=[: ]{{1,2}}\d)|account(?= \d{{6,}})"
        ),
        r"(?:bank|patient|patient's|billing|savings|checking|current|her|his|my) (?:bank )?(?:account|acct\.?)(?=[ :] ?[A-Z]{0,2}\d)",
        rf"(?:routing|sort code and account|PayPal){NUMBER}|venmo",
    )
    value = r"(?:[A-Za-z]{0,4}\d[\dA-Za-z]{4,24}(?:-\d{1,3})?|\d{2,6}(?:[- ]\d{2,15}){1,4})"
    pros = ("客户", "女士", "先生", "患者", "病人", "姓名", "顾客", "客人", "本人", "她", "他", "patient", "member")
    cons = (
        *LabelledRecognizer.cons, *COMPANY, "官方", "公众", "抖音", "微博", "客服", "企业", "小红书", "快手", "视频号", "服务号", "余额", "医保",
        "official", "into",
    )  # fmt: skip
    shapes = (
        Shape(
            (
                rf"(?:支付宝|PayPal|paypal|Venmo|venmo|Zelle|财付通|付款|收款|退款)(?:账号|帐号"
                rf"|账户|帐户|号| account| ID|(?=[ :A-Za-z]))(?: of (?:the|our) patient)?{JOIN}(?P<value>@?[A-Za-z][A-Za-z0-9]*[_.-"
                rf"]?[A-Za-z]*\d{{2,12}}|@[A-Za-z][\w.-]{{3,28}})(?![@\w.])"
            ),
            0.7,
        ),
        Shape(
            rf"{LEFT}(?P<value>[A-Z]{{2}}\d{{2}}(?: ?[A-Z0-9]{{4}}){{2,7}}(?: ?[A-Z0-9]{{1,3}})?){RIGHT}",
            0.6,
            validators.iban,
            "sum of an IBAN",
        ),
    )

    def check(self, value: str) -> bool:
        """Five digits and more; a phone, a card, an ID number are kinds of their own."""
        return enough_digits(5)(value) or value.lstrip("@")[:1].isalpha()

    def accept(self, text: str, start: int, end: int) -> bool:
        """Not the institution's."""
        return super().accept(text, start, end) and not of_the_house(text, start)
