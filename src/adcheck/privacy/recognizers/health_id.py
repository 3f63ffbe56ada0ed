"""Health numbers with check digits: NHS, Medicare (Australia), IHI, MBI; other national ones beside their label."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import LEFT, RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER

CASES = Cases(
    bad=(
        "NHS number: [[943 476 5919]]",
        "NHS No. [[9434765919]]",
        "patient's NHS [[943-476-5919]]",
        "Medicare card [[2123 45670 1]]",
        "Medicare number is [[2123456701]] (ref 1)",
        "IHI: [[8003 6081 6669 0503]]",
        "Individual Healthcare Identifier [[8003608166690503]]",
        "MBI [[1EG4-TE5-MK73]]",
        "her Medicare ID [[1EG4TE5MK73]]",
        "CHI number [[0101701234]]",
        "health card number [[1234-567-890-AB]]",
        "居民健康卡号：[[310104A002233]]",
        "电子健康卡 [[88003214567]]",
    ),
    good=(
        "NHS 111 is free",
        "NHS number: 943 476 5918 is a misprint in our order list",
        "call NHS on 0300 311 2233",
        "Medicare covers 80% of 2123456702",
        "Part number 1EG4-TE5-MK7",
        "Order 8003608166690504",
        "健康卡充值200元",
        "NHS spending rose to 2123456701 pounds",
        "Medicare item 12345 rebate",
    ),
)


class HealthIdRecognizer(LabelledRecognizer):
    """A person's number in a national health service."""

    entity = "HEALTH_ID"
    labels = (r"(?:居民|电子|国民)?健康卡(?:ID)?(?:号码|编号|号)?(?!充值)",)
    terms = (
        rf"(?:CHI|HCN|PHN|NHI|H&C|health card|health insurance card|personal health|healthcare identifier){NUMBER}(?: and version)?",
    )
    value = r"(?:[A-Za-z]{0,3}\d[\dA-Za-z]{8,19}|\d{3,4}[ -]\d{3}[ -]\d{3}(?:[ -][A-Z]{2})?|[A-Z]{3}\d{4})"
    pros = (
        "NHS(?! on)", "Medicare", "MBI", "HICN", "beneficiary", "IHI", "healthcare identifier", "health identifier", "patient",
    )  # fmt: skip
    cons = (*LabelledRecognizer.cons, "spending", "covers", "budget", "pounds", "item", "provider")
    shapes = (
        Shape(rf"{LEFT}(?P<value>\d{{3}}[ -]?\d{{3}}[ -]?\d{{4}}){RIGHT}", 0.3, validators.nhs),
        Shape(rf"{LEFT}(?P<value>\d{{4}}[ -]?\d{{5}}[ -]?\d(?:[-/ ]\d)?){RIGHT}", 0.3, validators.medicare_au),
        Shape(rf"{LEFT}(?P<value>8003 ?60\d\d ?\d{{4}} ?\d{{4}}){RIGHT}", 0.7, validators.ihi, "checksum of an IHI"),
        Shape(
            rf"{LEFT}(?P<value>[1-9][A-Z][A-Z\d]\d[- ]?[A-Z][A-Z\d]\d[- ]?[A-Z]{{2}}\d{{2}}){RIGHT}",
            0.6,
            validators.mbi,
            "form of an MBI",
        ),
    )

    def check(self, value: str) -> bool:
        """Every shape has its own check; labelled ones need the form alone."""
        return bool(value)
