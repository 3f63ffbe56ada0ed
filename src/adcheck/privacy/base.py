"""The base of our recognizers: patterns, check digits, and context that works in Chinese.

Presidio's own patterns rest on ``\\b``, which doesn't stand between a Chinese character and a digit, and its context
enhancer on lemmas; ours use look-arounds and the words around (:mod:`adcheck.privacy.context`). Nothing here imports
presidio, so that the screen can run the same recognizers; :mod:`adcheck.privacy.adapter` makes presidio's of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Final, NamedTuple

from adcheck.privacy.context import Voice, hear
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.overlaps import apart
from adcheck.privacy.paragraphs import paragraphs
from adcheck.text.heads import matches

LEFT: Final = r"(?<![0-9A-Za-z])"
"""No Latin letter or digit before: use it where others write ``\\b``."""
RIGHT: Final = r"(?![0-9A-Za-z])"
GAP: Final = r"[ \-\u2010-\u2015\u00a0]?(?:\r?\n)?"
"""What may stand inside a number: one blank or hyphen, a line break."""
ACCEPTED: Final = 0.5
_VALUE: Final = "value"


class Shape(NamedTuple):
    """One written form of an entity.

    ``pattern`` is a source for :mod:`re`, over text folded one to one with its case kept; a group named ``value`` is the
    span, otherwise the whole match. ``valid`` gets the value and tells whether it can be one (check digits).
    ``score`` is what the form is worth alone; a word for it adds 0.4, a word against it takes 0.5, and 0.5 is needed:
    0.3 = only beside a word for it, 0.6 = alone, not beside a word against it, 1.0 = in any company.
    """

    pattern: str
    score: float
    valid: Callable[[str], bool] | None = None
    reason: str = ""


class Find(NamedTuple):
    """One find: offsets as in :class:`adcheck.privacy.model.Personal`."""

    start: int
    end: int
    score: float
    reason: str


class Cases(NamedTuple):
    """A recognizer's own tests: in ``bad`` texts the spans to find stand in ``[[...]]``; ``good`` texts have none."""

    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its ``[[...]]`` marks, and the spans they marked."""
    plain, spans, length = [], [], 0
    for part in re.split(r"(\[\[.*?\]\])", marked, flags=re.DOTALL):
        inner = part[2:-2] if part.startswith("[[") and part.endswith("]]") else None
        if inner is not None:
            spans.append((length, length + len(inner)))
        plain.append(part if inner is None else inner)
        length += len(plain[-1])
    return "".join(plain), spans


def widest(finds: Iterable[Find]) -> list[Find]:
    """The finds in order of place without those that overlap a longer, or an equally long and surer one."""
    return apart(finds, lambda find: (find.start - find.end, -find.score))


class PersonalRecognizer:
    """A recognizer of one kind of personal data; a child sets the class attributes and, rarely, a hook.

    ``pros`` and ``cons`` are words (pattern sources allowed) that speak for and against, looked up in the sentence up to
    ``reach`` characters before, in the column's title, and up to ``note`` characters behind; the nearest before wins.
    """

    entity: ClassVar[str]
    shapes: ClassVar[tuple[Shape, ...]] = ()
    pros: ClassVar[tuple[str, ...]] = ()
    cons: ClassVar[tuple[str, ...]] = ()
    reach: ClassVar[int] = 20
    note: ClassVar[int] = 8
    languages: ClassVar[tuple[str, ...]] = ("zh", "en")
    _last: tuple[str, list[Find]] = ("", [])
    """The text just seen: the screen and the engine look at the same paragraph one after the other."""

    def analyze(self, text: str, doc: Any = None) -> list[Find]:
        """What is found in ``text`` (source text; it is folded here).

        ``doc`` is the spaCy document over the same text where a pipeline has run; only recognizers that rest on a
        component of the pipeline look at it, and they must find the same without.
        """
        del doc
        folded = fold_cased(text)
        seen, found = self._last
        if seen != folded:
            found = self._analyzed(folded)
            self._last = (folded, found)
        return list(found)

    def _analyzed(self, folded: str) -> list[Find]:
        return widest(
            find._replace(start=find.start + start, end=find.end + start)
            for start, end in paragraphs(folded)
            for find in self.results(folded[start:end])
        )

    def results(self, text: str) -> Iterator[Find]:
        """What is found in one paragraph of a folded text."""
        for shape in self.shapes:
            for match in matches(shape.pattern, text):
                start, end = match.span(_VALUE if _VALUE in match.re.groupindex else 0)
                if start < 0 or (shape.valid is not None and not shape.valid(text[start:end])):
                    continue
                voice = self.listen(text, start, end)
                score = min(1.0, shape.score + (0.0, 0.4, -0.5)[voice.sign])
                if score >= ACCEPTED - 1e-9 and self.accept(text, start, end):
                    yield self.result(start, end, score, shape.reason or self.reason(voice))

    def listen(self, text: str, start: int, end: int) -> Voice:
        """What the words around say; a hook for children that look elsewhere."""
        return hear(text, start, end, self.pros, self.cons, self.reach, self.note)

    def accept(self, text: str, start: int, end: int) -> bool:  # noqa: ARG002 -- a hook
        """Whether a scored find stands; a hook for what words in a list can't say."""
        return True

    def reason(self, voice: Voice) -> str:
        """Why it counts, for the report; holds context words, never the value."""
        return f"beside “{voice.word.strip()}”" if voice.sign > 0 else f"has the form of {self.entity}"

    def result(self, start: int, end: int, score: float, reason: str) -> Find:
        """A find."""
        return Find(start, end, score, reason)
