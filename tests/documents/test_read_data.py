"""Plain text, tables, JSON, YAML and subtitles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from adcheck.documents import read_text
from adcheck.errors import InputError

Parts = Callable[[str, str], list[tuple[str, str, str, str]]]
T = "00:00:01,000 --> 00:00:02,000"

CASES = [
    ("text", "a\r\n\r\nb", [("text", "", "a\r\n\r\nb", "a\r\n\r\nb")]),
    ("text", "a\n  # adcheck: x\nb", [("text", "", "a\nb", "a\n  # adcheck: x\nb")]),
    ("csv", '标题,效\n12,"治""愈""\n率"\n', [
        ("cell", "row 1, column 1", "标题", "标题"), ("cell", "row 1, column 2", "效", "效"),
        ("cell", "row 2, column 效", '治"愈"\n率', '治""愈""\n率'),
    ]),
    ("csv", "a;b\n最好, 真;13800138000", [
        ("cell", "row 1, column 1", "a", "a"), ("cell", "row 1, column 2", "b", "b"),
        ("cell", "row 2, column a", "最好, 真", "最好, 真"), ("cell", "row 2, column b", "13800138000", "13800138000"),
    ]),
    ("csv", '"根"治,"开', [("cell", "row 1, column 1", '根"治', '根"治'), ("cell", "row 1, column 2", '"开', '"开')]),
    ("tsv", "根治,好\t98%", [("cell", "row 1, column 1", "根治,好", "根治,好")]),
    ("json", '{"a": [{"b c": "根\\u6cbb"}, "\\ud83d\\ude00", 1, ""], "d": "e"}', [
        ("text", 'a[0]["b c"]', "根治", "根\\u6cbb"), ("text", "a[1]", "😀", "\\ud83d\\ude00"), ("text", "d", "e", "e"),
    ]),
    ("json", '["\\ud83d", "a\nb"]', [("text", "[0]", "\ufffd", "\\ud83d"), ("text", "[1]", "a\nb", "a\nb")]),
    ("jsonl", '{"a":"b"}\nbad\n["c"]', [("text", "line 1.a", "b", "b"), ("text", "line 3[0]", "c", "c")]),
    ("yaml", "a: 治愈 # x\nb: 'it''s'\nc: 12\nd: [x, \"\\u6cbb\\n\"]", [
        ("text", "a", "治愈", "治愈"), ("text", "b", "it's", "it''s"), ("text", "d[0]", "x", "x"),
        ("text", "d[1]", "治\n", "\\u6cbb\\n"),
    ]),
    ("yaml", "a: >-\n  根\n  治\n\n  乙\nb: |\n   肝\n   x\n", [
        ("text", "a", "根\n治\n乙", "根\n  治\n\n  乙"), ("text", "b", "肝\nx", "肝\n   x"),
    ]),
    ("yaml", 'a: "根\\\n  治"\n---\n- 好\n  坏\n', [
        ("text", "a", "根治", "根\\\n  治"), ("text", "document 2: [0]", "好\n坏", "好\n  坏"),
    ]),
    ("yaml", "𠮷: 𠮷好\n? [k]\n: v\nr: &x y\ns: *x\n", [
        ("text", "𠮷", "𠮷好", "𠮷好"), ("text", "[0]", "k", "k"), ("text", '["?"]', "v", "v"), ("text", "r", "y", "y"),
    ]),
    ("srt", f"7\n{T}\n<i>根</i>治\n{{\\an8}}乙\n8\n{T}\n98\n", [
        ("cue", "cue 7", "根治\n乙", "根</i>治\n{\\an8}乙"), ("cue", "cue 8", "98", "98"),
    ]),
    ("vtt", "WEBVTT - t\n\nSTYLE\n::cue{}\n\nid\n00:01.000 --> 00:02.000 align:left\n<v 张>根<c.x>治</c>&amp;", [
        ("cue", "cue 1", "根治&", "根<c.x>治</c>&amp;"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("format", "source", "expected"), CASES)
def test_blocks(parts: Parts, format: str, source: str, expected: object) -> None:
    assert parts(source, format) == expected


@pytest.mark.parametrize(
    ("format", "source", "comments"),
    [
        ("text", "a\n // adcheck: x\n", ["// adcheck: x"]),
        ("csv", "# adcheck: x\na,b\n# y,z\n", ["# adcheck: x", "# y,z"]),
        ("yaml", "# a\nb: c # d\ne: 'x # y'\nf: | # g\n  # h\n# i\n", ["# a", "# d", "# g", "# i"]),
        ("srt", f"NOTE a\nb\n\n1\n{T}\nx\n# adcheck: y\n", ["NOTE a\nb", "# adcheck: y"]),
        ("vtt", "WEBVTT\n\nNOTE adcheck: x\n", ["NOTE adcheck: x"]),
    ],
)
def test_comments(format: str, source: str, comments: list[str]) -> None:
    document = read_text(source, format=format)
    assert [source[slice(*span)] for span in document.comments] == comments
    assert "adcheck" not in document.text


@pytest.mark.parametrize(
    ("format", "source"),
    [("json", '{"adcheck": {"sector": "tcm"}, "a": "b"}'), ("yaml", "adcheck:\n  sector: tcm\na: b\n")],
)
def test_meta(format: str, source: str) -> None:
    document = read_text(source, format=format)
    assert (document.meta, document.text) == ({"sector": "tcm"}, "b")


@pytest.mark.parametrize(
    ("format", "source", "place"),
    [("json", '{"a": 1,\n x}', "f:2:2"), ("jsonl", "a\nb", "f:1:1"), ("yaml", "a: [\n", "f:2:1")],
)
def test_broken_input_names_its_place(format: str, source: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(source, "f", format=format)
    assert caught.value.place == place
    assert caught.value.hint


def test_jsonl_notes_the_bad_line() -> None:
    assert "f:2:1" in read_text('"a"\nbad\n', "f", format="jsonl").notes[0]
