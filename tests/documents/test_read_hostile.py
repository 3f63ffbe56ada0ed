"""Random and hostile input: readers refuse it with an InputError or read it, in time linear in its length."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adcheck.documents import FORMATS, builder, format_of, json_text, read_bytes, read_text, table
from adcheck.documents.model import Document
from adcheck.errors import InputError

SNIPPETS = (
    "根治 乙肝 98% a 😀 𠮷 \u2029 \ufeff \x00 \xa0 < > <p> </p> <b <br/> <td> <rt> <script> </script> <!-- --> "
    "<![CDATA[ ]]> <img|alt='x&amp;'> &amp; &#x6cbb; &#0; &lt &notit; ** * _ ~~ == ` ``` [ ] ( ) ![ ](x|\"y\") [r]: "
    "# ## > - 1. | |-|-| --- +++ === title: a: ? : , ; { } \" ' \\ \\u6cbb \\ud83d \\n //|adcheck: #|adcheck: "
    '& * ! % @ [1,2] {"a":"b"} 00:00:01,000|-->|00:00:02,000 NOTE WEBVTT {\\an8} <v|x> 13800138000 \r \t'
).split(" ")
TEXTS = st.lists(st.sampled_from([s.replace("|", " ") for s in SNIPPETS] + [" ", "\n", "\n\n", "\r\n", "    "])).map(
    "".join
)


@given(source=TEXTS, format=st.sampled_from(FORMATS))
@settings(max_examples=1500, deadline=None)
def test_any_text_is_read_exactly_or_refused(exact: Callable[[Document], None], source: str, format: str) -> None:
    try:
        document = read_text(source, "x", format=format)
    except InputError:
        return
    exact(document)
    for start, end in document.comments:
        assert 0 <= start < end <= len(document.source)


@given(data=st.binary(max_size=200))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputError):
        read_bytes(data, "x.txt")


@pytest.mark.parametrize(
    ("format", "units"),
    [
        ("html", ["<a ", '<a ="<a b" ', "<!--", "<![CDATA[", "<script>", "<template>", "<p>", "&", '="']),
        ("markdown", ["[", "![", '](x "', "` ``", "*a", "<div><!--\n\n", "> ", "- ", "[a]: ", "<!--", "|"]),
        ("csv", ['"', ',"a', '"""', "#\n"]),
        ("json", ["[", '{"a":']),
        ("yaml", ["[", '{"a":']),
        ("jsonl", ["[\n", '"a"\n']),
        ("srt", ["<", "{\\", "1\n", "-->\n"]),
    ],
)
def test_time_is_linear(format: str, units: list[str]) -> None:
    for unit in units:
        started = time.process_time()
        with contextlib.suppress(InputError):
            read_text(unit * (100_000 // len(unit)), format=format)
        assert time.process_time() - started < 5, unit


@pytest.mark.parametrize("source", ["[" * 201 + "]" * 201, "[" * 100_000])
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_depth_is_limited(format: str, source: str) -> None:
    with pytest.raises(InputError, match="deep"):
        read_text(source, format=format)


def test_an_alias_bomb_is_not_unfolded() -> None:
    lines = ["a0: &a0 [根治]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 40)]
    assert read_text("\n".join(lines), format="yaml").text == "根治"


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_FIELD", 10)
    with pytest.raises(InputError, match="cell"):
        read_text('a,"' + "b" * 20 + '"', format="csv")
    monkeypatch.setattr(json_text, "MAX_DEPTH", 2)
    with pytest.raises(InputError, match="deeper"):
        read_text('[[["a"]]]', format="json")
    monkeypatch.setattr(builder, "MAX_PIECES", 3)
    with pytest.raises(InputError, match="split"):
        read_text("<p>a<p>b<p>c<p>d<p>e", format="html")
    monkeypatch.setattr("adcheck.documents.MAX_BYTES", 3)
    with pytest.raises(InputError, match="bytes"):
        read_bytes(b"abcd", "x.txt")


def test_formats() -> None:
    assert [format_of(name) for name in ("a.MD", "b.htm", "c.yml", "d", "e.xyz", "")] == [
        "markdown", "html", "yaml", "text", "text", "text",
    ]  # fmt: skip
    with pytest.raises(InputError, match="unknown format"):
        read_text("a", format="docx")


def test_a_lone_surrogate_is_replaced() -> None:
    document = read_text("\ufeff治\ud83d愈")
    assert (document.text, document.notes) == ("治\ufffd愈", ("read with 1 damaged characters",))
