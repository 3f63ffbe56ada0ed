"""E-mail addresses of a person: a private mailbox, or any beside a word for a patient; not info@, hr@, an author's."""

from __future__ import annotations

import re
from typing import Final

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.context import Voice
from adcheck.privacy.ownership import ContactRecognizer
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "患者邮箱[[lihua_88@163.com]]，请发电子报告",
        "我的邮箱是[[zhang.min@qq.com]]",
        "报告发到[[1736482910@qq.com]]就行",
        "Please write to me: [[jane.roberts1962@gmail.com]]",
        "Patient e-mail: [[m.delgado@brightmail.example]]",
        "姓名,邮箱\n周洁,[[zhoujie@example.com]]",
        "email [[tom (at) outlook.com]]",
    ),
    good=(
        "商务合作：hello@163.com",
        "info@clinic.example",
        "投稿邮箱 bianji2020@126.com",
        "通讯作者：王强，E-mail：wangqiang@163.com",
        "Corresponding author: a.reyes@gmail.com",
        "请将简历发至hr_yiyuan@qq.com",
        "客服邮箱：kf2019@qq.com",
        "wang.lei@hospital.example.cn",
        "Contact our press office at newsdesk@gmail.com",
        "z***@163.com",
        "z***i@163.com",
        "wang@mail.pku.example.cn",
    ),
)
_MAILBOXES: Final = LazyPattern(
    r"(?:vip\.)?(?:163|126|139|189|qq|foxmail|sina|sohu|yeah|aliyun|21cn|tom|gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|"
    r"icloud|me|mac|aol|proton(?:mail)?|gmx|web|mail|fastmail|zoho|btinternet|virginmedia|ntlworld|bigpond|optusnet|"
    r"comcast|verizon|att|sbcglobal|hinet|netvigator|naver|example)\.[a-z]{2,4}(?:\.[a-z]{2})?",
    re.IGNORECASE,
)
_ROLE: Final = LazyPattern(
    r"(?:info|contacts?|service|support|help(?:desk)?|hr|jobs?|careers?|recruit(?:ment)?|press|media|news(?:desk)?|admin|sales|office|"
    r"hello|hi|team|booking|bookings|appointments?|reception|frontdesk|feedback|complaints?|marketing|editor(?:ial)?|enquir(?:y|ies)|"
    r"inquir(?:y|ies)|privacy|dpo|legal|no-?reply|webmaster|postmaster|billing|orders?|clinic|hospital|pharmacy|care|customer|"
    r"patient-?(?:services?|relations|portal)|kefu|kf|yiyuan|yywb|bgs|yb|rsc|rsk|zhaopin|tougao|bianji|shangwu|hezuo|fuwu|zixun|yuyue|"
    r"public|pr|research|trials?|study|ethics|safety|medinfo|drugsafety|adr)(?![A-Za-z])",
    re.IGNORECASE,
)


class EmailRecognizer(ContactRecognizer):
    """An e-mail address that isn't an institution's, a function's, or an author's."""

    entity = "EMAIL"
    shapes = (
        Shape(
            r"(?<![A-Za-z0-9._%+\-@/*])[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}(?:@| ?[(\[](?:at|@)[)\]] ?)"
            r"(?:[A-Za-z0-9\-]{1,63}(?:\.| ?[(\[]dot[)\]] ?)){1,5}[A-Za-z]{2,18}(?![A-Za-z0-9@])",
            0.6,
        ),
    )
    cons = (
        "投稿",
        "稿件",
        "通[讯信]作者",
        "联系作者",
        "项目",
        "correspondence",
        "author",
        "authors",
        "investigator",
        "submit",
        "resumes?",
        "cv",
    )

    def listen(self, text: str, start: int, end: int) -> Voice:
        """A mailbox of an organisation counts only beside a word for a patient; one named for a function never."""
        value = text[start:end]
        if _ROLE.match(value):
            return Voice(-1, "a function's mailbox")
        voice = super().listen(text, start, end)
        domain = re.split(r"@|[(\[](?:at|@)[)\]] ?", value, maxsplit=1)[-1]
        if not voice.sign and not _MAILBOXES.fullmatch(domain):
            return Voice(-1, "an organisation's mailbox")
        return voice
