"""What kind of writing a document is, as far as it matters: law, manual, report, trade paper, or anything else.

Statutes, compliance manuals, reports about offenders and papers on how hospitals should do their marketing are full of
forbidden phrases and advertise nothing to a patient. The judgement needs a high density of their words over several
sentences; one legal word in an ad is not enough.
"""

from __future__ import annotations

from typing import Final

from adcheck.text.heads import matches
from adcheck.text.language import language_of
from adcheck.text.lazy import LazyPattern

SAMPLE: Final = 40_000
SHORTEST: Final = 200

_LAW: Final = LazyPattern(
    "第[零一二三四五六七八九十百千]+条|本法|本办法|本条例|不得|应当|(?<!您)有下列|处[一二三四五六七八九十百千万]+元|责令|依照|国务院|主管部门|"
    "以上[一二三四五六七八九十]+[万千]元以下|art [0-9]+|unverified|verbatim"
)
_MANUAL: Final = LazyPattern(
    "广告法|违规|违法|禁用|禁止|不得|不要写|不要用|不要|不能|合规|绝对化用语|极限词|审查|处罚|罚款|执法|监管|整改|表述|用语|话术|字样|虚假宣传|条款|法律|法规|规定|"
    "审核|替换|改为|改成|建议写|可以写|错误|正确|示例|反例|反面|例子|红线|风险点|批注|删除|稿件|宣传员|广告"
)
_REPORT: Final = LazyPattern(
    "当事人|处罚|罚款|查处|立案|执法人员|市场监管局|案例|违法事实|违法|责令|虚假宣传|行政处罚|涉嫌|曝光|发布会|典型案"
)
_TRADE: Final = LazyPattern(
    "营销|推广|运营|品牌(?:建设|定位|形象|传播|战略|策略|塑造)|市场(?:定位|调研|细分|份额|竞争|开发|部)|竞品|竞争(?:对手|格局|优势|力)|转化率?|流量|渠道|客群|"
    "目标(?:人群|群体|客户|市场)|kpi|绩效|经营者?|老板|策略|战略|swot|投放|roi|私域|终端|触点|民营医院|医院管理|客户关系|满意度调查|差异化|忠诚度|"
    "医患关系|团队建设|盈利|创收|利润|投资回报|消费者行为|用户画像|内容矩阵|营业额|marketing|strateg|brand|competit|stakeholder|management"
)
_QUOTED: Final = LazyPattern('“[^”\n]{1,24}”|「[^」\n]{1,24}」|"[^"\n]{1,24}"')
_SENTENCES: Final = LazyPattern("[。！!?？;；\n\u2029]+")


def genre_of(folded: str) -> str:
    """``law``, ``manual``, ``report``, ``trade``, in English also ``study``, or ``""``; short texts have no genre."""
    sample = folded if len(folded) <= SAMPLE else folded[: SAMPLE // 2] + folded[len(folded) // 2 :][: SAMPLE // 2]
    if len(sample) < SHORTEST:
        return ""
    if language_of(sample) == "en":
        from adcheck.claims.genre_en import english_genre_of
        from adcheck.text.english import plain

        return english_genre_of(plain(sample))
    sentences = max(1, sum(1 for part in _SENTENCES.split(sample) if len(part) > 4))
    law, manual, report, trade, quoted = (
        _Density(sum(1 for _ in matches(pattern.source, sample)), len(sample), sentences)
        for pattern in (_LAW, _MANUAL, _REPORT, _TRADE, _QUOTED)
    )
    if law.each(0.45) and law.dense(9):
        return "law"
    if manual.each(0.5) and (manual.dense(16) or (manual.dense(10) and quoted.dense(6))):
        return "manual"
    if report.each(0.5) and report.dense(14):
        return "report"
    if trade.dense(9) and trade.each(0.2) and len(sample) > SHORTEST * 4:
        return "trade"
    return ""


class _Density:
    """How often words stand in a text, by sentence and by a thousand characters."""

    def __init__(self, count: int, length: int, sentences: int) -> None:
        self.by_sentence = count / sentences
        self.by_thousand = 1000 * count / length

    def each(self, least: float) -> bool:
        return self.by_sentence >= least

    def dense(self, least: float) -> bool:
        return self.by_thousand >= least
