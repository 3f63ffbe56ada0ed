"""Numbers that only their label tells apart: record, report, plan, licence ... numbers, in prose, forms and tables.

A labelled number stands right behind its label (``住院号：0034521``, ``MRN# 00482913``) or in a column whose title is the
label. A number some words further on (``住院号查询请拨 6437 0045``) isn't the label's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Final

from adcheck.privacy.base import ACCEPTED, RIGHT, Find, PersonalRecognizer, Shape
from adcheck.privacy.context import Voice, hear, words_pattern
from adcheck.privacy.labels import LINK, PAPERWORK, RECORD, SAMPLES, enough_digits
from adcheck.privacy.tables import cells_below, title_lines
from adcheck.text.heads import compiled, matches
from adcheck.text.lazy import LazyPattern

_FIELD_BREAK: Final = LazyPattern(r"[,，、。!！?？;；\n|]|\d{4,}|(?<!no)(?<!No)(?<!NO)\.\s")
_NEAR: Final = 60
"""So far back, and half as far on, a word of ``pros`` counts, over sentences, not over paragraphs."""
_BETWEEN_HAN: Final = LazyPattern(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_BEFORE: Final = 72
_BEHIND: Final = 56


class WindowedRecognizer(PersonalRecognizer):
    """A recognizer that looks only around traces: a text without digits costs one short search.

    ``trace`` is a cheap pattern that every find holds or has within 72 characters before or 56 behind.
    """

    trace: ClassVar[str] = r"\d[\w \-./]{0,2}?\d"

    def check(self, value: str) -> bool:  # noqa: ARG002 -- a hook
        """Whether a value can be one; a hook."""
        return True

    def accept(self, text: str, start: int, end: int) -> bool:
        """Whether the value can be one."""
        return self.check(text[start:end])

    def windows(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans around traces, merged where they touch."""
        yield from _windows(self.trace, text)

    def results(self, text: str) -> Iterator[Find]:
        """What is found in the windows of a folded text."""
        for low, high in self.windows(text):
            for shape in self.shapes:
                for match in matches(shape.pattern, text, low, high):
                    yield from self.confirm(text, shape, *match.span("value"))

    def confirm(self, text: str, shape: Shape, start: int, end: int) -> Iterator[Find]:
        """The find, if the shape's check and the words around agree."""
        if shape.valid is not None and not shape.valid(text[start:end]):
            return
        voice = self.listen(text, start, end)
        score = min(1.0, shape.score + (0.0, 0.4, -0.5)[voice.sign])
        if score >= ACCEPTED - 1e-9 and self.accept(text, start, end):
            yield self.result(start, end, score, shape.reason or self.reason(voice))


@lru_cache(maxsize=4)
def _windows(trace: str, text: str) -> tuple[tuple[int, int], ...]:
    """Kept for the next recognizer: most have the same trace."""
    found = list[tuple[int, int]]()
    low = high = -1
    for match in compiled(trace).finditer(text):
        if match.start() - _BEFORE > high:
            if high >= 0:
                found.append((low, high))
            low = max(0, match.start() - _BEFORE)
        high = min(len(text), match.end() + _BEHIND)
    if high >= 0:
        found.append((low, high))
    return tuple(found)


class LabelledRecognizer(WindowedRecognizer):
    """A recognizer of numbers that stand behind a label or under it as a column's title.

    ``labels`` are pattern sources for Chinese, ``terms`` for English (whole words, case ignored); ``value`` is the
    number's pattern. ``weak`` labels (whole pattern sources) need a word of ``pros`` too. Words of ``cons`` count only
    between the field before and the number: ``电话 021-..., 住院号 ...`` is two fields.
    """

    labels: ClassVar[tuple[str, ...]] = ()
    terms: ClassVar[tuple[str, ...]] = ()
    weak: ClassVar[tuple[str, ...]] = ()
    value: ClassVar[str] = RECORD
    title: ClassVar[str] = ""
    label: ClassVar[str] = ""
    cons: ClassVar[tuple[str, ...]] = (*SAMPLES, *PAPERWORK)
    reach = 40
    note = 12

    def __init_subclass__(cls) -> None:
        value = rf"{LINK}(?<![0-9A-Za-z.])(?P<value>{cls.value}){RIGHT}"
        cls.title = "|".join(
            (*(_breakable(label) for label in cls.labels), *(rf"(?i:(?<![A-Za-z]){term})" for term in cls.terms))
        )
        cls.label = "|".join(part for part in (cls.title, *cls.weak) if part)
        labelled = [Shape(f"(?:{cls.title}){value}", 0.8, reason="behind its label")] if cls.title else []
        if cls.weak:
            labelled.append(Shape(f"(?:{'|'.join(cls.weak)}){value}", 0.3))
        cls.shapes = (*labelled, *vars(cls).get("shapes", ()))

    def check(self, value: str) -> bool:
        """At least four digits."""
        return enough_digits(4)(value)

    def listen(self, text: str, start: int, end: int) -> Voice:
        """The words of the field against, the words of the passage for."""
        field = _FIELD_BREAK.split(text[max(0, start - self.reach) : start])[-1]
        if self.label and (label := compiled(self.label).search(field)):
            field = field[: label.start()]
        if con := words_pattern(self.cons).search(field):
            return Voice(-1, con.group())
        near = (
            text[max(0, start - _NEAR) : start].rpartition("\n\n")[2]
            + "|"
            + text[end : end + _NEAR // 2].partition("\n\n")[0]
        )
        if pro := words_pattern(self.pros).search(near):
            return Voice(1, pro.group())
        return hear(text, start, end, self.pros, (), 0, self.note)

    def results(self, text: str) -> Iterator[Find]:
        """Labelled numbers, then those in columns."""
        yield from super().results(text)
        if self.title and "\n" in text:
            yield from column(self, text, self.title, self.value)


def _breakable(label: str) -> str:
    """A label's pattern that lets a line end between two Chinese characters, as in text taken from a narrow page."""
    parts = re.split(r"(\(\?<[!=][^)]*\)|\[[^\]]*\])", label)
    return "".join(part if index % 2 else _BETWEEN_HAN.sub(r"\\n?", part) for index, part in enumerate(parts))


def column(recognizer: WindowedRecognizer, text: str, title: str, value: str) -> Iterator[Find]:
    """Values (a pattern for the whole cell) under column titles that hold the pattern ``title``."""
    for low, high in title_lines(text):
        for label in matches(title, text, low, high):
            for start, end in cells_below(text, *label.span()):
                if compiled(value).fullmatch(text, start, end) and recognizer.check(text[start:end]):
                    yield recognizer.result(start, end, 0.8, f"in a column of {recognizer.entity}")
