"""Stars in place of what identifies; the shape stays: 张*, 138****8000, z***@163.com, 1990年**月**日."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from adcheck.privacy.anonymize.coarse import coarse_place
from adcheck.privacy.names.lists import surnames
from adcheck.text.lazy import LazyPattern

_HAN: Final = LazyPattern("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_SIGN: Final = LazyPattern(r"[^\W_]")
_CODE: Final = LazyPattern(r"[^\W_\u4e00-\u9fff]|[一二三四五六七八九十]")
_YEAR: Final = LazyPattern(r"(?<!\d)(?:1[89]|20)\d{2}(?=\D|$)|(?<!\d)(?:1[89]|20)\d{2}(?=\d{4}(?!\d))")
_AGE: Final = LazyPattern(r"[0-9０-９一二三四五六七八九十百零〇两]")
_MONTH: Final = LazyPattern(r"[A-Za-z]{3,9}")
_STARS: Final = "***"


def mask(text: str, entity: str) -> str:
    """``text`` (one find of the kind ``entity``) with stars; blanks, hyphens and other marks stay where they were."""
    return _MASKS.get(entity, _number)(text)


def starred(text: str, front: int = 0, back: int = 0, signs: LazyPattern = _SIGN) -> str:
    """All ``signs`` (letters and digits) as stars but the first ``front`` and the last ``back`` of them."""
    places = [match.start() for match in signs.finditer(text)]
    shown = {*places[:front], *places[len(places) - back :]} if len(places) > front + back else set()
    hidden = set(places) - shown
    return "".join("*" if place in hidden else char for place, char in enumerate(text))


def surname_of(name: str) -> str:
    """The surname of a Chinese name: two characters where they are a known surname and more follows, otherwise one."""
    bare = name.strip()
    return bare[:2] if len(bare) > 2 and bare[:2] in surnames() else bare[:1]


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters."""
    return _HAN.search(name) is not None


def _name(text: str) -> str:
    if is_chinese(text):
        surname = surname_of(text)
        return surname + "*" * max(1, len("".join(text.split())) - len(surname))
    return re.sub(r"[^\W_]+", lambda word: word.group()[0] + "*" * max(1, len(word.group()) - 1), text)


def _phone(text: str) -> str:
    digits = sum(char.isdigit() for char in text)
    return starred(text, 3, 4) if digits >= 11 else starred(text, 0, 2) if digits >= 7 else starred(text)


def _number(text: str) -> str:
    return starred(text, 1, 1) if len(_SIGN.findall(text)) > 7 else starred(text)


def _bank_card(text: str) -> str:
    return starred(text, 0, 4) if len(_SIGN.findall(text)) > 10 else starred(text)


def _email(text: str) -> str:
    user, at, host = text.partition("@")
    return f"{user[:1]}{_STARS}@{host}" if at else _STARS


def _plate(text: str) -> str:
    return starred(text, 2) if is_chinese(text[:1]) else starred(text)


def _code(text: str) -> str:
    """A number with a word of its own: 3床, 住123456."""
    return starred(text, signs=_CODE) if _CODE.search(text) else starred(text)


def _account(text: str) -> str:
    return text[:1] + "*" * 5 if len(text) > 3 else _STARS


def _ip(text: str) -> str:
    return re.sub(r"(?<=[.:])[0-9A-Fa-f]+", "*", text)


def _url(text: str) -> str:
    scheme, mark, rest = text.rpartition("://")
    host, slash, _ = rest.partition("/")
    return f"{scheme}{mark}{host}/{_STARS}" if slash else _STARS


def _date(text: str) -> str:
    year = _YEAR.search(text)
    kept = year.span() if year else (0, 0)
    plain = _MONTH.sub(_STARS, text[kept[1] :])
    before = _MONTH.sub(_STARS, text[: kept[0]])
    return f"{_dateless(before)}{text[slice(*kept)]}{_dateless(plain)}"


def _dateless(text: str) -> str:
    return re.sub(r"[0-9０-９一二三四五六七八九十〇零○初正冬腊]", "*", text)


def _age(text: str) -> str:
    return _AGE.sub("*", text)


def _address(text: str) -> str:
    return f"{coarse_place(text)}{'*' * 4}"


def _file(text: str) -> str:
    """Names of files take no star on some systems."""
    return f"x{text[text.rfind('.') :]}" if "." in text else "x"


_MASKS: Final[dict[str, Callable[[str], str]]] = {
    "NAME": _name, "PHONE": _phone, "EMAIL": _email, "BANK_CARD": _bank_card, "PLATE": _plate, "WECHAT": _account,
    "QQ": _account, "ACCOUNT": _bank_card, "IP": _ip, "URL": _url, "DATE": _date, "DOB": _date, "AGE": _age,
    "ADDRESS": _address, "FILE": _file, "GENE": starred, "BED": _code, "MRN": _code, "REPORT_NO": _code,
}  # fmt: skip
"""How each kind is starred; the others as numbers: the first and the last sign stay in long ones."""
