"""Facts made coarser: an age its band, a date its month or year, an address its city."""

from __future__ import annotations

import re
from typing import Final

from adcheck.text.lazy import LazyPattern

_HAN: Final = "\u4e00-\u9fff"
_CITY: Final = LazyPattern(
    rf"(?:[{_HAN}]{{2,7}}?(?:省|自治区|特别行政区)\s?)?[{_HAN}]{{2,7}}?(?:市|自治州|地区|盟)"
    rf"|[{_HAN}]{{2,3}}省|(?:香港|澳门|内蒙古|广西|西藏|宁夏|新疆)[{_HAN}]{{0,6}}区"
)
_STATE: Final = LazyPattern(
    r"(?<![A-Za-z])(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
    r"|NSW|QLD|VIC|TAS|ACT)(?![A-Za-z])"
)
_DIGITS: Final = LazyPattern(r"\d{1,3}")
_CHINESE_AGE: Final = LazyPattern(r"[一二三四五六七八九十百零〇两]{1,5}")
_ORDER: Final = "零一二三四五六七八九"
_YEAR: Final = LazyPattern(r"(?<!\d)((?:1[89]|20)\d{2})")
_YEAR_HAN: Final = LazyPattern(r"[一二三四五六七八九〇零○]{4}(?=年)")
_MONTH_ZH: Final = LazyPattern(r"(?<=年)\s?(\d{1,2})\s?月")
_MONTH_ISO: Final = LazyPattern(r"(?:1[89]|20)\d{2}\s?[-/.]\s?(1[0-2]|0?[1-9])(?!\d)")
_MONTH_BARE: Final = LazyPattern(r"(?:1[89]|20)\d{2}(0[1-9]|1[0-2])(?=[0-3]\d(?!\d))")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTH_EN: Final = LazyPattern(rf"(?i)(?<![A-Za-z])({'|'.join(_MONTHS)})[a-z]*")
_OLDEST: Final = 90
"""From this age on there is one band (45 CFR 164.514(b)(2)(i)(C))."""


def coarse_place(text: str) -> str:
    """The province and city of a Chinese address, the state of an American one; empty when none is named."""
    city = _CITY.match(text.strip())
    state = _STATE.search(text)
    return city.group() if city else state.group() if state else ""


def age_in(text: str) -> int | None:
    """The years an age names, in digits or Chinese numerals."""
    if match := _DIGITS.search(text):
        return int(match.group())
    han = _CHINESE_AGE.search(text)
    return _han_number(han.group()) if han else None


def age_band(age: int) -> tuple[int, int | None]:
    """The band of ten years an age lies in, both ends inclusive; the last one is open."""
    return (_OLDEST, None) if age >= _OLDEST else (age // 10 * 10, age // 10 * 10 + 9)


def coarse_age(text: str, language: str) -> str:
    """An age as its band: ``60-69岁``, ``aged 60-69``; months and what can't be read get the lowest band's words."""
    age = 0 if re.search(r"月|天|(?i:months?|weeks?|days?)", text) else age_in(text)
    if age is None:
        return ""
    low, high = age_band(age)
    if language == "zh":
        return f"{low}-{high}岁" if high else f"{low}岁以上"
    return f"aged {low}-{high}" if high else f"aged {low} or older"


def coarse_date(text: str, language: str, precision: str = "month") -> str:
    """A date as its month (``precision`` month) or year; empty when no year is named."""
    year = _YEAR.search(text)
    if year is None:
        han = _YEAR_HAN.search(text)
        return f"{han.group()}年" if han else ""
    month = _month_of(text) if precision == "month" else 0
    if language == "zh":
        return f"{year.group(1)}年{month}月" if month else f"{year.group(1)}年"
    return f"{_MONTHS[month - 1]} {year.group(1)}" if month else year.group(1)


def _month_of(text: str) -> int:
    """The month that can only be one; 03/07/1932 doesn't tell which is the day."""
    if match := _MONTH_ZH.search(text) or _MONTH_ISO.search(text) or _MONTH_BARE.search(text):
        month = int(match.group(1))
        return month if month <= 12 else 0
    named = _MONTH_EN.search(text)
    return _MONTHS.index(named.group(1).title()) + 1 if named else 0


def _han_number(text: str) -> int:
    total = digit = 0
    for char in text.replace("两", "二").replace("〇", "零"):
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _ORDER.index(char)
    return total + digit
