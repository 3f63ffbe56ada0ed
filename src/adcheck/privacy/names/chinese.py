"""Features of Chinese tokens for the sequence model that finds names (any person's)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from adcheck.privacy.names.lattice import Lattice, step
from adcheck.privacy.names.lists import cues, given, surname_weights, surnames, western
from adcheck.privacy.names.tokens import HAN, Token
from adcheck.text.lazy import LazyPattern

FOREIGN: Final = frozenset(
    "阿艾巴贝比布茨达德蒂丁多厄恩尔法菲费夫弗福盖戈格古哈海赫亨胡基吉加杰卡凯科克库拉莱兰朗雷里丽利琳卢鲁伦罗洛马玛迈曼梅米密"
    "姆穆娜纳内妮尼努诺欧帕佩皮普奇契乔切琼热萨塞瑟莎珊史斯丝苏塔泰特图托瓦威维温沃乌西希夏谢辛休雅亚扬伊依英尤泽扎詹珍朱买提"
    "江孜旦卓措巴桑嘎仁青才旺贡"
)

UNLIKELY: Final = 9.0
"""A name whose margin is above this many nats stands nowhere: the finder doesn't look."""
BEFORE: Final = 4
BEHIND: Final = 8
_RUN: Final = LazyPattern(r"[\u3400-\u9fff]+")
_FOREIGN_RUN: Final = f"[{''.join(sorted(FOREIGN))}]{{3,}}"
_STRANGE: Final = LazyPattern(f"[·•\1]|{_FOREIGN_RUN}")
_MAY_BE_STRANGE: Final = LazyPattern(rf"[·•]|[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’\-]|{_FOREIGN_RUN}")
"""The same in a sentence that isn't cut into tokens yet, and some more."""


@lru_cache(maxsize=4096)
def shape(word: str) -> str:
    """A token as the model sees it: a Chinese character or sign itself, others by their form."""
    first = word[0]
    if HAN.match(first):
        return word
    if first.isdigit():
        return "9" if len(word) < 3 else "99"
    if first.isalpha():
        if word.isupper():
            return "XX" if len(word) > 1 else "X"
        return f"Xx{western().get(word.lower(), '-')}" if first.isupper() else "x"
    return "_" if first.isspace() or first == "_" else first


@lru_cache(maxsize=4096)
def _look(char: str) -> str:
    """Class of a single token: surname class, given class, foreign-sounding or not."""
    if not HAN.match(char):
        return "--"
    return f"{surnames().get(char, '-')}{given()[char] or '-'}{'f' if char in FOREIGN else ''}"


class Run:
    """What the lattice says of Chinese characters in a row: their places in words, and the margin of each name that may stand.

    ``margins``: for each place where a surname stands the lengths a name may have there, with their margins. Signs cut every
    path through a sentence, so a run knows all that the whole sentence would tell of it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        spots = surname_places(text)
        found = Lattice(text) if spots else None
        self.margins = {at: row for at in spots if (row := _row(text, found, at))} if found else {}
        self.likely = [at for at, row in self.margins.items() if min(margin for _, margin in row) < UNLIKELY]
        self._places = found.places() if self.likely and found else ""

    @property
    def places(self) -> str:
        """The places of the characters in the words of the likeliest reading."""
        self._places = self._places or Lattice(self.text).places()
        return self._places


def _row(text: str, found: Lattice, at: int) -> list[tuple[int, float]]:
    known = surname_weights()
    alone, double = text[at] in known, text[at : at + 2] in known
    widths = (2, 3, 4) if alone and double else (2, 3) if alone else (3, 4)
    return [(width, found.margin(at, at + width)) for width in widths if at + width <= len(text)]


def surname_places(text: str) -> list[int]:
    """The places of a run where a surname stands and another character behind it."""
    first, known = _surname_starts(), surname_weights()
    places = [at for at, char in enumerate(text[:-1]) if char in first]
    return [at for at in places if text[at] in known or text[at : at + 2] in known]


@cache
def _surname_starts() -> frozenset[str]:
    return frozenset(name[0] for name in surname_weights())


@lru_cache(maxsize=2048)
def run_of(text: str) -> Run:
    """The run; the last ones are kept, since phrases come again and again. None is longer than a sentence's piece."""
    return Run(text)


def likely(sentence: str) -> bool:
    """Whether a name may stand in a sentence at all; a cheap look before it is cut into tokens."""
    if _MAY_BE_STRANGE.search(sentence):
        return True
    return any(run_of(match.group()).likely for match in _RUN.finditer(sentence))


@cache
def _cue_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(w) for w in cues("zh") if len(w) <= 4}, reverse=True))


@cache
def _cue_edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last characters of cues."""
    return frozenset(word[0] for word in cues("zh")), frozenset(word[-1] for word in cues("zh"))


def _cue_before(text: str, end: int) -> str:
    if text[end - 1 : end] not in _cue_edges()[1]:
        return "-"
    known = cues("zh")
    for size in _cue_lengths():
        if size <= end and (kind := known.get(text[end - size : end])):
            return kind
    return "-"


def _cue_after(text: str, start: int) -> str:
    if text[start : start + 1] not in _cue_edges()[0]:
        return "-"
    known = cues("zh")
    for size in _cue_lengths():
        if kind := known.get(text[start : start + size]):
            return kind
    return "-"


class Sentence:
    """The tokens of a sentence with what the finder's features and the choice of places worth a look rest on."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.plain = "".join(t.text if len(t.text) == 1 else "\1" if t.text[0].isupper() else "\0" for t in tokens)
        self.places, self.margins = "", dict[int, list[tuple[int, float]]]()
        self._likely = list[int]()
        for match in _RUN.finditer(self.plain):
            start, run = match.start(), run_of(match.group())
            self.places = self.places.ljust(start, "O") + run.places
            self.margins.update((start + at, row) for at, row in run.margins.items())
            self._likely += [start + at for at in run.likely]
        self.places = self.places.ljust(len(self.plain), "O")

    def stretches(self) -> list[range]:
        """The stretches of tokens in which a name may stand, with the words around; no name stands outside."""
        near: list[range] = []
        for at in self._spots():
            start, end = max(0, at - BEFORE), min(len(self.tokens), at + BEHIND)
            if near and start <= near[-1].stop:
                near[-1] = range(near[-1].start, max(end, near[-1].stop))
            else:
                near.append(range(start, end))
        return near

    def _spots(self) -> list[int]:
        rows = set(self._likely)
        for match in _STRANGE.finditer(self.plain):
            rows |= {match.start(), match.end() - 1}
        return sorted(rows)

    def covers(self, rows: range) -> list[str]:
        """For each token of ``rows``: the step of the likeliest name that it would continue."""
        best = dict.fromkeys(rows, 99.0)
        for at, row in self.margins.items():
            if at + 4 > rows.start and at < rows.stop:
                for width, margin in row:
                    for inside in range(max(at + 1, rows.start), min(at + width, rows.stop)):
                        best[inside] = min(best[inside], margin)
        return [step(margin) for margin in best.values()]


def features(tokens: list[Token], sentence: Sentence | None = None, rows: range | None = None) -> list[list[str]]:
    """One list of feature strings for each token, or for those of ``rows``."""
    sentence = sentence or Sentence(tokens)
    rows = rows or range(len(tokens))
    first, last = max(0, rows.start - 2), rows.stop + 2
    ahead, behind = rows.start - 2 - first, max(0, last - len(tokens))  # how many places lie outside the sentence
    words = [token.text for token in tokens[first:last]]
    shapes = ["<<"] * -ahead + [shape(word) for word in words] + [">>"] * behind
    looks = ["<"] * -ahead + [_look(word) for word in words] + [">"] * behind
    places = ["<"] * -ahead + [*sentence.places[first:last]] + [">"] * behind
    plain, covers, compound = sentence.plain, sentence.covers(rows), surnames()
    found = []
    for at, i in enumerate(rows):
        token = tokens[i]
        b2, b1, c, a1, a2 = shapes[at : at + 5]
        k2, k1, k, n1, n2 = looks[at : at + 5]
        p2, p1, p, q1, q2 = places[at : at + 5]
        row = [
            "c" + c, "b" + b1, "a" + a1, "B" + b2, "A" + a2,
            "bc" + b1 + c, "ca" + c + a1, "bb" + b2 + b1, "aa" + a1 + a2,
            "k" + k, "kl" + k1 + k, "kr" + k + n1, "K" + k1 + k + n1,
            "w" + p1 + p + q1, "W" + p2 + p1 + p + q1 + q2,
            "kw" + k + p + n1 + q1, "ks" + k[0] + n1 + n2 + p + q1 + q2,
            "kt" + k1[0] + k + n1[:1] + p1 + p, "ku" + k2[0] + k1 + k + p1 + p, "i" + covers[at],
        ]  # fmt: skip
        if k != "--":
            before = _cue_before(plain, i) + k[0]
            row += ["<" + before, ">" + _cue_after(plain, i + 1)]
            if plain[i : i + 2] in compound:
                row.append("compound")
            row += _margin_features(sentence.margins.get(i, []), before)
        elif c.startswith("Xx"):
            row.append("<" + _cue_before(plain, i) + "X")
            row.append("raw" + token.text.lower())
        found.append(row)
    return found


def _margin_features(row: list[tuple[int, float]], before: str) -> list[str]:
    if not row:
        return []
    width, margin = min(row, key=lambda pair: pair[1])
    steps = [f"m{size}{step(value)}" for size, value in row]
    return [*steps, "m" + "".join(steps), f"mb{step(margin)}", f"mb{step(margin)}{before}", f"mw{width}{before}"]
