"""Permits for travel between the mainland, Hong Kong, Macao and Taiwan: only beside the word."""

from __future__ import annotations

from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER

CASES = Cases(
    bad=(
        "港澳通行证：[[C12345678]]",
        "往来港澳通行证号码 [[W80123456]]",
        "回乡证[[H0123456701]]",
        "台胞证号：[[01234567]]",
        "臺胞證 [[0123456701]]（B）",
        "持港澳居民来往内地通行证（[[M01234567]]）就诊",
        "大陆居民往来台湾通行证：[[T00123456]]",
        "通行证号 [[CA1234567]]",
        "澳门同胞持通行证[[M5218840367]]到院",
        "Home Return Permit [[H01234567]]",
        "exit-entry permit no. [[C12345678]]",
    ),
    good=(
        "车辆通行证 A12345",
        "健康通行证20230101",
        "办理港澳通行证，咨询电话12367",
        "回乡证办理指南2023版",
        "型号C12345678",
        "Permit No. C12345678 for building works",
    ),
)


class TravelPermitRecognizer(LabelledRecognizer):
    """The number of a travel permit."""

    entity = "TRAVEL_PERMIT"
    labels = (
        (
            r"(?:港澳|往来港澳|来往内地|往来内地|往来台湾|往来大陆|来往大陆|大陆|内地|台湾)(?:居民)?(?:往来"
            r"|来往)?(?:台湾|内地|大陆|港澳)?通行证(?:件)?(?:号码|编号|号)?"
        ),
        r"(?<![辆车康行])通行证(?:件)?(?:(?:号码|编号|号)|(?=[ :(]{0,2}[CHMWLTRD][A-Z]?\d{7}))",
        r"(?:回乡证|返乡证|台胞证|回乡卡|台胞卡|大通证|入台证|卡式台胞证)(?:件)?(?:号码|编号|号)?",
    )
    terms = (
        rf"(?:home return|exit[- ]entry|mainland travel|taiwan compatriot|two[- ]way)(?: travel)? permit{NUMBER}?",
        rf"(?:hong kong|macau|macao|taiwan|mainland) (?:and \w+ )?travel permit(?: for [\w ]{{5,50}})?{NUMBER}?",
    )
    value = r"(?:[A-Za-z]{1,2}\d{7,10}|\d{10}|\d{8})"

    def check(self, value: str) -> bool:
        """No date."""
        return not (value.isdigit() and value[:2] in {"19", "20"})
