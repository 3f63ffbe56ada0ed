"""Images said to show a patient: a picture in Markdown or HTML whose description names a patient's face or body."""

from __future__ import annotations

from typing import Final

from adcheck.privacy.base import Cases, PersonalRecognizer, Shape

CASES = Cases(
    bad=(
        "图：[[患者手持锦旗正面照]]，摄于门诊。",
        "[[患者术后素颜照]]如下，未加滤镜",
        "轮播图均为[[真实患者面部照片]]",
        "[[Photo of our patient]], taken the day her braces came off.",
        "Left: [[patient's face before treatment]].",
        "![患者面部]([[img/a01.jpg]])",
        '<img src="[[p/0031.png]]" alt="患者面部对比">',
        '<img alt="patient face before treatment" src="[[cases/17.jpg]]">',
        "![Our patient, full face](<[[face.png]]>)".replace("<[[face.png]]>", "[[face.png]]"),
    ),
    good=(
        "未经同意不得使用患者面部照片。",
        "图为模特，非患者术后照片",
        "该院被指擅自使用患者的术后照片做广告",
        "Patient photos are never used without written consent.",
        "请携带患者一寸照片两张",
        "![门诊大厅](img/hall.jpg)",
        '<img src="logo.png" alt="logo">',
        "![患者满意度统计图](img/chart.png)",
        "![patient flow chart](flow.png)",
        '<img src="x.jpg" alt="患者须知">',
    ),
)
_REAL: Final = r"(?:真实|本院|我院)?"
_REASON: Final = "a picture said to show a patient"
_FILE: Final = r"[^\s()\"'<>]{1,200}\.(?:jpe?g|png|gif|webp|bmp|heic|tiff?)"
_WHO: Final = r"(?:患者|病人|顾客|客户|求美者|真人|[Pp]atients?|[Cc]lients?)"
_WHAT: Final = (
    r"(?:照片?|面部|脸部?|正面|侧面|全身|全脸|术前|术后|治疗[前后]|对比|伤口|疤痕|肖像|合影|"
    r"face|photo(?!copy)|portrait|before|after|smil|body|scar|wound|selfie)"
)
_SAID: Final = rf"(?:{_WHO}[^\]\"'\n]{{0,20}}{_WHAT}|{_WHAT}[^\]\"'\n]{{0,20}}{_WHO})"


class ImageRecognizer(PersonalRecognizer):
    """The file of a picture that is described as a patient's."""

    entity = "IMAGE"
    shapes = (
        Shape(
            rf"{_REAL}(?:患者|病人|顾客|客户|求美者)[^,，。;；:\n0-9的]{{0,10}}?(?:对比照|特写|近照|随访照|素颜照|正面照|侧面照|全家福照?片?|面部照片|术[前后]照片?|生活照|合影|手持[^,。\n]{{1,8}}照片?)",
            0.5,
            reason=_REASON,
        ),
        Shape(
            r"(?i:photo(?:graph)?s?|pictures?|images?|portrait|selfie|video) of "
            r"(?:our|a|an|the|this|my|real) (?:[a-z\-]{1,14} ){0,2}?patient(?!s|'s? (?:room|flow|care))",
            0.5,
            reason=_REASON,
        ),
        Shape(
            r"(?<![a-z])(?:[a-z]{1,14} ){0,2}patient's (?:face|smile|teeth|skin|nose|scar|wound|body|chest|hairline)"
            r"(?: (?:before|after|at|following|prior to) [a-z ]{3,24})",
            0.5,
            reason=_REASON,
        ),
        Shape(
            r"(?<![a-z] )(?:[Pp]atient|PATIENT) (?:selfie|portrait|photo(?:graph)?)(?! (?:policy|consent|release|id|ID))(?![a-z])",
            0.5,
            reason=_REASON,
        ),
        Shape(rf"!\[[^\]\n]{{0,40}}?{_SAID}[^\]\n]{{0,40}}\]\((?P<value>{_FILE})", 0.7, reason=_REASON),
        Shape(
            rf"<img [^>\n]{{0,200}}?src=[\"'](?P<value>{_FILE})[\"'][^>\n]{{0,200}}?alt=[\"'][^\"'\n]{{0,40}}?{_SAID}",
            0.7,
            reason=_REASON,
        ),
        Shape(
            rf"<img [^>\n]{{0,200}}?alt=[\"'][^\"'\n]{{0,40}}?{_SAID}[^>\n]{{0,200}}?src=[\"'](?P<value>{_FILE})[\"']",
            0.7,
            reason=_REASON,
        ),
    )
    cons = (
        "不得", "禁止", "严禁", "不要", "不会", "不使用", "请勿", "避免", "未经", "擅自", "模特", "非", "示意", "卡通", "插画", "AI", "携带", "提供", "提交",
        "上传", "保护",
        "申请", "删除", "never", "no", "not", "stock", "model", "without", "do not", "illustration", "please", "example", "may", "must",
    )  # fmt: skip
