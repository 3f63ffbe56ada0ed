"""Markdown: paragraphs, headings, list items and table cells as blocks; fenced and indented code is left out."""

from __future__ import annotations

import re
from typing import Final

from adcheck.documents.builder import Builder
from adcheck.documents.html_tags import BLOCKS
from adcheck.documents.markdown_inline import Span, add_inline, label_key
from adcheck.documents.model import Document
from adcheck.text.lazy import LazyPattern

_PREFIX: Final = LazyPattern(
    r"((?:[ \t]*+(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t\r]|$)))*+)[ \t]*+(?:\[[ xX]\](?=[ \t])[ \t]*+)?", re.MULTILINE
)
_FENCE: Final = LazyPattern(r"(`{3,})[^`\n]*$|(~{3,})", re.MULTILINE)
_HEADING: Final = LazyPattern(r"#{1,6}(?:[ \t]++|$)", re.MULTILINE)
_RULE: Final = LazyPattern(r"[ \t]*+([-*_])[ \t]*+(?:\1[ \t]*+){2,}$", re.MULTILINE)
_UNDERLINE: Final = LazyPattern(r"[ \t]{0,3}(?:=++|-++)[ \t]*+$", re.MULTILINE)
_DELIMITERS: Final = LazyPattern(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE)
_CELL: Final = LazyPattern(r"(?:[^|\\]++|\\.?)++")
_HTML: Final = LazyPattern(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>]|$)", re.MULTILINE)
_RAW_HTML: Final = frozenset(("script", "style", "pre", "textarea", "template"))
_BLANK: Final = LazyPattern(r"\n[ \t\r]*+(?:\n|\Z)")
_FOOTNOTE: Final = LazyPattern(r"\[\^[^\[\]\s]{1,64}\]:[ \t]*+")
_DEFINED: Final = LazyPattern(r"^[ \t>]*+\[([^\[\]\n]{1,999})\]:", re.MULTILINE)
_DEFINITION: Final = LazyPattern(
    r"\[([^\[\]\n]{1,999})\]:[ \t]*+(?:<[^<>\n]*>|[!-~]++)(?:[ \t]++(\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t\r]*+$",
    re.MULTILINE,
)


def read(source: str, name: str) -> Document:
    """Read Markdown (CommonMark with tables, footnotes, strike-through and front matter)."""
    builder = Builder(source, name, "markdown")
    _Reader(builder).run(_front_matter(builder))
    return builder.document()


def _front_matter(builder: Builder) -> int:
    """The offset behind the front matter; the readers of YAML and TOML are loaded only for texts that have one."""
    if not builder.source.startswith(("---", "+++")):
        return 0
    from adcheck.documents.front_matter import read_front_matter

    return read_front_matter(builder)


class _Reader:
    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.source = builder.source
        self.lines: list[list[Span]] = []  # the open paragraph, each line less its comments
        self.breaks: list[int] = []  # where the line break behind each of them stands
        self.line_break = 0
        self.prefix = ""
        self.in_list = False
        self.fence = ""
        self.columns: list[str] | None = None
        self.row = 0
        self.last_close = self.source.rfind("-->")
        self.unclosed: set[str] = set()
        labels = (label_key(match[1]) for match in _DEFINED.finditer(self.source) if not match[1].startswith("^"))
        self.labels = frozenset(labels if "]:" in self.source else ())

    def run(self, at: int) -> None:
        while at < len(self.source):
            newline = self.source.find("\n", at)
            at = self.line(at, newline if newline >= 0 else len(self.source))
        self.end_paragraph()
        if self.fence:
            self.builder.notes.append("a code block is not closed; what follows it was left out")

    def line(self, start: int, end: int) -> int:
        """Read the line ``source[start:end]``; the offset to read on from."""
        following = end + 1
        self.line_break = end
        if end > start and self.source[end - 1] == "\r":
            end -= 1
        prefix = _PREFIX.match(self.source, start, end)
        at = prefix.end() if prefix else start
        if self.fence:
            rest = self.source[at:end].rstrip()
            if len(rest) >= len(self.fence) and not rest.strip(self.fence[0]):
                self.fence = ""
            return following
        opened = self.source.find("<!--", start, end)
        in_code = opened >= 0 and self.source.count("`", start, opened) % 2 == 1
        if opened >= 0 and not in_code and not self.html_name(at, end):
            return self.commented(start, end)
        stop = self.block(start, end)
        return following if stop is None else stop

    def commented(self, start: int, end: int) -> int:
        """A line with comments, which may go on over many lines: what is left of it counts as one line."""
        source = self.source
        spans: list[Span] = []
        while 0 <= (found := source.find("<!--", start, end)) <= self.last_close - 4:
            close = source.index("-->", found + 4) + 3
            self.builder.comment(found, close)
            spans.append((start, found))
            start = close
            newline = source.find("\n", start)
            end = newline if newline >= 0 else len(source)
        self.line_break = end
        spans.append((start, end - 1 if end > start and source[end - 1] == "\r" else end))
        first, *others = [span for span in spans if source[slice(*span)].strip()] or [(end, end)]
        before = self.lines[-1:]
        stop = self.block(*first)
        if self.lines and self.lines[-1:] != before:
            self.lines[-1] += others
        else:
            for span in others:
                self.add_line(*span)
        return end + 1 if stop is None else max(stop, end + 1)

    def block(self, start: int, end: int) -> int | None:
        """Read one line by its kind; the offset to read on from when that is not the next line."""
        source = self.source
        prefix = _PREFIX.match(source, start, end)
        at = prefix.end() if prefix else start
        marks = prefix[1].strip() if prefix else ""
        if at == end or source[at:end].isspace():
            self.end_paragraph()
        elif self.lines and self.columns is None and _UNDERLINE.match(source, start, end):
            self.end_paragraph("heading")
        elif _RULE.match(source, start, end):
            self.end_paragraph()
        elif not self.is_code(start, at, marks):
            if marks and (marks.strip("> \t") or marks != self.prefix):
                self.end_paragraph()
                self.prefix = marks
            return self.leaf(at, end)
        return None

    def leaf(self, at: int, end: int) -> int | None:
        """Read a line less its list and quote marks."""
        source = self.source
        if source[at] in "`~" and (fence := _FENCE.match(source, at, end)):
            self.end_paragraph()
            self.fence = fence[1] or fence[2]
        elif heading := _HEADING.match(source, at, end):
            self.heading(heading.end(), end)
        elif source[at] == "<" and (name := self.html_name(at, end)):
            return self.html(name, at)
        elif source[at] == "[" and (rest := self.definition(at, end)) != at:
            self.end_paragraph()
            if rest < end:
                self.add_line(rest, end)
        elif self.columns is not None and source.find("|", at, end) >= 0:
            self.cells([(at, end)])
        elif self.lines and self.is_table(at, end):
            self.start_table()
        else:
            if self.columns is not None:
                self.end_paragraph()
            self.add_line(at, end)
        return None

    def is_code(self, start: int, at: int, marks: str) -> bool:
        indent = 0 if marks else len(self.source[start:at].expandtabs(4))
        if marks.strip("> \t"):
            self.in_list = True
        elif not self.lines and indent < 2:
            self.in_list = False
        return indent >= 4 and not self.lines and not self.in_list and self.columns is None

    def heading(self, start: int, end: int) -> None:
        self.end_paragraph()
        text = self.source[start:end].rstrip()
        bare = text.rstrip("#")
        if not bare or bare[-1] in " \t":
            text = bare
        self.add_line(start, start + len(text))
        self.end_paragraph("heading")

    def add_line(self, start: int, end: int) -> None:
        self.lines.append([(start, start + len(self.source[start:end].rstrip()))])
        self.breaks.append(self.line_break)

    def end_paragraph(self, kind: str = "text") -> None:
        if self.lines:
            spans = list(self.lines[0])
            for line, line_break in zip(self.lines[1:], self.breaks, strict=False):
                spans.append((line_break, line_break + 1))
                spans += line
            add_inline(self.builder, _joined(spans), self.labels)
            self.builder.end_block(kind)
            self.lines, self.breaks = [], []
        self.columns = None
        self.prefix = ""

    def html_name(self, at: int, end: int) -> str:
        match = _HTML.match(self.source, at, end)
        name = match[1].lower() if match else ""
        return name if name in BLOCKS or name in _RAW_HTML else ""

    def html(self, name: str, at: int) -> int:
        """Read a block of HTML, up to a blank line or for some elements up to their end; the offset behind it."""
        self.end_paragraph()
        stop = -1
        if name in _RAW_HTML and name not in self.unclosed:
            close = re.compile(rf"</{name}\s*>[^\n]*", re.IGNORECASE).search(self.source, at)
            stop = close.end() if close else -1
            if not close:
                self.unclosed.add(name)
        if stop < 0:
            stop = self.html_end(at)
        from adcheck.documents import html

        html.scan(self.builder, at, stop)
        return stop

    def html_end(self, at: int) -> int:
        """The next blank line outside a comment."""
        source, start = self.source, at
        while True:
            blank = _BLANK.search(source, at)
            stop = blank.start() if blank else len(source)
            opened = source.rfind("<!--", start, stop)
            if opened < 0 or opened + 4 > self.last_close or (close := source.index("-->", opened + 4)) < stop:
                return stop
            start = at = close + 3

    def definition(self, at: int, end: int) -> int:
        """Behind the mark of a footnote, or behind the whole definition of a link; ``at`` when there is none."""
        if footnote := _FOOTNOTE.match(self.source, at, end):
            return footnote.end()
        link = None if self.lines else _DEFINITION.match(self.source, at, end)
        if not link:
            return at
        if link[2]:
            self.builder.append(link[2][1:-1], link.start(2) + 1)
            self.builder.end_block("title", "link title")
        return end

    def is_table(self, at: int, end: int) -> bool:
        line = self.source[at:end]
        return "|" in line and _DELIMITERS.fullmatch(line) is not None and self.has_bar(self.lines[-1])

    def has_bar(self, spans: list[Span]) -> bool:
        return any("|" in self.source[start:end] for start, end in spans)

    def start_table(self) -> None:
        header = self.lines.pop()
        self.breaks.pop()
        self.end_paragraph()
        self.columns = []
        self.row = 0
        self.columns = self.cells(header)

    def cells(self, spans: list[Span]) -> list[str]:
        """Add a table row's cells; the source of each cell."""
        self.row += 1
        columns = self.columns or []
        found: list[str] = []
        for start, end in spans:
            after_bar = start + self.source.startswith("|", start)
            for match in _CELL.finditer(self.source, after_bar, end):
                text = match[0].strip()
                title = columns[len(found)] if len(found) < len(columns) else ""
                place = f"row {self.row}, column {title or len(found) + 1}"
                found.append(text[:40])
                if text:
                    first = self.source.index(text[0], match.start())
                    add_inline(self.builder, [(first, first + len(text))], self.labels)
                    self.builder.end_block("cell", place)
        return found


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that touch made one."""
    joined = spans[:1]
    for start, end in spans[1:]:
        if joined[-1][1] == start:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
