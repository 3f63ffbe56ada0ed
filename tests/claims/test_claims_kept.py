"""Claim or mention: sentences that are claims although they hold a word of negation, warning, report or question.

Each ``<...>`` must be found.
"""

from __future__ import annotations

import pytest
import tiny_rules
from claims import marked

from adcheck.engine import Engine

CLAIMS = [
    # negation of something else, or that is the claim itself
    "不开刀不吃药<根治>鼻炎。",
    "不打针,不吃药,<三天见效>。",
    "不要犹豫,<三天见效>。",
    "无需住院,<随治随走>。",
    "无痛<一次根治>。",
    "不反弹,<永久有效>。",
    "没有副作用,<绝对安全>。",
    "<没有副作用>,孕妇也能用。",
    "<无效退款>,放心选择。",
    "<不复发>才是硬道理。",
    "不满意全额退,<签约治疗>。",
    "没有等待,<立刻见效>!",
    "非手术<彻底根治>前列腺。",
    "不留疤,<一次去除>黑痣。",
    "未来三天,<免费种牙>。",
    "不仅<根治>鼻炎,还提高免疫力。",
    "不但能<治愈>,而且<不复发>。",
    "不只是缓解,更能<根治>。",
    "不光能<根治>,价格还低。",
    "不是缓解而是<根治>。",
    "没治好的鼻炎,到这里<彻底痊愈>。",
    "没有治不好的鼻炎,只有<根治>的决心。",
    # warned of others, and promised all the same
    "别再轻信偏方,来我院<三天见效>。",
    "过去误信广告走了弯路,如今<彻底痊愈>。",
    # double negation
    "没有不能<根治>的湿疹。",
    "不可能不<见效>。",
    "无不<三天见效>。",
    "没有一例不<痊愈>。",
    "非<根治>不收费。",
    # words that only look like negation
    "对鼻炎特别<有效>。",
    "特别能<根治>老胃病。",
    "疗效非常<显著>。",
    "别处治不好,来这里<根治>。",
    "遵医嘱服用,<三天根治>。",
    "别等了,尽快就医,名医<一次根治>。",
    "多中心验证,<治愈率98%>。",
    "预约医生看皮肤科,<一次去除>。",
    "分别<三天见效>和七天断根。",
    "个别定制,<永不复发>。",
    "独一无二的<根治>方案。",
    "无与伦比的<特效>。",
    "不可思议的<神奇疗效>!",
    "不得不说,<三天见效>。",
    "不能不信,<药到病除>。",
    "不能错过的<特效药>。",
    "不可多得的<祖传秘方>。",
    # a disclaimer, then the claim
    "本院不承诺治愈,但<三天见效>。",
    "不敢说包治百病,但鼻炎<一贴见效>。",
    "疗效因人而异,但绝大多数<三天见效>。",
    "虽不能保证根治,却能<永不复发>。",
    "不保证每个人,<九成患者当天见效>。",
    "不夸大,<三天见效>。",
    "不承诺治愈。<三天见效>!",
    "本品不能代替药物。<七天断根>。",
    # warnings that sell
    "谨防假冒,认准本店,<一贴见效>。",
    "警惕鼻炎癌变,来本院<三天根治>。",
    "拒绝疼痛,<无痛拔牙>。",
    "远离脱发,<三个月长满>。",
    "当心延误,<一次根治>才安心。",
    "小心伤身,纯草本<绝对安全>。",
    "远离过敏困扰,产品<永不复发>。",
    "避免开刀,<一针见效>。",
    "避免反复,<彻底断根>。",
    "杜绝复发,<终身保固>。",
    "禁止疼痛!<三天见效>。",
    "告别鼻炎不是梦,<一次根治>。",
    "请勿错过,<免费体检>仅剩三天。",
    "切勿拖延,<今天就能见效>。",
    # questions that sell
    "想<根治>鼻炎吗?",
    "还在为鼻炎烦恼?<三天见效>!",
    "难道您不想<彻底痊愈>吗?",
    "何不试试<三天见效>的方子?",
    "鼻炎怎么办?来本院,<一次根治>。",
    "能<根治>吗?能!",
    "为什么选择我们?<治愈率98%>!",
    "担心复发?<签约保证>。",
    # talk of law and reports that sells
    "经监管部门批准,<国家级>配方。",
    "央视曝光后一药难求,<三天见效>。",
    "不上当不受骗,<无效退款>。",
    "本店正规,举报有奖,<假一赔万>。",
    "按照规定生产,<绝对安全>。",
    "合规药企出品,<彻底根治>。",
    "法院旁边的诊所,<一贴见效>。",
    "第十条街老诊所,<三天根治>胃病。",
    "1.<三天见效>;2.<永不复发>。",
    "(1)<根治>鼻炎;(2)<无效退款>。",
    # quotation marks for stress, history as proof
    "口碑相传的“<神药>”!",
    "患者都叫它“<一贴灵>”。",
    "“<三天见效>”,我们说到做到。",
    "已有八千名患者<痊愈>,下一个就是您。",
    "老李<痊愈>了,你也可以。",
    "十年湿疹<治愈>,当天出效果。",
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return marked.engine_for(tmp_path_factory.mktemp("rules"), CLAIMS)


@pytest.mark.parametrize("written", CLAIMS, ids=range(len(CLAIMS)))
def test_claim(engine: Engine, written: str) -> None:
    sentence = marked.read(written)
    assert not marked.problems(sentence, tiny_rules.check(engine, sentence.text), set())


def test_open_question_is_lowered(engine: Engine) -> None:
    outcome = tiny_rules.check(engine, "哪家医院能根治鼻炎?")
    assert [(h.folded, h.severity, h.judgement.reason) for h in outcome.hits] == [("根治", "warning", "open-question")]
