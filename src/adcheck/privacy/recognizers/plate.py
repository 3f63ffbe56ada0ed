"""Vehicle plates: mainland forms by themselves, foreign ones beside their label."""

from __future__ import annotations

from adcheck.privacy.base import RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer

CASES = Cases(
    bad=(
        "患者开着[[沪A12345]]来的",
        "车牌号：[[京A·D1234]]",
        "车牌[[粤B 88K21]]",
        "肇事车辆为[[苏E9K123]]",
        "[[沪AD12345]]（新能源）",
        "[[粤Z1234港]]",
        "車牌號碼[[滬A·F0236]]",
        "license plate [[7XKP219]]",
        "His plate number is [[ABC-1234]]",
        "registration plate [[AB12 CDE]]",
        "he parked a van tagged [[KLP-4471]] outside",
    ),
    good=(
        "京B2-20190001",
        "京ICP备12345678号",
        "沪A123456",
        "本院接送车沪A12345",
        "救护车车牌：沪A12345",
        "（沪）医广【2023】第01-12-A123号",
        "苏械注准20192140123",
        "渝中区A12345栋",
        "川贝A12345",
        "license number 7XKP219",
        "dental plate 12345",
        "Petri plate count 12345",
        "plate 2 shows",
    ),
)
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SERIAL = r"[A-HJ-NP-Z\d]{5}|[A-HJK][A-HJ-NP-Z\d]\d{4}|\d{5}[A-HJK]|[A-HJ-NP-Z\d]{4}[警学挂港澳试超]"


class PlateRecognizer(LabelledRecognizer):
    """A vehicle's plate (GA 36-2018: province, letter, five characters, or six of a new-energy vehicle)."""

    entity = "PLATE"
    labels = (r"车牌(?:号码|号)?",)
    terms = (
        (
            r"(?:licen[cs]e|number|registration|vehicle|car|his|her|reg\.?) ?plates?(?: number"
            r"| no\.?| #)?|(?:car|vehicle) registration(?: number| no\.?)?"
        ),
        r"plates?(?: (?:no\.?|number|#)|(?=:))|plates?(?-i:(?= [A-Z\d -]*[A-Z])(?= [A-Z -]*\d))|reg\.?(?: no\.?)?(?-i:(?= [A-Z]{2}\d\d))",
        (
            r"(?:truck|car|van|suv|sedan|motorbike|motorcycle|scooter|pickup|jeep|vehicle)s? (?:tagged|plated"
            r"|registered(?: as)?|reg)|(?:licen[cs]e|vehicle|truck|car) tags?(?: number| no\.?)?"
        ),
        r"licen[cs]e_plate|rego(?: no\.?)?|plate_number|plate_no",
    )
    value = (
        r"(?:[A-Z]{1,3}[ -]?\d{2,5}[ -]?[A-Z]{0,3}|\d{1,3}[ -]?[A-Z]{2,3}[ -]?\d{2,4}|[A-Z]{2}\d{2} ?[A-Z]{3}"
        r"|\d[A-Z]{3}\d{3}|\d{2,4}[- ]?[A-Z]{2,3})"
    )
    shapes = (
        Shape(rf"(?P<value>[{_PROVINCE}][A-HJ-NP-Z][ ·•・.\-]?(?=[A-Z]{{0,3}}\d)(?:{_SERIAL})){RIGHT}(?!号文)", 0.6),
    )
    pros = ("车牌", "车号", "患者", "车主", "家属", "开着", "驾驶", "肇事", "他的", "她的")
    cons = (
        "接送车", "救护车", "急救车", "班车", "体检车", "院车", "采血车", "巴士", "本院", "我院", "公务车", "许可证", "备案", "准字",
        "注准", "广审", "医广", "文号", "产品", "型号", "dental", "shuttle",
    )  # fmt: skip
    reach = 14

    def check(self, value: str) -> bool:
        """The shapes say all."""
        return bool(value)
