"""Cards of officers, soldiers and police: beside the word, or in the armed forces' form 某字第...号."""

from __future__ import annotations

from adcheck.privacy.base import RIGHT, Cases, Shape
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER

CASES = Cases(
    bad=(
        "军官证：[[军字第2001988号]]",
        "士兵证号[[士字第20190233号]]",
        "文职干部证 [[文字第0801234号]]",
        "持军官证（[[南字第01234567号]]）挂号",
        "军人，证件[[空字第0123456号]]，优先就诊",
        "警官证号：[[012345]]",
        "军官证 [[0198234]]",
        "军官證號碼：[[政字第 8830127 號]]",
        "退役军人优待证 [[3201020012345678]]",
        "残疾军人证：[[军D012345]]",
        "Military ID: [[20019884]]",
    ),
    good=(
        "京卫医字第2001988号",
        "国药准字Z20019880",
        "（2023）沪卫医字第12号",
        "军人、军官证优先，热线400-820-1234",
        "凭军官证减免100元",
        "医军字第号",
        "军药准字第2001988号批准",
        "部队退役军人2001988人",
    ),
)


class OfficerIdRecognizer(LabelledRecognizer):
    """The number of an officer's, soldier's or policeman's card."""

    entity = "OFFICER_ID"
    labels = (
        (
            r"(?:军官|士兵|士官|军人|文职|文职干部|文职人员|军官退休|警官|警察|人民警察|武警"
            r"|消防员|消防|义务兵|学员|退役军人|军人残疾|残疾军人)(?:优待|保障|身份|工作)?(?:证"
            r"|卡)(?:件)?(?:号码|编号|字号|号)?"
        ),
        r"(?:伤残军人|优待|烈属|离休)证(?:件)?(?:号码|编号|字号|号)",
        r"警号",
    )
    terms = (rf"(?:military|officer'?s?|soldier'?s?|army|police)(?: ID| identity| identification)(?: card)?{NUMBER}?",)
    value = r"(?:[军兵士官文武警空海陆火箭联战支参政后装备北南沈兰济成广东西中职学退残消]{1,3}字第? ?\d{4,10} ?号?|(?:[\u4e00-\u9fff]?军)?[A-Z]?\d{6,18})"
    pros = ("军官", "士兵", "士官", "军人", "文职", "现役", "部队", "武警", "警官", "证件", "身份", "退伍", "退役")
    shapes = (
        Shape(
            rf"(?<![\u4e00-\u9fff药卫医广批准])(?P<value>[军兵士官文武警空海陆联政后装北南沈兰济成广]{{1,2}}字第 ?\d{{5,10}} ?号){RIGHT}",
            0.3,
        ),
        Shape(
            rf"(?:证件?(?:号码|号)?[是为:( ]{{0,2}})(?P<value>[军兵士官文武警空海陆联政后装北南沈兰济成广]{{1,2}}字第 ?\d{{5,10}} ?号){RIGHT}",
            0.7,
        ),
    )
