"""What kinds of personal data are called in a copy, in Chinese and English."""

from __future__ import annotations

from typing import Final

LABELS: Final[dict[str, tuple[str, str]]] = {
    "NAME": ("姓名", "NAME"), "ADDRESS": ("地址", "ADDRESS"), "PHONE": ("电话", "PHONE"), "EMAIL": ("邮箱", "EMAIL"),
    "ID_CARD": ("身份证号", "ID CARD"), "PASSPORT": ("护照号", "PASSPORT"), "TRAVEL_PERMIT": ("通行证号", "TRAVEL PERMIT"),
    "OFFICER_ID": ("军官证号", "OFFICER ID"), "SOCIAL_CARD": ("社保卡号", "SOCIAL CARD"), "HEALTH_ID": ("健康卡号", "HEALTH ID"),
    "MRN": ("病历号", "MRN"), "BED": ("床位", "BED"), "REPORT_NO": ("报告号", "REPORT NO"), "DOB": ("出生日期", "DOB"),
    "DATE": ("日期", "DATE"), "AGE": ("年龄", "AGE"), "PLATE": ("车牌", "PLATE"), "BANK_CARD": ("银行卡号", "BANK CARD"),
    "ACCOUNT": ("账号", "ACCOUNT"), "HEALTH_PLAN": ("保单号", "HEALTH PLAN"), "LICENSE": ("证照号", "LICENSE"),
    "WECHAT": ("微信号", "WECHAT"), "QQ": ("QQ号", "QQ"), "DEVICE": ("设备号", "DEVICE"), "MAC": ("MAC地址", "MAC"),
    "IP": ("IP地址", "IP"), "URL": ("网址", "URL"), "SSN": ("社会安全号", "SSN"), "FILE": ("文件", "FILE"),
    "IMAGE": ("图片", "IMAGE"), "GENE": ("基因结果", "GENE"), "QUASI": ("个人情况", "DETAILS"),
}  # fmt: skip
"""Kind to its Chinese and English word."""


def label_of(entity: str, language: str) -> str:
    """The word for a kind; kinds of a user's own recognizers keep their names."""
    zh, en = LABELS.get(entity, (entity, entity.replace("_", " ")))
    return zh if language == "zh" else en
