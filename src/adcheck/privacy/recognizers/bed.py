"""A patient's bed, with its room: ``12床``, ``床号：12``, ``bed 12``. Not the count of beds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from adcheck.privacy.base import Cases, Find, Shape
from adcheck.privacy.labelled import WindowedRecognizer, column
from adcheck.privacy.labels import JOIN, SAMPLES

CASES = Cases(
    bad=(
        "[[12床]]患者张伟今日出院",
        "床号：[[12]]",
        "床位号 [[加3]]",
        "家属请到[[706病房12床]]",
        "[[3号楼5层12床]]的大爷",
        "她住[[23床]]",
        "普外科[[加3床]]",
        "心内科 [[8床]] 李某某",
        "住在[[十二床]]的病人",
        "[[12號床]]病人家屬送來錦旗",
        "[[5床]]张阿姨说效果好",
        "姓名,床号\n张伟,[[12]]\n李娜,[[13]]",
        "She was in [[bed 12]] on the ward",
        "[[Ward 7B, Bed 12]]",
        "[[Room 412, bed A]]: Mr. Hill",
        "Patient in [[bed no. 4]]",
    ),
    good=(
        "开放床位500张",
        "设有200床的现代化病区",
        "500床规模的三甲医院",
        "拥有病床300张",
        "编制床位为 120床",
        "床位号预约请致电",
        "床旁超声3分钟完成",
        "3床位VIP病房",
        "配备2床被子",
        "每间3床1卫",
        "1.8米床",
        "20-30床的小型医院",
        "临床12年经验",
        "起床3小时后服用",
        "医院共有120床",
        "医养中心800床",
        "睡前卧床30分钟",
        "一床两用",
        "12床旁监护仪",
        "a 12-bed unit",
        "200 beds and 3 wards",
        "Go to bed 2 hours after dinner",
        "go to bed 10 minutes earlier",
        "king bed 2 pillows",
        "In 2019 the hospital had bed 80% full",
    ),
)

_NOT = (
    r"(?!位|旁(?!边)|单|垫|头|上|试|品|边|铺|褥|帘|架|被|棉|以上|以下|以内|规模|的?(?:规模"
    r"|医院|综合|三甲|三级|二级|专科|大型|小型|现代|病区|病房|住院)|医院|综合|三级"
    r"|二级|[/+0-9一两三二]|两用)"
)
_ROOM = r"(?:\d{1,4}(?:号楼|楼|层|F|病区|区|号病房|病房|病室|号房|房间|房|室)[ ,-]?)"
_UNIT = r"(?:(?:[NCPERS]?ICU|CCU)|(?:重症)?监护(?:室|病房)|抢救室|留观室?|急诊)"
_LABELLED = r"(?:(?:加|VIP-?)?\d{1,3}[A-Za-z]?(?:-\d{1,2})?(?:床)?|[A-Za-z\u4e00-\u9fff]{1,4}-?\d{1,3}(?:床)?)"
_TITLE = r"床(?:位)?号?|(?i:(?<![A-Za-z])bed(?:_no| no\.?)?(?![A-Za-z]))"


class BedRecognizer(WindowedRecognizer):
    """A bed with a number in which somebody lies."""

    entity = "BED"
    trace = r"床|(?i:bed|room|rm)"
    shapes = (
        Shape(rf"床(?:位)?(?:号码|编号|号){JOIN}(?P<value>{_LABELLED})(?![\dA-Za-z张个])", 0.7),
        Shape(
            rf"(?<![\d.A-Za-z~\-])(?P<value>(?:{_UNIT} ?)?{_ROOM}{{0,3}}(?:第|加|抢救|VIP-?)?\d{{1,3}}[A-Za-z]?(?:号|#|-\d)?床){_NOT}",
            0.6,
        ),
        Shape(
            rf"(?<![一二三四五六七八九十百第几])(?P<value>{_ROOM}{{0,2}}(?:加)?[一二三四五六七八九十]{{1,3}}(?:号)?床){_NOT}",
            0.3,
        ),
        Shape(
            r"(?i:(?<![A-Za-z])(?P<value>(?:(?:ward|room|bay|unit|rm\.?) ?[A-Z]?\d{1,4}[A-Z]?[,;/ -]{1,3})?"
            r"bed ?(?:no\.?|number|#)? ?(?:(?:[A-Z]{1,4}-|(?:ICU|HDU|CCU|NICU|PACU) )?[A-Z]?\d{1,3}[A-Z]?(?:-\d{1,2})?"
            r"|(?-i:[A-H])))(?![\w%]|[ -](?:hours?|days?|minutes?|mins?|weeks?|pillows|times"
            r"|am|pm|years?|of|x)))",
            0.7,
        ),
        Shape(
            r"(?i:(?<![A-Za-z])(?P<value>(?:room|rm\.?) ?#? ?\d{2,4}-?[A-Z]?))(?![\w%]| (?:service|rate|temperature))",
            0.3,
        ),
        Shape(r"[\"'](?i:bed(?:_no|_number)?)[\"'] ?: ?[\"']?(?P<value>[A-Z]{0,4}-?\d{1,3}[A-Z]?)", 0.7),
    )
    pros = (
        "住", "患者", "病人", "护士", "查房", "家属", "转", "躺", "送", "号房", "patient", "pt", "dx", "admitted", "MRN", "ward",
        "inpatient", "transferred", "moved",
    )  # fmt: skip
    cons = (
        *SAMPLES, "开放", "设有", "设置", "开设", "拥有", "共有", "医院有", "编制", "新增", "展开", "超过", "现有", "核定", "病床", "配备", "规划",
        "扩建", "扩至", "扩增", "床位数", "容纳", "平均", r"(?<!预)[近达超余约共总设每米卧起](?:约|各|近)? ?$", r"每[\u4e00-\u9fff]{1,4}$", "中心$",
        r"(?:go(?:es|ing)?|went|get|got) to",
        "king", "queen", "sofa", "hospital", "day", "licensed", "acute",
    )  # fmt: skip
    reach = 8
    note = 4

    def accept(self, text: str, start: int, end: int) -> bool:  # noqa: ARG002 -- a hook
        """Not one of several counts of beds."""
        before = text[max(0, start - 18) : start]
        return not re.search(r"床位(?!号|[: ]*$)|病床|[共设有总](?:\D{0,3})\d+ ?[床张][,、]", before)

    def results(self, text: str) -> Iterator[Find]:
        """Beds in prose and forms, then those in a column."""
        yield from super().results(text)
        yield from column(self, text, _TITLE, rf"{_LABELLED}|[A-Z]?\d{{1,3}}[A-Z]?")
