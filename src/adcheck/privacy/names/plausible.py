"""The word lattice against the models: a name that ordinary words explain better needs evidence of its own."""

from __future__ import annotations

import re
from math import exp
from typing import Final

from adcheck.privacy.names.lists import surnames
from adcheck.privacy.names.role import Name, margin, plain
from adcheck.privacy.names.tokens import HAN

_DOUBT: Final = 2.0
_DOUBT_ALONE: Final = 6.0
"""The margin from which words beat a name: among other characters, and set off by signs or a cue."""
_SLOPE: Final = 1.5
_NAMED: Final = re.compile(
    r"(?:[^\u3400-\u9fff、/|]|^|患者|病人|患儿|产妇|家属|姓名|我叫|名叫|顾客|客户|会员|居民|村民|志愿者|[妈爸父母夫妻子女儿婆公姐妹哥弟友床])$"
)
_ABOUT: Final = re.compile(r"[，,（(\s|、/]{1,3}(?:男|女|[0-9一二三四五六七八九十]+岁|\d)")


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


def doubted(text: str, name: Name, odds: dict[str, float]) -> dict[str, float]:
    """The odds of a role once the lattice is heard: ordinary words make a person less likely, never more."""
    if not plain(text[name.start : name.end]):
        return odds
    over = margin(text, name) - (_DOUBT_ALONE if _set_off(text, name) else _DOUBT)
    if over <= 0:
        return odds
    share = exp(-over / _SLOPE)
    people = {role: chance * share for role, chance in odds.items() if role != "NOBODY"}
    return {**people, "NOBODY": 1.0 - sum(people.values())}


def _set_off(text: str, name: Name) -> bool:
    if _ABOUT.match(text, name.end):
        return True
    before = text[max(0, name.start - 4) : name.start]
    return _NAMED.search(before) is not None and not HAN.match(text[name.end : name.end + 1])
