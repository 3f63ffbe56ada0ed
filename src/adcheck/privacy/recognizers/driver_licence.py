"""Driver's licences: only beside the word. Licences of physicians and clinics are another thing."""

from __future__ import annotations

from adcheck.privacy import validators
from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER, RECORD, enough_digits

CASES = Cases(
    bad=(
        "驾驶证档案编号：[[310012345678]]",
        "驾照号 [[310012345678]]",
        "駕駛執照：[[310012345678]]",
        "driver's license [[D1234567]]",
        "Driver License No.: [[S530-4610-2213]]",
        "driving licence number [[MORGA657054SM9IJ]]",
        "DL# [[F255 9215 0094]]",
        "drivers license: [[94820137]]",
        "His driver’s license number is [[B7741920]]",
    ),
    good=(
        "medical license number A1234567",
        "医师执业证书编号：110310000012345",
        "医疗机构执业许可证 310012345678",
        "license #A12345 (RN)",
        "DL 2023 conference",
        "驾驶证体检只需3分钟",
        "驾照体检咨询021-64370045",
        "driver license renewal 2023",
        "The driver of growth: license 12345678",
    ),
)


class DriverLicenceRecognizer(LabelledRecognizer):
    """The number of a driver's licence."""

    entity = "LICENSE"
    labels = (r"(?:机动车)?(?:[ABC][123][EF]?)?(?:驾驶证|驾照|驾驶执照|驾驶本|驾证)(?:件)?(?:档案)?(?:号码|编号|号)?",)
    terms = (
        rf"(?:driver['’]?s?['’]?|driving|operator['’]?s) ?(?:licen[cs]e|permit)(?: ID)?(?:{NUMBER})?(?: \([A-Z]{{2}}\))?",
        rf"(?-i:DLN?|D/L|D\.L\.)(?:{NUMBER}|(?=:)|(?= [A-Z]\d{{3}}))",
        r"licen[cs]e \(driver\)|drivers?_licen[cs]e(?:_no|_number)?",
    )
    weak = (
        r"档案(?:编号|号)",
        rf"(?i:(?<![A-Za-z])licen[cs]e{NUMBER})",
    )
    pros = ("准驾", "驾驶", "驾照", r"driv(?:er|es|ing|e)", "DMV", "DVLA", "motorist")
    cons = (
        *LabelledRecognizer.cons, "medical", "nursing", "RN", "physician", "facility", "hospital", "practice", "clinic", "board",
        "software", "pharmacy",
    )  # fmt: skip
    note = 24
    value = (
        rf"(?:[A-Z]{{2}} )?(?:[A-Z]\d{{3}}(?:[- ]\d{{2,4}}){{2,4}}(?:-\d)?|[A-Z]{{2,5}}\d{{6}}[A-Z0-9]{{3,7}}|{RECORD})"
    )

    def check(self, value: str) -> bool:
        """Six digits and more; a resident's ID number is a kind of its own."""
        return enough_digits(6)(value) and not validators.id_card(value)
