"""Who is named, and whose name it is; people are fictional but for the famous ones."""

from __future__ import annotations

import subprocess
import sys

import pytest

from adcheck.privacy.base import unmark
from adcheck.privacy.names import OTHER, PATIENT, people
from adcheck.privacy.names.columns import column_title
from adcheck.privacy.names.decode import well_formed
from adcheck.privacy.names.tokens import LONGEST, sentences, tokenize

PATIENTS = (
    "退休教师[[邓玉梅]]做完白内障手术，第二天就能看报了。",
    "住在城西的[[贺长林]]今年六十八，膝盖疼了十几年。",
    "患者[[司马静]]，女，37岁，主诉右耳听力下降。",
    "我叫[[崔鹏]]，在这儿种了两颗牙，吃东西香多了。",
    "我老公[[纪晓峰]]打呼噜，在这里做了检查。",
    "[[叶青]]和丈夫[[祝海波]]结婚八年，去年终于当上了父母。",
    "家长签字：[[薛丽娟]]",
    "联系人：[[尹志刚]]，电话：13900002222",
    "——[[童欣]]，29岁，会计",
    "“效果真好。”[[钱大勇]]激动地说。",
    "请[[韦小玲]]到3号诊室就诊",
    "患者[[热依汗·吐尔逊]]，女，维吾尔族，58岁",
    "姓名,年龄,诊断\n[[范国栋]],61,糖尿病\n[[沈秋菊]],55,高血压",
    "患者姓名：[[汤一鸣]]    医师签名：陆建平",
    "原告[[莫春兰]]诉称，术后出现面部僵硬。",
    "患者[[陳美玲]]，女，42歲，因頭暈來院就診。",
    "Patient [[Oliver Grant]] had a knee replacement in May.",
    '"I sleep again." - [[Helen Brooks]], Leeds',
    "My daughter [[Emily Carter]] was treated here for asthma.",
    "Patient name: [[Samuel Ortiz]]   Physician: Laura Kent, MD",
    "群里的[[别志刚]]问：做完激光能不能洗脸？",
    "小区居民[[燕秋萍]]和[[柏长明]]最早排队接种。",
    "My grandson [[Tobias]] was born here and is thriving.",
    "Dear [[Marguerite]], your results are ready in the portal.",
    "Referral for [[Kwabena Mensah]]: chest pain on exertion.",
)

NOBODYS = (
    "骨科主任医师邓玉梅每周三上午坐诊。",
    "主治医生：贺长林",
    "文/司马静 图/崔鹏",
    "本院法定代表人为纪晓峰。",
    "叶女士和祝先生都说效果好。",
    "患者薛某，女，40岁。",
    "尹**，电话139****2222",
    "童欣（化名）做完手术后恢复良好。",
    "应患者要求，文中钱大勇为化名。",
    "李时珍在《本草纲目》中记载了三七。",
    "华佗、张仲景、孙思邈都是一代名医。",
    "演员汤一鸣代言了该品牌。",
    "市卫健委副主任范国栋出席启动仪式。",
    "党参、白术、茯苓、甘草各10克，水煎服。",
    "关节置换手术费用透明，术后需复查。",
    "高血压、高血脂、高血糖患者慎用。",
    "马上预约，立减500元。",
    "Dr. Oliver Grant specialises in knee replacement.",
    "By Helen Brooks, Health Correspondent",
    "Reviewed by Samuel Ortiz, MD, on May 3, 2024",
    "Book Your Free Consultation Today",
    "Crohn's disease and Hodgkin lymphoma",
    "Our patients have come from Boston, Denver and Austin.",
    "姓名：[姓名] 电话：[电话]",
    "患者向窗口工作人员说明情况后即可办理。",
    "病人都会收到短信提醒，家属从西门进入。",
    "患者多来自周边县市，随访周期平均为半年。",
    "患者计划怀孕前应当先咨询医生。",
    "他留下了联系方式，家属来院后再登记。",
    "本院将建立投诉处理程序，高度重视患者隐私。",
    "母亲高度近视的，孩子应尽早检查。",
    "统计量包括均值、中位数，衡量患者的依从性。",
    "患者應向櫃檯出示證件，家屬都需登記。",
    "门诊床位周(zhōu)转(zhuǎn)率和患者满意度均有提高。",
    "清代医家叶天士、吴鞠通创立了温病学说。",
    "Franklin County opened two clinics for patients this year.",
    "The First Hospital of Nanjing Medical College enrolled her.",
    "Patients were scanned on a SOMATOM Force.",
)


@pytest.mark.parametrize("marked", PATIENTS)
def test_patients(marked: str) -> None:
    text, spans = unmark(marked)
    found = [(p.start, p.end) for p in people(text) if p.role == PATIENT]
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in spans]
    assert found == spans


@pytest.mark.parametrize("text", NOBODYS)
def test_nobody(text: str) -> None:
    assert [text[p.start : p.end] for p in people(text) if p.role == PATIENT] == []


def test_other_people_are_told_apart() -> None:
    text = "心内科主任医师何建平为患者高秀兰做了支架手术。"
    assert [(text[p.start : p.end], p.role) for p in people(text)] == [("何建平", OTHER), ("高秀兰", PATIENT)]


def test_a_name_has_one_role_in_a_text() -> None:
    text = "患者高秀兰，女，61岁。高秀兰说恢复得不错。高秀兰"
    assert [p.role for p in people(text)] == [PATIENT] * 3


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "。。。", "？" * 50, "\ud800", "a" * 5000, "王" * 5000, "姓名：\n\n\n", "·" * 40]
)
def test_strange_texts(text: str) -> None:
    for person in people(text):
        assert 0 <= person.start < person.end <= len(text)


@pytest.mark.parametrize(
    ("value", "well"),
    [
        ("张伟", True), ("阿依古丽·买买提", True), ("张 伟", False), ("张，伟", False), ("Jane Roberts", True), ("J. Roberts", True),
        ("Ludwig van Beethoven", True), ("jane", False), ("MB of", False), ("Jane | Ohio", False), ("Room 3", False), ("ROBERTS, Jane", True),
    ],
)  # fmt: skip
def test_well_formed(value: str, well: bool) -> None:
    assert well_formed(value) is well


@pytest.mark.parametrize(
    ("text", "at", "title"),
    [
        ("姓名,年龄\n张伟,30", "张伟", "姓名"),
        ("姓名,年龄\n张伟,30\n李娜,31", "31", "年龄"),
        ("第一段，有字。\n\n医生|科室\n张伟|骨科", "张伟", "医生"),
        ("id\tname\n1\tJane", "Jane", "name"),
        ("只有一行，张伟", "张伟", ""),
        ("患者来了\n张伟,30", "张伟", ""),
    ],
)
def test_column_title(text: str, at: str, title: str) -> None:
    assert column_title(text, text.index(at)) == title


def test_tokens_cover_the_text() -> None:
    text = "患者Mary O'Neill's 3号床，\t王伟。\n"
    tokens = tokenize(text)
    assert "".join(t.text for t in tokens) == text
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert "O'Neill" in [t.text for t in tokens]


def test_sentences_are_cut() -> None:
    text = "字" * (3 * LONGEST) + "。完"
    spans = list(sentences(text))
    assert "".join(text[a:b] for a, b in spans) == text
    assert max(b - a for a, b in spans) <= LONGEST + 1


def test_imports_nothing_heavy() -> None:
    code = (
        "import sys; from adcheck.privacy.names import people; people('患者王秀英来院');"
        "print([m for m in ('spacy', 'presidio_analyzer', 'jieba', 'numpy', 'regex') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
