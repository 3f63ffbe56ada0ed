"""Passport numbers, Chinese and foreign: only beside the word."""

from __future__ import annotations

from adcheck.privacy.base import LEFT, RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER

CASES = Cases(
    bad=(
        "护照号：[[E12345678]]",
        "护照号码为 [[EA1234567]]",
        "持美国护照（[[533401220]]）来院",
        "護照 [[G28233515]] 有效期至2029年",
        "患者护照与签证页：[[E90210334]]",
        "姓名,护照\n张伟,[[E12345678]]",
        "Passport No. [[533401220]]",
        "her passport number is [[PA1234567]]",
        "UK passport [[925076473]]",
        "passport: [[C 01234567]]",
        '"passport_no": "[[K12345678]]"',
    ),
    good=(
        "型号E12345678",
        "产品护照编号 E12345678",
        "办理护照请致电 12367",
        "护照有效期 20290101",
        "护照、签证一站式服务，热线400-820-1234",
        "a passport to 2024 wellness",
        "passport renewal takes 12345678 seconds",
        "Passport office phone 0300 222 0000",
    ),
)


class PassportRecognizer(LabelledRecognizer):
    """A passport number: letters and digits of the usual issuers, beside the word."""

    entity = "PASSPORT"
    labels = (r"护照(?:证件)?(?:号码|编号|号)?",)
    terms = (rf"passports?(?:_no|_number|{NUMBER})?",)
    value = r"(?:[A-Za-z]{1,2} ?\d{6,8}|[A-Za-z]{3}\d{6}|\d{8,9})"
    pros = ("护照", "passport", "签证", "出境", "登机")
    shapes = (Shape(rf"{LEFT}(?P<value>[EGDSPH]\d{{8}}|E[A-HJ-NP-Z]\d{{7}}){RIGHT}", 0.3),)

    def check(self, value: str) -> bool:
        """No date of eight digits."""
        return not (len(value) == 8 and value.isdigit() and value[:2] in {"19", "20"} and value[4:6] <= "12")
