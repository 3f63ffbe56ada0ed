"""Every key of the configuration: good values, bad values, unknown keys; and finding the file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from adcheck.errors import ConfigError
from adcheck.policy.config import Config, find_config, load_config
from adcheck.policy.options import KEYS, Options, PathRule, Privacy, read_options, to_toml
from adcheck.privacy.model import Own

VALUES: dict[str, tuple[Any, Any, Any]] = {
    # key: (a good value, what becomes of it, a bad value)
    "select": (["GUA", "rate"], ("GUA", "rate"), 3),
    "extend-select": ("GUA, rate", ("GUA", "rate"), [1]),
    "ignore": ([], (), {"a": 1}),
    "extend-ignore": (["citation"], ("citation",), True),
    "per-file-ignores": ({"legal/**": ["ALL"]}, {"legal/**": ("ALL",)}, ["ALL"]),
    "extend-per-file-ignores": ({"a": "GUA,RAT"}, {"a": ("GUA", "RAT")}, {"a": 1}),
    "sector": ("rx-drug", "rx-drug", "drugs"),
    "jurisdictions": (["cn", "hk"], ("cn", "hk"), ["cn", "fr"]),
    "strict": (True, True, "yes"),
    "fail-on": ("warning", "warning", "never"),
    "output-format": ("sarif", "sarif", "xml"),
    "lang": ("en", "en", "de"),
    "exclude": (["archive"], ("archive",), None),
    "extend-exclude": (["*.min.html"], ("*.min.html",), 1.5),
    "respect-gitignore": (False, False, 0),
    "force-exclude": (True, True, "true"),
    "rules": (["own/rules"], ("own/rules",), [["own"]]),
    "baseline": ("base.json", "base.json", ["base.json"]),
    "require-reason": (True, True, 1),
    "max-file-size": (1000, 1000, -5),
    "paths": (
        [{"glob": "skin/**", "sector": "cosmetic"}, {"glob": "hk/*", "jurisdictions": ["hk"]}],
        (PathRule("skin/**", "cosmetic"), PathRule("hk/*", None, ("hk",))),
        [{"sector": "cosmetic"}],
    ),
    "privacy": (
        {"own": {"phones": ["0571-8888 1234"]}, "recognizers": ["own.yaml"], "operators": {"NAME": "label"}},
        Privacy(Own(phones=("0571-8888 1234",)), ("own.yaml",), "publish", (("NAME", "label"),)),
        ["own"],
    ),
}


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ({"ovn": {}}, "unknown key privacy.ovn", "did you mean 'own'?"),
        ({"own": {"phone": []}}, "unknown key privacy.own.phone", "did you mean 'phones'?"),
        ({"own": {"phones": 3}}, "privacy.own.phones must be a list of texts", ""),
        ({"policy": "open"}, "privacy.policy must be one of", ""),
        ({"operators": {"NAME": "blur"}}, "privacy.operators.NAME must be one of", ""),
    ],
)
def test_wrong_privacy_table(value: object, message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_options({"privacy": value}, "adcheck.toml")
    assert message in raised.value.message and hint in raised.value.hint


def test_every_key_is_tried() -> None:
    assert set(VALUES) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_good_value(key: str) -> None:
    good, wanted, _ = VALUES[key]
    assert read_options({key: good}, "adcheck.toml") == {key.replace("-", "_"): wanted}


@pytest.mark.parametrize("key", KEYS)
def test_bad_value_names_file_key_and_what_was_found(key: str) -> None:
    bad = VALUES[key][2]
    with pytest.raises(ConfigError) as raised:
        read_options({key: bad}, "drafts/adcheck.toml")
    assert raised.value.place == "drafts/adcheck.toml"
    assert key in raised.value.message and "found" in raised.value.message


@pytest.mark.parametrize("key", KEYS)
def test_example_of_the_documentation_is_valid(key: str) -> None:
    read_options(tomllib.loads(f"{key} = {KEYS[key].example}"), "docs")


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        ("sector", "asthetic", "did you mean 'aesthetic'?"), ("fail-on", "warn", "did you mean 'warning'?"),
        ("output-format", "jsonl", "did you mean 'json'?"), ("jurisdictions", ["hkg"], "did you mean 'hk'?"),
    ],
)  # fmt: skip
def test_nearest_value(key: str, value: object, hint: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_options({key: value}, "")
    assert raised.value.hint == hint


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("selct", "select"),
        ("exlude", "exclude"),
        ("sectors", "sector"),
        ("fail_on", "fail-on"),
        ("output", "output-format"),
        ("perfileignores", "per-file-ignores"),
    ],
)
def test_unknown_key_with_suggestion(key: str, near: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_options({key: 1}, "adcheck.toml")
    assert raised.value.message == f"unknown key {key!r}"
    assert raised.value.hint == f"did you mean {near!r}?"


def test_unknown_key_far_from_all() -> None:
    with pytest.raises(ConfigError) as raised:
        read_options({"zzzz": 1}, "adcheck.toml")
    assert "adcheck config" in raised.value.hint


@pytest.mark.parametrize("size", [0, -1, True, "10", 1.5])
def test_bad_size(size: object) -> None:
    with pytest.raises(ConfigError, match="max-file-size"):
        read_options({"max-file-size": size}, "")


@pytest.mark.parametrize(
    "table",
    [
        {"glob": "a", "sectr": "food"},
        {"glob": 1},
        {"glob": "a", "sector": "foood"},
        {"glob": "a", "jurisdictions": ["xx"]},
        "a",
    ],
)
def test_bad_paths(table: object) -> None:
    with pytest.raises(ConfigError, match="paths"):
        read_options({"paths": [table]}, "")


def test_options_can_be_written_as_toml() -> None:
    options = Options(
        select=("GUA", "rate"),
        per_file_ignores={"法务/**": ("ALL",), 'a "b"': ("X",)},
        paths=(PathRule("a", "food"),),
        strict=True,
    )
    lines = [f"{key} = {to_toml(getattr(options, key.replace('-', '_')))}" for key in KEYS]
    assert Options(**read_options(tomllib.loads("\n".join(lines)), "")) == options


# finding and extending


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_nearest_file_upwards(tmp_path: Path) -> None:
    outer = write(tmp_path / "adcheck.toml", "strict = true")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) == outer
    inner = write(tmp_path / "a" / "pyproject.toml", "[tool.adcheck]\nstrict = false")
    assert find_config(deep) == inner


def test_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    outer = write(tmp_path / ".adcheck.toml", "")
    write(tmp_path / "a" / "pyproject.toml", "[tool.other]\nx = 1")
    assert find_config(tmp_path / "a") == outer


def test_order_within_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.adcheck]")
    assert find_config(tmp_path) == tmp_path / "pyproject.toml"
    write(tmp_path / ".adcheck.toml", "")
    assert find_config(tmp_path) == tmp_path / ".adcheck.toml"
    write(tmp_path / "adcheck.toml", "")
    assert find_config(tmp_path) == tmp_path / "adcheck.toml"


def test_broken_pyproject_of_somebody_else_is_told(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool")
    with pytest.raises(ConfigError, match="invalid TOML"):
        find_config(tmp_path)


def test_without_a_file_the_defaults_hold() -> None:
    assert load_config(None).options == Options()


def test_folder_is_where_the_file_lies(tmp_path: Path) -> None:
    config = load_config(write(tmp_path / "c" / "adcheck.toml", 'rules = ["own"]'))
    assert config.folder == tmp_path / "c"
    assert config.rule_folders() == ((tmp_path / "c" / "own").resolve(),)


def test_extend(tmp_path: Path) -> None:
    write(tmp_path / "base" / "adcheck.toml", """
strict = true
sector = "dental"
ignore = ["GUA"]
extend-ignore = ["RAT"]
rules = ["own"]
extend-per-file-ignores = { "a" = ["SUP"], "b" = ["IND"] }
""")  # fmt: skip
    config = load_config(write(tmp_path / "sub" / "adcheck.toml", """
extend = "../base/adcheck.toml"
sector = "tcm"
ignore = ["SAF"]
extend-ignore = ["CIT"]
rules = ["mine"]
extend-per-file-ignores = { "a" = ["ANX"] }
"""))  # fmt: skip
    options = config.options
    assert options.strict and options.sector == "tcm"
    assert options.ignore == ("SAF",) and options.extend_ignore == ("RAT", "CIT")
    assert options.extend_per_file_ignores == {"a": ("SUP", "ANX"), "b": ("IND",)}
    assert config.rule_folders() == ((tmp_path / "base" / "own").resolve(), (tmp_path / "sub" / "mine").resolve())


def test_extend_through_three_files(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "strict = true\nextend-select = ['GUA']")
    write(tmp_path / "b.toml", "extend = 'a.toml'\nextend-select = ['RAT']")
    config = load_config(write(tmp_path / "c.toml", "extend = 'b.toml'\nextend-select = ['SUP']"))
    assert config.options.strict and config.options.extend_select == ("GUA", "RAT", "SUP")


BROKEN = [
    ("extend = 'nowhere.toml'", "which is no file"), ("extend = 3", "extend must be a path"), ("strict = ", "invalid TOML"),
    ("extend = 'adcheck.toml'", "in a circle"), ("nothing = 1", "unknown key 'nothing'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[b[1] for b in BROKEN])
def test_broken_file(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path / "adcheck.toml", text)
    with pytest.raises(ConfigError, match=message) as raised:
        load_config(path)
    assert "adcheck.toml" in raised.value.place


def test_circle_of_two(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "extend = 'b.toml'")
    with pytest.raises(ConfigError, match="in a circle"):
        load_config(write(tmp_path / "b.toml", "extend = 'a.toml'"))


def test_error_in_an_extended_file_names_that_file(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "strikt = true")
    with pytest.raises(ConfigError) as raised:
        load_config(write(tmp_path / "adcheck.toml", "extend = 'base.toml'"))
    assert raised.value.place.endswith("base.toml") and raised.value.hint == "did you mean 'strict'?"


@pytest.mark.parametrize(("data", "message"), [(b"\xff\xfe\x00", "not UTF-8"), (None, "can't be read")])
def test_unreadable_file(tmp_path: Path, data: bytes | None, message: str) -> None:
    path = tmp_path / "adcheck.toml"
    path.write_bytes(data) if data else path.mkdir()
    with pytest.raises(ConfigError, match=message):
        load_config(path)


def test_overrides_replace_and_add() -> None:
    config = Config(Options(ignore=("GUA",), extend_ignore=("RAT",), extend_per_file_ignores={"a": ("SUP",)}))
    changed = config.with_overrides(
        {"ignore": ("SAF",), "extend_ignore": ("CIT",), "sector": None, "extend_per_file_ignores": {"a": ("IND",)}}
    ).options
    assert changed.ignore == ("SAF",) and changed.extend_ignore == ("RAT", "CIT") and changed.sector == "auto"
    assert changed.extend_per_file_ignores == {"a": ("SUP", "IND")}
    assert config.with_overrides({"sector": None}) is config
