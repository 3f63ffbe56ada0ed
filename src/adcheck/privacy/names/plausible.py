"""Word lists and the word lattice against the models: a name that ordinary words explain better needs evidence of its own."""

from __future__ import annotations

from math import exp
from typing import Final

from adcheck.privacy.names.lists import common, cues, surnames, western
from adcheck.privacy.names.role import Name, margin, plain
from adcheck.privacy.names.tokens import HAN
from adcheck.text.lazy import LazyPattern

_DOUBT: Final = 2.0
_DOUBT_ALONE: Final = 6.0
"""The margin from which words beat a name: in general, and between a word that calls for a name and a sign."""
_CERTAIN: Final = 99.0
"""Sex or age behind a name that stands by itself: it is one, whatever the word means."""
_SLOPE: Final = 1.5
_PART: Final = LazyPattern(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_ENDING: Final = LazyPattern(r"(?:ing|ed|es|s)$")
_TITLES: Final = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Nurse|Sister|Sir|Dame|Lord|Lady|Judge|Justice|Senator|Governor|Mayor|Minister"
    r"|Commissioner|Councillor|President|Captain|Sergeant|Officer|Inspector|Reverend|Rev|Father|Pastor)"
)
_TITLE: Final = LazyPattern(rf"(?:{_TITLES}\.?|[A-Za-z-]+-year-old) +(?=[A-Z])")
_TITLED: Final = LazyPattern(r"(?<![A-Za-z])" + _TITLES + r"\.? +$")
_THINGS: Final = frozenset(
    "act law rule rules code codes guide guides regulation regulations ordinance directive measures bureau commission "
    "committee department building pavilion drive lane square county township city scale index inventory island islands".split()
)
_CALLED: Final = LazyPattern(
    r"(?:[：:]\s?|患者|病人|患儿|产妇|家属|姓名|我叫|名叫|顾客|客户|会员|居民|村民|志愿者|[妈爸父母夫妻子女儿婆公姐妹哥弟友床])$"
)
_LABELS: Final = LazyPattern(r"\s?[:：]")
_SIGN: Final = LazyPattern(r"[^\u3400-\u9fff、/|]$|^$")
_ABOUT: Final = LazyPattern(r"[，,（(\s|、/]{1,3}(?:男|女|[0-9一二三四五六七八九十]+岁|\d)")


def refitted(text: str, name: Name) -> Name:
    """The name with the end that its characters and the words behind it speak for: ``别志|刚`` is 别志刚."""
    value = text[name.start : name.end]
    if not plain(value):
        return name
    last = 2 if value[:2] in surnames() and value[0] not in surnames() else 1
    rows = {
        size: margin(text, Name(name.start, name.start + size))
        for size in (last + 1, last + 2)
        if plain(text[name.start : name.start + size]) and name.start + size <= len(text)
    }
    if len(value) not in rows:
        return name
    best = min(rows, key=lambda size: rows[size])
    return Name(name.start, name.start + best) if rows[best] < 0 and rows[len(value)] > _DOUBT else name


def untitled(text: str, name: Name) -> Name:
    """An English name without the title before it: ``Mrs Anna Miller`` is Anna Miller."""
    match = _TITLE.match(text, name.start, name.end)
    return Name(match.end(), name.end) if match else name


def doubted(text: str, name: Name, odds: dict[str, float]) -> dict[str, float]:
    """The odds of a role once the word lists are heard: ordinary words make a person less likely, never more."""
    value = text[name.start : name.end]
    if not HAN.search(value):
        return _scaled(odds, 0.02) if _no_person(text, name, value) else odds
    if not plain(value):
        return odds
    over = margin(text, name) - _bar(text, name)
    return odds if over <= 0 else _scaled(odds, exp(-over / _SLOPE))


def _scaled(odds: dict[str, float], share: float) -> dict[str, float]:
    people = {role: chance * share for role, chance in odds.items() if role != "NOBODY"}
    return {**people, "NOBODY": 1.0 - sum(people.values())}


def _no_person(text: str, name: Name, value: str) -> bool:
    """A surname behind a title, a street or an institution, ordinary words with capitals, or one that labels a line."""
    parts = [part.lower() for part in _PART.findall(value)]
    if not parts:
        return False
    if len(parts) == 1 and _TITLED.search(text[max(0, name.start - 24) : name.start]):
        return True
    if len(parts) == 1 and parts[0] in common() and _labels_a_line(text, name):
        return True
    if len(parts) > 1 and (parts[-1] in _THINGS or cues("en").get(parts[-1]) == "place"):
        return True
    known = western()
    if any(known.get(part, "-")[0] in "gb" for part in parts):
        return False
    return _ordinary(parts[-1]) and known.get(parts[-1], "-")[0] not in "sb"


def _labels_a_line(text: str, name: Name) -> bool:
    line = text.rfind("\n", 0, name.start) + 1
    return not text[line : name.start].strip() and _LABELS.match(text, name.end) is not None


def _ordinary(part: str) -> bool:
    known = common()
    stems = (p for piece in (part, *part.split("-")) for p in (piece, _ENDING.sub("", piece), _ENDING.sub("e", piece)))
    return any(stem in known for stem in stems)


def _bar(text: str, name: Name) -> float:
    before = text[max(0, name.start - 4) : name.start]
    called = _CALLED.search(before) is not None
    if not called and _SIGN.search(before) is None:
        return _DOUBT
    if _ABOUT.match(text, name.end):
        return _CERTAIN
    return _DOUBT_ALONE if called and not HAN.match(text[name.end : name.end + 1]) else _DOUBT
