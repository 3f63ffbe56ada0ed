"""Messages in traditional characters, and how the script of a text is told."""

from __future__ import annotations

import pytest

from adcheck.rulebook.store import load_rules
from adcheck.text.hant import hant_table, in_language, to_traditional
from adcheck.text.language import is_english, is_traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("医疗广告不得保证疗效", "醫療廣告不得保證療效"), ("注册批准文号", "註冊批准文號"), ("治愈率", "治癒率"), ("生发", "生髮"),
        ("发布", "發佈"), ("改用GMP, 3天", "改用GMP, 3天"), ("", ""),
    ],
)  # fmt: skip
def test_words_and_characters(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified) == traditional


def test_nothing_of_a_message_is_lost() -> None:
    for rule in load_rules().rules:
        shown = in_language(rule.card.message, "zh-Hant")
        assert len(shown) == len(rule.card.message["zh"]) and ("{match}" in shown) == (
            "{match}" in rule.card.message["zh"]
        )
        assert in_language(rule.card.message, "en") == rule.card.message["en"]


def test_the_table_has_no_character_twice() -> None:
    assert len(hant_table().characters) > 2000
    assert all(len(word) == len(other) for word, other in hant_table().words.items())


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("醫美診所雷射療程", True), ("医美诊所激光疗程", False), ("根治", False), ("", False), ("clinic 診所", True),
        ("本院位于中山路," * 20 + "名称为“醫”", False),
    ],
)  # fmt: skip
def test_is_traditional(text: str, traditional: bool) -> None:
    assert is_traditional(text) == traditional


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("one two three four five six seven eight", True),
        ("one two three", False),
        ("一 " + "word " * 20, False),
        ("é " * 3 + "word " * 9, True),
    ],
)
def test_is_english(text: str, english: bool) -> None:
    assert is_english(text) == english
