"""Phones, addresses, mail, WeChat, QQ, links, files, pictures through find(): kinds of text, and tempting clean ones."""

from __future__ import annotations

import pytest

from adcheck.privacy import find
from adcheck.privacy.base import unmark

CONTACTS = frozenset(("PHONE", "ADDRESS", "EMAIL", "WECHAT", "QQ", "URL", "FILE", "IMAGE"))

PERSONAL = (
    ("家屬手提電話：[[+852 9123 4567]]，請覆電。", "PHONE"),
    ("患儿妈妈手机[[138 1234 5678]]，随访时联系。", "PHONE"),
    ("回访对象：刘女士，[[13712345678]]", "PHONE"),
    ("姓名\t性别\t电话\n李强\t男\t[[17712345670]]", "PHONE"),
    ("| 姓名 | 手机 |\n|---|---|\n| 李强 | [[17712345670]] |", "PHONE"),
    ('{"patient": "Li", "phone": "[[13812345678]]"}', "PHONE"),
    ("投诉人留下的电话是[[136.6087.2223]]", "PHONE"),
    ("You can text my daughter on [[07700 900123]].", "PHONE"),
    ("Emergency contact: Lena Ortiz, mother, [[(415) 555-0172]]", "PHONE"),
    ("老人现在住[[武汉市江岸区解放大道1127号3栋2单元601]]，行动不便。", "ADDRESS"),
    ("快递请寄到[[广东省佛山市南海区桂城街道海八路8号万科花园5座1203房]]，谢谢", "ADDRESS"),
    ("家访记录：[[嘉定区江桥镇金沙江西路1555弄28号402室]]", "ADDRESS"),
    ("She lives at [[44 Birch Lane, Flat 2, Bristol BS6 5QA]].", "ADDRESS"),
    ("报告请发[[xiaomei1990@qq.com]]，我是患者女儿", "EMAIL"),
    ("病友群里那位大姐，扣扣[[594837261]]", "QQ"),
    ("术后一年的姐妹，vx [[hanhan_0823]]，可以问我", "WECHAT"),
    ("患者小红书主页 [[https://www.xiaohongshu.com/user/profile/5f3a91c2000000000101b2c3]]", "URL"),
    ("请删除[[王秀兰_术前.jpg]]", "FILE"),
)

CLEAN = (
    "预约电话：13812345678（微信同号），地址：南京市鼓楼区中山北路25号",
    "王医生工作手机13912345678，每周二坐诊",
    "采购咨询请致电138-1234-5678或邮件sales@163.com",
    "患者投诉请拨打医患办电话021-64370045",
    "收到患者来信后，我院客服（13812345678）第一时间回复",
    "院区地址：成都市武侯区玉林路12号3栋2单元；乘地铁1号线",
    "阳光口腔位于朝阳区幸福家园6号楼2单元101，欢迎到店",
    "关注公众号meilijia2020，客服微信meili_kefu",
    "患者交流QQ群：736482910",
    "运单号13812345678，已由本站签收",
    "手机号138****5678的患者已确认",
    "[PHONE] 已脱敏，邮箱 l***@163.com",
    "The clinic's line is (602) 555-0147; patients may also write to care@clinic.example.",
    "Correspondence to: Dr. H. Lin, 12 College Road, Leeds LS2 9JT",
    "手术视频 demo_before_after.mp4 供学习",
    "从1138例到2138例，增长1000例，覆盖12345678人",
    "项目编号19912345678，资金号15912345678",
)


@pytest.mark.parametrize(("marked", "entity"), PERSONAL)
def test_a_private_persons_contact_is_found(marked: str, entity: str) -> None:
    text, [span] = unmark(marked)
    assert (span, entity) in [((one.start, one.end), one.entity) for one in find(text)]


@pytest.mark.parametrize("text", CLEAN)
def test_the_institutions_contact_is_none(text: str) -> None:
    assert [(one.entity, text[one.start : one.end]) for one in find(text) if one.entity in CONTACTS] == []
