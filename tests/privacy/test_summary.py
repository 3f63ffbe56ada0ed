"""Counts of cases: nothing under k, nothing that the total gives away, no identifiers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adcheck.errors import InputError
from adcheck.privacy import find
from adcheck.privacy.anonymize.summary import Counted, Summary, as_text, summarize, suppressed


def table(rows: int = 40) -> bytes:
    lines = ["姓名,性别,年龄,电话,就诊日期,病种,备注"]
    for number in range(rows):
        disease = "近视" if number % 2 else "白内障" if number % 4 else "戈谢病" if number == 0 else "青光眼"
        lines.append(
            f"王秀{'兰英梅芳'[number % 4]},{'男女'[number % 2]},{20 + number},138{number:08d},2023-0{number % 3 + 1}-1{number % 9},{disease},"
            f"第{number}次来院时说眼睛模糊已有{number}天并且夜间加重"
        )
    return "\n".join(lines).encode()


def column(summary: Summary, title: str) -> dict[str, int]:
    return dict(next(c.counts for c in summary.columns if c.title == title))


def test_a_table_becomes_counts_and_bands() -> None:
    summary = summarize(table(), "cases.csv", find)
    assert summary.rows == 40
    assert column(summary, "性别") == {"女": 20, "男": 20}
    assert column(summary, "年龄") == {"20-29": 10, "30-39": 10, "40-49": 10, "50-59": 10}
    assert column(summary, "就诊日期") == {"2023": 40}
    out = {c.title for c in summary.columns if c.left_out}
    assert out == {"姓名", "电话", "备注"}


def test_a_rare_value_is_not_shown_nor_computable() -> None:
    summary = summarize(table(), "cases.csv", find)
    diseases = next(c for c in summary.columns if c.title == "病种")
    assert "戈谢病" not in dict(diseases.counts)
    assert diseases.others >= 5
    for text in (as_text(summary), json.dumps(summary.to_dict(), ensure_ascii=False)):
        assert "戈谢病" not in text
        assert "王秀" not in text
        assert "1380000" not in text


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(2, 8))
def test_no_cell_under_k_can_be_computed(counts: list[int], k: int) -> None:
    cells = [Counted(str(number), count) for number, count in enumerate(counts)]
    shown, others = suppressed(cells, k)
    assert all(one.rows >= k for one in shown)
    assert sum(one.rows for one in shown) + others == sum(counts)
    hidden = len(cells) - len(shown)
    assert hidden != 1 or len(cells) == 1
    assert not others or others >= k or not shown


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"x"),
        ("a.json", b'{"a": 1}'),
        ("a.json", b"[1, 2]"),
        ("a.json", "{张伟".encode()),
        ("a.csv", b"a,b\n1,2\n"),
    ],
)
def test_what_is_no_table_is_refused_without_quoting_it(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        summarize(data, name, find)
    assert "张伟" not in str(caught.value)


def test_json_tables_count_too() -> None:
    rows = [{"sex": "f" if n % 2 else "m", "age": 30 + n, "patient": {"name": "x"}} for n in range(20)]
    for name, data in (("a.json", json.dumps({"cases": rows})), ("a.jsonl", "\n".join(map(json.dumps, rows)))):
        summary = summarize(data.encode(), name, find)
        assert column(summary, "sex") == {"f": 10, "m": 10}
        assert column(summary, "age") == {"30-39": 10, "40-49": 10}


def test_a_title_that_is_a_value_is_not_repeated() -> None:
    rows = "\n".join(["患者张志远13800138000,男"] * 6)
    assert "张志远" not in as_text(summarize(rows.encode(), "a.csv", find))
