"""The compiled cache: never a reason to fail, never stale."""

from __future__ import annotations

import marshal
import os
import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path
from tiny_rules import rule_text, write_rules

from adcheck.cachefolder import cache_folder
from adcheck.errors import RuleError
from adcheck.rulebook import store
from adcheck.rulebook.store import RuleSet, load_rules


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny rules folder in place of the shipped one, with a cache of its own."""
    folder = write_rules(tmp_path / "rules", rule_text(terms=["根治"]))
    monkeypatch.setattr(store, "shipped_folder", lambda: folder)
    monkeypatch.setenv("ADCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often rules are compiled."""
    times: list[int] = []
    real = store.compile_folders

    def counting(folders: object) -> object:
        times.append(1)
        return real(folders)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "compile_folders", counting)
    return times


def terms(ruleset: RuleSet) -> list[tuple[str, ...]]:
    return [rule.words["zh"].terms for rule in ruleset.rules]


def cached(folder: Path) -> list[Path]:
    """All files of the cache."""
    return sorted(folder.parent.joinpath("cache").glob("rules-*"))


def kinds(folder: Path) -> set[str]:
    """The compilations in the cache."""
    return {path.stem for path in cached(folder)}


def test_second_load_reads_the_cache(rules: Path, compiled: list[int]) -> None:
    first = load_rules()
    second = load_rules()
    assert len(compiled) == 1 and len(kinds(rules)) == 1
    assert [rule.head for rule in first.rules] == [rule.head for rule in second.rules] and terms(first) == terms(second)


@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe", marshal.dumps([]), marshal.dumps({}), marshal.dumps({"rules": 3})]
)
def test_damaged_cache_is_compiled_anew(rules: Path, part: int, damage: bytes) -> None:
    load_rules()
    cached(rules)[part % len(cached(rules))].write_bytes(damage)
    assert terms(load_rules()) == [("根治",)]


@pytest.mark.parametrize("part", [0, 1])
def test_cut_or_half_removed_cache_is_compiled_anew(rules: Path, part: int) -> None:
    load_rules()
    file = cached(rules)[part % len(cached(rules))]
    file.write_bytes(file.read_bytes()[:-10])
    assert terms(load_rules()) == [("根治",)]
    cached(rules)[part % len(cached(rules))].unlink()
    assert terms(load_rules()) == [("根治",)]


def test_cache_that_vanishes_after_loading(rules: Path) -> None:
    """Another process may clear the folder between a load and the first candidate."""
    load_rules()
    ruleset = load_rules()
    for path in cached(rules):
        path.unlink()
    assert terms(ruleset) == [("根治",)]


def test_empty_setting_means_no_cache(rules: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADCHECK_CACHE_DIR", "")
    load_rules()
    load_rules()
    assert len(compiled) == 2 and cached(rules) == []
    assert cache_folder() is None


def test_without_setting_the_user_cache_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADCHECK_CACHE_DIR", raising=False)
    folder = cache_folder()
    assert folder is not None and "adcheck" in folder.as_posix()


@pytest.mark.parametrize("chosen", [None, "", "/var/tmp/kept", "not/absolute"])
def test_the_user_cache_is_where_platformdirs_says(chosen: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADCHECK_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if chosen is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", chosen)
    assert cache_folder() == user_cache_path("adcheck", appauthor=False)


def test_cache_folder_that_is_a_file(rules: Path) -> None:
    rules.parent.joinpath("cache").write_text("", "utf-8")
    assert terms(load_rules()) == [("根治",)]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't bind here")
def test_cache_folder_that_may_not_be_written(rules: Path) -> None:
    folder = rules.parent / "cache"
    folder.mkdir(mode=0o500)
    assert terms(load_rules()) == [("根治",)]


def test_failing_write_is_no_error(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert terms(load_rules()) == [("根治",)]
    assert not list(rules.parent.joinpath("cache").glob("*.tmp"))


CHANGES = {
    "a rule": ("guarantee/rule0.toml", rule_text(terms=["断根了"])),
    "a new rule": ("guarantee/rule1.toml", rule_text(code="TNY002", name="two", terms=["断根"])),
    "a lexicon": ("lexicons/x.txt", "# source: x\n# licence: x\n词\n"),
    "a slot": ("lexicons/slots.toml", '[slots]\nx = "词"\n'),
    "sectors": ("sectors.toml", '[sectors]\ndental = ["牙"]\n'),
    "a spelling table": ("spelling/pinyin.txt", "根\tgen\n"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_change_is_seen(rules: Path, compiled: list[int], what: str) -> None:
    load_rules()
    name, text = CHANGES[what]
    (rules / name).parent.mkdir(exist_ok=True)
    (rules / name).write_text(text, "utf-8")
    load_rules()
    assert len(compiled) == 2


def test_changed_rule_has_its_new_words(rules: Path) -> None:
    assert terms(load_rules()) == [("根治",)]
    (rules / "guarantee" / "rule0.toml").write_text(rule_text(terms=["断根了"]), "utf-8")
    assert terms(load_rules()) == [("断根了",)]


def test_removed_rule_is_gone(rules: Path) -> None:
    extra = rules / "guarantee" / "rule1.toml"
    extra.write_text(rule_text(code="TNY002", name="two", terms=["断根"]), "utf-8")
    assert len(load_rules().rules) == 2
    extra.unlink()
    assert len(load_rules().rules) == 1


def test_own_folder_has_its_own_cache(rules: Path, tmp_path: Path) -> None:
    own = write_rules(tmp_path / "own", rule_text(code="OWN001", name="own", terms=["断根"]))
    assert len(load_rules([own]).rules) == 2
    assert len(load_rules().rules) == 1
    assert len(kinds(rules)) == 2


def test_old_compilations_are_removed(rules: Path) -> None:
    for number in range(12):
        (rules / "guarantee" / "rule0.toml").write_text(rule_text(terms=["根治" * (number + 1)]), "utf-8")
        load_rules()
    assert len(cached(rules)) <= 16


def test_missing_folder(rules: Path, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        load_rules([tmp_path / "nowhere"])
    assert "nowhere" in raised.value.place and raised.value.hint


def test_rule_survives_its_way_through_the_cache(rules: Path) -> None:
    text = rule_text(
        patterns=["三{gap3}见效"], terms=["断根"], head="strict = true", code="TNY002", name="two",
        more='immune = ["negation"]\nborder = true\n[match.zh.unless]\nafter = ["率"]\n[match.zh.requires]\nclause = ["鼻"]\n',
    )  # fmt: skip
    absent = rule_text(
        code="TNY003", name="three", more='[absent]\nsignals = ["食品"]\nstatements = ["药"]\nminimum = 5\n'
    )
    write_rules(rules, rule_text(terms=["根治"]), text, absent)
    first, second = load_rules(), load_rules()
    assert [rule.head for rule in second.rules] == [rule.head for rule in first.rules]
    assert [rule.card for rule in second.rules] == [rule.card for rule in first.rules]
    assert second.sector_cues == first.sector_cues
    assert [rule.body for rule in second.rules] == [rule.body for rule in first.rules]
    assert second.rules[1].words["zh"].immune == ("negation",) and second.rules[2].absent is not None
