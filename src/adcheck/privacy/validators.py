"""Check digits and formats of the numbers a person carries; each takes the number as written, separators and all.

A validator says whether the number *can* be one of its kind; it never raises, and it keeps nothing of what it was
given. Spaces, hyphens, dots and line breaks inside a number don't count.
"""

from __future__ import annotations

import itertools
import re
from datetime import date
from typing import Final

from adcheck.text.lazy import LazyPattern

_SEPARATORS: Final = LazyPattern(r"[\s\-‐‑–—_.·]+")
PROVINCES: Final = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
_USCC_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_HONG_KONG_LETTERS: Final = " ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TAIWAN_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
_MBI: Final = LazyPattern(
    r"[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}"
)
_ISSUED_AS_EXAMPLES: Final = frozenset({"078051120", "219099999", "123456789"})


def bare(number: str) -> str:
    """The number without separators, in capitals."""
    return _SEPARATORS.sub("", number).upper()


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the day exists and lies between 1890 and today."""
    try:
        return date(1890, 1, 1) <= date(year, month, day) <= date.today()
    except ValueError:
        return False


def _digits(number: str, *lengths: int) -> str:
    """The digits of a number that has one of the lengths, else ''."""
    plain = bare(number)
    return plain if plain.isascii() and plain.isdigit() and len(plain) in lengths else ""


def _varied(digits: str) -> bool:
    """Whether the digits are no row of one digit and no staircase such as 1234567."""
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(digits)}
    return steps not in ({0}, {1}, {9})


def id_card_shape(number: str) -> bool:
    """18 characters with a province and a birthday that exists; the check digit is not looked at (GB 11643-1999)."""
    plain = bare(number)
    if not re.fullmatch(r"[1-9]\d{16}[\dX]", plain, re.ASCII):
        return False
    return _has_region(plain) and is_date(int(plain[6:10]), int(plain[10:12]), int(plain[12:14]))


def _has_region(plain: str) -> bool:
    # 9 begins the number of a foreigner's permanent residence card (since 2023); county codes change, so only the
    # province is looked at.
    return plain[:2] in PROVINCES or plain[0] == "9"


def id_card(number: str) -> bool:
    """A resident's ID number with its check character, ISO 7064 MOD 11-2 (GB 11643-1999)."""
    plain = bare(number)
    if not id_card_shape(plain):
        return False
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(plain[:17]))
    return "10X98765432"[total % 11] == plain[17]


def id_card_old(number: str) -> bool:
    """A 15-digit number of before 1999: province and a birthday of the 20th century; there is no check digit."""
    plain = _digits(number, 15)
    if not plain or not _has_region(plain):
        return False
    return is_date(1900 + int(plain[6:8]), int(plain[8:10]), int(plain[10:12]))


def hong_kong_id(number: str) -> bool:
    """A Hong Kong identity card number, one or two letters, six digits, check character (weights 9..2, mod 11)."""
    plain = re.sub(r"[()（）]", "", bare(number))
    if not re.fullmatch(r"[A-Z]{1,2}\d{6}[\dA]", plain, re.ASCII):
        return False
    values = [36 if letter == " " else 9 + _HONG_KONG_LETTERS.index(letter) for letter in plain[:-7].rjust(2)]
    values += [int(digit) for digit in plain[-7:-1]]
    total = sum(weight * value for weight, value in zip(range(9, 1, -1), values, strict=True))
    return (total + (10 if plain[-1] == "A" else int(plain[-1]))) % 11 == 0


def taiwan_id(number: str) -> bool:
    """A national identification number of Taiwan, letter and nine digits (residents of other origin: 8 or 9 first)."""
    plain = bare(number)
    if not re.fullmatch(r"[A-Z][1289]\d{8}", plain, re.ASCII):
        return False
    county = _TAIWAN_LETTERS.index(plain[0]) + 10
    values = [county // 10, county % 10, *(int(digit) for digit in plain[1:])]
    return (
        sum(weight * value for weight, value in zip((1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), values, strict=True)) % 10 == 0
    )


def luhn(number: str) -> bool:
    """The sum of ISO/IEC 7812-1 annex B over any count of digits."""
    plain = bare(number)
    if not (plain.isascii() and plain.isdigit()):
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in plain[-2::-2])
    return (sum(int(digit) for digit in plain[-1::-2]) + sum(doubled)) % 10 == 0


def bank_card(number: str) -> bool:
    """13 to 19 digits with a Luhn sum that begin as a payment card does (ISO/IEC 7812-1: 3 to 6, and 2 of 2221-2720)."""
    plain = _digits(number, 13, 14, 15, 16, 17, 18, 19)
    if not plain or not _varied(plain):
        return False
    starts = plain[0] in "3456" or "2221" <= plain[:4] <= "2720" or plain[0] == "9"
    return starts and luhn(plain)


def union_pay(number: str) -> bool:
    """A UnionPay number (62...), 16 to 19 digits, with its Luhn sum."""
    plain = _digits(number, 16, 17, 18, 19)
    return plain.startswith("62") and luhn(plain)


def nhs(number: str) -> bool:
    """An NHS number of England and Wales: ten digits, the last by MOD 11 (NHS Data Dictionary)."""
    plain = _digits(number, 10)
    if not plain or not _varied(plain):
        return False
    check = 11 - sum(int(digit) * weight for digit, weight in zip(plain, range(10, 1, -1), strict=False)) % 11
    return check % 11 == int(plain[9]) and check != 10


def medicare_au(number: str) -> bool:
    """An Australian Medicare number: 2-6, eight digits, check digit, issue number, perhaps the person's place."""
    plain = _digits(number, 10, 11)
    if not plain or plain[0] not in "23456":
        return False
    return sum(int(digit) * weight for digit, weight in zip(plain, (1, 3, 7, 9, 1, 3, 7, 9), strict=False)) % 10 == int(
        plain[8]
    )


def ihi(number: str) -> bool:
    """An Australian individual healthcare identifier: 800360 and ten digits, Luhn (AS 5017)."""
    plain = _digits(number, 16)
    return plain.startswith("800360") and luhn(plain)


def mbi(number: str) -> bool:
    """A Medicare Beneficiary Identifier of the United States: eleven characters in CMS' fixed pattern."""
    return _MBI.fullmatch(bare(number)) is not None


def uscc(number: str) -> bool:
    """A unified social credit code of an organisation: 18 characters, MOD 31 (GB 32100-2015)."""
    plain = bare(number)
    if len(plain) != 18 or any(character not in _USCC_LETTERS for character in plain):
        return False
    total = sum(_USCC_LETTERS.index(character) * 3**place for place, character in enumerate(plain[:17]))
    return _USCC_LETTERS[-total % 31] == plain[17]


def ean13(number: str) -> bool:
    """A product barcode or ISBN of 13 digits with its check digit (GS1)."""
    plain = _digits(number, 13)
    if not plain:
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(plain)) % 10 == 0


def imei(number: str) -> bool:
    """The number of a mobile device: 15 digits, Luhn (3GPP TS 23.003)."""
    plain = _digits(number, 15)
    return bool(plain) and _varied(plain) and luhn(plain)


def iban(number: str) -> bool:
    """An international bank account number (ISO 13616): country, MOD 97-10."""
    plain = bare(number)
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", plain, re.ASCII):
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def ssn(number: str) -> bool:
    """A United States social security number that can have been issued (SSA: areas 000, 666 and 900-999 never are)."""
    plain = _digits(number, 9)
    if not plain or plain in _ISSUED_AS_EXAMPLES or plain[0] == "9" or plain[:3] in {"000", "666"}:
        return False
    return plain[3:5] != "00" and plain[5:] != "0000"


def national_insurance(number: str) -> bool:
    """A National Insurance number of the United Kingdom (HMRC NIM39110): prefix letters, six digits, A to D."""
    plain = bare(number)
    if plain[:2] in {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"}:
        return False
    return re.fullmatch(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]", plain, re.ASCII) is not None
