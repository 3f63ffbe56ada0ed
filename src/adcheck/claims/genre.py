"""What kind of writing a document is, as far as it matters: law, manual or report about ads, or anything else.

Statutes, compliance manuals and reports about offenders are full of forbidden phrases and advertise nothing. The
judgement needs a high density of their words over several sentences; one legal word in an ad is not enough.
"""

from __future__ import annotations

from typing import Final

from adcheck.text.lazy import LazyPattern

SAMPLE: Final = 40_000
_LAW: Final = LazyPattern(
    "第[零一二三四五六七八九十百千]+条|本法|本办法|本条例|不得|应当|(?<!您)有下列|处[一二三四五六七八九十百千万]+元|责令|依照|国务院|主管部门|以上[一二三四五六七八九十]+[万千]元以下|art [0-9]+|UNVERIFIED|VERBATIM"
)
_MANUAL: Final = LazyPattern(
    "广告法|违规|违法|禁用|禁止|不得|合规|绝对化用语|极限词|审查|处罚|罚款|执法|监管|整改|表述|用语|话术|字样|虚假宣传|条款|法律|法规|规定|审核|替换|改为|建议写|错误|正确|示例|反例|红线|风险点"
)
_REPORT: Final = LazyPattern("当事人|处罚|罚款|查处|立案|执法人员|市场监管局|案例|违法事实|违法|责令|虚假宣传|行政处罚|涉嫌|曝光|发布会|典型案")
_SENTENCES: Final = LazyPattern("[。！!?？;；\n]+")


def genre_of(folded: str) -> str:
    """``law``, ``manual``, ``report`` or ``""`` for a folded text; short texts have no genre."""
    sample = folded if len(folded) <= SAMPLE else folded[: SAMPLE // 2] + folded[len(folded) // 2 :][: SAMPLE // 2]
    if len(sample) < 200:
        return ""
    sentences = max(1, sum(1 for part in _SENTENCES.split(sample) if len(part) > 4))
    thousand = len(sample) / 1000
    law, manual, report = (len(p.findall(sample)) for p in (_LAW, _MANUAL, _REPORT))
    if law / sentences > 0.45 and law / thousand > 9:
        return "law"
    if manual / thousand > 16 and manual / sentences > 0.5:
        return "manual"
    if report / thousand > 14 and report / sentences > 0.5:
        return "report"
    return ""
