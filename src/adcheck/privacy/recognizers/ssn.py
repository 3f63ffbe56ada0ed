"""Social security numbers of the United States, and other states' numbers of the kind beside their label."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import LEFT, RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER

CASES = Cases(
    bad=(
        "SSN: [[536-90-4399]]",
        "social security number [[536 90 4399]]",
        "Social Security No. [[536904399]]",
        "the record of [[536-90-4399]] was sent",
        "National Insurance number: [[AB 12 34 56 C]]",
        "NINO [[AB123456C]]",
        "SIN [[046 454 286]]",
        "患者SSN为[[536-90-4399]]",
        "name,ssn\nJane Roberts,[[536-90-4399]]",
    ),
    good=(
        "000-12-3456",
        "order 536-90-4399",
        "part no. 536-90-4399",
        "ISBN 536-90-4399",
        "SSN: XXX-XX-4399",
        "call 536-904-3990",
        "a sin of 2023",
        "social security reform of 2023",
        "SSN 078-05-1120",
        "an example: SSN 219-09-9999",
    ),
)


class SsnRecognizer(LabelledRecognizer):
    """A social security number: in its written form alone, as bare digits beside its label."""

    entity = "SSN"
    labels = (r"(?:美国)?社会安全(?:号码|号)",)
    terms = (
        rf"(?:SSN|social security|soc\.? sec\.?|national insurance|NINO|NI){NUMBER}?|(?-i:SS) ?#|(?-i:Social)(?=:)",
        r"(?-i:SIN)(?: ?(?:number|no\.?|#))?|social insurance number|tax file number|(?-i:TFN)",
    )
    value = r"(?:\d{3}[- ]?\d{2}[- ]?\d{4}|[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]|\d{3}[- ]?\d{3}[- ]?\d{3})"
    shapes = (Shape(rf"(?<!\d[- ]){LEFT}(?P<value>\d{{3}}-\d{{2}}-\d{{4}}){RIGHT}(?!-\d)", 0.6, validators.ssn),)
    cons = (*LabelledRecognizer.cons, "number of", "item", "ref", "case", "docket", "catalog")

    def check(self, value: str) -> bool:
        """A number of one of the states; beside its label an area never issued counts too."""
        plain = validators.bare(value)
        if plain.isdigit():
            return plain != "078051120" and len(set(plain)) > 2 and plain[:3] != "000"
        return validators.national_insurance(value) or plain.startswith("QQ")
