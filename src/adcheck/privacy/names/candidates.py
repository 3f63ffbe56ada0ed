"""Names the sequence model may have missed: found by their form and place, left to the role model to accept or drop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from adcheck.privacy.names.lists import common, given, places, surname_weights, surnames, western, words
from adcheck.privacy.names.role import Name, margin
from adcheck.text.lazy import LazyPattern

_CUE: Final = (
    r"(?:患者|病人|病友|患儿|产妇|孕妇|姓名|顾客|会员|家属|收件人|收货人|联系人|持证人|出险人|就诊人|户主|车主|案主|原告|投诉人|签名|签字|我叫|名叫"
    r"|[\u4e00-\u9fff]{2}[人者方][：:]|(?<![A-Za-z])(?:name|patient)[\"']?\s?[=:]\s?[\"']?)(?:姓名)?[：:\s]{0,3}"
)
_AFTER_CUE: Final = LazyPattern(_CUE + r"(?P<name>[\u4e00-\u9fff]{2,4})(?=[，,。；;、\s（(）)|\"'&]|$)")
_BEGINS: Final = LazyPattern(
    r"(?:患者|病人|病友|患儿|我叫|名叫|姓名[：:]?\s?|丈夫|妻子|老伴|母亲|父亲|儿子|女儿|老公|老婆|爱人)(?=[\u4e00-\u9fff]{2})"
)
_LISTED: Final = LazyPattern(r"、(?P<name>[\u4e00-\u9fff]{2,3})(?=[、，,。；;\s]|$)")
_PAIR: Final = LazyPattern(
    r"(?<![A-Za-z.'’&/-])(?P<first>[A-Z][a-z\u00df-\u00ff]+(?:-[A-Z][a-z\u00df-\u00ff]+)?)(?: [A-Z]\.)?"
    r" (?P<last>(?:O['’]|Mc|Mac|De|Van|Al-)?[A-Z][a-z\u00df-\u00ff]+(?:-[A-Z][a-z]+)?)(?![A-Za-z&-]| [A-Z][a-z])"
)
_WORDS_BAR: Final = 4.0
_SURE_BAR: Final = -1.0
_WORDS: Final = LazyPattern(r"[A-Za-z\u00c0-\u024f]+")


def candidates(text: str) -> Iterator[Name]:
    """Every candidate of a folded text, in no order; they may overlap one another."""
    yield from after_cues(text)
    yield from begun(text)
    yield from pairs(text)


def after_cues(text: str) -> Iterator[Name]:
    """What stands between a cue word and a mark, begins with a surname and isn't a common word."""
    known, usual = surname_weights(), words()
    for match in _AFTER_CUE.finditer(text):
        value = match["name"]
        double = value[:2] in known
        if not double and value[0] not in known:
            continue
        name = Name(*match.span("name"))
        if len(value) - (2 if double else 1) in {1, 2} and value not in usual and margin(text, name) < _WORDS_BAR:
            yield name


def begun(text: str) -> Iterator[Name]:
    """A usual surname and usual given characters right behind a cue word, where no mark ends the name."""
    usual = words()
    for match in _BEGINS.finditer(text):
        at = match.end()
        if text[at] not in surnames() or text[at : at + 2] in usual:
            continue
        second, third = given()[text[at + 1]] or "00", given()[text[at + 2 : at + 3]] or "00"
        if second[0] > "1" and third[1] > "1" and text[at + 2 : at + 4] not in usual:
            name = Name(at, at + 3)
        elif second[1] > "1":
            name = Name(at, at + 2)
        else:
            continue
        if margin(text, name) < _SURE_BAR:
            yield name


def listed(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """What stands in a list right behind a found name: ``袁小兵、许家豪、傅琴``."""
    for name in found:
        match = _LISTED.match(text, name.end)
        if (
            match
            and match["name"][0] in surnames()
            and match["name"] not in words()
            and match["name"][:2] not in words()
        ):
            yield Name(*match.span("name"))


def pairs(text: str) -> Iterator[Name]:
    """Two words with capitals, neither an ordinary word or a place, in Latin letters: ``Delphine Arsenault``."""
    for match in _PAIR.finditer(text):
        first, last = match["first"].lower(), match["last"].lower()
        is_given = western().get(first, "-")[0] in "gb"
        if (
            last in places()
            or (last in common() and not is_given)
            or ((first in common() or first in places()) and not is_given)
        ):
            continue
        yield Name(match.start("first"), match.end("last"))
