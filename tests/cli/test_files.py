"""Which files are read, and the settings that hold for each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import BAD, Adcheck

Write = Callable[..., Path]
OPTIONS = ("--sector", "medical-service", "--output-format", "json")


@pytest.fixture
def found(adcheck: Adcheck) -> Callable[..., set[str]]:
    """Paths with findings."""
    return lambda *arguments: {f["path"] for f in adcheck("check", *OPTIONS, *arguments).json()["findings"]}


def test_folders_are_walked_and_unknown_kinds_left_out(found: Callable[..., set[str]], write: Write) -> None:
    for name in ("a.txt", "b/c.md", "b/d.py", "node_modules/e.txt", "build/f.txt"):
        write(name, BAD)
    assert found() == {"a.txt", "b/c.md"}
    assert found("b/d.py") == {"b/d.py"}
    assert found("a.txt", "a.txt", ".") == {"a.txt", "b/c.md"}


def test_excluded_files(found: Callable[..., set[str]], write: Write) -> None:
    for name in ("a.txt", "old/b.txt", "c.min.html"):
        write(name, BAD)
    write("adcheck.toml", 'extend-exclude = ["old", "*.min.html"]\n')
    assert found() == {"a.txt"}
    assert found("--exclude", "a.*") == set()
    assert found("old/b.txt") == {"old/b.txt"}
    assert found("old/b.txt", "--force-exclude") == set()


def test_gitignore_is_respected(found: Callable[..., set[str]], write: Write, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(".gitignore", "drafts/\n*.tmp.txt\n!keep.tmp.txt\n")
    write("sub/.gitignore", "b.txt\n")
    for name in ("a.txt", "x.tmp.txt", "keep.tmp.txt", "drafts/d.txt", "sub/b.txt", "sub/c.txt"):
        write(name, BAD)
    assert found() == {"a.txt", "keep.tmp.txt", "sub/c.txt"}
    assert found("x.tmp.txt") == {"x.tmp.txt"}
    assert "drafts/d.txt" in found("--no-respect-gitignore")


def test_per_file_ignores(found: Callable[..., set[str]], write: Write) -> None:
    write("adcheck.toml", '[per-file-ignores]\n"legal/**" = ["ALL"]\n"*.md" = ["guarantee"]\n')
    for name in ("a.txt", "legal/b.txt", "c.md"):
        write(name, "三天见效\n")
    assert found() == {"a.txt"}
    assert found("--per-file-ignores", "a.txt:GUA") == set()


def test_unknown_selector_in_per_file_ignores(adcheck: Adcheck, write: Write) -> None:
    write("adcheck.toml", '[per-file-ignores]\n"*.md" = ["garantee"]\n')
    write("a.md", BAD)
    done = adcheck("check")
    assert done.code == 2 and "did you mean 'guarantee'?" in done.err


def test_sector_by_path(adcheck: Adcheck, write: Write) -> None:
    write("adcheck.toml", 'sector = "dental"\n[[paths]]\nglob = "skin/**"\nsector = "cosmetic"\n')
    write("a.txt", BAD)
    write("skin/b.txt", BAD)
    report = adcheck("check", "--output-format", "json").json()
    assert {c["path"]: c["sector"] for c in report["checked"]} == {"a.txt": "dental", "skin/b.txt": "cosmetic"}
    report = adcheck("check", "--output-format", "json", "--sector", "tcm").json()
    assert {c["sector"] for c in report["checked"]} == {"tcm"}


def test_sector_of_the_front_matter(adcheck: Adcheck, write: Write) -> None:
    write("a.md", f"---\nsector: tcm\n---\n\n{BAD}")
    checked = adcheck("check", "--output-format", "json").json()["checked"][0]
    assert (checked["sector"], checked["sector_inferred"]) == ("tcm", False)


def test_an_unknown_sector_in_the_front_matter_is_noted(adcheck: Adcheck, write: Write) -> None:
    write("a.md", f"---\nsector: medical-servce\n---\n\n{BAD}")
    report = adcheck("check", "--output-format", "json").json()
    assert report["findings"]
    assert "did you mean 'medical-service'?" in report["checked"][0]["notes"][0]


def test_the_nearest_configuration_holds(adcheck: Adcheck, write: Write) -> None:
    write("adcheck.toml", 'sector = "dental"\n')
    write("pharmacy/pyproject.toml", '[tool.adcheck]\nextend = "../adcheck.toml"\nsector = "drug"\n')
    write("plain/pyproject.toml", "[tool.other]\n")
    for name in ("a.txt", "pharmacy/b.txt", "plain/c.txt"):
        write(name, BAD)

    def sectors(*options: str) -> list[str]:
        return [c["sector"] for c in adcheck("check", "--output-format", "json", *options).json()["checked"]]

    assert sectors() == ["dental", "drug", "dental"]
    assert sectors("--config", "adcheck.toml") == ["dental"] * 3
    assert "drug" not in sectors("--isolated", "--sector", "other")


def test_a_configuration_extended_keeps_its_own_rules(adcheck: Adcheck, write: Write) -> None:
    write("base/adcheck.toml", 'extend-ignore = ["GUA"]\nextend-exclude = ["x"]\n')
    write("adcheck.toml", 'extend = "base/adcheck.toml"\nextend-ignore = ["RAT"]\nextend-exclude = ["y"]\n')
    shown = adcheck("check", "--show-settings").out
    assert 'extend-ignore = ["GUA", "RAT"]' in shown and 'extend-exclude = ["x", "y"]' in shown


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings(found: Callable[..., set[str]], write: Write, encoding: str) -> None:
    write("a.txt", ("青屿市第三医院的门诊公告,请各位患者留意。" + BAD).encode(encoding))
    assert found() == {"a.txt"}
