"""A title in place of a name where the text tells which: 张女士, 王先生, Ms. D.; else 张某 and initials."""

from __future__ import annotations

import re
from typing import Final

from adcheck.privacy.anonymize.masks import is_chinese, surname_of
from adcheck.text.lazy import LazyPattern

_HAN_TITLE: Final = LazyPattern(
    r"\s?(?:女士|先生|小姐|太太|阿姨|大姐|大哥|大妈|大爷|大叔|叔叔|奶奶|爷爷|同学|同志|老人|婆婆|老太|师傅|某)"
)
_LATIN_TITLE: Final = LazyPattern(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s$")
_SHE: Final = LazyPattern(
    r"女(?!婿)|她|妻|妈|母亲|奶奶|外婆|姥姥|阿姨|姐|妹|太太|孕妇|产妇|姑|婶"
    r"|(?i:(?<![a-z])(?:she|her|herself|woman|girl|female|mother|mum|mom|wife|daughter|sister|aunt|lady)(?![a-z]))"
)
_HE: Final = LazyPattern(
    r"男|(?<!其)他(?!们)|丈夫|老公|爸|父亲|爷爷|外公|哥|弟|叔|伯|儿子"
    r"|(?i:(?<![a-z])(?:he|him|his|himself|man|boy|male|father|dad|husband|son|brother|uncle|gentleman)(?![a-z]))"
)
_KIN_BEFORE: Final = LazyPattern(
    r"(?:(?P<she>妻子?|妈妈?|母亲|女儿|姐姐?|妹妹?|奶奶|wife|mother|mom|mum|daughter|sister|aunt)"
    r"|(?P<he>丈夫|老公|爸爸?|父亲|儿子|哥哥?|弟弟?|爷爷|husband|father|dad|son|brother|uncle))[,，:：]?\s?$",
    re.IGNORECASE,
)
_CLAUSE: Final = LazyPattern(r"[。！？!?；;\n\u2029]")


def title(name: str, before: str, after: str) -> str:
    """What stands for ``name`` between ``before`` and ``after`` (the text around it, some 20 code points)."""
    if not is_chinese(name):
        return _initials(name, before, after)
    surname = surname_of(name)
    if _HAN_TITLE.match(after):
        return surname
    return surname + {1: "女士", -1: "先生", 0: "某"}[_gender(before, after)]


def _initials(name: str, before: str, after: str) -> str:
    letters = [word[0].upper() for word in re.findall(r"[^\W\d_]+", name)]
    if _LATIN_TITLE.search(before):
        return f"{letters[-1]}." if letters else "N."
    gender = _gender(before, after)
    if gender and letters:
        return f"{'Ms.' if gender > 0 else 'Mr.'} {letters[-1]}."
    return "".join(f"{letter}." for letter in letters) or "N.N."


def _gender(before: str, after: str) -> int:
    """+1 for a woman, -1 for a man, 0 where the sentence doesn't tell, by the nearest word.

    A kin word just before the name is the person's own (其妻李梅); one elsewhere may be another's, so that words
    behind the name come first (张伟，男).
    """
    if kin := _KIN_BEFORE.search(before):
        return 1 if kin["she"] else -1
    behind = _CLAUSE.split(after)[0]
    found = [(match.start(), sign) for pattern, sign in ((_SHE, 1), (_HE, -1)) if (match := pattern.search(behind))]
    if found:
        return min(found)[1]
    ahead = _CLAUSE.split(before)[-1]
    last = [(match.end(), sign) for pattern, sign in ((_SHE, 1), (_HE, -1)) for match in pattern.finditer(ahead)]
    return max(last)[1] if last else 0
