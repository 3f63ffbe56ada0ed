"""English words that are disguised, inflected, hyphenated or broken over lines are found; what only looks so is not."""

from __future__ import annotations

import pytest
import tiny_rules

from adcheck.claims.leet import Leet
from adcheck.engine import Engine
from adcheck.rulebook.inflect import forms, inflected_expression, inflected_terms
from adcheck.text.english import plain, plain_expression, unwrapped
from adcheck.text.fold import fold

TERMS = [
    "cure~",
    "guaranteed",
    "miracle",
    "painless",
    "pain-free",
    "side effect free",
    "say goodbye to acne",
    "don't wait",
    "cancer",
]

FOUND = [
    # leetspeak, masks, spacing
    ("It will cur3 you.", "cur3"), ("A m1racle.", "m1racle"), ("A m!racle!", "m!racle"), ("Gu@ranteed.", "Gu@ranteed"),
    ("P4inle$$ work.", "P4inle$$"), ("c*re it", "c*re"), ("It cur3d me.", "cur3d"), ("Beat c@nc3r now.", "c@nc3r"),
    ("We c u r e it.", "c u r e"), ("G-U-A-R-A-N-T-E-E-D", "G-U-A-R-A-N-T-E-E-D"), ("m.i.r.a.c.l.e", "m.i.r.a.c.l.e"),
    ("p_a_i_n_l_e_s_s", "p_a_i_n_l_e_s_s"),
    # invisible, full-width, look-alike
    ("It cu\u200bres.", "cu\u200bres"), ("mir\u00adacle", "mir\u00adacle"), ("ｍｉｒａｃｌｅ", "ｍｉｒａｃｌｅ"), ("mirаcle", "mirаcle"),
    ("𝗺𝗶𝗿𝗮𝗰𝗹𝗲", "𝗺𝗶𝗿𝗮𝗰𝗹𝗲"),
    # inflection, hyphens, apostrophes
    ("She was cured.", "cured"), ("Curing it takes a day.", "Curing"), ("It cures.", "cures"),
    ("A pain free day", "pain free"), ("A pain-free day", "pain-free"), ("Pain–free", "Pain–free"), ("No pain—free parking", None),
    ("side-effect-free", "side-effect-free"),
    ("Don’t wait!", "Don’t wait"), ("say goodbye to\nacne", None),
    ("Our friendly team will help you to finally say goodbye\nto acne for good.", "say goodbye\nto acne"),
]  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    text = tiny_rules.rule_text(terms=TERMS, lang="en")
    folder = tiny_rules.write_rules(tmp_path_factory.mktemp("rules"), text)
    (folder / "spelling").mkdir()
    shipped = tiny_rules.store.shipped_folder() / "spelling" / "leet.txt"
    (folder / "spelling" / "leet.txt").write_text(shipped.read_text("utf-8"), "utf-8")
    return tiny_rules.engine_over(folder)


@pytest.mark.parametrize(("text", "hit"), FOUND, ids=range(len(FOUND)))
def test_found_with_its_place(engine: Engine, text: str, hit: str | None) -> None:
    assert tiny_rules.hits(engine, text) == ([hit] if hit else [])


@pytest.mark.parametrize(
    "text",
    [
        "A secure manicure.", "Obscure procurement.", "Vitamin b12 and h1n1.", "Cancerous? Cancers?", "miracl3s24 plan", "info@cure.example.com/x",
        "A B C D E", "The U.S.A. team", "c*r*e", "He is painlessly slow.", "cur 3 times",
    ],
)  # fmt: skip
def test_left_alone(engine: Engine, text: str) -> None:
    found = tiny_rules.hits(engine, text)
    assert found in ([], ["cure"]) and (not found or "@" in text)


FORMS = [
    ("cure", "cure cures cured curing"), ("stop", "stop stops stopped stopping"), ("heal", "heal heals healed healing"),
    ("banish", "banish banishes banished banishing"), ("remedy", "remedy remedies remedied remedying"),
    ("lose", "lose loses lost losing"), ("get", "get gets got gotten getting"), ("die", "die dies died dying"),
    ("guarantee", "guarantee guarantees guaranteed guaranteeing"), ("prefer", "prefer prefers preferred preferring"),
    ("fix", "fix fixes fixed fixing"), ("enjoy", "enjoy enjoys enjoyed enjoying"), ("woman", "woman women"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "wanted"), FORMS, ids=[w for w, _ in FORMS])
def test_forms(word: str, wanted: str) -> None:
    assert set(forms(word)) == set(wanted.split())


def test_notation_in_terms_and_expressions() -> None:
    assert set(inflected_terms("cure~ it")) == {"cure it", "cures it", "cured it", "curing it"}
    assert inflected_terms("no tilde") == ("no tilde",)
    assert inflected_expression("(?:stop~|end) it") == "(?:(?<![a-z])(?:stop|stops|stopped|stopping)(?![a-z])|end) it"


PLAIN = [
    ("side-effect-free", "side effect free"), ("don’t", "don't"), ("“best” clinic", '"best" clinic'), ("“最佳” 字", "“最佳” 字"),
    ("a - b", "a - b"), ("covid-19", "covid-19"), ("see www.pain-free.example or a-b@c-d.example", "see www.pain-free.example or a-b@c-d.example"),
    ("‘cure’", "'cure'"), ("pre-/post-op", "pre-/post-op"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), PLAIN, ids=[w for w, _ in PLAIN])
def test_plain_keeps_the_length(written: str, wanted: str) -> None:
    assert plain(written) == wanted
    assert len(written) == len(wanted)


def test_hyphens_of_expressions() -> None:
    assert (
        plain_expression(r"pain-?free (?:no|low)-risk [a-z-]+ {en-cancer} 3-4")
        == r"pain ?free (?:no|low) risk [a-z-]+ {en-cancer} 3-4"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("This line is long enough to be wrapped by an editor\nand goes on.", " "),
        ("This line is long enough to be wrapped by an editor.\nand goes on.", "\n"),
        ("This line is long enough to be wrapped by an editor\nAnd goes on.", "\n"),
        ("short line\nand goes on.", "\n"), ("This line is long enough to be wrapped by an editor\n\nand goes on.", "\n"),
    ],
)  # fmt: skip
def test_wrapped_lines(text: str, wanted: str) -> None:
    read = unwrapped(text, fold(text))
    assert len(read) == len(text)
    assert read[text.index("\n")] == wanted


def test_without_tables_nothing_is_read_anew() -> None:
    assert Leet({}).read("m1racle") == "m1racle"
