"""Sanity tests of the folding table: its shape, pairs that must fold together and pairs that must stay apart."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

TABLE = Path(__file__).resolve().parents[2] / "src" / "adcheck" / "text" / "fold_table.txt"
RAW = TABLE.read_bytes().decode("utf-8")
SOURCES, TARGETS, REST = RAW.split("\n")
FOLD = str.maketrans(SOURCES, TARGETS)


def fold(text: str) -> str:
    return text.translate(FOLD)


def test_two_lines_of_equal_length() -> None:
    assert REST == ""
    assert len(SOURCES) == len(TARGETS) > 5000
    assert len(set(SOURCES)) == len(SOURCES)


def test_no_control_character_but_the_tab_source() -> None:
    controls = [char for char in RAW if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}]
    assert sorted(set(controls)) == ["\t", "\n"]
    assert "\t" not in TARGETS
    assert not {"\x00", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"} & set(RAW)


def test_lines_survive_strip() -> None:
    assert SOURCES.strip() == SOURCES
    assert TARGETS.strip() == TARGETS


def test_nothing_maps_to_itself_and_folding_is_idempotent() -> None:
    assert all(source != target for source, target in zip(SOURCES, TARGETS, strict=True))
    assert fold(TARGETS) == TARGETS
    assert not set(SOURCES) & set(TARGETS)


def test_targets_are_in_the_bmp_and_astral_sources_are_expected() -> None:
    assert max(map(ord, TARGETS)) < 0x10000
    expected = ((0x1D400, 0x1D7FF), (0x1F100, 0x1F2FF), (0x1FBF0, 0x1FBF9), (0x2F800, 0x2FA1F))
    astral = [char for char in SOURCES if ord(char) > 0xFFFF]
    assert all(any(first <= ord(char) <= last for first, last in expected) for char in astral)


def test_no_combining_marks_or_right_to_left_letters() -> None:
    assert not [char for char in SOURCES + TARGETS if unicodedata.combining(char)]
    assert not [char for char in SOURCES + TARGETS if unicodedata.bidirectional(char) in {"R", "AL"}]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ＦＤＡ", "fda"),
        ("FDA", "fda"),
        ("１００％", "100%"),
        ("①②③⑨⓪", "12390"),
        ("❶❷➊➋", "1212"),
        ("⑴⒈⒜", "11a"),
        ("㈠㊀㊙㊣", "一一秘正"),
        ("𝐍𝐨.𝟏", "no.1"),
        ("𝓑𝓸𝓽𝓸𝔁", "botox"),
        ("𝔹𝕆𝕋𝕆𝕏", "botox"),
        ("🅽🅾🄽🄾Ⓝⓞ", "nonono"),
        ("🈲🈚🈶", "禁无有"),
        ("H²ⁿ₀", "h2n0"),
        ("ΝΟ.1", "no.1"),
        ("ВОТОХ", "botox"),
        ("а-о", "a-o"),
        ("治癒", "治愈"),
        ("療效", "疗效"),
        ("藥到病除", "药到病除"),
        ("無效退款", "无效退款"),
        ("國家級", "国家级"),
        ("保證治癒率", "保证治愈率"),
        ("專家祖傳祕方", "专家祖传秘方"),
        ("乾癬", "干癣"),
        ("後悔", "后悔"),
        ("那裏", "那里"),
        ("裡面", "里面"),
        ("衞生署", "卫生署"),
        ("化粧", "化妆"),
        ("麻痺", "麻痹"),
        ("白朮", "白术"),
        ("⽤⼿⽉⾒", "用手月见"),
        ("⻓⻔⻛⻣", "长门风骨"),
        ("壹貳叁", "一二三"),
        ("柒捌玖佰仟", "七八九百千"),
        ("二〇二四", "二零二四"),
        ("，：；！？（）％～", ",:;!?()%~"),
        ("—–−‑－", "-----"),
        ("•‧・･∙", "·····"),
        ("\u3000\u00a0\u2003\t", "    "),
        ("〜", "~"),
        ("Ⅰ期", "i期"),
        ("µg", "μg"),
        ("ᴠɪᴘ", "vip"),
    ],
)
def test_must_fold(written: str, plain: str) -> None:
    assert fold(written) == plain


@pytest.mark.parametrize(
    "pair",
    [
        "著着", "伍五", "陆六", "肆四", "拾十", "两二", "廿二", "治冶", "己已", "日曰", "末未", "土士", "愈俞", "疗辽",
        "么幺", "一-", "一ー", "零O", "口囗", "最蕞", "“\"", "”\"", "“”", "‘'", "。.", "、,", "《<", "【[", "…·", "—~",
        "αa", "βb", "γr", "μu", "χx", "ßs", "ée", "|l", "0o", "1l", "×x", "℃c", "症证", "炎癌", "痔痣", "肓盲", "力カ",
        "二ニ", "工エ", "八ハ", "夕タ", "ロ口", "\n ", "🇺u",
    ],
)  # fmt: skip
def test_must_not_merge(pair: str) -> None:
    first, second = pair
    assert fold(first) != fold(second)


@pytest.mark.parametrize("char", list("。、《》“”‘’【】「」『』…\n\r\u2028ーαβ著幺伍陆肆拾\u200b\ufe0f"))
def test_stays_as_it_is(char: str) -> None:
    assert fold(char) == char


def test_ordinary_simplified_text_is_untouched() -> None:
    text = "本院开展腰椎间盘突出微创治疗,效果因人而异。显著 著名 队伍 大陆 放肆 收拾 复发 里程 干细胞 面部 松弛"
    assert fold(text) == text
