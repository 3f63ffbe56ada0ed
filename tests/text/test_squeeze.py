"""Squeezing: the map back is true whatever stands in the text; what hides a phrase goes, ordinary text stays."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adcheck.text.fold import fold
from adcheck.text.squeeze import is_pinyin, squeeze

HIDING = ("\u200b", "\u200d", "\u00ad", "\ufeff", "\ufe0f", "\u2060", " ", "  ", "\u3000", "\u00a0", "\t", "\n", "\r\n", "\n\n", "\u2029",
          "*", "**", "·", "★", "~", "--", "-", "_", ".", "✨", "💊", "👨\u200d👩\u200d👧", "❤\ufe0f", "(yī)", "（gēn）",
          "( zhi )", "(CT)", "<b>", "</b>", "<br/>", "<", ">")  # fmt: skip
ORDINARY = (
    "根",
    "治",
    "醫",
    "院",
    "有效率",
    "98",
    "1",
    "2",
    "%",
    "the",
    "cure",
    "a",
    "Z",
    ",",
    "，",
    "。",
    "!",
    "(",
    ")",
    "@",
    "/",
    "é",
    "𠮷",
)

mixes = st.lists(st.sampled_from(HIDING + ORDINARY), max_size=40).map("".join)
anything = st.text(max_size=60)


@settings(max_examples=400)
@given(st.one_of(mixes, anything))
def test_map_is_true(text: str) -> None:
    folded = fold(text)
    squeezed = squeeze(folded)
    places = [squeezed.before(i, i + 1) for i in range(len(squeezed.text))]
    starts = [start for start, _ in places]
    assert all(a < b for a, b in itertools.pairwise(starts))
    assert all(end == start + 1 for start, end in places)
    assert "".join(folded[start] for start in starts) == squeezed.text


@given(mixes)
def test_spans_hold_their_characters(text: str) -> None:
    folded = fold(text)
    squeezed = squeeze(folded)
    for start in range(len(squeezed.text)):
        end = min(len(squeezed.text), start + 5)
        low, high = squeezed.before(start, end)
        assert folded[low] == squeezed.text[start]
        assert folded[high - 1] == squeezed.text[end - 1]
        kept = iter(folded[low:high])
        assert all(char in kept for char in squeezed.text[start:end])


@given(mixes)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not set(squeeze(fold(text)).text) & set("\u200b\u200d\u00ad\ufeff\ufe0f\u2060")


@given(mixes)
def test_empty_span_stays_empty(text: str) -> None:
    squeezed = squeeze(fold(text))
    for at in range(len(squeezed.text)):
        low, high = squeezed.before(at, at)
        assert low == high


@given(st.one_of(mixes, anything))
def test_no_map_exactly_when_nothing_went(text: str) -> None:
    folded = fold(text)
    squeezed = squeeze(folded)
    assert (squeezed.here == ()) == (squeezed.text == folded)
    assert len(squeezed.here) == len(squeezed.there)
    if not squeezed.here:
        assert squeezed.text is folded
        assert squeezed.before(0, len(folded)) == (0, len(folded))


@given(mixes)
def test_breaks_lie_in_the_text_and_in_order(text: str) -> None:
    squeezed = squeeze(fold(text))
    assert list(squeezed.breaks) == sorted(squeezed.breaks)
    assert all(0 <= at <= len(squeezed.text) for at in squeezed.breaks)


without_notes = st.lists(
    st.sampled_from([h for h in HIDING if h[0] not in "(（<>"] + ["根", "治", "98", "%"]), max_size=12
)


@settings(max_examples=400)
@given(without_notes.map("".join))
def test_a_second_time_finds_nothing_more(text: str) -> None:
    """Without tags and notes, which may come to light when something inside them goes."""
    once = squeeze(fold(text)).text
    assert squeeze(once).text == once


MUST_GO = {
    "spaced": ("根 治", "根治"), "two spaces": ("根  治", "根治"), "ideographic space": ("根\u3000治", "根治"),
    "no-break space": ("根\u00a0治", "根治"), "tab": ("根\t治", "根治"), "starred": ("根*治", "根治"),
    "three stars": ("根***治", "根治"), "spaced star": ("根 * 治", "根治"), "dotted": ("包.治.百.病", "包治百病"),
    "middle dot": ("包·治·百·病", "包治百病"), "dash": ("根-治", "根治"), "tilde": ("根~治", "根治"), "bar": ("根|治", "根治"),
    "underscore": ("根_治", "根治"), "black star": ("根★治", "根治"), "emoji": ("根💊治", "根治"), "sparkles": ("根✨✨治", "根治"),
    "heart with selector": ("根❤\ufe0f治", "根治"), "joined emoji": ("根👨\u200d👩\u200d👧治", "根治"),
    "zero width space": ("根\u200b治", "根治"), "zero width joiner": ("根\u200d治", "根治"), "word joiner": ("根\u2060治", "根治"),
    "byte order mark": ("根\ufeff治", "根治"), "soft hyphen": ("根\u00ad治", "根治"), "direction mark": ("根\u202e治", "根治"),
    "hangul filler": ("根\u3164治", "根治"), "variation selector": ("根\U000e0100治", "根治"),
    "zero width in Latin": ("bo\u200btox", "botox"), "soft hyphen in Latin": ("bo\u00adtox", "botox"),
    "zero width, then space": ("根\u200b 治", "根治"), "space, then zero width": ("根 \u200b治", "根治"),
    "zero width, then star": ("根\u200b*治", "根治"), "star between zero widths": ("根\u200b*\u200b治", "根治"),
    "line break": ("三天见\n效", "三天见效"), "windows line break": ("三天见\r\n效", "三天见效"),
    "indented next line": ("三天见\n  效", "三天见效"),
    "note": ("医(yī)院", "医院"), "full-width note": ("醫（yī）院", "医院"), "toneless note": ("根(gen)治(zhi)", "根治"),
    "spaced note": ("根( gen )治", "根治"),
    "bold": ("<b>根</b>治", "根治"), "span": ('<span style="color:red">根</span>治', "根治"), "line tag": ("根<br/>治", "根治"),
    "number": ("有效率 98", "有效率98"), "number with sign": ("有效率 98% 以上", "有效率98%以上"),
    "spaced sign": ("有效率 98 %", "有效率98%"), "spaced days": ("3 天见效", "3天见效"), "rank": ("第 1 名", "第1名"),
}  # fmt: skip


@pytest.mark.parametrize("name", MUST_GO)
def test_must_go(name: str) -> None:
    written, plain = MUST_GO[name]
    assert squeeze(fold(written)).text == plain


MUST_STAY = {
    "blank line": "包治\n\n百病", "blank line with spaces": "包治\n \n百病", "blank windows line": "包治\r\n\r\n百病",
    "block break": "包治\u2029百病", "spaced block break": "包治 \u2029 百病",
    "words": "the best cure", "word lines": "the best\ncure", "numbers": "1 2", "three numbers": "10 20 30",
    "number lines": "表1\n2\n3", "date": "于2024-01-02开诊", "phone": "电话010-6512 3456",
    "double dash": "不打针——不吃药", "ascii dashes": "不打针--不吃药", "long rule": "上文-----下文", "bullets": "* 根治",
    "abbreviations": "男科(ED)与影像(CT)", "no syllable": "检查(MRI)", "note after Latin": "fda(yi)",
    "e-mail": "联系a.b-c@d.cn或电话", "address": "见https://a-b.cn/x_y.html说明", "file": "打开report_2024.pdf查看",
    "comma": "根,治", "dunhao": "消炎、止痛", "colon": "根:治", "slash": "内科/外科", "ampersand": "皮肤&美容",
    "quotes": "“根”治", "brackets": "[根]治", "digit": "根1治", "letter": "维c片",
    "less than": "血压<140且>90", "spaced less than": "ph < 7 or > 8", "combining mark": "治\u0338愈", "decimal": "3.5%",
    "arithmetic": "1 + 2", "formula": "h2o = 水",
}  # fmt: skip


@pytest.mark.parametrize("name", MUST_STAY)
def test_must_stay(name: str) -> None:
    text = fold(MUST_STAY[name])
    assert squeeze(text).text == text


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("包**治**百病", "包**治**百病"),
        ("说包 治 百 病了", "包 治 百 病"),
        ("医(yī)院(yuàn)好", "医(yī)院"),
        ("x<b>根</b>治y", "根</b>治"),
    ],
)
def test_span_shows_what_was_removed_inside(text: str, span: str) -> None:
    squeezed = squeeze(fold(text))
    phrase = squeeze(fold(span)).text
    at = squeezed.text.index(phrase)
    low, high = squeezed.before(at, at + len(phrase))
    assert text[low:high] == span


@pytest.mark.parametrize(
    ("text", "breaks"),
    [("标题一\n标题二", (3,)), ("字" * 40 + "\n续行", ()), ("一行\n二行\n三行", (2, 4)), ("没有换行", ())],
)
def test_break_is_kept_after_a_short_line(text: str, breaks: tuple[int, ...]) -> None:
    assert squeeze(text).breaks == breaks


@pytest.mark.parametrize("letters", ["yi", "yī", "zhuang", "lü", "nǚ", "er", "a", "xiong", "shuāng"])
def test_is_pinyin(letters: str) -> None:
    assert is_pinyin(letters)


@pytest.mark.parametrize("letters", ["", "ct", "ed", "app", "spa", "the", "bb", "i5", "yii", "aeo", "wifi", "根"])
def test_is_no_pinyin(letters: str) -> None:
    assert not is_pinyin(letters)


def test_linear_in_text() -> None:
    """A megabyte of the worst candidates is squeezed at once."""
    for piece in ("* ", "<a", "(yi", "根 ", "\u200b*", "\n"):
        text = piece * (200_000 // len(piece))
        squeezed = squeeze(text)
        assert len(squeezed.text) <= len(text)
