"""``adcheck rule``, ``config``, ``init`` and ``evaluate``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adcheck.policy.options import KEYS

from .conftest import BAD, Adcheck

Write = Callable[..., Path]


def test_a_rule_is_explained_by_code_and_name(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", "三天见效\n")
    code = adcheck("check", "--sector", "dental", "--select", "guarantee", "--output-format", "json").codes()[0]
    (rule,) = adcheck("rule", code, "--output-format", "json").json()
    assert rule["code"] == code and rule["category"] == "guarantee" and rule["laws"] and rule["bad"] and rule["good"]
    assert adcheck("rule", rule["name"], "--lang", "zh").out.startswith(f"# {code} {rule['name']}")
    assert "Category" in adcheck("rule", code).out and "类别" in adcheck("rule", "--lang", "zh", code).out


def test_all_rules(adcheck: Adcheck) -> None:
    rules = adcheck("rule", "--all", "--output-format", "json").json()
    codes = [rule["code"] for rule in rules]
    assert len(codes) > 50 and codes == sorted(set(codes))


def test_an_unknown_rule(adcheck: Adcheck) -> None:
    done = adcheck("rule", "effect-within-tme")
    assert done.code == 2 and "no rule 'effect-within-tme'" in done.err and "did you mean" in done.err


def test_a_rule_of_ones_own(adcheck: Adcheck, write: Write, tmp_path: Path) -> None:
    made = adcheck("rule", "new", "house-words", "--category", "other", "--dir", "own")
    path = tmp_path / "own/other/house-words.toml"
    assert made.code == 0 and path.is_file() and "own" in made.out
    assert adcheck("rule", "new", "house-words", "--category", "other", "--dir", "own").code == 2

    untouched = adcheck("rule", "test", "own")
    assert untouched.code == 1 and "house-words.toml" in untouched.out

    text = path.read_text("utf-8").replace('terms = ["FILL"]', 'terms = ["四季焕新"]')
    text = text.replace("FILL a sentence that must be found", "四季焕新,照亮您。")
    text = text.replace("FILL a sentence that must stay silent", "四季的海。").replace("FILL ", "")
    path.write_text(text, "utf-8")
    tested = adcheck("rule", "test", "own")
    assert tested.code == 0 and "1 rules, 2 examples, 0 problems" in tested.out

    write("adcheck.toml", 'rules = ["own"]\n')
    write("ad.txt", "四季焕新\n")
    done = adcheck("check", "ad.txt", "--output-format", "json")
    assert done.codes() == [adcheck("rule", "house-words", "--output-format", "json").json()[0]["code"]]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (('confidence = "medium"', 'confidance = "medium"'), 7, ("unknown key 'confidance'", "'confidence'")),
        (('confidence = "medium"', 'confidence = "sure"'), 7, ("confidence", "sure")),
        (('confidence = "medium"', 'confidence = "medium'), 7, ("invalid TOML",)),
        (('law = "ad-law"', 'law = "ad-lw"'), 0, ("'ad-lw' is not in laws/cn.toml", "did you mean 'ad-law'?")),
        (('terms = ["FILL"]', "patterns = ['{diseas}']"), 0, ("unknown slot {diseas}", "did you mean {disease}?")),
        (('terms = ["FILL"]', "patterns = ['.*']"), 0, ("no word that must stand in every match",)),
        (('category = "other"', 'category = "others"'), 3, ("category", "others")),
    ],
)
def test_a_broken_rule_names_file_and_line(
    adcheck: Adcheck, write: Write, tmp_path: Path, change: tuple[str, str], line: int, said: tuple[str, ...]
) -> None:
    adcheck("rule", "new", "house-words", "--category", "other", "--dir", "own")
    path = tmp_path / "own/other/house-words.toml"
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    place = f"house-words.toml:{line}" if line else "house-words.toml"
    done = adcheck("rule", "test", "own")
    assert done.code == 2
    assert all(part in done.err for part in (place, *said)), done.err


def test_a_check_with_a_broken_rule(adcheck: Adcheck, write: Write) -> None:
    write("own/other/broken.toml", 'code = "OTH990"\nnmae = "broken"\n')
    write("adcheck.toml", 'rules = ["own"]\n')
    write("ad.txt", BAD)
    done = adcheck("check", "ad.txt")
    assert done.code == 2 and "broken.toml:1" in done.err and "name" in done.err


def test_wrong_names_for_a_new_rule(adcheck: Adcheck) -> None:
    assert "lower-case" in adcheck("rule", "new", "House Words", "--category", "other").err
    done = adcheck("rule", "new", "house-words", "--category", "garantee")
    assert done.code == 2 and "did you mean 'guarantee'?" in done.err


def test_testing_an_empty_folder(adcheck: Adcheck, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    assert adcheck("rule", "test", "own").code == 2
    assert adcheck("rule", "test", "none").code == 2


def test_config(adcheck: Adcheck) -> None:
    every = adcheck("config")
    assert every.code == 0 and all(key in every.out for key in KEYS)
    assert "default: false" in adcheck("config", "strict").out
    done = adcheck("config", "stric")
    assert done.code == 2 and "did you mean 'strict'?" in done.err


def test_init(adcheck: Adcheck, write: Write, tmp_path: Path) -> None:
    assert adcheck("init", "--sector", "dental").code == 0
    write("ad.txt", BAD)
    assert adcheck("check", "--output-format", "json").json()["checked"][0]["sector"] == "dental"
    again = adcheck("init")
    assert again.code == 2 and "exists already" in again.err
    assert (tmp_path / "adcheck.toml").read_text("utf-8").count("dental") >= 1


ROWS = [
    {"id": "1", "kind": "violation", "sector": "dental", "text": "三天见效", "labels": [{"category": "guarantee", "span": "三天见效"}]},
    {"id": "2", "kind": "violation", "sector": "dental", "text": "云淡风轻", "labels": [{"category": "rate", "span": "云淡"}]},
    {"id": "3", "kind": "compliant", "sector": "dental", "text": "门诊时间:周一至周五。", "labels": []},
]  # fmt: skip


def test_evaluate(adcheck: Adcheck, write: Write) -> None:
    write("set.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS))
    figures = adcheck("evaluate", "set.jsonl", "--output-format", "json").json()
    assert (figures["violations"], figures["compliant"]) == (2, 1)
    assert (figures["recall_text"], figures["precision_text"]) == (0.5, 1.0)
    shown = adcheck("evaluate", "set.jsonl", "--misses", "5")
    assert shown.code == 0 and "missed 2 rate: 云淡" in shown.out and "guarantee" in shown.out


def test_evaluate_by_the_law_of_another_place(adcheck: Adcheck, write: Write) -> None:
    row = {"id": "a", "kind": "violation", "sector": "health-food", "text": "Cures arthritis in ten days.",
           "labels": [{"category": "guarantee", "span": "Cures arthritis"}]}  # fmt: skip
    write("set.jsonl", json.dumps(row) + "\n")
    figures = adcheck("evaluate", "set.jsonl", "--jurisdiction", "uk", "--output-format", "json").json()
    assert figures["recall_text"] == 1.0
    refused = adcheck("evaluate", "set.jsonl", "--jurisdiction", "xx")
    assert refused.code == 2 and "xx" in refused.err


def test_evaluate_names_the_bad_line(adcheck: Adcheck, write: Write) -> None:
    write("set.jsonl", json.dumps(ROWS[2]) + '\n{"kind": "maybe"}\n')
    done = adcheck("evaluate", "set.jsonl")
    assert done.code == 2 and "set.jsonl:2" in done.err
    assert adcheck("evaluate", "none.jsonl").code == 2


def test_completion(adcheck: Adcheck) -> None:
    from adcheck_cli.main import app
    from click.shell_completion import BashComplete

    complete = BashComplete(app, {}, "adcheck", "_ADCHECK_COMPLETE")
    assert [item.value for item in complete.get_completions([], "ch")] == ["check"]
    assert "--sector" in [item.value for item in complete.get_completions(["check"], "--sec")]
    assert "aesthetic" in [item.value for item in complete.get_completions(["check", "--sector"], "ae")]
