"""Numbers of a patient's reports, specimens, images and prescriptions: only beside their label."""

from __future__ import annotations

import re

from adcheck.privacy import validators
from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER, TAIL, enough_digits

CASES = Cases(
    bad=(
        "检验报告单号：[[R20230415-0033]]",
        "病理号[[2023-08812]]",
        "标本编号 [[LIS0034521]]",
        "影像号:[[CT0098123]]",
        "CT号 [[1002934]]",
        "检查号为[[US20231100012]]",
        "患者张伟的报告编号：[[BG2023110042]]",
        "采血管条码 [[200398123411]]",
        "患者标本条码：[[8821003345]]",
        "處方號：[[CF20230091]]",
        "姓名,病理号\n张伟,[[2308812]]",
        "申请单号 [[20231102008]]",
        "Accession number: [[A23-10442]]",
        "specimen ID [[SP-55210]]",
        "Biopsy [[HS-23-00418]], reported clear.",
        "Pathology No. [[S23-4471]]",
        "lab report #[[LR-220918]]",
        "Sample ID: [[0098-2231]]",
        "Rx# [[7712093]]",
        "Patient: J. Roe. Report no. [[RP-88213]]",
    ),
    good=(
        "第三方检测报告编号：SH2023-00112",
        "产品检验报告编号 GDJ20230415",
        "SGS报告编号：SHAEC2301122334",
        "商品条码 6901234567892",
        "条形码：6901234567892",
        "报告编号自动生成",
        "国家药监局检验报告书编号 QX20230011",
        "处方药广告批准文号",
        "财务报告编号2023-001",
        "CT号称64排",
        "Annual report no. 2023",
        "World Health Report number 12345",
        "sample size 2023",
        "标本采集时间 20230415",
        "查体报告2023版",
        "白皮书报告编号：WP2023110042",
    ),
)

_IMAGING = (
    r"(?:影像|放射|超声|彩超|B超|内镜|胃镜|肠镜|病理|切片|玻片|蜡块|标本|样本|检体"
    r"|化验|检验|心电|心电图|脑电|核磁|磁共振|X线|X光|CT|MRI?|DR|PET|DSA|骨髓|活检"
    r"|采样|采血|采血管|试管|检查|体检报告|检验单|化验单|采样管|处方|申请单|医嘱|输血|配血|血袋"
    r"|住院清单|送检|检体)"
)


class ReportNoRecognizer(LabelledRecognizer):
    """The number of a report, specimen, image or prescription of one patient."""

    entity = "REPORT_NO"
    labels = (
        rf"{_IMAGING}科?(?:检查|报告|申请|标本)?(?:单|书|片|胶片)?(?:条码|条形码|{TAIL}|ID|流水号)(?!称|段)",
        r"体检编号",
        r"(?:基因|核酸|抗体|血液|尿液)(?:检测)?(?:报告|样本)(?:单)?(?:编号|号码|号|条码)",
    )
    weak = (
        r"(?:检测)?报告(?:单|书)?(?:编号|号码|号|单号)",
        r"条(?:形)?码(?:号)?",
        r"检测(?:编号|号)",
        r"(?i:(?<![A-Za-z])reports?(?: ?(?:number|no\.?|#|id)))",
    )
    terms = (
        (
            rf"(?:accession|specimen|pathology|path|histology|cytology|biopsy|radiology|x-ray"
            rf"|lab(?:oratory)?|sample|requisition|slide|imaging|scan|exam|study|prescription"
            rf"|Rx|blood bag)(?:(?: (?:report|sample|request|study|order))?{NUMBER}| (?:report|request|study)(?= [A-Z]{{1,4}}-?\d{{3}}))"
        ),
        r"(?:specimen|accession|biopsy|cytology|histology)(?= (?-i:[A-Z]{1,4})-?\d{2}-\d{3})",
        r"specimen(?=[:#])|accession(?= [A-Z]{0,4}-?\d)|(?:sample|specimen|tube) barcode",
        r"accession_no|accession_number|specimen_id|sample_id|report_no|report_id",
    )
    pros = (
        "患者", "病人", "本人", "标本", "血", "病理", "化验", "住院", "门诊", "姓名", "她的", "他的", "我的", "patient", "MRN", "her",
        "his", "my", "ms", "mr", "mrs",
    )  # fmt: skip
    cons = (
        *(word for word in LabelledRecognizer.cons if not word.startswith("order")),
        "第三方", "质检", "SGS", "CMA", "CNAS", "药监", "备案", "商品", "财务", "年度", "白皮书", "成分", "毒理",
        "人体功效", "功效", "出厂", "型式", "注册检验", "书编号", "世卫", "annual", "world", "financial", "size", "clinical study",
        "registry",
    )  # fmt: skip

    def check(self, value: str) -> bool:
        """At least four digits; no year."""
        return enough_digits(4)(value) and not (len(value) == 4 and value[:2] in {"19", "20"})

    def accept(self, text: str, start: int, end: int) -> bool:
        """No product's barcode, unless a specimen bears it."""
        specimen = re.search(r"[采样标检血尿管]|(?i:sample|specimen)", text[max(0, start - 12) : start])
        return super().accept(text, start, end) and (specimen is not None or not validators.ean13(text[start:end]))
