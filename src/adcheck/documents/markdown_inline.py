"""Inline Markdown: markers, link targets and tags go, words and their positions stay.

Emphasis is matched more freely than CommonMark does, which fails on Han text such as ``**“治愈”**率``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from adcheck.documents.builder import Builder, Piece
from adcheck.documents.html_tags import attribute_asides
from adcheck.documents.references import REFERENCE, resolve
from adcheck.text.lazy import LazyPattern

_SPECIAL: Final = LazyPattern(r"[\\`*_<\[\]&]|~~|==")
_TOKEN: Final = LazyPattern(
    r"\\[!-/:-@\[-`{-~\n]|`+|\*+|_+|~~+|==+|\[\^[^\[\]\s]{1,64}\]|!?\[|\]|<[^<>]*+>|&"
)  # an escape, a run of markers, a footnote mark, a bracket, something like a tag, a reference
_TAG: Final = LazyPattern(r"</?([a-zA-Z][^\s/<>]*+)(?:[\s/][^<>]*)?>")
_AUTOLINK: Final = LazyPattern(r"<(?:[a-zA-Z][a-zA-Z0-9+.\-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_TAIL: Final = LazyPattern(
    r"""\(\s*+(?:<[^<>\n]*>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)"""
    r"""(?:\s++("(?:[^"\\]++|\\.)*+"|'(?:[^'\\]++|\\.)*+'|\((?:[^()\\]++|\\.)*+\)))?\s*+\)""",
    re.DOTALL,
)
_LABEL: Final = LazyPattern(r"\[([^\[\]]*+)\]")
_BACKTICKS: Final = LazyPattern(r"`+")

Span = tuple[int, int]


class _Edit(NamedTuple):
    """``text[start:end]`` gives way to ``text``, in most cases to nothing."""

    start: int
    end: int
    text: str = ""


class _Opener:
    __slots__ = ("at", "left")

    def __init__(self, at: int, left: int) -> None:
        self.at = at
        self.left = left


def label_key(label: str) -> str:
    """A link label as it is compared: without case, white space made one space."""
    return " ".join(label.casefold().split())


def add_inline(builder: Builder, spans: list[Span], labels: frozenset[str]) -> None:
    """Append the text in ``spans`` of the source to the open block; ``labels`` are those with a link definition."""
    text = "".join(builder.source[start:end] for start, end in spans)
    if not _SPECIAL.search(text):
        for start, end in spans:
            builder.append(builder.source[start:end], start)
        return
    _Inline(builder, spans, text, labels).run()


class _Inline:
    def __init__(self, builder: Builder, spans: list[Span], text: str, labels: frozenset[str]) -> None:
        self.builder = builder
        self.spans = spans
        self.text = text
        self.labels = labels
        self.starts = list(accumulate((end - start for start, end in spans), initial=0))[:-1]
        self.edits: list[_Edit] = []
        self.brackets: list[Span] = []
        self.openers: dict[str, list[_Opener]] = {"*": [], "_": [], "~": [], "=": []}
        self.images: list[Span] = []
        self.titles: list[Span] = []
        self.ticks: dict[int, list[int]] | None = None

    def run(self) -> None:
        at = 0
        while match := _TOKEN.search(self.text, at):
            at = self.token(match)
        self.edits.sort(key=lambda edit: (edit.start, -edit.end))
        self.edit_starts = [edit.start for edit in self.edits]
        self.builder.extend(self.pieces(0, len(self.text)))
        for start, end in self.images:
            self.builder.aside(self.pieces(start, end), "alt", "image alt")
        for start, end in self.titles:
            self.builder.aside(self.raw(start, end), "title", "link title")

    def token(self, match: re.Match[str]) -> int:
        """Note what the token changes; the offset to read on from."""
        token, start, end = match[0], *match.span()
        first = token[0]
        if first == "\\":
            self.edits.append(_Edit(start, start + 1))
        elif first == "`":
            return self.code(start, end)
        elif first in "*_~=":
            self.emphasis(first, start, end)
        elif first == "<":
            return self.angle(match)
        elif first == "&":
            return self.reference(start)
        elif token == "]":
            return self.close(start)
        elif len(token) > 2:
            self.edits.append(_Edit(start, end))
        else:
            self.brackets.append((start, end))
        return end

    def code(self, start: int, end: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in _BACKTICKS.finditer(self.text):
                self.ticks.setdefault(len(run[0]), []).append(run.start())
        runs = self.ticks.get(end - start, [])
        following = bisect_left(runs, end)
        if following == len(runs):
            return end
        close = runs[following]
        self.edits += [_Edit(start, end), _Edit(close, close + end - start)]
        return close + end - start

    def emphasis(self, marker: str, start: int, end: int) -> None:
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        inside_word = marker == "_" and before.isalnum() and after.isalnum()
        if inside_word or (marker in "~=" and end - start != 2):
            return
        openers = self.openers[marker]
        at = start
        if not before.isspace():
            while openers and at < end:
                opener = openers[-1]
                count = min(opener.left, end - at)
                opener.left -= count
                self.edits += [_Edit(opener.at + opener.left, opener.at + opener.left + count), _Edit(at, at + count)]
                at += count
                if not opener.left:
                    openers.pop()
        if at < end and not after.isspace():
            openers.append(_Opener(at, end - at))

    def angle(self, match: re.Match[str]) -> int:
        start, end = match.span()
        tag = _TAG.fullmatch(match[0])
        if _AUTOLINK.fullmatch(match[0]):
            self.edits.append(_Edit(start, end))
        elif tag:
            name = tag[1].lower()
            is_break = name == "br" and self.text[end : end + 1] != "\n"
            self.edits.append(_Edit(start, end, "\n" if is_break else ""))
            first, last = self.source_at(start), self.source_at(end - 1) + 1
            if not match[0].startswith("</") and last - first == end - start:
                attribute_asides(self.builder, name, first, last)
        else:
            return start + 1
        return end

    def reference(self, start: int) -> int:
        match = REFERENCE.match(self.text, start)
        resolved = resolve(match, strict=True) if match else None
        if resolved is None:
            return start + 1
        self.edits.append(_Edit(start, start + resolved[1], resolved[0]))
        return start + resolved[1]

    def close(self, at: int) -> int:
        """A closing bracket: the end of a link or an image when an opening one and a target go with it."""
        if not self.brackets:
            return at + 1
        start, inner = self.brackets.pop()
        tail = _TAIL.match(self.text, at + 1)
        end = at + 1
        if tail:
            end = tail.end()
            if tail[1]:
                self.titles.append((tail.start(1) + 1, tail.end(1) - 1))
        else:
            label = _LABEL.match(self.text, at + 1)
            if label and label_key(label[1] or self.text[inner : min(at, inner + 999)]) in self.labels:
                end = label.end()
            elif not self.labels or label_key(self.text[inner : min(at, inner + 999)]) not in self.labels:
                return at + 1
        if inner - start == 2:
            self.images.append((inner, at))
            self.edits.append(_Edit(start, end))
        else:
            self.edits += [_Edit(start, inner), _Edit(at, end)]
        return end

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """``text[start:end]`` with the edits done; an edit inside another one counts for nothing."""
        at = start
        index = bisect_left(self.edit_starts, start)
        while index < len(self.edits) and self.edits[index].start < end:
            edit = self.edits[index]
            yield from self.raw(at, edit.start)
            if edit.text:
                first = self.source_at(edit.start)
                yield edit.text, first, self.source_at(edit.end - 1) + 1 - first
            at = edit.end
            index = bisect_left(self.edit_starts, at, lo=index + 1)
        yield from self.raw(at, end)

    def raw(self, start: int, end: int) -> Iterator[Piece]:
        """``text[start:end]`` as it stands, one piece for each span it touches."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while start < end:
            first = self.source_at(start)
            stop = min(end, self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text))
            if stop > start:
                yield self.text[start:stop], first, stop - start
            start = max(start, stop)
            index += 1

    def source_at(self, at: int) -> int:
        index = max(0, bisect_right(self.starts, at) - 1)
        return self.spans[index][0] + at - self.starts[index]
