"""HTML and Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from adcheck.documents import read_text

Parts = Callable[[str, str], list[tuple[str, str, str, str]]]

HTML = [
    ("<p>保证<b>根</b>治</p>", [("text", "", "保证根治", "保证<b>根</b>治")]),
    ("根&#x6cbb;&amp;好&nbsp", [("text", "", "根治&好\xa0", "根&#x6cbb;&amp;好&nbsp")]),
    ("根<wbr>治&shy;乙<br>\n 肝", [("text", "", "根治乙\n肝", "根<wbr>治&shy;乙<br>\n 肝")]),
    ("<p>一<p>二", [("text", "", "一", "一"), ("text", "", "二", "二")]),
    ("甲<script>var a='</p>'</script>乙<style>b{}</style>", [
        ("text", "", "甲乙", "甲<script>var a='</p>'</script>乙"),
    ]),
    ("<noscript>根治</noscript>", [("text", "", "根治", "根治")]),
    ("<title>a &lt; b</title>", [("title", "", "a < b", "a &lt; b")]),
    ("<h2 style='display:none'>最好</h2>", [("heading", "", "最好", "最好")]),
    ("根<img alt='最&#22909;'>治", [
        ("text", "", "根治", "根<img alt='最&#22909;'>治"), ("alt", "img alt", "最好", "最&#22909;"),
    ]),
    ('<meta name="Description" content="包 治">', [("meta", "meta description", "包 治", "包 治")]),
    ("<input type=submit value=买><input type=hidden value=x>", [("label", "input value", "买", "买")]),
    ('<a title="他说"好"" href=x>正文</a>', [("text", "", "正文", "正文"), ("title", "a title", "他说", "他说")]),
    ("1 < 2 <a", [("text", "", "1 < 2 <a", "1 < 2 <a")]),
    ("<![CDATA[根治]]>x", [("text", "", "根治x", "根治]]>x")]),
    ('<p title="开>正文</p>', [("text", "", "正文", "正文")]),
    ("<ruby>治<rt>zhì</rt>愈</ruby>", [("text", "", "治愈", "治<rt>zhì</rt>愈"), ("text", "ruby", "zhì", "zhì")]),
    ("<!-- x", [("text", "", "x", "x")]),
]  # fmt: skip

MARKDOWN = [
    ("# 标题 **根**治 #\n", [("heading", "", "标题 根治", "标题 **根**治")]),
    ("标题\n---\n", [("heading", "", "标题", "标题")]),
    ("一\r\n二\r\n\r\n三", [("text", "", "一\n二", "一\r\n二"), ("text", "", "三", "三")]),
    ("**“治愈”**率 5 * 3 a_b_c", [("text", "", "“治愈”率 5 * 3 a_b_c", "“治愈”**率 5 * 3 a_b_c")]),
    ("`a*b` \\*x ~~旧~~ ==新==", [("text", "", "a*b *x 旧 新", "a*b` \\*x ~~旧~~ ==新")]),
    ('[字](http://x (t) "题")尾', [("text", "", '[字](http://x (t) "题")尾', '[字](http://x (t) "题")尾')]),
    ('[字](http://x "题")尾', [("text", "", "字尾", '字](http://x "题")尾'), ("title", "link title", "题", "题")]),
    ("根![图*片*](a.png)治", [("text", "", "根治", "根![图*片*](a.png)治"), ("alt", "image alt", "图片", "图*片")]),
    ("[a][r] [r] [q]\n\n[r]: http://x", [("text", "", "a r [q]", "a][r] [r] [q]")]),
    ("注[^1]\n\n[^1]: 脚注", [("text", "", "注", "注"), ("text", "", "脚注", "脚注")]),
    ("<https://a.b> x<br>y <b>z</b>", [("text", "", " x\ny z", " x<br>y <b>z")]),
    ("- 一\n- [x] 二\n  三\n1. 四", [
        ("text", "", "一", "一"), ("text", "", "二\n三", "二\n  三"), ("text", "", "四", "四"),
    ]),
    ("> 引\n> 二", [("text", "", "引\n二", "引\n> 二")]),
    ("```\nx\n```\n文\n\n    code\n", [("text", "", "文", "文")]),
    ("| 药 | 效 |\n|--|:-:|\n| a | **98**% |", [
        ("cell", "row 1, column 1", "药", "药"), ("cell", "row 1, column 2", "效", "效"),
        ("cell", "row 2, column 药", "a", "a"), ("cell", "row 2, column 效", "98%", "98**%"),
    ]),
    ("<div>\n<p>根<b>治</b></p>\n</div>\n\n*尾*", [("text", "", "根治", "根<b>治"), ("text", "", "尾", "尾")]),
    ("根<!-- a\n\nb -->治", [("text", "", "根治", "根<!-- a\n\nb -->治")]),
    ("---\ntitle: 根治\nk: 1\n---\n文", [("meta", "title", "根治", "根治"), ("text", "", "文", "文")]),
    ('+++\ntitle = "根\\u6cbb"\n+++\n文', [("meta", "title", "根治", "根\\u6cbb"), ("text", "", "文", "文")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), HTML)
def test_html(parts: Parts, source: str, expected: object) -> None:
    assert parts(source, "html") == expected


@pytest.mark.parametrize(("source", "expected"), MARKDOWN)
def test_markdown(parts: Parts, source: str, expected: object) -> None:
    assert parts(source, "markdown") == expected


@pytest.mark.parametrize(
    ("source", "format", "meta"),
    [
        ('<meta name="adcheck:sector" content="aesthetic">', "html", {"sector": "aesthetic"}),
        (
            "---\nadcheck: {sector: tcm}\ntags: [a, 1]\nx: {y: z}\n---\n",
            "markdown",
            {"sector": "tcm", "tags": ["a", 1]},
        ),
        ('+++\nn = 1\n[adcheck]\nsector = "tcm"\n+++\n', "markdown", {"sector": "tcm", "n": 1}),
    ],
)
def test_meta(source: str, format: str, meta: object) -> None:
    assert read_text(source, format=format).meta == meta


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_comments_are_recorded(format: str) -> None:
    document = read_text("治<!-- adcheck: ignore -->愈\n", format=format)
    assert [document.source[slice(*span)] for span in document.comments] == ["<!-- adcheck: ignore -->"]
    assert document.text == "治愈"


def test_broken_front_matter_leaves_a_note() -> None:
    document = read_text("---\na: [\n---\n根治", format="markdown")
    assert document.text == "根治"
    assert "front matter" in document.notes[0]
