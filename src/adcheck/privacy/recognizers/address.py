"""Chinese street addresses of a person, whole: province, city, district, road, number, building, unit, room.

A door is found first (a road's number, a building with its unit or room, a house of a village), then the place names
before it. A road with a number is mostly an institution's and needs a word for a patient; a building's unit or room
or a village's house is a home unless a word says whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from adcheck.privacy.base import Cases, Find
from adcheck.privacy.ownership import ContactRecognizer
from adcheck.text.heads import matches
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "患者家住[[浙江省杭州市西湖区文三路388号翠苑小区3幢2单元501室]]，",
        "收货地址：[[上海市浦东新区张杨路1348弄12号602室]]",
        "姓名：刘芳，地址：[[成都市武侯区玉林街道12栋3单元7号]]",
        "住在[[河南省周口市淮阳区王店乡李庄村3组12号]]的老人",
        "请寄到[[朝阳区望京西园三区308号楼1505]]，王女士收",
        "家屬住址：[[臺北市大安區忠孝東路四段123號5樓]]",
        "家庭住址：[[南京市鼓楼区中山北路２５号]]",
        "张伟，男，58岁，[[幸福家园6号楼2单元301]]，电话138****1234",
        "户籍地[[湖北省黄冈市英山县红山镇陈家畈村5组]]",
        "户籍地址：[[河南省周口市郸城县汲水乡大于庄行政村]]，",
        "老人独自住在[[青岛市市南区香港中路阳光花园12-3-501]]。",
        "患者现住 [[广东省 深圳市 南山区 科苑路8号 海景公寓B座1203室]]",
    ),
    good=(
        "院址：杭州市西湖区文三路388号",
        "地址：上海市黄浦区人民路88号科技大厦12楼1203室",
        "我院位于成都市武侯区玉林路12号3栋",
        "乘地铁2号线到人民广场站3号口",
        "XX口腔门诊部，阳光小区3幢101室，欢迎到店",
        "来自河南省周口市的患者",
        "门诊楼3楼502室就诊",
        "住院部2号楼3层301室",
        "急诊科1号楼3单元",
        "活动地点：市民中心3号楼201室",
        "主题讲座，地点社区二楼，无需报名",
        "小区二期交房",
    ),
)
_HAN: Final = "\u4e00-\u9fff"
_NUM: Final = r"[A-Za-z]?\d{1,5}(?:[\-之]\d{1,4})?[A-Za-z]?"
_UNIT: Final = rf"(?:{_NUM}|[一二三四五六七八九十]{{1,3}}|[A-Za-z甲乙丙丁])"
_ESTATE: Final = rf"[{_HAN}A-Za-z]{{1,10}}?(?:小区|花园|家园|公寓|新村|大院|家属院|宿舍楼?|苑|园|城|湾|府|庭|邸|居|庄|社区|里|大厦|中心|广场|座)"
_PIECE: Final = rf" ?(?:第?{_UNIT} ?(?:单元|号楼|楼|栋|幢|座|门|层|期|区|室|房|户|号)|[附内]\d+号)"
_HOUSE_PIECE: Final = rf" ?{_UNIT} ?(?:单元|号楼|栋|幢|座|室|户|号)"
_LAST: Final = r"(?: ?\d{3,4}(?:室|房|号)?(?![\d.%年元万个位例名]|,\d))?"
_DOOR: Final = LazyPattern(
    rf"(?P<road>(?:路|街|道|巷|胡同|弄|里|坊|径)(?:[东南西北中]|{_UNIT}段)? ?{_UNIT} ?(?:号(?:大?院)?|弄|巷)(?!线|口|出口|公路|站)"
    rf"(?: ?{_ESTATE}(?={_PIECE}|\d)| ?[{_HAN}]{{2,10}}?(?={_UNIT} ?(?:号楼|栋|幢|座|单元|室)|\d{{1,3}}-\d))?"
    rf"(?:\d{{1,3}}-\d{{1,4}}(?:-\d{{1,4}})?)?(?:{_PIECE}){{0,5}}{_LAST})"
    rf"|(?P<building>(?<=[{_HAN}]) ?{_UNIT} ?(?:号楼|栋|幢|座)(?: ?{_UNIT} ?(?:单元|门|层|楼))?(?:{_PIECE}| ?\d{{3,4}}(?![\d.%年元万个位例名]|,\d)){{1,2}})"
    rf"|(?P<estate>(?:小区|花园|家园|公寓|新村|苑|家属院|社区) ?(?:\d{{1,3}}-\d{{1,3}}-\d{{2,4}}|\d{{1,3}}-\d{{3,4}}"
    rf"|(?={_HOUSE_PIECE})(?:{_PIECE}){{1,4}}{_LAST})(?!\d))"
    rf"|(?P<village>(?:村|屯|寨|嘎查|大队|畈|垸|湾)(?:[{_HAN}]{{2,4}}?)? ?(?:第?{_UNIT}(?:村民)?(?:组|队|社)(?: ?{_NUM}(?:号|户))?|{_NUM}号))"
    rf"|(?P<whole>(?<=[县市区旗])[{_HAN}]{{1,4}}(?:镇|乡|街道|苏木)[{_HAN}]{{1,5}}?(?:行政村|自然村|村|屯|社区|居委会)(?!民|医|卫|镇)"
    rf"(?:(?:委会|民委员会)?[{_HAN}]{{2,4}}(?:组|屯|寨|自然村)(?= ?{_NUM}号| ?第?{_UNIT}[组队]|[^{_HAN}]|\Z))?"
    rf"(?: ?第?{_UNIT}(?:村民)?(?:组|队|社)(?: ?{_NUM}(?:号|户))?| ?{_NUM}号)?)"
)
_PROVINCES: Final = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|"
    "台湾|台北|内蒙古|广西|西藏|宁夏|新疆|香港|九龙|澳门"
)
_PROVINCE: Final = LazyPattern(rf"(?:{_PROVINCES})(?![东南西北中]?[路街道人籍菜话]|医科|大学)")
_LEAD: Final = LazyPattern(
    r"家住|居住|住所|住址|户籍地?址?|籍贯|地址|地点|位于|坐落于?|来自|老家|租住|暂住|前往|寄[到往至给]|送[到至]|发[到往]|搬[到至]|上门|就在|家在|"
    r"[:]|在|到|是|住(?![宅院])|址|为(?=[^\s]{2,3}[省市区县])|于(?!洪|都|田)|至(?!善|诚)|收件?[人货]?|送货|男|女|岁"
)
_TOWN: Final = LazyPattern(rf"[{_HAN}]{{2,4}}?(?:自治州|地区|市|州|盟|新区|区|县|旗|镇|乡|街道)")
_HOME: Final = LazyPattern(
    r"单元|室|房|户|栋|幢|号楼|小区|花园|家园|公寓|新村|苑|[村屯寨畈垸].{0,8}[组队社号户]|宿舍|家属院|\d-\d"
)
_HOUSE: Final = LazyPattern(
    r"大厦|广场|商场|写字楼|中心|科技园|产业园|工业园|创业园|软件园|医院|诊所|门诊|卫生院|药[房店]|院区|大学|学院|商[城务铺]|病[房区]|急诊|住院|诊室|"
    r"科室?(?=\d)|会展|酒店|宾馆|银行|医技|行政|教学楼|实验|综合楼|外科|内科|体检|候诊|检验|展馆?|会议"
)


class AddressRecognizer(ContactRecognizer):
    """A whole street address that isn't said to be the institution's."""

    entity = "ADDRESS"
    pros = (
        "住在", "住址", "居住", "家住", "现住", "户籍", "籍贯", "收货地址", "收件地址", "寄件地址", "家庭地址", "家庭住址", "联系地址", "通[讯信]地址",
        "送货", "上门", "租住", "暂住", "老家", "家在", "寄[到往给]", "住", "邮寄", "快递到", "送到", "搬到", "家访",
        "拍摄地点?", "照片定位", "(?:男|女)[，,]\\d+岁",
    )  # fmt: skip
    cons = (
        "位于", "坐落", "到店", "来院", "乘车", "导航", "总部", "分店", "注册地址", "生产地址", "经营地址", "公司地址", "机构地址", "地铁", "公交",
        "举办", "召开", "活动", "(?<!拍摄)地点", "展位", "就诊(?!人)", "住院部",
    )  # fmt: skip

    def results(self, text: str) -> Iterator[Find]:
        """Each door with the place names before it."""
        for match in matches(_DOOR.source, text):
            start, end = _start(text, match.start()), match.end()
            if match.start() - start < 2:
                continue
            # an office tower, a ward or a campus has rooms too
            coarse = match.group("whole") is not None
            alone = (
                0.3
                if coarse or _HOUSE.search(text, max(0, start - 6), end) or not _HOME.search(text, start, end)
                else 0.6
            )
            voice = self.listen(text, start, end)
            score = alone + (0.0, 0.4, -0.5)[voice.sign]
            if score >= 0.5:
                yield self.result(start, end, score, self.reason(voice))


def _start(text: str, door: int) -> int:
    """Where the place names before a door begin: a province, else behind a word that leads in, else the first town."""
    low = max(0, door - 40)
    run = re.search(rf"[{_HAN}0-9A-Za-z ]*\Z", text[low:door])
    low = door - len(run.group()) if run else door
    first = low
    for lead in _LEAD.finditer(text, low, door):
        low = lead.end()
    # the look-ahead must see one road's name further than the place names go
    for province in _PROVINCE.finditer(text, low, door + 2):
        if province.end() <= door:
            return province.start()
    while low < door and text[low] in " 的了":
        low += 1
    if low == first and door - low > 6 and (town := _TOWN.search(text, low, door)):
        return town.start()
    return low if low > first or door - low <= 10 else door - 5
