"""No way out shows personal data in full: formats, files, caches, baselines, messages, logs and tracebacks."""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from adcheck_cli.main import main
from leaking import leaks, leaks_in_files, sample

import adcheck
from adcheck.model import Report
from adcheck.reports import FORMATS, render

PHONE, NAME, CARD = "13906718825", "欧阳晓岚", "11010119900307109X"
STRONG = (PHONE, NAME, CARD)
WHOLE = f"患者{NAME}，身份证号{CARD}，家属电话：{PHONE}，根治鼻炎，三天见效。"
DOCUMENTS = {
    "a.txt": f"{WHOLE}\n",
    "a.md": f"---\nsector: {PHONE}\n---\n\n# 案例\n\n{WHOLE}\n",
    "a.html": f'<title>患者{NAME}</title><p>{WHOLE}</p><a href="tel:{PHONE}">三天见效</a>\n',
    "a.csv": f"患者{NAME},患者电话{PHONE},备注\n三天见效,根治鼻炎,{WHOLE}\n",
    "a.json": json.dumps({f"患者{NAME}": "三天见效", f"患者电话{PHONE}": ["根治鼻炎", WHOLE]}, ensure_ascii=False),
    "a.jsonl": json.dumps({"患者电话": PHONE, f"患者{NAME}": "三天见效", "text": WHOLE}) + "\n",
    "a.yaml": f"患者{NAME}: 三天见效\n患者电话: '{PHONE}'\ntext: {WHOLE}\n",
    "a.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{WHOLE}\n",
    "silenced.md": f"<!-- adcheck: file-ignore[privacy] 患者{NAME}同意，电话{PHONE} -->\n\n{WHOLE}\n",
    "remark.md": f"<!-- adcheck: ignore[{PHONE}] 患者电话{PHONE} -->\n\n{WHOLE}\n",
}
BROKEN = {
    "cut.json": f'{{"患者电话": "{PHONE}", "患者": "{NAME}" "{CARD}"}}',
    "escape.json": f'{{"患者电话": "\\x{PHONE}"}}',
    "cut.jsonl": f'{{"患者": "{NAME}"}}\n{{"患者电话": "{PHONE}",\n',
    "tab.yaml": f"患者: {NAME}\n\t电话: {PHONE}\n  - {CARD}: [",
    "anchor.yaml": f"患者: *{PHONE}\n电话: &{PHONE} {NAME}\n? [{CARD}\n",
    "tag.yaml": f"患者: !h{PHONE}!x {NAME}\n",
    "bytes.txt": f"患者电话{PHONE}".encode() + bytes(range(128, 256)) * 3 + PHONE.encode(),
    "binary.txt": bytes(range(32)) * 9 + f"{PHONE} {CARD}".encode(),
    "half.md": f"---\n患者: [{NAME}\n电话: {PHONE}\n---\n{WHOLE}",
}


class Ran(NamedTuple):
    code: int
    said: str


Program = Callable[..., Ran]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The cache folder of all runs; what is in it at the end is searched too."""
    folder = tmp_path_factory.mktemp("cache")
    yield folder
    assert leaks_in_files((*STRONG, *sample()[1]), folder) == []


@pytest.fixture
def program(
    tmp_path: Path,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> Program:
    """Runs the program here, so that its logs are heard too; all it writes for itself lies below ``tmp_path``."""
    for folder in ("temporary", "home"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADCHECK_CACHE_DIR", str(cache))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    caplog.set_level(logging.DEBUG)

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["adcheck", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return Ran(int(left.value.code or 0), f"{out}{err}{caplog.text}")

    return run


@pytest.fixture(scope="module")
def checked() -> Report:
    """The report on the labelled texts, a paragraph each."""
    return adcheck.check_text("\n\n".join(sample()[0]), sector="medical-service")


def written(folder: Path, documents: dict[str, str] | dict[str, str | bytes]) -> list[Path]:
    """The documents as files; returns them."""
    for name, text in documents.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [folder / name for name in documents]


def test_the_sample_holds_many_kinds_and_the_search_finds_them(checked: Report) -> None:
    texts, secrets = sample()
    assert len(texts) >= 50 and len({f.entity for f in checked.findings}) >= 25
    assert len(leaks(secrets, "\n".join(texts))) == len(secrets)
    assert leaks(["138 0013 8000"], "x13800138000x") == ["138 0013 8000"]
    assert {f.category for f in checked.findings} >= {"privacy", "guarantee"}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("more", [{}, {"show_dropped": True, "lang": "en", "color": True}, {"statistics": True}])
def test_no_format_shows_a_value(checked: Report, format: str, more: dict[str, str]) -> None:
    assert leaks(sample()[1], render(checked, format, **more)) == []


def test_the_report_itself_holds_values_in_its_sources_only(checked: Report) -> None:
    assert leaks(sample()[1], json.dumps(checked.to_dict(), ensure_ascii=False) + repr(checked)) == []


def test_lines_are_hidden_when_no_rule_about_personal_data_runs() -> None:
    report = adcheck.check_text("\n\n".join(sample()[0]), sector="medical-service", select=["guarantee", "testimonial"])
    assert report.findings and not any(f.entity for f in report.findings)
    assert [secret for format in FORMATS for secret in leaks(sample()[1], render(report, format))] == []


def test_check_of_every_kind_of_file_and_all_that_it_writes(program: Program, tmp_path: Path) -> None:
    sources = written(tmp_path, DOCUMENTS)
    (tmp_path / "out").mkdir()
    files = [f"--output-format={name}=out/{name}" for name in FORMATS]
    run = program("check", *DOCUMENTS, "--sector", "medical-service", "--output-format=full", *files, "--show-dropped")
    assert run.code == 1 and leaks(STRONG, run.said) == []
    assert len(list((tmp_path / "out").iterdir())) == len(FORMATS)
    assert leaks_in_files(STRONG, tmp_path, sources) == []
    assert leaks(STRONG, program("check", *DOCUMENTS, "--select", "guarantee").said) == []
    assert leaks(STRONG, program("check", *DOCUMENTS, "--ignore-suppressions", "--output-format", "json").said) == []
    assert leaks(STRONG, program("check", *DOCUMENTS, "--show-settings").said) == []
    assert leaks(STRONG, program("check", *DOCUMENTS, "--statistics").said) == []


def test_the_baseline_holds_no_value(program: Program, tmp_path: Path) -> None:
    sources = written(tmp_path, DOCUMENTS)
    (tmp_path / "labelled.txt").write_text("\n\n".join(sample()[0]), "utf-8")
    run = program("baseline", "write", ".")
    assert run.code == 0 and leaks((*STRONG, *sample()[1]), run.said) == []
    assert leaks_in_files((*STRONG, *sample()[1]), tmp_path, [*sources, tmp_path / "labelled.txt"]) == []
    again = program("check", ".", "--baseline", ".adcheck-baseline.json", "--output-format", "sarif")
    assert again.code == 0 and leaks((*STRONG, *sample()[1]), again.said) == []


def test_standard_input(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, text in {**DOCUMENTS, **BROKEN}.items():
        (tmp_path / "input").write_bytes(text if isinstance(text, bytes) else text.encode())
        with (tmp_path / "input").open() as stream:
            monkeypatch.setattr(sys, "stdin", stream)
            assert leaks(STRONG, program("check", "-", "--stdin-filename", name).said) == []


@pytest.mark.parametrize("format", ["full", "json", "junit", "sarif"])
def test_files_that_can_not_be_read(program: Program, tmp_path: Path, format: str) -> None:
    written(tmp_path, BROKEN)
    run = program("check", *BROKEN, "--output-format", format)
    assert run.code == 2 and leaks(STRONG, run.said) == []


SETTINGS = {
    "adcheck.toml": f'# 患者{NAME}\nsector = "dental" {PHONE}\n',
    "adcheck.yaml": f"[{CARD}",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_broken_settings(program: Program, tmp_path: Path, name: str) -> None:
    written(tmp_path, SETTINGS)
    run = program("check", "--config", name, ".")
    assert run.code == 2 and leaks(STRONG, run.said) == []


def failing(*_: object, **__: object) -> None:
    raise ValueError(f"can't do {WHOLE}")


def test_a_failure_nobody_foresaw_shows_where_and_not_what(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {"a.txt": WHOLE})
    monkeypatch.setattr("adcheck.engine.Engine.check", failing)
    run = program("check", "a.txt")
    assert run.code == 2 and leaks(STRONG, run.said) == []
    assert "ValueError" in run.said and "checker.py" in run.said and "Traceback" in run.said


def recognizers() -> Iterator[object]:
    from presidio_analyzer import EntityRecognizer

    class Failing(EntityRecognizer):
        def load(self) -> None:
            pass

        def analyze(self, text: str, entities: list[str], nlp_artifacts: object = None) -> list[object]:
            raise ValueError(f"no idea what to do with {text}")

    yield Failing(["MEMBER"], name="member cards", supported_language="zh")


def test_a_user_s_recognizer_that_fails_is_named_without_what_it_read(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from adcheck.privacy import finder, finder_for, user

    written(tmp_path, {"a.txt": WHOLE})
    monkeypatch.setattr(finder, "offered", lambda group: group == "adcheck.recognizers")
    monkeypatch.setattr(user, "from_packages", lambda: list(recognizers()))
    finder_for.cache_clear()
    try:
        run = program("check", "a.txt")
        with pytest.raises(adcheck.ConfigError) as raised:
            finder_for().find(WHOLE)
    finally:
        finder_for.cache_clear()
    assert run.code == 2 and leaks(STRONG, run.said) == []
    assert "member cards" in run.said and "ValueError" in run.said
    assert raised.value.__cause__ is None and raised.value.__context__ is None


def test_copies_vault_and_log_hold_no_value(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    sources = written(tmp_path / "in", {k: v for k, v in {**DOCUMENTS, **BROKEN}.items() if k != "silenced.md"})
    (tmp_path / "keys").mkdir()
    assert program("anonymize", "--new-key", "keys/key").code == 0
    for policy in ("publish", "share"):
        assert leaks(STRONG, program("anonymize", "in", "--output-dir", policy, "--policy", policy).said) == []
    internal = ("--policy", "internal", "--vault", "keys/vault", "--key-file", "keys/key")
    assert leaks(STRONG, program("anonymize", "in", "--output-dir", "internal", *internal).said) == []
    assert leaks(STRONG, program("anonymize", "in", "--summary", "--output-dir", "counts").said) == []
    assert leaks_in_files(STRONG, tmp_path, sources) == []

    monkeypatch.setenv("ADCHECK_KEY", "00" * 32)
    wrong = program("reveal", "internal/a.txt", "--vault", "keys/vault")
    with (tmp_path / "internal" / "a.txt").open("a", encoding="utf-8") as stream:
        stream.write(f"患者电话{PHONE}\n")
    changed = program("reveal", "internal/a.txt", "--vault", "keys/vault", "--key-file", "keys/key")
    good = program(
        "reveal", "internal/a.csv", "--vault", "keys/vault", "--key-file", "keys/key", "--output", "back.csv"
    )
    assert (wrong.code, changed.code, good.code) == (2, 2, 0)
    assert leaks(STRONG, wrong.said + changed.said + good.said) == []
    assert (tmp_path / "back.csv").read_text("utf-8") == DOCUMENTS["a.csv"]
    by_right = [*sources, tmp_path / "back.csv", tmp_path / "internal" / "a.txt"]
    assert leaks_in_files(STRONG, tmp_path, by_right) == []


def test_reveal_text_shows_values_on_a_terminal_only(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {"a.txt": WHOLE})
    piped = program("check", "a.txt", "--reveal-text")
    assert piped.code == 2 and "terminal" in piped.said and leaks(STRONG, piped.said) == []
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    for format in ("full", "concise", "grouped"):
        shown = program("check", "a.txt", "--reveal-text", "--output-format", format)
        assert shown.code == 1 and leaks(STRONG, shown.said) == [*STRONG]
    for format in set(FORMATS) - {"full", "concise", "grouped"}:
        refused = program("check", "a.txt", "--reveal-text", "--output-format", format)
        assert refused.code == 2 and format in refused.said and leaks(STRONG, refused.said) == []
    to_file = program("check", "a.txt", "--reveal-text", "--output-format", f"full={tmp_path / 'kept.txt'}")
    assert to_file.code == 2 and not os.path.lexists(tmp_path / "kept.txt")
