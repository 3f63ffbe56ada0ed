"""What kind of writing a document is: statutes, manuals and reports are told from ads."""

from __future__ import annotations

from pathlib import Path

import pytest

from adcheck.claims.genre import genre_of
from adcheck.text.fold import fold

ROOT = Path(__file__).resolve().parents[2]
CLEAN = ROOT / "corpora" / "clean"
LAW = ROOT.parent / "shared" / "law" / "cn.md"

ADS = {
    "clinic": "本院引进德国设备,三天根治鼻炎,无效退款。专家一对一接诊,十年老店值得信赖。现在预约立减三百元,名额有限,先到先得。"
    "老患者都说好,治愈率高达98%。不开刀不吃药,随治随走。地址:人民路十号,电话:12345678。节假日不休息,全天接诊。",
    "clinic with one legal word": "本院严格遵守规定,正规资质。三天根治鼻炎,无效退款。专家一对一接诊,十年老店值得信赖。现在预约立减三百元。"
    "老患者都说好,治愈率高达98%。不开刀不吃药,随治随走。国家卫生部门批准,审查文号真实有效。地址:人民路十号。节假日不休息。",
    "shop that warns of fakes": "市面假货横行,谨防上当!认准我们的防伪码,举报假货有奖。祖传膏药一贴见效,风湿骨病全拿下。无效退款,签约保证。"
    "央视曝光的那些假药跟我们没关系。现在下单买三送一,仅限今天。客服在线,货到付款。已有十万人见证效果,好评如潮。",
    "food": "这款酵素真的绝了,喝一周瘦五斤,姐妹们冲!宿便全排光,小肚子没了。孕妈也能喝,纯天然无添加。直播间拍下立减。"
    * 3,
}


@pytest.mark.parametrize("name", ADS)
def test_ads_have_no_genre(name: str) -> None:
    text = fold(ADS[name] * 3)
    assert len(text) >= 200
    assert genre_of(text) == ""


@pytest.mark.parametrize(
    ("name", "genres"),
    [
        ("compliance-manual.md", {"manual", "law"}), ("penalty-report.md", {"report", "manual"}), ("health-education.md", {""}),
        ("hospital-news.txt", {""}),
    ],
)  # fmt: skip
def test_own_documents(name: str, genres: set[str]) -> None:
    assert genre_of(fold((CLEAN / name).read_text("utf-8"))) in genres


@pytest.mark.skipif(not LAW.is_file(), reason="no law texts beside the checkout")
def test_law_text() -> None:
    assert genre_of(fold(LAW.read_text("utf-8"))) == "law"


def test_a_short_text_has_no_genre() -> None:
    assert genre_of("第十六条 不得含有下列内容:依法处罚,责令改正。") == ""


def test_statute() -> None:
    article = "第十六条 医疗广告不得含有下列内容,违反本法规定的,由市场监督管理部门责令停止发布,处十万元以上二十万元以下的罚款。"
    assert genre_of(article * 8) == "law"


def test_an_ad_below_a_law_is_no_law() -> None:
    """A long ad with a short disclaimer of legal words."""
    disclaimer = "本广告应当依法审查,不得含有虚假内容。"
    assert genre_of(fold(ADS["clinic"] * 4 + disclaimer)) == ""


def test_only_a_sample_of_a_long_text_is_read() -> None:
    assert genre_of("平常话说得好好的。" * 200_000) == ""
