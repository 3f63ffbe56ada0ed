"""Features of Chinese tokens for the sequence model that finds names (any person's)."""

from __future__ import annotations

from functools import cache
from typing import Final

from adcheck.privacy.names.lists import cues, given, surnames, western, words
from adcheck.privacy.names.tokens import HAN, Token

FOREIGN: Final = frozenset(
    "阿艾巴贝比布茨达德蒂丁多厄恩尔法菲费夫弗福盖戈格古哈海赫亨胡基吉加杰卡凯科克库拉莱兰朗雷里丽利琳卢鲁伦罗洛马玛迈曼梅米密"
    "姆穆娜纳内妮尼努诺欧帕佩皮普奇契乔切琼热萨塞瑟莎珊史斯丝苏塔泰特图托瓦威维温沃乌西希夏谢辛休雅亚扬伊依英尤泽扎詹珍朱买提"
    "江孜旦卓措巴桑嘎仁青才旺贡"
)


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


def word_places(text: str) -> str:
    """For each character: B, M, E in the longest common word found from the left, or O."""
    places = ["O"] * len(text)
    known, at = words(), 0
    while at < len(text):
        for size in (4, 3, 2):
            if text[at : at + size] in known and at + size <= len(text):
                places[at : at + size] = ["B", *["M"] * (size - 2), "E"]
                at += size
                break
        else:
            at += 1
    return "".join(places)


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


def features(tokens: list[Token]) -> list[list[str]]:
    """One list of feature strings for each token."""
    plain = "".join(t.text if len(t.text) == 1 else "\0" for t in tokens)
    shapes = ["<<", "<<", "<<", *[shape(t.text) for t in tokens], ">>", ">>", ">>"]
    looks = ["<", "<", *[_look(t.text) for t in tokens], ">", ">"]
    places = ["<", "<", *word_places(plain), ">", ">"]
    compound = surnames()
    rows = []
    for i, token in enumerate(tokens):
        _, b2, b1, c, a1, a2, _ = shapes[i : i + 7]
        k2, k1, k, n1, n2 = looks[i : i + 5]
        p2, p1, p, q1, q2 = places[i : i + 5]
        row = [
            "c" + c, "b" + b1, "a" + a1, "B" + b2, "A" + a2,
            "bc" + b1 + c, "ca" + c + a1, "bb" + b2 + b1, "aa" + a1 + a2,
            "k" + k, "kl" + k1 + k, "kr" + k + n1, "K" + k1 + k + n1,
            "w" + p1 + p + q1, "W" + p2 + p1 + p + q1 + q2,
            "kw" + k + p + n1 + q1, "ks" + k[0] + n1 + n2 + p + q1 + q2,
            "kt" + k1[0] + k + n1[:1] + p1 + p, "ku" + k2[0] + k1 + k + p1 + p,
        ]  # fmt: skip
        if k != "--":
            row.append("<" + _cue_before(plain, i) + k[0])
            row.append(">" + _cue_after(plain, i + 1))
            if plain[i : i + 2] in compound:
                row.append("compound")
        elif c.startswith("Xx"):
            row.append("<" + _cue_before(plain, i) + "X")
            row.append("raw" + token.text.lower())
        rows.append(row)
    return rows
