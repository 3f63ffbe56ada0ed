from __future__ import annotations

import sys

import pytest

from adcheck.documents import read_bytes
from adcheck.documents.encoding import decode
from adcheck.errors import InputError

TEXT = "本院采用最新技术，治愈率高达98%，无副作用。\r\n患者张三表示满意"
TRADITIONAL = "本院採用最新技術，治癒率高達98%，無副作用。患者張三表示滿意"


@pytest.mark.parametrize("text", [TEXT, "治愈率98%", "减肥药", "plain"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_encodings_of_simplified_text(text: str, encoding: str) -> None:
    if text == "减肥药" and encoding in ("utf-16-le", "utf-16-be"):
        pytest.skip("three characters of UTF-16 without a mark look like nothing in particular")
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_encodings_of_traditional_text(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


@pytest.mark.parametrize(("data", "lost"), [(TEXT.encode()[:-1], 1), (TEXT.encode("gb18030")[:-1], 1)])
def test_small_damage_is_noted(data: bytes, lost: int) -> None:
    decoded = decode(data)
    assert decoded.text[:-1] == TEXT[:-1]
    assert decoded.notes == (f"read with {lost} damaged character",)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_mojibake_is_repaired(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding).decode("latin-1").encode())
    assert decoded.text == TEXT
    assert "Latin-1" in decoded.notes[0]


@pytest.mark.parametrize("text", ["café résumé über ÄÖÜ éàç", "Ärzte, Öle, Übung", "\u00d6\u00ce"])
def test_western_text_is_left_alone(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"%PDF-1.7\n", "export the PDF"),
        (b"PK\x03\x04\x14", "UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n", "UTF-8 text"),
        (bytes(range(256)) * 8, "UTF-8 text"),
        (b"a\0\0\0b\0c\0\0", "UTF-8 text"),
    ],
)
def test_binary_data_is_refused(data: bytes, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "ad.bin")
    assert caught.value.place == "ad.bin"
    assert hint in caught.value.hint


def test_other_encodings_are_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert decode("これは日本語のテキストです。薬".encode("shift_jis")).text == "これは日本語のテキストです。薬"
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    assert decode(b"hello world " * 9 + b"\xff").notes == ("read with 1 damaged character",)


def test_the_document_tells_encoding_and_notes() -> None:
    document = read_bytes(TEXT.encode("gb18030")[:-1], "a.txt")
    assert document.encoding == "gb18030"
    assert document.notes == ("read with 1 damaged character",)
    assert read_bytes(b"", "a.html").text == ""
