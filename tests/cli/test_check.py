"""``adcheck check``: what is found, how it is chosen, exit codes, input and output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adcheck.policy.options import FORMATS

from .conftest import BAD, CLEAN, Adcheck

Write = Callable[..., Path]
HOSPITAL = ("--sector", "medical-service")
JSON = ("--output-format", "json")


def test_a_violation_is_an_error_of_its_category(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", BAD)
    done = adcheck("check", "ad.txt", *HOSPITAL, *JSON)
    assert done.code == 1
    found = {f["text"]: (f["category"], f["severity"], f["line"], f["column"]) for f in done.json()["findings"]}
    assert found["三天见效"] == ("guarantee", "error", 1, 6)
    assert all(f["path"] == "ad.txt" and f["provisions"] for f in done.json()["findings"])


def test_clean_text_passes(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", CLEAN)
    done = adcheck("check", *HOSPITAL)
    assert done.code == 0 and "All checks passed" in done.out and "1 file checked" in done.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--fail-on", "info"), 1),
        (("--ignore", "ALL"), 2),
        (("--ignore", "guarantee"), 0),
    ],
)
def test_exit_codes(adcheck: Adcheck, write: Write, options: tuple[str, ...], code: int) -> None:
    write("ad.txt", "三天见效\n")
    assert adcheck("check", *HOSPITAL, *options).code == code


def test_fail_on_a_milder_severity(adcheck: Adcheck, write: Write) -> None:
    write("own/other/mild.toml", MILD)
    write("adcheck.toml", 'rules = ["own"]\nselect = ["mild"]\n')
    write("ad.txt", "本院有喷泉广场。\n")
    assert adcheck("check", "ad.txt").code == 0
    assert adcheck("check", "ad.txt", "--fail-on", "warning").code == 1


MILD = """\
code = "OTH990"
name = "mild"
category = "other"
title = { zh = "喷泉", en = "Fountain" }
message = { zh = "“{match}”", en = "“{match}” is a fountain" }
suggestion = { zh = "删去", en = "Drop it" }
[match.zh]
terms = ["喷泉广场"]
[[law]]
jurisdiction = "cn"
law = "ad-law"
article = "8"
severity = "warning"
[[bad]]
text = "喷泉广场"
[[good]]
text = "广场"
why = "no fountain"
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "nowhere.txt"), ("nowhere.txt", "no such file")),
        (("check", "--select", "garantee"), ("unknown selector 'garantee'", "did you mean 'guarantee'?")),
        (("check", "--ignore", "GUA9999"), ("unknown selector 'GUA9999'",)),
        (("check", "--output-format", "jsn"), ("unknown output format 'jsn'", "did you mean 'json'?")),
        (("check", "--jurisdiction", "xx"), ("unknown jurisdiction 'xx'",)),
        (("check", "--per-file-ignores", "nonsense"), ("not GLOB:SELECTOR",)),
        (("check", "--config", "none.toml"), ("none.toml", "no such configuration")),
        (("check", "--baseline", "none.json"), ("none.json", "can't be read")),
        (("check", "--sector", "spaceship"), ("spaceship",)),
        (("check", "--frobnicate"), ("No such option",)),
        (("check", "--output-format", "json=ad.txt/x.json"), ("can't be written",)),
        (("chek",), ("No such command",)),
    ],
)
def test_wrong_use_says_what_and_exits_2(
    adcheck: Adcheck, write: Write, arguments: tuple[str, ...], said: tuple[str, ...]
) -> None:
    write("ad.txt", BAD)
    done = adcheck(*arguments)
    assert done.code == 2
    assert all(part in done.err for part in said), done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('slect = ["GUA"]', ("adcheck.toml", "unknown key 'slect'", "did you mean 'select'?")),
        ('sector = "dentist"', ("adcheck.toml", "sector must be one of", "'dentist'")),
        ("strict = 3", ("strict must be true or false, found 3",)),
        ("select = [", ("adcheck.toml", "invalid TOML")),
        ('extend = "gone.toml"', ("gone.toml",)),
        ('extend = "adcheck.toml"', ("circle",)),
        ('rules = ["gone"]', ("no such folder of rules",)),
    ],
)
def test_a_broken_configuration_names_file_and_key(
    adcheck: Adcheck, write: Write, config: str, said: tuple[str, ...]
) -> None:
    write("adcheck.toml", config + "\n")
    write("ad.txt", CLEAN)
    done = adcheck("check", "ad.txt")
    assert done.code == 2
    assert all(part in done.err for part in said), done.err


def test_a_binary_file_among_good_ones(adcheck: Adcheck, write: Write) -> None:
    write("a.txt", BAD)
    write("b.txt", bytes(range(256)) * 8)
    write("c.txt", BAD)
    done = adcheck("check", *HOSPITAL, *JSON)
    assert done.code == 2
    assert {f["path"] for f in done.json()["findings"]} == {"a.txt", "c.txt"}
    status = {c["path"]: c["status"] for c in done.json()["checked"]}
    assert status == {"a.txt": "checked", "b.txt": "failed", "c.txt": "checked"}
    assert adcheck("check", *HOSPITAL, "--exit-zero").code == 2


def test_a_file_over_the_limit_is_said_not_passed(adcheck: Adcheck, write: Write) -> None:
    write("adcheck.toml", "max-file-size = 20\n")
    write("ad.txt", CLEAN * 3)
    done = adcheck("check", "ad.txt")
    assert done.code == 2 and "max-file-size" in done.out
    assert adcheck("check", "-", stdin=CLEAN * 3).code == 2


def test_drafts_in_formats_without_reader_are_named(adcheck: Adcheck, write: Write) -> None:
    write("ad.docx", b"PK\x03\x04")
    write("ad.txt", CLEAN)
    done = adcheck("check")
    assert done.code == 0 and "1 skipped" in done.out and "ad.docx" in done.out


def test_standard_input(adcheck: Adcheck) -> None:
    plain = adcheck("check", "-", *HOSPITAL, *JSON, stdin="<b>根</b>治\n")
    named = adcheck("check", "-", "--stdin-filename", "x.html", *HOSPITAL, *JSON, stdin="<b>根</b>治,三天见效\n")
    assert plain.json()["checked"][0]["path"] == "<stdin>"
    assert named.code == 1
    checked = named.json()["checked"][0]
    assert (checked["path"], checked["format"]) == ("x.html", "html")
    assert [f["line"] for f in named.json()["findings"] if "三天见效" in f["text"]] == [1]


def test_standard_input_and_files_together(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", BAD)
    done = adcheck("check", "-", "ad.txt", *HOSPITAL, *JSON, stdin=BAD)
    assert {f["path"] for f in done.json()["findings"]} == {"<stdin>", "ad.txt"}


def test_excluded_standard_input(adcheck: Adcheck) -> None:
    options = ("--stdin-filename", "old/x.txt", "--exclude", "old", "--force-exclude")
    done = adcheck("check", "-", *options, *HOSPITAL, stdin=BAD)
    assert done.code == 0 and "1 skipped" in done.out


def test_several_output_formats_in_one_run(adcheck: Adcheck, write: Write, tmp_path: Path) -> None:
    write("ad.txt", BAD)
    done = adcheck("check", *HOSPITAL, "--output-format", "concise", "--output-format", "json=out/report.json",
                   "--output-format", "sarif=report.sarif")  # fmt: skip
    assert done.code == 1 and "ad.txt:1:" in done.out
    report = json.loads((tmp_path / "out/report.json").read_text("utf-8"))
    assert report["findings"]
    assert json.loads((tmp_path / "report.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("name", FORMATS)
def test_every_output_format_runs(adcheck: Adcheck, write: Write, name: str) -> None:
    write("ad.txt", BAD)
    done = adcheck("check", *HOSPITAL, "--output-format", name)
    assert done.code == 1 and "ad.txt" in done.out and not done.err


def test_statistics(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", BAD * 2)
    lines = adcheck("check", *HOSPITAL, "--statistics", "--select", "guarantee").out.splitlines()
    assert lines[0].split()[0] == "2" and "GUA" in lines[0]


def test_dropped_matches_are_shown_with_their_reason(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", "本院不保证治愈。\n")
    assert "negation" not in adcheck("check", *HOSPITAL).out
    done = adcheck("check", *HOSPITAL, "--show-dropped")
    assert done.code == 0 and "negation" in done.out
    assert adcheck("check", *HOSPITAL, *JSON).json()["dropped"][0]["reason"] == "negation"


def test_selection(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", "三天见效,有效率98%。\n")
    every = adcheck("check", *HOSPITAL, *JSON).codes()
    assert {code[:3] for code in every} >= {"GUA", "RAT"}
    only = adcheck("check", *HOSPITAL, *JSON, "--select", "rate").codes()
    assert {code[:3] for code in only} == {"RAT"}
    without = adcheck("check", *HOSPITAL, *JSON, "--ignore", "RAT,inducement").codes()
    assert "GUA" in {code[:3] for code in without} and "RAT" not in {code[:3] for code in without}
    guarantee = next(code for code in every if code.startswith("GUA"))
    specific = adcheck("check", *HOSPITAL, *JSON, "--select", guarantee, "--ignore", "guarantee").codes()
    assert set(specific) == {guarantee}


def test_options_that_extend_add_to_the_configuration(adcheck: Adcheck, write: Write) -> None:
    write("adcheck.toml", 'extend-ignore = ["RAT"]\nextend-exclude = ["old"]\n')
    write("ad.txt", "三天见效,有效率98%。\n")
    write("old/a.txt", BAD)
    write("new/a.txt", BAD)
    done = adcheck("check", *HOSPITAL, *JSON, "--extend-ignore", "inducement", "--exclude", "new")
    assert {f["path"] for f in done.json()["findings"]} == {"ad.txt"}
    assert "RAT" not in {code[:3] for code in done.codes()}


def test_sector_decides_which_law_binds(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", "三天见效\n")
    laws = {
        sector: [p["article"] for p in adcheck("check", "--sector", sector, *JSON).json()["findings"][0]["provisions"]]
        for sector in ("medical-service", "health-food")
    }
    assert laws["medical-service"] != laws["health-food"]


def test_jobs_give_the_same_report(adcheck: Adcheck, write: Write) -> None:
    for number in range(6):
        write(f"{number}.txt", BAD * (number + 1))
    one, two = (adcheck("check", *HOSPITAL, *JSON, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.code == two.code == 1 and one.out == two.out


def test_colour(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", BAD)
    assert "\x1b[" not in adcheck("check", *HOSPITAL).out
    assert "\x1b[" in adcheck("check", *HOSPITAL, FORCE_COLOR="1").out
    assert "\x1b[" not in adcheck("check", *HOSPITAL, FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b[" in adcheck("check", *HOSPITAL, "--color", NO_COLOR="1").out


def test_language_of_messages(adcheck: Adcheck, write: Write) -> None:
    write("ad.txt", BAD)
    english, chinese = "Found", "发现"
    assert english in adcheck("check", *HOSPITAL).out
    assert chinese in adcheck("check", *HOSPITAL, LC_ALL="zh_CN.UTF-8").out
    assert chinese in adcheck("check", *HOSPITAL, "--lang", "zh").out
    write("adcheck.toml", 'lang = "zh"\n')
    assert chinese in adcheck("check", *HOSPITAL).out
    message = adcheck("check", *HOSPITAL, *JSON).json()["findings"][0]
    assert message["lang"] == "zh"
    assert adcheck("check", *HOSPITAL, *JSON, "--lang", "en").json()["findings"][0]["lang"] == "en"


def test_settings_and_files_are_shown(adcheck: Adcheck, write: Write) -> None:
    write("adcheck.toml", 'sector = "dental"\n[[paths]]\nglob = "a/**"\nsector = "tcm"\n')
    write("a.txt", BAD)
    done = adcheck("check", "--show-settings", "--strict")
    assert done.code == 0 and 'sector = "dental"' in done.out and "strict = true" in done.out
    assert '[{ glob = "a/**", sector = "tcm" }]' in done.out
    assert 'sector = "auto"' in adcheck("check", "--show-settings", "--isolated").out
    assert adcheck("check", "--show-files").out == "a.txt\n"


def test_an_empty_folder_is_said_not_passed(adcheck: Adcheck) -> None:
    done = adcheck("check")
    assert done.code == 0 and "No files were checked" in done.out


def test_version_and_help(adcheck: Adcheck) -> None:
    assert adcheck("--version").out.startswith("adcheck, version ")
    assert "--stdin-filename" in adcheck("check", "--help").out
