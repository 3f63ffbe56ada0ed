"""Identity card numbers of the mainland (GB 11643), Hong Kong and Taiwan."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import GAP, LEFT, RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import PAPERWORK, SAMPLES

CASES = Cases(
    bad=(
        "身份证号：[[11010519491231002X]]",
        "本人[[11010519491231002x]]同意公开",
        "身份证[[110105 19491231 002X]]",
        "１１０１０５开头的证件：[[１１０１０５１９４９１２３１００２Ｘ]]",
        "证件号 [[1101051949\n1231002X]]",
        "患者身份證號碼為[[11010519491231002X]]",
        "身份证号：[[110105491231002]]（旧）",
        "15位证件：[[110105491231002]]",
        "身份证号码:[[110105199003071233]]",  # a slip in the check digit is still somebody's
        "香港身份證：[[A123456(3)]]",
        "持证人 [[Z683365(A)]]",
        "身分證字號 [[A123456789]]",
        "National ID number: [[11010519491231002X]]",
        "HKID [[A123456(3)]]",
        "姓名,身份证号\n张伟,[[11010519491231002X]]",
        "外国人永久居留身份证号码：[[911124198108030024]]",
    ),
    good=(
        "订单号110105194912310021",
        "统一社会信用代码：91350100M000100Y43",
        "运单号 330782197201012345 已签收",
        "流水号2023110512345678901",
        "身份证复印件、户口本",
        "身份证号：110105********002X",
        "凭身份证领取号牌，咨询021-64370045",
        "医疗机构登记号 110105491231002",
        "型号A123456(4)",
        "发票号 A123456789",
    ),
)


def _resident(number: str) -> bool:
    return validators.id_card(number) and not validators.uscc(number)


def _shaped(number: str) -> bool:
    return validators.id_card_shape(number) and not validators.uscc(number)


class IdCardRecognizer(LabelledRecognizer):
    """A person's identity number; one with a wrong check digit only beside its label."""

    entity = "ID_CARD"
    labels = (
        r"(?:身份|身分)(?:证件|证)?(?:字号|号码|编号|号|ID)?",
        r"(?:一代|二代|户口|户籍)(?:身份)?证(?:件)?(?:号码|编号|号)?",
        r"(?:有效|本人)?证件(?:号码|编号|号)",
        r"(?:15|18|十五|十八)位(?:旧|老|身份)?(?:证件?|号码)(?:号码|号)?",
        r"(?:公民身份|公民|居留|永居|居住)(?:证|身份证)?(?:号码|编号|号)",
    )
    terms = (
        (
            r"(?:(?:national|resident|citizen|government|chinese|prc|hong kong|taiwan)(?:'s)? )?(?:ID"
            r"|identity|identification)(?: card)?(?: ?(?:number|no\.?|#))?"
        ),
        r"HKIC|HKID|NRIC|id_card|id_number|id_no|idcard",
    )
    value = rf"(?:\d(?:{GAP}\d){{16}}{GAP}[\dXx]|\d{{15}}|[A-Z]{{1,2}}\d{{6}} ?\([\dA]\)|[A-Z]{{1,2}}\d{{7}}|[A-Z][1289]\d{{8}})"
    shapes = (
        Shape(
            rf"{LEFT}(?P<value>[1-9]\d(?:{GAP}\d){{15}}{GAP}[\dXx]){RIGHT}", 1.0, _resident, "checksum of an ID number"
        ),
        Shape(rf"{LEFT}(?P<value>[1-9]\d{{16}}[\dXx]){RIGHT}", 0.3, _shaped),
        Shape(rf"{LEFT}(?P<value>[A-Z]{{1,2}}\d{{6}} ?\([\dA]\))", 0.7, validators.hong_kong_id, "checksum of a HKID"),
    )
    pros = ("身份证", "身分证", "ID card", "identity card")
    cons = (*SAMPLES, *PAPERWORK)

    def check(self, value: str) -> bool:
        """18 characters with a province, 15 with a date, or a checksum of Hong Kong or Taiwan."""
        plain = validators.bare(value)
        if len(plain) == 18:
            return plain[:2] in validators.PROVINCES or (plain[0] == "9" and not validators.uscc(plain))
        return any(valid(value) for valid in (validators.id_card_old, validators.hong_kong_id, validators.taiwan_id))
