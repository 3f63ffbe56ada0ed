"""Whatever stands around: marked values go, the rest of a data file reads as before."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests_corpora import privacy_texts

from adcheck.documents import read_text
from adcheck.privacy import find
from adcheck.privacy.anonymize.operators import Run
from adcheck.privacy.anonymize.policies import POLICIES, Policy
from adcheck.privacy.anonymize.rewrite import rewrite
from adcheck.privacy.model import Personal

SECRET = "X47X11X"
NASTY = st.sampled_from(
    [
        SECRET,
        "甲",
        "a",
        " ",
        "\n",
        '"',
        "'",
        "\\",
        ",",
        ";",
        ":",
        "#",
        "*",
        "[",
        "]",
        "{",
        "<b>",
        "&amp;",
        "-",
        "|",
        "`",
        "0",
        "true",
    ]
)
WORDS = st.lists(NASTY, max_size=8).map("".join)
VALUES = st.recursive(
    WORDS | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=8,
)
LABEL = Policy("test", "label", {})
KIND = "A\"B,\\:'*"
"""A kind whose label needs escapes in every format."""
PLACED = f"[{KIND}]"


def seek(text: str, kind: str = KIND) -> list[Personal]:
    return [Personal(match.start(), match.end(), kind, 1.0) for match in re.finditer(SECRET, text)]


def cleaned(source: str, name: str) -> str:
    made = rewrite(read_text(source, name), seek, LABEL, Run(bytes(32)))
    assert SECRET not in made.text
    return made.text


def expected(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(SECRET, PLACED)
    if isinstance(value, list):
        return [expected(one) for one in value]
    return {key: expected(one) for key, one in value.items()} if isinstance(value, dict) else value


@settings(max_examples=60, deadline=None)
@given(VALUES, st.booleans())
def test_json(value: Any, ascii_only: bool) -> None:
    source = json.dumps({"k": value}, ensure_ascii=ascii_only)
    assert json.loads(cleaned(source, "a.json")) == expected({"k": value})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_csv(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["a", "b", "c"], *rows])
    made = list(csv.reader(io.StringIO(cleaned(out.getvalue(), "a.csv"), newline="")))
    assert made == expected(list(csv.reader(io.StringIO(out.getvalue(), newline=""))))


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.text("abc", min_size=1), WORDS, max_size=4),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([20, 1000]),
)
def test_yaml(value: dict[str, str], style: str | None, width: int) -> None:
    source = yaml.safe_dump(value, allow_unicode=True, default_style=style, width=width)
    assert yaml.safe_load(cleaned(source, "a.yaml")) == yaml.safe_load(source) | expected(value)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=5), st.sampled_from(["a.md", "a.html", "a.srt", "a.vtt", "a.txt"]))
def test_text_keeps_all_else(parts: list[str], name: str) -> None:
    source = "\n\n".join(parts).replace("\\", "/")
    made = rewrite(read_text(source, name), lambda text: seek(text, "PHONE"), LABEL, Run(bytes(32)))
    assert SECRET not in made.text
    assert re.sub(r"\\?\[(?:电话|PHONE)\\?\]", SECRET, made.text) == source


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_left_in_labelled_texts(policy: str, language: str) -> None:
    run = Run(bytes(32))
    for text in privacy_texts(language)[::12]:
        made = rewrite(read_text(text), find, POLICIES[policy], run)
        assert not made.left
        found = {text[one.start : one.end] for one in find(text) if one.entity not in ("QUASI", "AGE")}
        assert not [value for value in found if len(value) > 3 and value in made.text]
