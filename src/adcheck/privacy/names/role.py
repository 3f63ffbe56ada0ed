"""Features of a found name for the model that says whose it is: a patient's or private person's, another's, nobody's."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from adcheck.privacy.names.columns import column_title
from adcheck.privacy.names.lattice import lattice, step
from adcheck.privacy.names.lexicon import is_counted
from adcheck.privacy.names.lists import common, cues, given, historic, surnames, western
from adcheck.privacy.names.tokens import HAN
from adcheck.text import kept
from adcheck.text.lazy import LazyPattern

_REACH: Final = 24
_NEAR: Final = 10
HAN_NAME: Final = LazyPattern(r"[\u3400-\u9fff]{2,4}")
_BREAK: Final = LazyPattern(r"[。！!？?；;\n]|(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Prof)(?<!St)(?<![A-Z])\.(?=\s)")
_CLAUSE: Final = LazyPattern(r"[，,、：:（）()“”\"|｜\t/—]|\s{1,3}")
_KEY: Final = LazyPattern(r"([^\s，,。；;：:|{}\"'<>]{1,12})[\"'”*]{0,3}[ \t\u3000]*[：:=][ \t\u3000\"'“*]{0,4}$")
_EDGE: Final = LazyPattern(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[0-9]+|\S")


class Name(NamedTuple):
    """A found name: code points of the text, end exclusive."""

    start: int
    end: int


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(cues(language), key=len, reverse=True)
    border = ("(?<![A-Za-z])", "(?![A-Za-z])") if language == "en" else ("", "")
    return kept.compiled(f"{border[0]}(?:{'|'.join(map(re.escape, words))}){border[1]}")


@lru_cache(maxsize=512)
def _cues_of(piece: str, language: str) -> tuple[tuple[int, int, str], ...]:
    kinds = cues(language)
    low = piece.lower() if language == "en" else piece
    return tuple((m.start(), m.end(), kinds[m.group()]) for m in _pattern(language).finditer(low))


def _distance(gap: int) -> str:
    return "0" if gap <= 0 else "1" if gap <= 1 else "3" if gap <= 3 else "7" if gap <= 7 else "f"


def _left(text: str, start: int, reach: int = _REACH) -> str:
    window = text[max(0, start - reach) : start]
    breaks = list(_BREAK.finditer(window))
    return window[breaks[-1].end() :] if breaks else window


def _right(text: str, end: int, reach: int = _REACH) -> str:
    window = text[end : end + reach]
    found = _BREAK.search(window)
    return window[: found.start()] if found else window


def _side(piece: str, language: str, left: bool) -> list[str]:
    row, nearest = [], ""
    spans = _cues_of(piece, language)
    for start, end, kind in reversed(spans) if left else spans:
        gap = len(piece) - end if left else start
        between = piece[end:] if left else piece[:start]
        clauses = min(2, len(_CLAUSE.findall(between)))
        side = "L" if left else "R"
        row += [
            f"{side}{kind}{_distance(gap)}",
            f"{side}{kind}c{clauses}",
            f"{side}w{piece[start:end].lower()}{_distance(gap)}",
        ]
        if not nearest:
            nearest = f"{side}n{kind}{clauses}"
            row.append(nearest)
    return row or [("L" if left else "R") + "none"]


def _edges(left: str, right: str, language: str) -> list[str]:
    if language == "zh":
        return (
            [f"l{n}{left[-n:]}" for n in (1, 2, 3)]
            + [f"r{n}{right[:n]}" for n in (1, 2, 3)]
            + [f"e{left[-1:]}|{right[:1]}"]
        )
    before = [w.lower() for w in _EDGE.findall(left.replace(".", " "))[-3:]]
    behind = [w.lower() for w in _EDGE.findall(right)[:3]]
    before = ["<"] * (3 - len(before)) + before
    behind += [">"] * (3 - len(behind))
    return [
        f"l1{before[2]}", f"l2{before[1]} {before[2]}", f"l3{before[1]}", f"r1{behind[0]}", f"r2{behind[0]} {behind[1]}",
        f"r3{behind[1]}", f"e{before[2]}|{behind[0]}",
    ]  # fmt: skip


def _bag(left: str, right: str, language: str) -> set[str]:
    if language == "zh":
        return {f"BL{a}{b}" for a, b in pairwise(left[-12:])} | {f"BR{a}{b}" for a, b in pairwise(right[:12])}
    return {f"BL{w.lower()}" for w in _EDGE.findall(left)} | {f"BR{w.lower()}" for w in _EDGE.findall(right)}


def _look(name: str, language: str) -> list[str]:
    if HAN.match(name):
        kind = "dot" if "·" in name else str(min(5, len(name)))
        return [f"han{kind}", *(["historic"] if name in historic() else [])]
    parts = _EDGE.findall(name)
    known = "".join(western().get(p.lower(), "-") for p in parts[:3])
    row = [f"latin{min(4, len(parts))}", f"known{known}", f"{language}latin"]
    if language == "en":
        ordinary = "".join("c" if word_like(p) else "-" for p in parts[:3])
        row += [f"common{ordinary}", f"common{ordinary}{known}"]
    return row


def word_like(part: str) -> bool:
    """Whether an English word, or a piece of it between hyphens, is an ordinary one."""
    known = common()
    return any(p in known or (p.endswith("s") and p[:-1] in known) for p in (part.lower(), *part.lower().split("-")))


def margin(text: str, name: Name) -> float:
    """How much dearer the name is than ordinary words there, in nats (:mod:`adcheck.privacy.names.lattice`)."""
    start = max(0, name.start - _NEAR)
    around = text[start : name.start + _NEAR + 4]
    if name.end - start > len(around):
        return 0.0
    return _margin(around, name.start - start, name.end - start)


@lru_cache(maxsize=8192)
def _margin(around: str, start: int, end: int) -> float:
    """Kept, since several parts of the finder ask in turn."""
    return lattice(around).margin(start, end)


def plain(value: str) -> bool:
    """Whether a name is made as Chinese people's are: the lattice says nothing of others."""
    return HAN_NAME.fullmatch(value) is not None and (value[0] in surnames() or value[:2] in surnames())


def _likeness(text: str, name: Name) -> list[str]:
    value = text[name.start : name.end]
    if not plain(value):
        return ["foreign"] if HAN.match(value) else []
    near, level = text[max(0, name.start - 1) : name.start], step(margin(text, name))
    sign = "s" if not HAN.match(near) else "h"
    behind = "h" if HAN.match(text[name.end : name.end + 1]) else "s"
    shares = "".join((given()[char] or "00")[0 if place == 0 else 1] for place, char in enumerate(value[1:]))
    row = [
        f"m{level}",
        f"m{level}{sign}{behind}",
        f"g{surnames().get(value[0], 'd')}{shares}",
        f"n1{value[0]}",
        f"n9{value[-1]}",
    ]
    return [*row, "word", f"word{sign}{behind}"] if is_counted(value) else row


def features(text: str, name: Name, language: str) -> list[str]:
    """The features of one name in its text."""
    left, right = _left(text, name.start), _right(text, name.end)
    row = ["one", *_look(text[name.start : name.end], language), *_likeness(text, name)]
    row += _edges(left, right, language) + _side(left, language, True) + _side(right, language, False)
    row += sorted(_bag(left, right, language))
    row += _field(text, name)
    line_start = text.rfind("\n", 0, name.start) + 1
    line_end = text.find("\n", name.end)
    line = (text[line_start : name.start], text[name.end : line_end if line_end >= 0 else len(text)])
    row += [f"at{'0' if not line[0].strip() else '1'}{'0' if not line[1].strip() else '1'}"]
    far = {kind for part in (line[0][-80:], line[1][:80]) for _, _, kind in _cues_of(part, language)}
    row += [f"far{kind}" for kind in sorted(far)]
    if not far:
        row.append("farnone")
    return row


def _field(text: str, name: Name) -> list[str]:
    """What the field or the table's column is called."""
    row: list[str] = []
    key = _KEY.search(text[max(0, name.start - 30) : name.start])
    if key:
        row += _title(key.group(1), "key")
    title = column_title(text, name.start)
    if title:
        row += _title(title, "col")
    return row


def _title(title: str, mark: str) -> list[str]:
    row = [f"{mark}{title[-6:].lower()}", f"{mark}"]
    for language in ("zh", "en"):
        for _, _, kind in _cues_of(title.replace("_", " ")[-14:], language):
            row.append(f"{mark}{kind}")
    return row
