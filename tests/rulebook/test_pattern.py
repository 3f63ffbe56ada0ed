"""Anchors: whatever a pattern matches holds one of them at a known distance; slots and errors."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from adcheck.errors import RuleError
from adcheck.rulebook.anchors import cost
from adcheck.rulebook.marks import FILLER, FIRST_MARK
from adcheck.rulebook.pattern import INLINE, Pattern, expand, prepare, without_redundant
from adcheck.text.fold import fold

SLOTS = {"soon": "立刻|马上", "will": "(?:能|会)", "fast": "{soon}{will}?", "days": "[0-9]{1,2}天"}
LEXICONS = {
    "organ": frozenset({"鼻", "胃", "前列腺"}),
    "disease": frozenset(f"病{chr(0x4E00 + i)}" for i in range(INLINE + 5)),
}

LETTERS = "根治愈断见效"


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner, inner).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "??", "{0,2}", "{1,3}", "{2}", "{0,2}?"])).map(
            lambda p: f"(?:{p[0]}){p[1]}"
        ),
        inner.map(lambda p: f"({p})"),
        inner.map(lambda p: f"{p}(?!好)"),
        inner.map(lambda p: f"{p}(?=[断见]|效)[断见效]"),
    )


pieces = st.one_of(
    st.text(alphabet=LETTERS, min_size=1, max_size=3),
    st.sampled_from(
        [
            "[根治]",
            "[^根]",
            "[0-9]",
            ".",
            "{gap2}",
            "{wide3}",
            "{soon}",
            "{will}",
            "{fast}",
            "{organ}",
            "{days}",
            "\\s",
            "a",
        ]
    ),
)
patterns = st.recursive(pieces, grown, max_leaves=6)


def holds(pattern: Pattern, text: str, start: int) -> bool:
    return any(
        text.startswith(a, start + shift) for shift in range(pattern.low, pattern.high + 1) for a in pattern.anchors
    )


def led_to(pattern: Pattern, text: str, match: re.Match[str]) -> bool:
    """Whether some anchor of the match has the tail and the companions that the search asks for."""
    places = [
        match.start() + shift
        for shift in range(pattern.low, pattern.high + 1)
        if any(text.startswith(a, match.start() + shift) for a in pattern.anchors)
    ]
    return any(has_tail(pattern, text, at, match.end()) and has_companions(pattern, text, at) for at in places)


def has_tail(pattern: Pattern, text: str, at: int, end: int) -> bool:
    if pattern.tail is None:
        return True
    source, _, low, high, whole = pattern.tail
    ends = [m.end() for p in range(at - high, at - low + 1) if p >= 0 and (m := re.compile(source).match(text, p))]
    return bool(ends) and (not whole or end in ends)


def has_companions(pattern: Pattern, text: str, at: int) -> bool:
    sides = {-1: text[:at], 0: text, 1: text[at + 1 :]}
    return all(any(word in sides[side] for word in words) for _, words, side in pattern.also)


@settings(max_examples=500, deadline=None)
@given(patterns, st.data())
def test_every_match_holds_an_anchor_in_its_place(source: str, data: st.DataObject) -> None:
    try:
        pattern = prepare(source, SLOTS, LEXICONS)
    except RuleError as error:
        assume("no word that must stand" in error.message)
        return
    expression = re.compile(pattern.expression)
    text = data.draw(
        st.from_regex(pattern.expression, alphabet=LETTERS + "立刻马上能会鼻胃前列腺0天 a好", fullmatch=True)
    )
    text = data.draw(st.text(alphabet=LETTERS, max_size=2)) + text
    matches = [m for m in expression.finditer(text) if m.end() > m.start()]
    assume(matches)
    for match in matches:
        assert holds(pattern, text, match.start())
        assert match.end() - match.start() <= pattern.most
        assert led_to(pattern, text, match)


CASES = [
    # pattern, anchors, low, high, most
    ("根治", ("根治",), 0, 0, 2),
    ("能?根治", ("根治", "能根治"), 0, 0, 3),
    ("(?:包|保证)治愈", ("保证治愈", "包治愈"), 0, 0, 4),
    ("(?:一|半)[个片]?药(?:根治|断根)", ("药断根", "药根治"), 1, 2, 5),
    ("三{gap4}断根", ("断根",), 1, 5, 7),
    ("断根{gap4}三", ("断根",), 0, 0, 7),
    ("{gap9}断根", ("断根",), 0, 9, 11),
    ("(?<=不)断根", ("断根",), 0, 0, 2),
    ("断根(?!术)", ("断根",), 0, 0, 2),
    ("{organ}病", ("前列腺病", "胃病", "鼻病"), 0, 0, 4),
    ("(?:断根){2}", ("断根",), 0, 0, 4),
]  # fmt: skip


@pytest.mark.parametrize(("source", "anchors", "low", "high", "most"), CASES, ids=[c[0] for c in CASES])
def test_anchors(source: str, anchors: tuple[str, ...], low: int, high: int, most: int) -> None:
    pattern = prepare(source, SLOTS, LEXICONS)
    assert (pattern.low, pattern.most) == (low, most)
    assert pattern.high >= high
    assert set(pattern.anchors) == set(without_redundant(anchors)[0])


def test_back_reference_has_the_width_of_its_group() -> None:
    pattern = prepare("([甲乙丙丁]{2})\\1断根", {}, {})
    assert re.search(pattern.expression, "甲乙甲乙断根")
    assert holds(pattern, "甲乙甲乙断根", 0)


def test_large_lexicon_becomes_marks_and_its_words_are_anchors() -> None:
    pattern = prepare("告别{disease}", SLOTS, LEXICONS)
    assert pattern.lexicons == ("disease",)
    assert re.fullmatch(pattern.expression, f"告别{chr(FIRST_MARK + 1)}{FILLER * 3}")
    assert not re.search(pattern.expression, "告别病人")


def test_small_lexicon_is_written_in_longest_first() -> None:
    pattern = prepare("治{organ}", SLOTS, {"organ": frozenset({"胃", "胃炎", "a.b"})})
    assert pattern.lexicons == ()
    assert re.fullmatch(pattern.expression, "治胃炎") and re.fullmatch(pattern.expression, "治a.b")
    assert not re.fullmatch(pattern.expression, "治axb")


def test_slots_may_use_slots() -> None:
    assert re.fullmatch(expand("{fast}", SLOTS, LEXICONS), "马上能")


def test_patterns_are_folded_but_not_their_escapes() -> None:
    assert expand("ＢＯＴＯＸ\\S療癒(?P<Name>[A-C])", {}, {}) == "botox\\S疗愈(?P<Name>[a-c])"


@pytest.mark.parametrize("stop", "，,。!?;：\n")
def test_gap_stays_in_its_clause(stop: str) -> None:
    expression = expand("三{gap5}见效", {}, {})
    assert re.search(expression, "三天就见效")
    assert not re.search(expression, fold(f"三天{stop}就见效"))


def test_wide_gap_crosses_commas_but_no_sentence() -> None:
    expression = expand("三{wide8}见效", {}, {})
    assert re.search(expression, "三天,真的见效")
    assert not re.search(expression, "三天。真的见效")


REFUSED = [
    ("{diseese}克星", "unknown slot {diseese}", "{disease}"), ("{zzz}克星", "unknown slot {zzz}", "rules/lexicons"),
    (r"\b根治", r"\b or \w", ""), (r"根治\w+", r"\b or \w", ""), ("(根治", "no valid expression", ""), ("[根", "no valid expression", ""),
    (".{3}", "no word that must stand", "fixed word"), ("(?:根治)?", "no word that must stand", ""), ("根治|.", "no word that must stand", ""),
    ("*根治", "no valid expression", ""), (r"(?<=根{1,2})治\2", "no valid expression", ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "message", "hint"), REFUSED, ids=[r[0] for r in REFUSED])
def test_refused(source: str, message: str, hint: str) -> None:
    with pytest.raises(RuleError) as raised:
        prepare(source, SLOTS, LEXICONS, place="rules/x.toml")
    assert message in raised.value.message
    assert hint in raised.value.hint
    assert raised.value.place == "rules/x.toml"


def test_word_edges_are_fine_in_english() -> None:
    assert prepare(r"\bcures?\b", {}, {}).anchors == ("cure",)


def test_too_many_large_lexicons() -> None:
    many = {f"list{chr(97 + i)}": LEXICONS["disease"] for i in range(9)}
    with pytest.raises(RuleError, match="large lexicons"):
        prepare("根治" + "".join(f"{{{name}}}?" for name in many), {}, many)


@given(st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=4), min_size=1, max_size=8))
def test_redundant_anchors_are_covered_by_the_kept_ones(words: list[str]) -> None:
    kept, shift = without_redundant(words)
    for word in words:
        assert any(word[at:].startswith(k) for k in kept for at in range(shift + 1))
    assert not any(a != b and a in b for a in kept for b in kept)


def test_rare_and_long_anchors_are_cheaper() -> None:
    assert cost(("断根",)) < cost(("的",))
    assert cost(("包治百病",)) < cost(("治疗",))
    assert cost(("根治",)) < cost(("根治", "治愈", "断根"))
