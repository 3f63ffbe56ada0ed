"""The hook as pre-commit runs it: a violating commit is refused, a clean one passes. Only pip may use a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PRE_COMMIT = shutil.which("pre-commit", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))

pytestmark = pytest.mark.skipif(not (PRE_COMMIT and shutil.which("git")), reason="needs git and pre-commit")

CONFIG = """\
repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - id: adcheck
        args: [--sector, medical-service, --lang, en]
"""
PRIVACY = """\
repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - id: adcheck-privacy
        args: [--lang, en]
"""
PHONE = "13906718825"
LEAKS = {
    "notes.md": f"家属电话：{PHONE}，请保持畅通。\n",
    "cases.csv": f"患者手机,备注\n{PHONE},复诊\n",
    "cases.json": f'[{{"患者电话": "{PHONE}"}}]\n',
    "cases.yaml": f"患者电话: '{PHONE}'\n",
    "talk.srt": f"1\n00:00:01,000 --> 00:00:04,000\n我是患者，手机{PHONE}\n",
    "page.html": f"<p>患者电话：<b>{PHONE}</b></p>\n",
    "test_cases.py": f'CASE = {{"text": "患者电话{PHONE}"}}\n',
    "fixture.js": f"export const note = '家属电话：{PHONE}';\n",
    "seed.sql": f"INSERT INTO cases (note) VALUES ('患者电话：{PHONE}');\n",
    "app.log": f"INFO saved, 患者电话：{PHONE}\n",
    "seed.ini": f"note = 患者电话：{PHONE}\n",
    "seed.toml": f'note = "患者电话：{PHONE}"\n',
    "seed.xml": f"<case><note>患者电话：{PHONE}</note></case>\n",
}


def run(*command: str, cwd: Path, env: dict[str, str], code: int | None = 0) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert code is None or done.returncode == code, f"{command}: {done.returncode}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment, PIP_* and all, less what would tie git to this checkout; a store of pre-commit's own."""
    home = tmp_path_factory.mktemp("home")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT", "PYTHON", "ADCHECK"))}
    who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER")
           for part, value in (("NAME", "tester"), ("EMAIL", "tester@example.invalid"))}  # fmt: skip
    return {
        **kept, **who, "PRE_COMMIT_HOME": str(home / "store"), "ADCHECK_CACHE_DIR": str(home / "rules"),
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }  # fmt: skip


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, env: dict[str, str]) -> tuple[Path, str]:
    """A git repository with what an installation needs of this checkout, and its commit."""
    repository = tmp_path_factory.mktemp("hooks")
    for name in ("src", "cli", "rules"):
        shutil.copytree(ROOT / name, repository / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "NOTICE",
        ".pre-commit-hooks.yaml",
    ):
        shutil.copy(ROOT / name, repository / name)
    run("git", "init", "--quiet", "--initial-branch=main", cwd=repository, env=env)
    run("git", "add", "--all", cwd=repository, env=env)
    run("git", "commit", "--quiet", "-m", "adcheck", cwd=repository, env=env)
    return repository, run("git", "rev-parse", "HEAD", cwd=repository, env=env).strip()


@pytest.fixture
def campaign(tmp_path: Path, env: dict[str, str], hooks: tuple[Path, str]) -> Path:
    """A repository of drafts with the hook installed."""
    return installed(tmp_path, env, CONFIG.format(hooks=hooks[0].as_posix(), rev=hooks[1]))


@pytest.fixture
def records(tmp_path: Path, env: dict[str, str], hooks: tuple[Path, str]) -> Path:
    """A repository of software with the hook against personal data installed."""
    return installed(tmp_path, env, PRIVACY.format(hooks=hooks[0].as_posix(), rev=hooks[1]))


def installed(tmp_path: Path, env: dict[str, str], config: str) -> Path:
    run("git", "init", "--quiet", "--initial-branch=main", cwd=tmp_path, env=env)
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    run("git", "add", "--all", cwd=tmp_path, env=env)
    run("git", "commit", "--quiet", "-m", "drafts", cwd=tmp_path, env=env)
    run(str(PRE_COMMIT), "install", cwd=tmp_path, env=env)
    return tmp_path


def commit(campaign: Path, env: dict[str, str], code: int) -> str:
    run("git", "add", "--all", cwd=campaign, env=env)
    return run("git", "commit", "-m", "change", cwd=campaign, env=env, code=code)


def test_a_violation_is_refused_and_a_clean_text_passes(campaign: Path, env: dict[str, str]) -> None:
    draft = campaign / "ad.md"
    draft.write_text("根治鼻炎,三天见效。\n", "utf-8")
    said = commit(campaign, env, 1)
    assert "ad.md:1:" in said and "三天见效" in said
    assert run("git", "rev-list", "--count", "HEAD", cwd=campaign, env=env).strip() == "1"

    draft.write_text("本院不保证治愈。门诊时间:周一至周五。\n", "utf-8")
    assert "Passed" in commit(campaign, env, 0)
    assert run("git", "rev-list", "--count", "HEAD", cwd=campaign, env=env).strip() == "2"


def test_the_configuration_holds_for_files_the_hook_names(campaign: Path, env: dict[str, str]) -> None:
    (campaign / "adcheck.toml").write_text('extend-exclude = ["archive"]\n', "utf-8")
    (campaign / "archive").mkdir()
    (campaign / "archive" / "old.txt").write_text("三天见效\n", "utf-8")
    (campaign / "code.py").write_text("CLAIM = '三天见效'\n", "utf-8")
    commit(campaign, env, 0)


def test_personal_data_is_refused_in_every_kind_of_file_and_never_shown(records: Path, env: dict[str, str]) -> None:
    for name, text in LEAKS.items():
        (records / name).write_text(text, "utf-8")
    said = commit(records, env, 1)
    assert [name for name in LEAKS if f"{name}:" not in said] == []
    assert PHONE not in said

    for name, text in LEAKS.items():
        (records / name).write_text(text.replace(PHONE, "139****8825"), "utf-8")
    assert "Passed" in commit(records, env, 0)


def test_claims_are_not_the_business_of_the_privacy_hook(records: Path, env: dict[str, str]) -> None:
    (records / "ad.md").write_text("根治鼻炎,三天见效。\n", "utf-8")
    assert "Passed" in commit(records, env, 0)


def test_the_baseline_hides_what_was_known_and_holds_no_value(records: Path, env: dict[str, str]) -> None:
    (records / "old.md").write_text(LEAKS["notes.md"], "utf-8")
    run(sys.executable, "-m", "adcheck_cli", "baseline", "write", ".", cwd=records, env=env)
    assert PHONE not in (records / ".adcheck-baseline.json").read_text("utf-8")
    (records / "adcheck.toml").write_text('baseline = ".adcheck-baseline.json"\n', "utf-8")
    assert "Passed" in commit(records, env, 0)

    (records / "new.py").write_text(LEAKS["test_cases.py"], "utf-8")
    said = commit(records, env, 1)
    assert "new.py:1:" in said and "old.md" not in said
