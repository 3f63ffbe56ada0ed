"""Rule files: errors name file and line, what was found and what is allowed; own folders use what is above them."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_rules
from tiny_rules import LAW, LAWS, lexicon_text, rule_text, write_rules

from adcheck.errors import RuleError
from adcheck.rulebook.lexicon import read_lexicon

GOOD = rule_text(terms=["根治"])


def compile_one(folder: Path, text: str) -> None:
    tiny_rules.load(write_rules(folder, text))


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


BROKEN = [
    # what was put for what, message, line that holds this, hint
    ('severity = "error"', 'severity = "mild"', "severity: ", "severity = ", ""),
    ('category = "guarantee"', 'category = "promise"', "category: ", "category = ", ""),
    ('code = "TNY001"', 'code = "tny1"', "code: ", "code = ", ""),
    ('name = "tiny-claim"', 'name = "Tiny Claim"', "name: ", "name = ", ""),
    ('terms = ["根治"]', 'trems = ["根治"]', "unknown key 'match.zh.trems'", "trems", "did you mean 'terms'?"),
    ("[match.zh]", "[match.fr]", "unknown key 'match.fr'", "[match.fr]", ""),
    ('category = "guarantee"', 'category = "guarantee"\nconfidnce = "high"', "unknown key 'confidnce'", "confidnce", "did you mean 'confidence'?"),
    ('jurisdiction = "cn"', 'jurisdiction = "fr"', "jurisdiction", "jurisdiction = ", ""),
    ("有“{match}”", "没有", "message must contain {match}", "", ""),
    ("terms = [", "terms = [[", "invalid TOML", "", ""),
    ('why = "fine"', "", "why: ", "", ""),
    ('terms = ["根治"]', "terms = 3", "terms: ", "terms", ""),
    ('terms = ["根治"]', "terms = []", "exactly one of", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message", "at", "hint"), BROKEN, ids=[b[1].strip() or b[0] for b in BROKEN])
def test_broken_file(tmp_path: Path, old: str, new: str, message: str, at: str, hint: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    with pytest.raises(RuleError) as raised:
        compile_one(tmp_path, text)
    error = raised.value
    assert message in error.message
    path, _, line = error.place.rpartition(":")
    assert Path(path) == tmp_path / "guarantee" / "rule0.toml"
    if at:
        assert int(line) == line_of(text, at)
    assert hint in error.hint


def test_the_value_found_is_shown(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"found 'mild'.*"):
        compile_one(tmp_path, GOOD.replace('severity = "error"', 'severity = "mild"'))


def test_several_errors_are_counted(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"\(and 1 more\)"):
        compile_one(tmp_path, GOOD.replace('severity = "error"', 'severity = "mild"').replace("TNY001", "t"))


def test_invalid_toml_names_the_line(tmp_path: Path) -> None:
    text = GOOD.replace('name = "tiny-claim"', "name = tiny")
    with pytest.raises(RuleError) as raised:
        compile_one(tmp_path, text)
    assert raised.value.place.endswith(f"rule0.toml:{line_of(text, 'name = tiny')}")


def test_not_utf8(tmp_path: Path) -> None:
    folder = write_rules(tmp_path, GOOD)
    (folder / "guarantee" / "rule0.toml").write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(RuleError, match="not UTF-8"):
        tiny_rules.load(folder)


def test_unknown_law_with_suggestion(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        compile_one(tmp_path, GOOD.replace('law = "tiny-law"', 'law = "tiny-lwa"'))
    assert "law 'tiny-lwa' is not in laws/cn.toml" in raised.value.message
    assert raised.value.hint == "did you mean 'tiny-law'?"
    assert "rule0.toml" in raised.value.place


def test_law_of_a_jurisdiction_without_registry(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"laws/us\.toml"):
        compile_one(tmp_path, GOOD.replace('jurisdiction = "cn"', 'jurisdiction = "us"'))


@pytest.mark.parametrize(
    ("code", "name", "twice"), [("TNY001", "other-name", "TNY001"), ("TNY002", "tiny-claim", "tiny-claim")]
)
def test_code_and_name_are_used_once(tmp_path: Path, code: str, name: str, twice: str) -> None:
    write_rules(tmp_path, GOOD, rule_text(code=code, name=name, terms=["断根"]))
    with pytest.raises(RuleError) as raised:
        tiny_rules.load(tmp_path)
    assert raised.value.message == f"{twice} is used by guarantee/rule0.toml too"
    assert raised.value.place == "guarantee/rule1.toml"


@pytest.mark.parametrize("kind", ["patterns", "unless", "requires", "absent"])
def test_unknown_slot_is_refused_everywhere(tmp_path: Path, kind: str) -> None:
    text = {
        "patterns": rule_text(patterns=["根治{diseese}"]),
        "unless": rule_text(terms=["根治"], more='[match.zh.unless]\nafter = ["{diseese}"]\n'),
        "requires": rule_text(terms=["根治"], more='[match.zh.requires]\nclause = ["{diseese}"]\n'),
        "absent": rule_text(more='[absent]\nsignals = ["根治"]\nstatements = ["{diseese}"]\n'),
    }[kind]
    write_rules(tmp_path, text, lexicons={"disease": ["鼻炎"]})
    with pytest.raises(RuleError) as raised:
        tiny_rules.load(tmp_path)
    assert raised.value.message == "unknown slot {diseese}"
    assert raised.value.hint == "did you mean {disease}?"
    assert "rule0.toml" in raised.value.place


def test_invalid_expression_in_unless(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="invalid expression"):
        compile_one(tmp_path, rule_text(terms=["根治"], more='[match.zh.unless]\nafter = ["("]\n'))


def test_unknown_sector_cue(tmp_path: Path) -> None:
    write_rules(tmp_path, GOOD)
    (tmp_path / "sectors.toml").write_text('[sectors]\nbeauty = ["面膜"]\n', "utf-8")
    with pytest.raises(RuleError) as raised:
        tiny_rules.load(tmp_path)
    assert raised.value.message == "unknown sector 'beauty'" and "aesthetic" in raised.value.hint


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("鼻炎\n", "must name its source"),
        ("# source: x\n鼻炎\n", "must name its licence"),
        (lexicon_text(), "no words"),
    ],
)
def test_lexicon_without(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "disease.txt"
    path.write_text(content, "utf-8")
    with pytest.raises(RuleError, match=message) as raised:
        read_lexicon(path)
    assert raised.value.place == str(path)


def test_lexicon_words_are_folded(tmp_path: Path) -> None:
    (tmp_path / "disease.txt").write_text(lexicon_text("乾癬", "ＨＰＶ感染", " 鼻炎 ", "", "# 注释"), "utf-8")
    assert read_lexicon(tmp_path / "disease.txt") == {"干癣", "hpv感染", "鼻炎"}


def test_one_slot_in_two_files(tmp_path: Path) -> None:
    write_rules(tmp_path, GOOD, slots={"soon": "马上"})
    (tmp_path / "lexicons" / "slots-more.toml").write_text('[slots]\nsoon = "立刻"\n', "utf-8")
    with pytest.raises(RuleError, match="slot 'soon' stands in two files"):
        tiny_rules.load(tmp_path)


def test_user_folder_uses_what_is_above_and_adds_its_own(tmp_path: Path) -> None:
    base = write_rules(tmp_path / "base", GOOD, lexicons={"organ": ["鼻"]}, slots={"soon": "马上"})
    own_law = LAW.replace("tiny-law", "house-law")
    both = rule_text(
        code="OWN001",
        name="own-claim",
        category="other",
        patterns=["{soon}治{organ}", "{brand}神药"],
        law=LAW + own_law,
    )
    own = write_rules(
        tmp_path / "own",
        both,
        lexicons={"brand": ["甲牌", "乙牌"]},
        laws=LAWS.replace("laws.tiny-law", "laws.house-law"),
    )
    engine = tiny_rules.engine_over(base, own)
    assert tiny_rules.hits(engine, "甲牌神药,马上治鼻,能根治") == ["甲牌神药", "马上治鼻", "根治"]
    hit = tiny_rules.check(engine, "甲牌神药").hits[0]
    assert [law.law for law in hit.laws] == ["tiny-law", "house-law"]


@pytest.mark.parametrize("size", [1, 100])
def test_own_list_may_not_take_a_known_name(tmp_path: Path, size: int) -> None:
    """The rules above keep their words; the user hears of it."""
    many = [f"病{chr(0x4E00 + i)}" for i in range(size)]
    base = write_rules(tmp_path / "base", rule_text(patterns=["治好{disease}"]), lexicons={"disease": many})
    own = write_rules(
        tmp_path / "own", rule_text(code="OWN001", name="own-claim", category="other", patterns=["养好{disease}"]),
        lexicons={"disease": [f"症{chr(0x4E00 + i)}" for i in range(size)]},
    )  # fmt: skip
    with pytest.raises(RuleError, match="a lexicon 'disease' already"):
        tiny_rules.engine_over(base, own)


@pytest.mark.parametrize("own", [False, True])
def test_slot_may_not_take_the_name_of_a_lexicon(tmp_path: Path, own: bool) -> None:
    rule = rule_text(patterns=["治好{disease}"])
    base = write_rules(
        tmp_path / "base", rule, lexicons={"disease": ["鼻炎"]}, slots=None if own else {"disease": "鼻炎"}
    )
    folders = [base]
    if own:
        folders.append(
            write_rules(tmp_path / "own", rule_text(code="OWN001", name="own-claim"), slots={"disease": "胃病"})
        )
    with pytest.raises(RuleError, match="'disease' is the name of a slot and of a lexicon") as raised:
        tiny_rules.load(*folders)
    assert raised.value.place.endswith("lexicons") and "rename" in raised.value.hint


def test_own_rule_may_not_take_a_shipped_code(tmp_path: Path) -> None:
    base, own = write_rules(tmp_path / "base", GOOD), write_rules(tmp_path / "own", GOOD)
    with pytest.raises(RuleError, match="is used by"):
        tiny_rules.load(base, own)


def test_many_large_lexicons(tmp_path: Path) -> None:
    names = [f"list-{chr(97 + i // 8)}{chr(97 + i % 8)}" for i in range(40)]
    lexicons = {name: [f"{chr(0x4E00 + 100 * i + j)}病" for j in range(70)] for i, name in enumerate(names)}
    engine = tiny_rules.engine_over(
        write_rules(tmp_path, rule_text(patterns=[f"治好{{{n}}}" for n in names]), lexicons=lexicons)
    )
    word = lexicons[names[-1]][3]
    assert tiny_rules.hits(engine, f"治好{word}") == [f"治好{word}"]
