"""Whose contact is it: a patient's or private person's (a finding), or the institution's and its staff's (none)?

The nearest word before a contact speaks, in the sentence or from the line above; then a table's column title, then a
note behind it. Where no word speaks, each recognizer says what its form is worth alone.
"""

from __future__ import annotations

from typing import Final

from adcheck.privacy.base import PersonalRecognizer
from adcheck.privacy.context import Voice, hear, words_pattern
from adcheck.text.lazy import LazyPattern

PATIENT_ZH: Final = (
    "患者", "病人", "病患", "病友", "伤者", "本人", "家属", "家长", "亲属", "亲友", "母亲", "父亲", "妈妈", "爸爸", "丈夫", "妻子", "爱人", "老公",
    "老婆", "老伴", "配偶", "儿子", "女儿", "儿媳", "女婿", "孩子", "宝妈", "宝宝", "姐姐", "妹妹", "哥哥", "弟弟", "监护人", "联系人", "收件人?",
    "收货人?", "寄送", "寄到", "寄往", "顾客", "客户", "求美者", "会员", "预约人", "投诉人", "投保人", "被保险人", "受检者", "受试者", "受益人",
    "献血者", "产妇", "孕妇", "学员", "就诊人", "来电人", "来电显示", "来电者", "来电号码?", "绑定", "预留", "咨询者", "预约者", "挂号人", "我的",
    "我手机", "我电话", "我妈", "我爸", "我家", "我儿", "我女", "她的", "他的", "她家", "他家", "她手机", "他手机", "联系我(?!们)", "加我(?!们)",
    "打给我(?!们)", "打我(?!们)", "找我(?!们)", "私我", "回我", "私人", "个人", "家庭", "家里", "家中", "家住", "住宅", "宅电", "姓名", "先生",
    "女士", "小姐", "阿姨", "叔叔", "大爷", "大妈", "大叔", "奶奶", "爷爷", "同学", "网友", "好友", "留下", "留的", "留言", "登记", "填写", "外[公婆]",
    "姥[姥爷]", "您好", "尊敬的", "回访", "随访", "身份证", "病历号", "住院号", "门诊号", "病案号", "出生", "报名", "中奖", "签收", "申请人", "献血",
)  # fmt: skip
HOUSE_ZH: Final = (
    "热线", "专线", "总机", "咨询(?!人|者|过)", "预约(?!人|者|成功|单|时|了|的)", "客服", "官方", "官网", "服务电话", "值班", "急诊电话", "门诊电话",
    "前台", "投诉(?!人|者|邮件|信|内容|时|人)", "举报", "院办", "办公室", "护士站", "分诊台", "导诊", "导医", "挂号", "医院", "卫生院", "诊所",
    "门诊部?", "中心", "公司", "机构", "药房", "药店", "大药房", "旗舰店", "门店", "本店", "店铺", "厂家", "厂商", "商务", "招商", "加盟", "合作",
    "代理", "市场部", "人事", "招聘", "应聘", "简历", "媒体", "编辑部", "杂志社", "出版社", "作者", "欢迎来电", "来电(?!人|者|显示|号)", "致电",
    "拨打", "请拨", "详询", "垂询", "分机", "传真", "24小时", "监督", "卫健委", "卫健局", "监管局", "协会", "学会", "联系我们", "找我们", "加我们",
    "本院", "我院", "院方", "院址", "院区", "主任", "医生", "医师", "大夫", "教授", "护士", "护士长", "院长", "顾问", "老师", "店长", "经理", "主管",
    "专员", "助理", "秘书", "记者", "馆", "体检部", "科室", "门诊地址", "医保局", "急救", "救助", "公益", "志愿", "售后", "售前", "订购", "订单",
    "单号", "运单", "快递单", "流水号", "批号", "批准文号", "国药准字", "械注准", "备案", "许可证", "注册证", "编号", "型号", "货号", "医广", "广审",
    "信用代码", "页码", "公众号", "二维码", "扫码", "微信群", "交流群", "服务台", "科教科", "医务科", "医务处", "医患办", "宣传科", "接待", "接诊",
    "接听", "订阅", "法务", "律师", "基金", "科委", "课题", "项目", "资助", "样本", "编码", "序号", "代码", "工作室", "采购",
    "[\u4e00-\u9fff]{2}科(?![目学技])", "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗]工(?=[ :0-9]|$)", "联系方式见",
)  # fmt: skip
PATIENT_EN: Final = (
    "patients?'?s?", "pts?", "clients?'?s?", "customer's", "my", "her", "his", "hers", "me", "mom", "mum", "mother", "father", "dad", "husband",
    "wife", "spouse", "partner", "son", "daughter", "sister", "brother", "guardian", "carer", "caregiver", "next of kin", "nok", "emergency contact",
    "home", "work (?:phone|number|tel)", "cell", "cellphone", "mobile", "personal", "private", "name", "dob", "born", "mrs", "mr", "ms", "miss",
    "ship to", "deliver to", "resident", "resides", "residing", "lives", "living at", "mrn", "ssn", "nhs", "insured", "member", "subscriber",
    "claimant", "complainant", "caller", "applicant", "participant", "policyholder", "beneficiary",
)  # fmt: skip
HOUSE_EN: Final = (
    "us", "our", "ours", "clinic", "clinics", "hospital", "office", "offices", "surgery", "reception", "front desk", "hotline", "helpline",
    "toll[- ]?free", "freephone", "appointments?", "book", "booking", "bookings", "schedule", "enquir(?:y|ies|e)", "inquir(?:y|ies|e)",
    "customer service", "customer care", "support", "sales", "press", "media", "editor", "call", "dial", "fax", "pharmacy", "cent(?:er|re)",
    "practice", "department", "dept", "dr", "doctor", "doctors", "nurse line", "switchboard", "24/7", "store", "company", "headquarters", "hq",
    "contact us", "team", "author", "correspondence", "professor", "prof", "institute", "foundation", "university", "college", "school",
    "registered office", "located", "visit", "branch", "showroom", "studio", "spa", "llc", "inc", "ltd", "gmbh", "medical group", "order", "tracking",
    "invoice", "lot", "batch", "model", "isbn", "doi", "crisis line", "poison control", "lifeline", "provider", "surgeon", "dentist", "physician",
    "therapist", "nurse", "manager", "coordinator", "spokesperson", "public affairs", "privacy officer", "gp", "consultant", "rn", "md", "dds",
    "careers", "jobs", "recruitment", "hr", "partners", "complaints", "manufacturer", "distributor",
)  # fmt: skip
PATIENT: Final = (*PATIENT_ZH, *PATIENT_EN)
HOUSE: Final = (*HOUSE_ZH, *HOUSE_EN)
_LABEL: Final = LazyPattern(
    r"(?:电话|手机|微信|QQ|邮箱|联系方式|☎|📞|(?i:tel|phone|mobile|e-?mail|whatsapp))(?:号码?)?[ :.]*$"
)
_FOOTER: Final = LazyPattern(
    r"营业时间|门诊时间|接诊时间|开诊|坐诊|欢迎|到店|优惠|特价|免费|预约(?!人|者|成功|单|时|了|的)|咨询(?!人|者|过|项目|内容)|详情|交通|路线|公交|地铁|(?<!家庭|收货|收件|联系|居住|通讯|通信)地址[:]"
    r"|(?i:(?<![a-z])(?:open(?:ing)?|hours|book|appointments?|visit|website|©)(?![a-z]))"
)
_PLACES: Final = (
    "(?:Street|Road|Avenue|Lane|Drive|Park|Square|House|Tower|Clinic|Hospital|Cent(?:er|re)|Health|Medical|Dental|Group|Care|University|"
    "Institute|Foundation|Team|Office|Desk|Line|Department|Number|Phone|Mail|Hours|Pharmacy|Surgery|Practice)(?![a-z])"
)
_SIGNED: Final = LazyPattern(
    rf"(?<![A-Za-z.])(?<!Dr )(?<!Dr\. )[A-Z][a-z]+(?: [A-Z]\.)? (?!{_PLACES})[A-Z][a-z'\-]+[,;:(|\t\-< ]{{1,3}}"
    r"(?i:(?:phone|tel|telephone|mobile|cell|contact|e-?mail|address|ph|number|no|at|on|is)[.:]?[ :]{1,2}){0,3}$"
)


def whose(text: str, start: int, end: int, pros: tuple[str, ...] = (), cons: tuple[str, ...] = ()) -> Voice:
    """+1 a patient's or private person's, -1 the institution's or its staff's, 0 nothing said; over folded text."""
    note = 24 if text[end : end + 24].isascii() else 12
    voice = hear(text, start, end, (*PATIENT, *pros), (*HOUSE, *cons), reach=48, note=note)
    if voice.sign:
        return voice
    if _SIGNED.search(text, max(0, start - 40), start):
        return Voice(1, "a person's name")
    return Voice(-1, "an advertiser's line") if _is_footer(text, start, end) else voice


def _is_footer(text: str, start: int, end: int) -> bool:
    """Whether a labelled contact stands among an advertiser's opening hours and directions, and nobody's name or role."""
    around = text[max(0, start - 80) : start] + "\n" + text[end : end + 60]
    labelled = _LABEL.search(text, max(0, start - 12), start) is not None
    return labelled and _FOOTER.search(around) is not None and words_pattern(PATIENT).search(around) is None


class ContactRecognizer(PersonalRecognizer):
    """A recognizer whose finds count only where they are not the institution's own contact."""

    def listen(self, text: str, start: int, end: int) -> Voice:
        """Ask :func:`whose`."""
        return whose(text, start, end, self.pros, self.cons)

    def reason(self, voice: Voice) -> str:
        """Why it counts."""
        return f"beside “{voice.word.strip()}”" if voice.sign > 0 else "not said to be the institution's"
