"""Features of Chinese tokens for the sequence model that finds names (any person's)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from adcheck.privacy.names.lattice import Lattice, step
from adcheck.privacy.names.lists import cues, given, surnames, western
from adcheck.privacy.names.tokens import HAN, Token

FOREIGN: Final = frozenset(
    "阿艾巴贝比布茨达德蒂丁多厄恩尔法菲费夫弗福盖戈格古哈海赫亨胡基吉加杰卡凯科克库拉莱兰朗雷里丽利琳卢鲁伦罗洛马玛迈曼梅米密"
    "姆穆娜纳内妮尼努诺欧帕佩皮普奇契乔切琼热萨塞瑟莎珊史斯丝苏塔泰特图托瓦威维温沃乌西希夏谢辛休雅亚扬伊依英尤泽扎詹珍朱买提"
    "江孜旦卓措巴桑嘎仁青才旺贡"
)

HAN_RUN: Final = re.compile(r"[^\u3400-\u9fff]")
UNLIKELY: Final = 9.0
"""A name whose margin is above this many nats stands nowhere: the finder doesn't look."""
BEFORE: Final = 4
BEHIND: Final = 8
_STRANGE: Final = re.compile(f"[·•\1]|[{''.join(sorted(FOREIGN))}]{{3,}}")


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


@cache
def _look(char: str) -> str:
    """Class of a single token: surname class, given class, foreign-sounding or not."""
    if not HAN.match(char):
        return "--"
    return f"{surnames().get(char, '-')}{given().get(char, '-')}{'f' if char in FOREIGN else ''}"


def margins(plain: str, found: Lattice) -> dict[int, list[tuple[int, float]]]:
    """For each place where a surname stands: the lengths a name may have there, with their margins."""
    known, rows = surnames(), {}
    for at, char in enumerate(plain):
        alone, double = char in known, plain[at : at + 2] in known
        if not alone and not double:
            continue
        widths = (2, 3, 4) if alone and double else (2, 3) if alone else (3, 4)
        row = [(w, found.margin(at, at + w)) for w in widths if len(HAN_RUN.sub("", plain[at : at + w])) == w]
        if row:
            rows[at] = row
    return rows


@cache
def _cue_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(w) for w in cues("zh") if len(w) <= 4}, reverse=True))


def _cue_before(text: str, end: int) -> str:
    known = cues("zh")
    for size in _cue_lengths():
        if size <= end and (kind := known.get(text[end - size : end])):
            return kind
    return "-"


def _cue_after(text: str, start: int) -> str:
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
        found = Lattice(self.plain)
        self.places = found.places()
        self.margins = margins(self.plain, found)

    def stretches(self) -> list[range]:
        """The stretches of tokens in which a name may stand, with the words around; no name stands outside."""
        near: list[range] = []
        for at in self._likely():
            start, end = max(0, at - BEFORE), min(len(self.tokens), at + BEHIND)
            if near and start <= near[-1].stop:
                near[-1] = range(near[-1].start, max(end, near[-1].stop))
            else:
                near.append(range(start, end))
        return near

    def _likely(self) -> list[int]:
        rows = {at for at, row in self.margins.items() if min(margin for _, margin in row) < UNLIKELY}
        for match in _STRANGE.finditer(self.plain):
            rows |= {match.start(), match.end() - 1}
        return sorted(rows)

    def covers(self) -> list[str]:
        """For each token: the step of the likeliest name that it would continue."""
        best = [99.0] * len(self.tokens)
        for at, row in self.margins.items():
            for width, margin in row:
                for inside in range(at + 1, at + width):
                    best[inside] = min(best[inside], margin)
        return [step(margin) for margin in best]


def features(tokens: list[Token], sentence: Sentence | None = None, rows: range | None = None) -> list[list[str]]:
    """One list of feature strings for each token, or for those of ``rows``."""
    sentence = sentence or Sentence(tokens)
    plain, covers = sentence.plain, sentence.covers()
    shapes = ["<<", "<<", "<<", *[shape(t.text) for t in tokens], ">>", ">>", ">>"]
    looks = ["<", "<", *[_look(t.text) for t in tokens], ">", ">"]
    places = ["<", "<", *sentence.places, ">", ">"]
    compound = surnames()
    found = []
    for i in rows or range(len(tokens)):
        token = tokens[i]
        _, b2, b1, c, a1, a2, _ = shapes[i : i + 7]
        k2, k1, k, n1, n2 = looks[i : i + 5]
        p2, p1, p, q1, q2 = places[i : i + 5]
        row = [
            "c" + c, "b" + b1, "a" + a1, "B" + b2, "A" + a2,
            "bc" + b1 + c, "ca" + c + a1, "bb" + b2 + b1, "aa" + a1 + a2,
            "k" + k, "kl" + k1 + k, "kr" + k + n1, "K" + k1 + k + n1,
            "w" + p1 + p + q1, "W" + p2 + p1 + p + q1 + q2,
            "kw" + k + p + n1 + q1, "ks" + k[0] + n1 + n2 + p + q1 + q2,
            "kt" + k1[0] + k + n1[:1] + p1 + p, "ku" + k2[0] + k1 + k + p1 + p, "i" + covers[i],
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
