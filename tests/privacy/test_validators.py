"""Check digits and formats: numbers computed by hand or printed as examples by those who issue them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adcheck.privacy import validators as v

Check = Callable[[str], bool]

RIGHT: list[tuple[Check, str]] = [
    (v.id_card, "11010519491231002X"),
    (v.id_card, "11010519491231002x"),
    (v.id_card, "110105 19491231 002X"),
    (v.id_card, "1101051949\n1231002X"),
    (v.id_card_old, "110105491231002"),
    (v.hong_kong_id, "A123456(3)"),
    (v.hong_kong_id, "AB987654（3）"),
    (v.taiwan_id, "A123456789"),
    (v.luhn, "4111111111111111"),
    (v.luhn, "79927398713"),
    (v.bank_card, "4111 1111 1111 1111"),
    (v.bank_card, "3782-822463-10005"),
    (v.nhs, "943 476 5919"),
    (v.medicare_au, "2123 45670 1"),
    (v.medicare_au, "2123 45670 1-1"),
    (v.ihi, "8003 6081 6669 0503"),
    (v.mbi, "1EG4-TE5-MK73"),
    (v.uscc, "91350100M000100Y43"),
    (v.ean13, "978-7-111-12806-9"),
    (v.imei, "49-015420-323751-8"),
    (v.iban, "GB82 WEST 1234 5698 7654 32"),
    (v.ssn, "536-90-4399"),
    (v.national_insurance, "AB 12 34 56 C"),
]
WRONG: list[tuple[Check, str]] = [
    (v.id_card, "110105194912310021"),  # check character
    (v.id_card, "11010519490231002X"),  # 31 February
    (v.id_card, "99010519491231002"),  # a digit short
    (v.id_card, "110105304912310028"),  # born in the future
    (v.id_card_old, "110105491331002"),  # thirteenth month
    (v.id_card_old, "170105491231002"),  # no such province
    (v.hong_kong_id, "A123456(4)"),
    (v.taiwan_id, "A123456788"),
    (v.taiwan_id, "A323456789"),
    (v.luhn, "4111111111111112"),
    (v.luhn, ""),
    (v.bank_card, "0000 0000 0000 0000"),
    (v.bank_card, "1111 1111 1111 1117"),
    (v.nhs, "943 476 5918"),
    (v.nhs, "0000000000"),
    (v.medicare_au, "9123456701"),
    (v.ihi, "8003608166690504"),
    (v.mbi, "0EG4-TE5-MK73"),
    (v.mbi, "1SG4-TE5-MK73"),
    (v.uscc, "91350100M000100Y44"),
    (v.ean13, "9787111128068"),
    (v.imei, "490154203237519"),
    (v.iban, "GB82 WEST 1234 5698 7654 33"),
    (v.ssn, "000-12-3456"),
    (v.ssn, "666-12-3456"),
    (v.ssn, "912-12-3456"),
    (v.ssn, "123-00-4567"),
    (v.ssn, "123-45-0000"),
    (v.ssn, "078-05-1120"),
    (v.national_insurance, "GB123456A"),
    (v.national_insurance, "AB123456E"),
]
EVERY: list[Check] = list(dict.fromkeys(check for check, _ in RIGHT))


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_right(check: Check, number: str) -> None:
    assert check(number)


@pytest.mark.parametrize(("check", "number"), WRONG)
def test_wrong(check: Check, number: str) -> None:
    assert not check(number)


@given(st.integers(0, 16), st.integers(1, 9))
def test_an_id_with_one_other_digit_is_wrong(place: int, step: int) -> None:
    number = "11010519491231002X"
    other = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert not v.id_card(other)


@given(st.text(max_size=30))
def test_nothing_raises(text: str) -> None:
    assert len(EVERY) > 15
    assert all(check(text) in {True, False} for check in EVERY)
