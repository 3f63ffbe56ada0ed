"""What the pages say holds: commands, links, examples; and the script that writes the generated ones."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import yaml

from adcheck.evaluation import read_rows
from adcheck.testing import run_examples

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def build_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "scripts" / "build_docs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_docs"] = module
    spec.loader.exec_module(module)
    return module


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "sh scripts/test.sh"
    assert f"{command}\n" in blocks("README.md", "sh")
    assert f"\n{command}\n" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^()\s#]+)[^()]*\)", page.read_text("utf-8"))
    local = [t for t in targets if "://" not in t]
    assert not [t for t in local if not (page.parent / t).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_pages_name_no_place_of_one_machine(page: Path) -> None:
    assert not re.findall(r"(?<![\w.])/(?:tmp|root|home|work|opt)/\S*", page.read_text("utf-8"))


def test_the_rule_explained_passes_its_own_examples(tmp_path: Path) -> None:
    source = next(b for b in blocks("docs/rules-howto.md", "toml") if b.startswith("code ="))
    path = tmp_path / "guarantee" / "holiday-recovery.toml"
    path.parent.mkdir()
    path.write_text(source, "utf-8")
    found = list(run_examples(tmp_path))
    assert {e.kind for e in found} == {"bad", "good", "gap"} and not [e for e in found if e.problem]


def test_every_key_of_a_rule_is_explained() -> None:
    from adcheck.claims.context import _TESTS
    from adcheck.rulebook import model

    page = (ROOT / "docs" / "rules-howto.md").read_text("utf-8")
    keys = {key for cls in (model.RuleFile, model.Words, model.Unless, model.Requires, model.Absent, model.Law, model.Bad)
            for key in cls.model_fields}  # fmt: skip
    assert not {key for key in keys if key not in page}
    assert not {reason for reason, _ in _TESTS if f"`{reason}`" not in page}


def test_the_labelled_rows_shown_are_valid(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(blocks("docs/evaluate.md", "json")[0], "utf-8")
    assert [row["kind"] for row in read_rows(file)] == ["violation", "compliant"]


def test_python_of_the_readme_runs() -> None:
    source = blocks("README.md", "python")[0].replace('["drafts"]', '["examples/clean-notice.md"]')
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, check=True)
    assert "三天见效" in done.stdout.decode("utf-8")


def test_clean_examples_are_clean_and_the_others_are_not() -> None:
    import adcheck

    findings = {Path(r.checked[0].path).name: r.findings for r in adcheck.check_paths([ROOT / "examples"])}
    assert len(findings) == 6
    for name, found in findings.items():
        assert bool(found) != name.startswith("clean"), (name, [f.text for f in found])


# ------------------------------------------------------------------------------------------ build_docs


def article(name: str, reason: str = "") -> SimpleNamespace:
    return SimpleNamespace(article=name, about="x", reason=reason)


def test_a_citation_is_of_the_article_or_a_part_of_it(build_docs: ModuleType) -> None:
    assert build_docs.covers("16(1)", "16(1)") and build_docs.covers("16(1)", "16(1)(2)")
    assert not build_docs.covers("16(1)", "16(11)") and not build_docs.covers("1", "16")
    assert not build_docs.covers("16(1)(2)", "16(1)")


def test_holes_of_the_coverage(build_docs: ModuleType) -> None:
    listed = [article("1"), article("2", "not text"), article("3(1)"), article("4")]
    found = list(build_docs.holes("law", listed, {"1": {"a"}, "3(1)(2)": {"b"}, "9": {"c"}}))
    assert [hole.split()[1] for hole in found] == ["4", "9"]


def test_the_page_of_every_option(build_docs: ModuleType) -> None:
    pages = build_docs.Pages()
    build_docs.options_page(pages)
    assert pages.texts["docs/options.md"] == (ROOT / "docs" / "options.md").read_text("utf-8")


# ---------------------------------------------------------------------------------------------- action


ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def test_every_input_of_the_action_is_used() -> None:
    text = str(ACTION["runs"])
    assert not [name for name in ACTION["inputs"] if f"inputs.{name} " not in text]


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({}, 1),
        ({"IN_SECTOR": "medical-service", "IN_JURISDICTIONS": "cn", "IN_FORMATS": "github sarif=x.sarif"}, 1),
        ({"IN_PATHS": "good.txt\ngood.txt", "IN_FAIL_ON": "info"}, 0),
    ],
)
def test_the_action_checks(tmp_path: Path, inputs: dict[str, str], code: int) -> None:
    (tmp_path / "bad.txt").write_text("根治鼻炎,三天见效。\n", "utf-8")
    (tmp_path / "good.txt").write_text("门诊时间:周一至周五。\n", "utf-8")
    script = next(step["run"] for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    given = {
        "IN_PATHS": ".",
        "IN_SECTOR": "",
        "IN_JURISDICTIONS": "",
        "IN_FORMATS": "github",
        "IN_FAIL_ON": "",
        **inputs,
    }
    program = tmp_path / "adcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m adcheck_cli "$@"\n', "utf-8")
    program.chmod(0o755)
    env = {**os.environ, **given, "ADCHECK": str(program)}
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    assert ("::error" in done.stdout.decode("utf-8")) == bool(code)
    assert (tmp_path / "x.sarif").exists() == ("x.sarif" in given["IN_FORMATS"])
