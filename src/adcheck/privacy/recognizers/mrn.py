"""Medical record, admission and outpatient numbers (HIPAA identifier H): only beside their label."""

from __future__ import annotations

from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import GROUPED, NUMBER, RECORD, TAIL

CASES = Cases(
    bad=(
        "病历号：[[00348215]]",
        "张女士（病案号 [[B2023-00418]]）术后恢复",
        "住院号[[ZY0034521]]",
        "就诊卡号 [[000123456789]]，请勿外传",
        "患者编号为[[P-20931]]",
        "门诊号码是：[[8800 1234 55]]",
        "姓名,住院号,床号\n张伟,[[0034521]],12\n李娜,[[0034522]],13",
        "|姓名|病案号|\n|---|---|\n|张伟|[[A00917]]|",
        "**病歷號碼**：[[20931188]]",
        '{"住院号": "[[0034521]]"}',
        "病人ID：[[10293847]]",
        "诊疗卡（磁卡）号：[[88012345]]",
        "健康档案号 [[320102-0098-1]]",
        "MRN: [[00482913]]",
        "Medical Record No. [[A-558210]]",
        "(hospital number [[T4410982]])",
        "Patient ID=[[P20931]]",
        "chart #[[77120-B]] shows",
        "name,MRN,age\nJane Roberts,[[5581920]],44",
        "Her UR number is [[1029384]].",
    ),
    good=(
        "病历号由系统自动生成",
        "凭就诊卡号查询，请拨打 021-64370045",
        "住院号查询请拨打64370045",
        "住院12天，花费34521元",
        "2023年住院34521人次",
        "本院医疗机构执业许可证登记号：PDY10023445010512A1001",
        "订单号20230415883321",
        "病历号格式示例：00123456",
        "扫码后输入病历号，3个工作日内寄出",
        "门诊号源每日8000个",
        "Hospital number of beds: 1200",
        "Call the hospital number 020 7946 0000",
        "Our patient numbers: 4500 in 2023",
        "case 12045 v Smith",
        "chart 2023 shows the trend",
        "Order number 55819203",
    ),
)


class MrnRecognizer(LabelledRecognizer):
    """The number under which an institution keeps a patient's records."""

    entity = "MRN"
    labels = (
        rf"(?:病历|病案|病例档案|病史|病志)(?:卡|本|首页)?[】\]]?{TAIL}",
        (
            rf"(?:住院|门诊|急诊|门急诊|就诊|诊疗|挂号|入院|建档|透析|就医|留观|母子健康)(?:卡"
            rf"|登记|档案|ID|证|人次|流水)?(?:\([^()\d]{{0,6}}\))?{TAIL}(?!源)"
        ),
        rf"(?:患者|病人|病员|就诊人|健康|体检者|孕妇|产妇)(?:ID|档案|登记|信息|识别|唯一)?(?:{TAIL}|ID)(?!数)",
        rf"HIS号|(?:医院|院内|病患|就诊)档案{TAIL}|病患(?:{TAIL}|ID)|体检(?:卡)?(?:号码|号)",
        r"(?:就诊|诊疗|就医|磁条|体检)卡(?=[\s:(]{1,3}[A-Za-z]{0,4}\d{5})",
        rf"(?:儿保|妇保|孕产妇|保健|围产|孕妇保健|产检|接种|预防接种|疫苗接种|随访|慢病|透析)(?:保健)?(?:手册|册|证|卡|本|档案){TAIL}",
        rf"(?:患者|病人|病员|就诊人|健康)(?:档案|登记|就诊卡|ID|识别){TAIL}",
    )
    weak = (
        rf"(?:档案|登记|建卡|ID|案卷|卡片){TAIL}",
        r"(?<![\u4e00-\u9fff])(?:编号|卡号)",
        rf"(?i:(?<![A-Za-z])(?:records?|case|file|unit|registration|reg\.?|visit|clinic|client|hosp\.?){NUMBER})",
        r"(?<![A-Za-z])(?<![A-Za-z] )ID(?=[ :#])",
    )
    terms = (
        (
            rf"(?:MRNs?|M\.R\.N\.|UMRN|URN|UHID){NUMBER}?|(?:MR|HIS|EMR|EHR|PMR|HRN|PID|pt\.?"
            rf"|hosp\.?){NUMBER}|patient(?= \d{{5,}})|(?:chart|record)(?=[:#])|encounter(?= [A-Z]?\d{{5,}})"
            rf"|PID(?=[ :])"
        ),
        rf"(?:medical|med\.?|patient|hospital|health|clinical) ?records?{NUMBER}",
        rf"(?:patient|chart|hospital|encounter|admission|inpatient|outpatient|unit record|UR|visit|case file){NUMBER}(?! of)",
        r"(?:mrn|patient_id|patient_no|medical_record_number|chart_no|hospital_no)",
    )
    cons = (
        *LabelledRecognizer.cons, "驾驶", "驾照", "驾证", "员工", "人事", "学生", "licensed", "subject", "participant", "trainee",
        "training", "licence", "employee", "staff",
    )  # fmt: skip
    value = rf"(?:{GROUPED}|{RECORD})"
    pros = (
        r"\d ?岁", r"\d{1,3}Y(?![A-Za-z])", "主诉", "诊断", "男", "女", "patient(?!s)", "pt", "DOB", "admitted", "discharged", "ward",
        "患者", "病人", "姓名", "床", "病区", "住院", "就诊",
    )  # fmt: skip

    def check(self, value: str) -> bool:
        """At least four digits and no more than twenty characters; no year."""
        return super().check(value) and len(value) <= 24 and value not in _YEARS


_YEARS = frozenset(str(year) for year in range(1950, 2100))
