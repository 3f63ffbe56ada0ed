"""The screen may select too much, never too little, and imports nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adcheck.privacy.base import unmark
from adcheck.privacy.engine import default_engine
from adcheck.privacy.fold import fold_cased, visible
from adcheck.privacy.paragraphs import LONGEST, paragraphs
from adcheck.privacy.registry import modules
from adcheck.privacy.screen import passages

LABELLED = Path(__file__).parents[2] / "corpora" / "privacy"


def labelled_texts() -> Iterator[str]:
    for module in modules():
        for case in (*module.CASES.bad, *module.CASES.good):
            yield unmark(case)[0]
    for path in sorted(LABELLED.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def outside(text: str, language: str) -> list[str]:
    spans = passages(text)
    found = default_engine().analyze(text, language=language, score_threshold=0.4)
    return [
        f"{one.entity_type} {one.start}:{one.end}"
        for one in found
        if not any(start <= one.start and one.end <= end for start, end in spans)
    ]


def test_whatever_the_engine_finds_in_a_labelled_text_was_selected() -> None:
    missed = {text[:40]: out for text in (visible(t).text for t in labelled_texts()) if (out := outside(text, "zh"))}
    assert missed == {}


def test_it_holds_in_a_long_text_of_many_paragraphs_too() -> None:
    whole = visible("\n\n".join(list(labelled_texts())[::7])).text
    assert outside(whole, "zh") == []


PIECES = st.sampled_from(
    [
        "患者",
        "电话：",
        "138",
        "1234",
        "5678",
        " ",
        "\n",
        "\n\n",
        "-",
        "，",
        "。",
        "住院号",
        "3床",
        "Mrs. ",
        "Jane ",
        "call ",
        "@",
        "qq.com",
        "微信",
        "lina_88",
        "浙江省",
        "文三路",
        "388号",
        "2单元",
        "501室",
        "١",
        "\u200b",
        "１３９",
        "張",
        "x.jpg",
        "|",
        "\t",
        "，",
        "9",
        "岁",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_it_holds_for_scrambled_text(text: str) -> None:
    assert outside(visible(text).text, "zh") == []


@pytest.mark.parametrize(
    "copy",
    [
        "新店开业，全场八折，欢迎到店体验。",
        "三天根治鼻炎，无效退款，百分之百有效！",
        "采用进口材料，微创技术，恢复快，不留痕迹。",
        "咨询热线：400-800-1234，地址：杭州市西湖区文三路388号",
        "客服微信：meili_8888，加客服领取优惠",
        "Whiter teeth in one visit. Call (602) 555-0147 or book at info@clinic.example.",
        "本品通过国药准字Z20013220批准，批号20230512",
        "2023年5月12日，第3届口腔健康大会在杭州召开，参会1200人",
    ],
)
def test_ordinary_copy_is_not_selected(copy: str) -> None:
    assert passages(copy) == []


def test_selecting_imports_neither_presidio_nor_spacy() -> None:
    code = (
        "import sys\nfrom adcheck.privacy.screen import passages\n"
        "assert passages('患者手机13812345678') == [(0, 15)]\n"
        "heavy = {'spacy', 'presidio_analyzer', 'jieba', 'pydantic', 'tldextract'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_passages_are_paragraphs_in_order() -> None:
    text = "标题\n\n患者手机13812345678\n\n结尾\n\n家属QQ：28374651"
    assert [text[start:end] for start, end in passages(text)] == ["患者手机13812345678", "家属QQ：28374651"]


def test_a_wall_of_text_is_cut_at_line_ends() -> None:
    text = ("一行文字，" * 10 + "\n") * 2000
    spans = list(paragraphs(text))
    assert all(end - start <= LONGEST for start, end in spans)
    assert all(text[end - 1] == "\n" for _, end in spans[:-1])
    assert spans[0][0] == 0 and spans[-1][1] == len(text)


@given(st.text(max_size=60))
def test_folding_keeps_length_case_and_is_idempotent(text: str) -> None:
    folded = fold_cased(text)
    assert len(folded) == len(text)
    assert fold_cased(folded) == folded


@pytest.mark.parametrize(
    ("source", "folded"),
    [("ＡＢｃ１２", "ABc12"), ("張偉", "张伟"), ("Jane\tDOE", "Jane\tDOE"), ("患者Ａ：１３８", "患者A:138")],
)
def test_folding_keeps_the_case(source: str, folded: str) -> None:
    assert fold_cased(source) == folded


@given(st.text(alphabet="ab\u200b\u2060\ufeff张", max_size=30))
def test_what_is_visible_maps_back(text: str) -> None:
    seen = visible(text)
    for index, char in enumerate(seen.text):
        start, end = seen.before(index, index + 1)
        assert text[start:end] == char
