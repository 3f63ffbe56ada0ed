"""Landlines of mainland China: area code and seven or eight digits; most are an institution's, so a word must say whose."""

from __future__ import annotations

from typing import Final

from adcheck.privacy.base import RIGHT, Cases, Shape
from adcheck.privacy.ownership import ContactRecognizer

CASES = Cases(
    bad=(
        "患者家庭电话：[[021-64370045]]",
        "姓名：刘芳　电话：[[0571-87061234]]",
        "家里座机是[[(010) 6552 1234]]，白天有人",
        "家属电话[[0755 26781234-802]]",
        "老伴的座机 [[87061234]]",
    ),
    good=(
        "总机：021-64370045",
        "地址：杭州市文三路388号 电话：0571-87061234",
        "咨询电话 010-65521234",
        "患者咨询请拨 0755-26781234",
        "2023-10123456",
        "400-820-8820",
        "家属可拨打护士站电话021-64370045",
        "国药准字Z20013220",
    ),
)
_AREA: Final = r"(?:10|2\d|[3-9]\d{2})"


class LandlineRecognizer(ContactRecognizer):
    """A mainland landline said to be a patient's or a private person's."""

    entity = "PHONE"
    shapes = (
        Shape(
            rf"(?<![0-9A-Za-z.\-/])(?:(?:\+|00)86[ \-]?)?(?:\(0{_AREA}\) ?|0{_AREA}[ \-\u2010-\u2015]?)"
            rf"[2-9]\d{{2,3}}[ \-]?\d{{4}}(?:(?:-|转|ext\.?) ?\d{{1,5}})?{RIGHT}",
            0.3,
        ),
        Shape(rf"(?:座机|宅电|家庭?电话|固话)(?:号码?)?(?:是|为)?[ :]{{0,3}}(?P<value>[2-8]\d{{6,7}}){RIGHT}", 0.3),
    )
