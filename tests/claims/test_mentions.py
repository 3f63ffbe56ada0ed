"""Claim or mention: sentences that name a forbidden phrase without claiming it, each with the reason to be given.

``{...}`` must be dropped, ``<...>`` in the same sentence must still be found.
"""

from __future__ import annotations

import pytest
import tiny_rules
from claims import marked

from adcheck.engine import Engine

NO = "negation|prohibition"
BANNED = "prohibition|quotation|report|review"

MENTIONS: list[tuple[str, str]] = [
    # negation, and where its scope ends
    ("本院不保证{治愈},但<三天见效>。", NO),
    ("我们从不承诺{治愈},<见效快>是患者说的。", NO),
    ("没有任何药物能够{根治}糖尿病。", NO),
    ("高血压目前尚无法{根治},需要长期服药。", NO),
    ("任何手术都不能保证{百分之百成功}。", NO),
    ("近视不可能{彻底治愈},只能矫正。", NO),
    ("这种方法不会{立刻见效},请耐心随访。", NO),
    ("哮喘很难{根治},规范用药可以控制。", NO),
    ("本品不是{特效药}。", NO),
    ("世上没有{包治百病}的药。", NO),
    ("我们不追求{第一},只求稳妥。", NO),
    ("未必{三天见效},请以医生判断为准。", NO),
    ("慢性病谈不上{根治}二字。", NO),
    ("并非{绝对安全},术前需充分评估。", NO),
    ("不等于{痊愈},仍要复查。", NO),
    ("本院没有{国家级}称号。", NO),
    ("没有哪家医院能做到{零风险}。", NO),
    ("单次治疗难以{根治}痤疮,<三天见效>更是罕见。", NO),
    ("該療法不能{根治}濕疹。", NO),
    # prohibition and its lists
    ("严禁使用{国家级}、{最佳}、{100%}、{永久}等词语。", BANNED),
    ("文案中不得出现“{根治}”“{无效退款}”等承诺。", BANNED),
    ("禁止宣传{治愈率}和{有效率}。", BANNED),
    ("请勿在海报上写{无效退款}。", BANNED),
    ("不允许使用{最先进}这样的说法。", BANNED),
    ("客服不应承诺{一次见效}。", BANNED),
    ("切勿使用{零风险}、{无痛}作卖点。", BANNED),
    ("杜绝使用{药到病除}之类的夸张表述。", BANNED),
    ("删除{全国第一}字样后再提交。", BANNED),
    ("视频里别说{根治}。", BANNED),
    ("避免出现{绝对安全}等词。", BANNED),
    ("不得含有表示功效的断言,如{三天见效}、{彻底根治}。", BANNED),
    ("广告不得利用{患者}名义作推荐。", BANNED),
    ("不得以{免费}为诱饵招揽就诊。", BANNED),
    ("严禁编辑写{包治百病},但<三天见效>仍挂在首页。", BANNED),
    ("禁止使用{最佳}。本院<疗效第一>!", BANNED),
    # quotation with a word for words
    ("“{包治百病}”的说法没有依据。", "quotation|negation"),
    ("标题里有“{根治}”字样。", "quotation|review"),
    ("“{国家级}”一词属于绝对化用语。", "quotation|review"),
    ("把“{最佳}”改成“较好”,是广告审查的意见。", "quotation|prohibition"),
    ("“{顶级}”“{极品}”等词语要慎重。", "quotation"),
    ("口号“{无效退款}”等内容已下架。", "quotation"),
    ("「{藥到病除}」這種說法不可信。", "quotation|prohibition"),
    ("广告法里的“{最高级}”是什么意思。", "quotation"),
    # said to be forbidden afterwards
    ("“{治愈率}”、“{有效率}”一律禁止出现。", BANNED),
    ("“{全网最低}”属于违规用语。", BANNED),
    ("“{根治}”“{断根}”这类承诺都是违法的。", BANNED),
    ("广告中{保证治愈}的内容应当删除。", BANNED),
    # law lines
    ("第十六条 医疗广告不得含有{表示功效}的断言或者保证;", "law-text|prohibition"),
    ("第九条 不得使用{国家级}、{最高级}、{最佳}等用语。", "law-text|prohibition"),
    ("(二)说明{治愈率}或者{有效率}的;", "law-text"),
    ("（三）与其他医疗机构的{功效}和安全性比较的；", "law-text"),
    ("第七条第二款:保证{治愈}或者隐含保证治愈的,责令改正。", "law-text"),
    # reports on offenders
    ("该公司因宣称{根治}糖尿病被罚款二十万元。", BANNED),
    ("市场监管局查处一起虚假广告,当事人称{三天见效}。", "report"),
    ("消费者投诉门诊谎称{绝对安全}。", "report"),
    ("法院认定其宣传{包治百病}构成欺诈,判决退一赔三。", "report"),
    ("某店涉嫌以{神药}名义卖保健品,已立案。", "report"),
    ("记者曝光一家诊所吹嘘{百分之百有效}。", "report"),
    ("民警揭穿{祖传秘方}骗局,十余名老人上当。", "report|warning|prohibition"),
    ("网传大蒜能{根治}流感系谣言。", "report"),
    ("广告写有{无效退款},执法人员责令其整改。", "report"),
    # warnings
    ("请警惕声称{根治}的广告。", "warning|prohibition"),
    ("不要轻信{药到病除}的宣传。", "warning|prohibition"),
    ("谨防打着{免费体检}幌子的推销。", "warning"),
    ("远离承诺{无效退款}的机构。", "warning"),
    ("遇到自称{包治百病}的人要当心骗局。", "warning|report|prohibition"),
    ("识别{三天见效}这类话术,保护好自己。", "warning|quotation"),
    # questions of readers
    ("鼻炎能不能{根治}?", "question"),
    ("糖尿病真的能{治愈}吗?", "question"),
    ("种植牙是不是{终身使用}?", "question"),
    ("热玛吉一次{见效}靠谱吗?", "question"),
    ("医生,白癜风会{痊愈}吗?", "question"),
    ("为什么牛皮癣难以{根治}?", "question|negation"),
    ("干细胞到底有没有{奇效}?", "question"),
    ("激光祛斑可以{一次去除}吗？", "question"),
    # required statements
    ("保健食品不能代替{药物治疗}疾病。", "required-statement|negation|prohibition"),
    ("请按药品说明书或者在药师指导下购买和使用,{效果}因人而异。", "required-statement"),
    ("{疗效}因人而异,请遵医嘱。", "required-statement"),
    ("{手术效果}存在个体差异。", "required-statement"),
    # patients in news
    ("患儿{治愈}出院。", "history"),
    ("经过两个月救治,首例患者{康复}出院。", "history"),
    ("三名患者已{痊愈}回家,科室开展随访。", "history"),
    ("{治愈}后仍需定期复查肝功能。", "history"),
    # offenders, their victims and the courts
    ("邻村一名老人听信“神茶{根治}糖尿病”,停了胰岛素。", "report|quotation"),
    ("家长轻信土方能{根治}湿疹,孩子病情加重。", "report"),
    ("涉案诊所自称{三天见效},负责人已获刑。", "report"),
    ("被告人推销的药酒号称{包治百病}。", "report"),
    ("该公司称{治愈}上万人,却无法提供任何依据。", "report"),
    ("“{根治}”“{包治百病}”都是老骗术的惯用语。", "quotation|report"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return marked.engine_for(tmp_path_factory.mktemp("rules"), [written for written, _ in MENTIONS])


@pytest.mark.parametrize(("written", "reasons"), MENTIONS, ids=range(len(MENTIONS)))
def test_mention(engine: Engine, written: str, reasons: str) -> None:
    sentence = marked.read(written)
    assert not marked.problems(sentence, tiny_rules.check(engine, sentence.text), set(reasons.split("|")))


def test_table_is_large_and_each_reason_stands_in_it() -> None:
    assert len(MENTIONS) >= 80
    assert {r for _, reasons in MENTIONS for r in reasons.split("|")} >= {
        "negation", "prohibition", "quotation", "law-text", "report", "warning", "question", "required-statement", "history",
    }  # fmt: skip


def test_the_reason_comes_with_its_cue(engine: Engine) -> None:
    outcome = tiny_rules.check(engine, "没有任何药物能够根治糖尿病。")
    assert [h.judgement.detail for h in outcome.dropped if h.folded == "根治"] == ["没有任何药物能够"]
