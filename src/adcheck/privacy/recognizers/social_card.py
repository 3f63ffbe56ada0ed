"""Numbers of the social security and medical insurance card: only beside their label."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import enough_digits

CASES = Cases(
    bad=(
        "社保卡号：[[A12345678]]",
        "医保卡 [[0012345678]]",
        "医保个人编号为[[3100982233]]",
        "社会保障卡号 [[X0098123]]",
        "醫保卡號：[[310098223]]",
        "参保号[[00982231]]",
        "姓名\t医保编号\n张伟\t[[00982231]]",
        "市民卡号 [[210012345678]]",
        "医疗证号：[[032010200123]]",
    ),
    good=(
        "支持医保卡支付",
        "医保定点机构编号：H31010500123",
        "医保定点代码 31010500123",
        "医保编码 XL01XCC310A001010104021",
        "医保电话12393",
        "医保报销比例80%，最高20000元",
        "医保目录2023版",
        "社保卡余额3000元",
        "社保卡 2023 年起可用",
    ),
)


class SocialCardRecognizer(LabelledRecognizer):
    """The number of a person's social security or medical insurance card."""

    entity = "SOCIAL_CARD"
    labels = (
        (
            r"(?:社保|社会保障|社会保险|医保|医疗保险|医疗保障|新农合|合作医疗|居民医保|职工医保"
            r"|市民|公费医疗)(?:电子)?(?:卡|证|凭证|手册|个人|人员|参保|电脑)?(?:号码|编号|账号|账户"
            r"|识别号|号)"
        ),
        r"(?:健保|全民健保|健康保险)卡(?:号码|编号|号)?",
        r"(?:社保|社会保障|医保|医疗保险|市民|新农合)卡(?! ?(?:余额|支付))",
        r"(?:参保|参合)(?:人|证|卡|人员)?(?:号码|编号|号)",
        r"医疗(?:证|卡)(?:号码|编号|号)",
    )
    terms = (r"(?:social (?:insurance|security)|medical insurance|medicare|health insurance) card (?:number|no\.?|#)",)
    value = r"(?:[A-Za-z]{0,2}\d{7,12}[A-Za-z]?|\d{6} ?\d{6} ?\d{6,7}|\d{17}[\dXx])"
    cons = (*LabelledRecognizer.cons, "定点", "机构", "药品", "耗材", "项目", "目录", "国家码", "代码", "报销")

    def check(self, value: str) -> bool:
        """At least six digits; a resident's ID number is one of its own."""
        return enough_digits(6)(value) and not validators.id_card(value)
