"""Payment and bank card numbers, 13 to 19 digits with a Luhn sum; not the institution's account."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import GAP, RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import COMPANY, of_the_house

CASES = Cases(
    bad=(
        "银行卡号：[[6222021234567890128]]",
        "退款到[[6222 0212 3456 7890 128]]",
        "请转到我的卡[[6222-0212-3456-7890-128]]，谢谢",
        "患者工行卡 [[6222021234567890128]]",
        "信用卡[[4111 1111 1111 1111]]已扣款",
        "开户行：建设银行，账号：[[6217001234567890122]]",
        "储蓄卡号[[6222021234567890123]]",  # a slip in a digit is still somebody's
        "姓名,银行卡号\n张伟,[[6222021234567890128]]",
        "card number [[4111-1111-1111-1111]]",
        "Visa [[4111111111111111]] exp 04/27",
        "paid with Amex [[3782 822463 10005]]",
        "[[5500 0000 0000 0004]]",
        "銀行卡號：[[６２２２０２１２３４５６７８９０１２８]]",
    ),
    good=(
        "订单号6222021234567890128",
        "运单号：6222021234567890128",
        "会员卡号：6222021234567890",
        "对公账户 6222021234567890128",
        "户名：市第一人民医院 账号：6222021234567890128",
        "银行卡支付满1000减100",
        "条码6901234567892",
        "尾号0128",
        "6222 **** **** 0128",
        "1111111111111111",
        "ISBN 9787111128069",
        "tracking 4111111111111111",
        "Account name: Hill Clinic Ltd, card 4111 1111 1111 1111",
        "0000 0000 0000 0000",
        "IMEI 490154203237518",
        "4111 1111 1111 1112",
    ),
)


class BankCardRecognizer(LabelledRecognizer):
    """A bank or payment card of a person."""

    entity = "BANK_CARD"
    labels = (
        (
            r"(?:银行|储蓄|借记|信用|工资|贷记|本人|我的|[工农建中交招]行|邮政|农商行?|农信"
            r"|社保金融|民生|中信|光大|浦发|兴业|平安)卡(?:的)?(?:卡号|号码|账号|帐号|号)?"
        ),
        r"(?<!会员)(?<!就诊)(?<!医保)(?<!社保)(?<!诊疗)(?<!健康)(?<!储值)(?<!磁)卡号",
    )
    terms = (
        (
            r"(?:(?:credit|debit|bank|payment) card|cardholder|visa(?: card)?|master ?card"
            r"|amex|american express|union ?pay)(?: (?:number|no\.?|#|account))?|card (?:number"
            r"|no\.?|#)|card_number|card_no"
        ),
    )
    value = rf"\d{{4}}(?:{GAP}\d){{9,15}}"
    pros = (
        "银行", "账号", "帐号", "卡号", "收款", "退款", "转账", "打款", "汇款", "信用卡", "储蓄卡", "借记卡", "支付", "visa", "mastercard",
        "card", "amex", "paid", "debit", "credit",
    )  # fmt: skip
    cons = (
        *LabelledRecognizer.cons, *COMPANY, "会员", "积分", "储值", "IMEI", "序列号", "条码", "编码", "membership", "member", "loyalty",
        "serial", "gift",
    )  # fmt: skip
    shapes = (
        Shape(
            rf"(?<![0-9A-Za-z])(?<!\d[ -])(?P<value>62\d\d(?:{GAP}\d){{12,15}}){RIGHT}",
            0.6,
            validators.union_pay,
            "sum of a bank card",
        ),
        Shape(
            rf"(?<![0-9A-Za-z])(?<!\d[ -])(?P<value>[3-6]\d{{3}}([ -])\d{{4}}\2\d{{4}}\2\d{{4}}(?:\2?\d{{1,3}})?){RIGHT}",
            0.6,
            validators.bank_card,
            "sum of a bank card",
        ),
        Shape(
            rf"(?<![0-9A-Za-z])(?<!\d[ -])(?P<value>3[47]\d\d([ -])\d{{6}}\2\d{{5}}){RIGHT}",
            0.6,
            validators.bank_card,
            "sum of a payment card",
        ),
        Shape(rf"(?<![0-9A-Za-z])(?P<value>[3-69](?:{GAP}\d){{12,18}}){RIGHT}", 0.3, validators.bank_card),
    )

    def check(self, value: str) -> bool:
        """A form that cards have; the sum may be wrong beside a label."""
        plain = validators.bare(value)
        return (plain[:1] in "3456" and len(plain) >= 15 and len(set(plain)) > 2) or validators.bank_card(plain)

    def accept(self, text: str, start: int, end: int) -> bool:
        """Not the institution's."""
        return super().accept(text, start, end) and not of_the_house(text, start)
