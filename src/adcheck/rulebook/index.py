"""The word index: every word that any rule wants to be told about, and what each leads to.

Kept as flat columns of numbers, which are read where they lie in the file: a run that meets few words reads little of it.
:mod:`adcheck.rulebook.indexing` makes it.
"""

from __future__ import annotations

import itertools
import marshal
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, overload

TERM: Final = -1
"""Stands for "the word itself is the match" in :attr:`Target.pattern`."""

ABSENT: Final = "absent"
"""Stands for the language in :attr:`Target.lang` when the pattern is a signal of a document rule."""

LANGS: Final = ("zh", "en", ABSENT)

CROSSES: Final = 4
"""Bit beside the language of a target."""

LEADS: Final = 1
"""The word is an anchor or a term."""

ACROSS: Final = 2
"""It leads to what no sentence decides alone: a pattern that may go across a sentence's end, a signal of a document rule."""

CLASSED: Final = 4
"""It is a companion of some pattern's anchors."""

MISSPELT: Final = 1 << 63
"""Bit of :attr:`WordIndex.lexical` for words that are misspelt forms."""

COLUMNS: Final[Mapping[str, Literal["B", "H", "i", "I", "Q"]]] = {
    "word_starts": "I", "heads": "Q", "starts": "I", "ends": "I", "targets": "i", "lexical": "Q", "leading": "B",
    "class_ends": "I", "classes": "H", "need_ends": "I", "needs": "H", "char_ends": "I", "char_classes": "H",
}  # fmt: skip
"""Columns of numbers and their types, as in :mod:`array`."""

Column = bytes | memoryview
"""Bytes in memory, or where they lie in a file."""

ORDER: Final = array("I", [1]).tobytes()
"""How this machine writes the number 1: an index of another order or width is not read."""


class Target(NamedTuple):
    """What a word leads to: a rule by its number, one of its languages, and a pattern of it or :data:`TERM`.

    ``need`` are the classes of words, as bits, of which each must be met in the anchor's sentence, ``before`` and ``after``
    those of them that begin before or after the anchor; ``form`` numbers the pattern among those of all rules.
    """

    rule: int
    lang: str
    pattern: int
    need: int = 0
    crosses: bool = False
    form: int = 0
    before: int = 0
    after: int = 0


class Words(Sequence[str]):
    """The words in one string; ``starts`` are where they begin, and where the last ends."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self.text, self.starts = text, starts

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        return self.text[self.starts[number] : self.starts[number + 1]]

    def __iter__(self) -> Iterator[str]:
        text = self.text
        return (text[start:end] for start, end in itertools.pairwise(self.starts))


def head_code(head: str) -> int:
    """The first two characters of a word (or its one) as a number of the same order."""
    return ord(head[0]) << 21 | (ord(head[1]) if len(head) > 1 else 0)


class WordIndex:
    """Words by number, sorted, so that those with the same first two characters stand together.

    ``lexical`` tells for each word the lexicons it stands in, as bits in the order of ``lexicons``; ``leading``, as bits, what it
    is good for: :data:`LEADS`, :data:`ACROSS`, :data:`CLASSED`. The other columns: ``heads`` are codes of first characters and
    ``starts`` where their words begin; ``ends`` and ``targets`` what words lead to; ``class_ends`` and ``classes`` the classes of
    companions that words belong to, ``char_ends`` and ``char_classes`` those a character is enough for; ``need_ends`` and ``needs``
    the sets of classes that targets need: anywhere, before, after.
    """

    def __init__(self, data: Mapping[str, Column]) -> None:
        self.data = data
        column = {name: memoryview(data[name]).cast("B").cast(code) for name, code in COLUMNS.items()}
        small = marshal.loads(data["small"])
        self.lexicons: tuple[str, ...] = tuple(small["lexicons"])
        self.kinds: tuple[int, ...] = tuple(small["kinds"])
        """The values of ``lexical`` that occur."""
        self._wide: list[tuple[int, int]] = small["wide"]
        self._chars: str = small["chars"]
        self._never = 1 << small["classes"]
        self.every = 2 * self._never - 1
        """The bits of all classes, and of the one that no word belongs to."""
        self.lexical: Sequence[int] = column["lexical"]
        self.leading: Sequence[int] = column["leading"]
        self._column: Mapping[str, Any] = column
        self._known: dict[int, tuple[Target, ...]] = {}
        self._forms: dict[tuple[int, int, int], int] = {}
        self._masks: dict[int, int] = {}
        self._lexical_masks: dict[int, int] = {}

    @cached_property
    def words(self) -> Words:
        """All words, by number."""
        return Words(str(self.data["words"], "utf-8", "surrogatepass"), self._column["word_starts"])

    @cached_property
    def prefixes(self) -> dict[str, tuple[int, int]]:
        """First two characters (one, for a word of one) -> the numbers from and to."""
        heads = (chr(code >> 21) + (chr(code & 0x1FFFFF) if code & 0x1FFFFF else "") for code in self._column["heads"])
        return dict(zip(heads, itertools.pairwise(self._column["starts"]), strict=True))

    def numbers_of(self, head: str) -> tuple[int, int] | None:
        """The same for one head, without making the table."""
        code, heads, starts = head_code(head), self._column["heads"], self._column["starts"]
        place = bisect_left(heads, code)
        if place == len(heads) or heads[place] != code:
            return None
        return starts[place], starts[place + 1]

    def targets(self, number: int) -> tuple[Target, ...]:
        """What a word leads to."""
        found = self._known.get(number)
        if found is None:
            ends, flat = self._column["ends"], self._column["targets"]
            places = range(4 * ends[number - 1] if number else 0, 4 * ends[number], 4)
            found = self._known[number] = tuple(self._target(*flat[i : i + 4]) for i in places)
        return found

    def _target(self, rule: int, lang: int, pattern: int, need: int) -> Target:
        """A target; what no sentence decides alone needs a class that no word belongs to."""
        alone = LANGS[lang & 3] != ABSENT and not lang & CROSSES
        anywhere, before, after = (self._bits("need_ends", "needs", 3 * need + side) for side in range(3))
        form = self._forms.setdefault((rule, lang, pattern), len(self._forms))
        need_any = anywhere | before | after if alone else self._never
        return Target(rule, LANGS[lang & 3], pattern, need_any, bool(lang & CROSSES), form, before, after)

    def _bits(self, ends: str, numbers: str, place: int) -> int:
        """The numbers in one row of a column, as bits."""
        known = self._column[ends]
        return sum(1 << n for n in self._column[numbers][known[place - 1] if place else 0 : known[place]])

    def mask(self, number: int) -> int:
        """The classes a word belongs to, as bits."""
        mask = self._masks.get(number)
        if mask is None:
            mask = self._bits("class_ends", "classes", number) | self._lexical_mask(self.lexical[number])
            self._masks[number] = mask
        return mask

    @cached_property
    def char_masks(self) -> Mapping[str, int]:
        """The classes that a character is enough for, as bits."""
        return _CharMasks(self._char_mask)

    def _char_mask(self, char: str) -> int:
        place = self._chars.find(char)
        return self._bits("char_ends", "char_classes", place) if place >= 0 else 0

    def _lexical_mask(self, bits: int) -> int:
        mask = self._lexical_masks.get(bits)
        if mask is None:
            mask = self._lexical_masks[bits] = sum(1 << place for place, wanted in self._wide if bits & wanted)
        return mask


class _CharMasks(dict[str, int]):
    """Bits of characters, worked out when asked for."""

    def __init__(self, mask: Callable[[str], int]) -> None:
        super().__init__()
        self._mask = mask

    def __missing__(self, char: str) -> int:
        self[char] = mask = self._mask(char)
        return mask


def index_from_data(data: Mapping[str, Column]) -> WordIndex | None:
    """The index in these columns; None if a machine of another byte order wrote it."""
    return WordIndex(data) if bytes(data["order"]) == ORDER else None


def flat(rows: Iterable[Sequence[int]], code: str) -> tuple[bytes, bytes]:
    """Two columns: where each row ends, and the rows one after another."""
    ends, numbers = array("I"), array(code)
    for row in rows:
        numbers.extend(row)
        ends.append(len(numbers))
    return ends.tobytes(), numbers.tobytes()
