"""HTML: text as a reader of the page reads it, hidden parts included.

The scanner is a tokenizer of our own: html.parser does 1.4 MB/s, and tree builders lose character positions. It
follows browsers (WHATWG HTML, section 13.2.5) except where they would swallow text: a tag that never ends is text.
"""

from __future__ import annotations

import re
from typing import Final

from adcheck.documents.builder import WHITESPACE, Builder, Piece
from adcheck.documents.html_tags import BLOCKS, KINDS, attribute_asides
from adcheck.documents.model import Document
from adcheck.documents.references import html_pieces
from adcheck.text.lazy import LazyPattern

_OPEN: Final = LazyPattern(r"<(?:(/?)([a-zA-Z][^\s/<>]*+)(>?)|!--|!\[CDATA\[|[!?/])")
_BODY: Final = LazyPattern(r"""(?:[^<>=]++|=[ \t\r\n\f]*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
_BODY_SIMPLE: Final = LazyPattern(r"[^<>]*+>")
_RUN: Final = LazyPattern(r"&|[ \t\r\n\f]{2}")
_COMMENT_END: Final = LazyPattern(r"--!?>")
_WINDOW: Final = 1 << 16
_SKIPPED: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]*>?", re.IGNORECASE) for name in ("script", "style", "template")
}


def read(source: str, name: str) -> Document:
    """Read an HTML page or fragment."""
    builder = Builder(source, name, "html")
    scan(builder, 0, len(source))
    return builder.document()


def scan(builder: Builder, start: int, end: int) -> None:
    """Read ``builder.source[start:end]`` as HTML into the builder, beginning and ending a block."""
    _Scanner(builder, end).run(start)


class _Scanner:
    def __init__(self, builder: Builder, end: int) -> None:
        self.builder = builder
        self.source = builder.source
        self.end = end
        self.kind = "text"
        self.ruby: list[Piece] | None = None
        self.after_break = False
        self.unclosed: set[str] = set()
        self.failures = self.long_failures = 0

    def run(self, at: int) -> None:
        source, end = self.source, self.end
        self.builder.end_block()
        while match := _OPEN.search(source, at, end):
            start = match.start()
            if start > at:
                self.text(at, start)
            at = self.tag(match) if match[2] else self.declaration(match)
        self.text(at, end)
        self.end_ruby()
        self.builder.end_block(self.kind)

    def text(self, start: int, end: int) -> None:
        chunk = self.source[start:end]
        if self.ruby is not None:
            self.ruby.extend(html_pieces(self.source, start, end))
            return
        if self.after_break or self.builder.empty:
            self.after_break = False
            kept = chunk.lstrip(WHITESPACE)
            start += len(chunk) - len(kept)
            chunk = kept
        if _RUN.search(chunk):
            self.builder.extend(html_pieces(self.source, start, end))
        else:
            self.builder.append(chunk, start)

    def tag(self, match: re.Match[str]) -> int:
        name = match[2].lower()
        end = match.end()
        if not match[3]:
            end = self.tag_end(match.end())
            if end < 0:
                self.text(match.start(), match.start() + 1)
                return match.start() + 1
        if name in BLOCKS:
            self.end_ruby()
            self.builder.end_block(self.kind)
            self.kind = "text" if match[1] else KINDS.get(name, "text")
        elif name == "br":
            self.line_break(match.start(), end)
        elif name in ("rt", "rp", "ruby", "rb"):
            self.end_ruby()
            if name in ("rt", "rp") and not match[1]:
                self.ruby = []
        if match[1]:
            return end
        if not match[3]:
            attribute_asides(self.builder, name, match.end(), end)
        return self.after_skipped(name, end) if name in _SKIPPED else end

    def tag_end(self, at: int) -> int:
        """Where the tag ends, -1 if it never does; what it spends on broken tags is bounded."""
        if self.failures < 500:
            if match := _BODY.match(self.source, at, min(self.end, at + _WINDOW)):
                return match.end()
            self.failures += 1
            if self.long_failures < 8:
                if match := _BODY.match(self.source, at, self.end):
                    return match.end()
                self.long_failures += 1
        simple = _BODY_SIMPLE.match(self.source, at, self.end)
        return simple.end() if simple else -1

    def line_break(self, start: int, end: int) -> None:
        if self.ruby is None and not self.builder.empty:
            self.builder.append_decoded("\n", start, end - start)
            self.after_break = True

    def end_ruby(self) -> None:
        """The reading beside a word (pinyin) goes behind the sentence, so the word stays whole."""
        if self.ruby:
            self.builder.aside(self.ruby, "text", "ruby")
        self.ruby = None

    def after_skipped(self, name: str, at: int) -> int:
        """The offset behind a script, style or template; one that isn't closed is read on as text."""
        if name not in self.unclosed:
            if close := _SKIPPED[name].search(self.source, at, self.end):
                return close.end()
            self.unclosed.add(name)
            self.builder.notes.append(f"<{name}> is not closed; what follows it is read as text")
        return at

    def declaration(self, match: re.Match[str]) -> int:
        start, at = match.span()
        if match[0] == "<!--":
            return self.comment(start, at)
        if match[0] == "<![CDATA[":
            close = self.source.find("]]>", at, self.end) if "cdata" not in self.unclosed else -1
            if close < 0:
                self.unclosed.add("cdata")
                return at
            self.text(at, close)
            return close + 3
        simple = _BODY_SIMPLE.match(self.source, at, self.end)
        if simple:
            return simple.end()
        self.text(start, at)
        return at

    def comment(self, start: int, at: int) -> int:
        if self.source.startswith((">", "->"), at):  # <!--> and <!---> are empty comments
            return self.source.index(">", at) + 1
        close = _COMMENT_END.search(self.source, at, self.end) if "comment" not in self.unclosed else None
        if close is None:
            if "comment" not in self.unclosed:
                self.builder.notes.append("a comment is not closed; what follows it is read as text")
            self.unclosed.add("comment")
            return at
        self.builder.comment(start, close.end())
        return close.end()
