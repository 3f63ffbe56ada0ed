"""What a document's findings may show of personal data."""

from __future__ import annotations

import pytest

from adcheck.privacy.anonymize.sites import Site
from adcheck.veil import Veil

SOURCE = "患者张伟，电话 138 0013 8000，三天见效"
NAME = Site(((2, 4),), "NAME", "zh", "张伟")
PHONE = Site(((8, 21),), "PHONE", "zh", "138 0013 8000")


@pytest.fixture
def veil() -> Veil:
    return Veil(SOURCE, [PHONE, NAME])


def test_values_are_masked_at_their_place_and_length(veil: Veil) -> None:
    assert veil.masked == "患者张*，电话 138 **** 8000，三天见效"
    assert veil.starred == "患者**，电话 *************，三天见效"
    assert veil.text(0, 4) == "患者张*" and veil.text(3, 5) == "*，"


@pytest.mark.parametrize(
    ("start", "end", "want"),
    [(0, 2, False), (0, 3, True), (3, 4, True), (4, 8, False), (20, 25, True), (21, 26, False)],
)
def test_covers(veil: Veil, start: int, end: int, want: bool) -> None:
    assert veil.covers(start, end) is want


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("row 2, column 张伟", "row 2, column **"),
        ("138 0013 8000.text", "*************.text"),
        ("a.text", "a.text"),
        ("", ""),
    ],
)
def test_clean(veil: Veil, words: str, want: str) -> None:
    assert veil.clean(words) == want


def test_a_value_that_markup_cuts_shows_nothing() -> None:
    cut = Site(((0, 3), (7, 15)), "PHONE", "zh", "13800138000")
    assert Veil("138</b>00138000", [cut]).masked == "***</b>********"


def test_without_personal_data_all_stays() -> None:
    veil = Veil(SOURCE)
    assert (veil.masked, veil.text(2, 4), veil.clean("张伟"), veil.covers(0, 99)) == (SOURCE, "张伟", "张伟", False)
