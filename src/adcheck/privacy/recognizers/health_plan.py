"""Numbers of a person's insurance: policy, member, claim (HIPAA identifier I)."""

from __future__ import annotations

import re

from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import COMPANY, NUMBER, enough_digits

CASES = Cases(
    bad=(
        "保单号：[[PA2023001122]]",
        "保险单号码[[8800-2231-0045]]",
        "患者理赔号 [[LP20230098]]",
        "商业保险卡号：[[880012345678]]",
        "投保單號為[[P310098223]]",
        "报案号 [[RA20231102001]]",
        "姓名,保单号\n张伟,[[PA00112233]]",
        "Member ID: [[XJH10293847]]",
        "member id [[W1234 56789]]",
        "insurance policy number [[HP-229-118]]",
        "Medicaid ID [[AB12345C]]",
        "Subscriber number is [[882014477]]",
        "her policy no. [[QX882014]]",
        "Blue Shield group number: [[GRP-44120]]",
        "health plan beneficiary number [[1029384756]]",
        "patient Roe, claim # [[CL-2023-0098]]",
    ),
    good=(
        "本院医疗责任险保单号：PA2023001122",
        "保单信息请咨询400-820-1234",
        "保险公司客服95518",
        "privacy policy no. 2023-01",
        "Policy number HR-2023-01 on hand hygiene",
        "group number 3 of the trial",
        "membership starts at 2023 points",
        "The clinic's insurance policy number HP-229-118",
        "claim 2000 dollars",
        "team member id badge",
    ),
)


class HealthPlanRecognizer(LabelledRecognizer):
    """The number of a person's insurance policy, membership or claim."""

    entity = "HEALTH_PLAN"
    labels = (
        r"(?:保单|保险单|投保单|保险合同|理赔|理赔案件|理赔申请|赔付|赔付案件|赔案|报案|被保险人|保险凭证)(?:编号|号码|号)",
        r"(?:商保|商业保险|医疗险|(?<!医疗)(?<!社会)(?<!养老)保险|健康险|惠民保)卡?(?:编号|号码|号|卡号)(?!\d{4,5}(?!\d))",
        r"(?:保单|保险单)(?=[ :]{0,2}[A-Z]{1,4}-?\d{4,}|[ :]{0,2}\d{8,})",
        r"(?:保险|商保|[疗病]险|会员计划)(?:会员|成员|客户)卡?(?:编号|号码|号)",
    )
    weak = (
        r"(?i:(?<![A-Za-z])policy)(?= [A-Z]{0,4}\d{5,})",
        rf"(?i:(?<![A-Za-z])(?:policy|group|claim|plan|coverage|certificate|contract){NUMBER})",
    )
    terms = (
        rf"(?:insurance|health plan|medical plan|insured'?s?)(?: (?:policy|member|card|claim|beneficiary|group|subscriber))?{NUMBER}",
        (
            rf"(?:member(?:ship)?|subscriber|beneficiary|enrollee|policy ?holder|medicaid|insured"
            rf"|payer|health plan beneficiary|CIN)(?: identification)?{NUMBER}"
        ),
        rf"(?:health fund|fund|insurance|insurer|plan) member(?:ship)?(?:{NUMBER})?|membership{NUMBER}",
        rf"(?:blue (?:cross|shield)|aetna|cigna|bupa|humana|kaiser|anthem|medibank)(?: member(?:ship)?| policy)?{NUMBER}",
        r"member_id|policy_no|policy_number|subscriber_id|insurance_id",
    )
    value = r"(?=[A-Za-z\d \-]*\d)(?:[A-Za-z]{0,5}[- ]?\d{2,}[A-Za-z0-9]*(?:[- ]\d{2,}[A-Za-z]?){0,4})"
    pros = (
        "patient", "insurance", "insurer", "medicare", "member", "her", "his", "my", "health plan", "blue (?:cross|shield)", "aetna",
        "cigna", "DOB", "MRN", "insured", "subscriber", "患者",
    )  # fmt: skip
    cons = (*LabelledRecognizer.cons, *COMPANY, "privacy", "hygiene", "责任险", "customer service", "客服", "points")

    def check(self, value: str) -> bool:
        """At least five digits, or letters and four."""
        return enough_digits(4)(value)

    def accept(self, text: str, start: int, end: int) -> bool:
        """Not the policy of a product or of the institution."""
        before = text[max(0, start - 40) : start]
        return super().accept(text, start, end) and not re.search(r"承保|责任险|本产品|投保单位|liability", before)
