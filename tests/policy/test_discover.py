"""Which files are read: suffixes, exclusions, .gitignore, links, and settings by path."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

from adcheck.errors import ConfigError
from adcheck.policy import discover as module
from adcheck.policy.config import Config
from adcheck.policy.discover import discover, ignores_for, matches, settings_for
from adcheck.policy.options import Options, PathRule

KNOWN = {".txt", ".md", ".html"}
links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights here")


@pytest.fixture(autouse=True)
def _fresh_gitignore() -> None:
    module._spec.cache_clear()


def tree(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", "utf-8")
    return root


def found(root: Path, *paths: str, **options: object) -> list[str]:
    config = Config(Options(**options), root)  # type: ignore[arg-type]
    targets = discover([root / p for p in paths] or [root], config, KNOWN)
    return [t.path.relative_to(root).as_posix() + ("!" if t.skipped else "") for t in targets]


GLOBS = [
    ("a/b.txt", "b.txt", True), ("a/b.txt", "*.txt", True), ("a/b.txt", "a", True), ("a/b.txt", "a/", True), ("a/b.txt", "a/*", True),
    ("a/b.txt", "a/**", True), ("a/c/b.txt", "a/**", True), ("a/c/b.txt", "**/b.txt", True), ("b.txt", "**/b.txt", True),
    ("a/c/b.txt", "**/c/*.txt", True), ("a/c/b.txt", "a/c", True), ("a/c/b.txt", "c", True), ("a/b.txt", "./a", False), ("a/b.txt", "b", False),
    ("a/b.txt", "c/**", False), ("ab/c.txt", "a", False), ("a/b.txt", "*.TXT", False), ("草稿/一.txt", "草稿/**", True), ("a", "a/**", False),
    ("a/b.txt", "/a", True),
]  # fmt: skip


@pytest.mark.parametrize(("path", "glob", "fits"), GLOBS)
def test_matches(path: str, glob: str, fits: bool) -> None:
    assert matches(PurePosixPath(path), glob) is fits


def test_known_suffixes_in_order_each_once(tmp_path: Path) -> None:
    tree(tmp_path, "b.md", "a.txt", "c/d.html", "c/a.TXT", "x.py", "y.bin", "z")
    assert found(tmp_path) == ["a.txt", "b.md", "c/a.TXT", "c/d.html"]
    assert found(tmp_path, "a.txt", ".", "c") == ["a.txt", "b.md", "c/a.TXT", "c/d.html"]


def test_documents_without_reader_are_named_as_skipped(tmp_path: Path) -> None:
    tree(tmp_path, "a.docx", "b.pdf", "c.txt", "d.exe")
    assert found(tmp_path) == ["a.docx!", "b.pdf!", "c.txt"]


def test_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    tree(tmp_path, "a.xyz")
    assert found(tmp_path, "a.xyz") == ["a.xyz"]


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file or folder") as raised:
        found(tmp_path, "nowhere")
    assert raised.value.place.endswith("nowhere")


def test_default_exclusions(tmp_path: Path) -> None:
    tree(tmp_path, ".git/a.txt", "node_modules/x/a.txt", "sub/.venv/a.txt", "build/a.txt", "a.txt")
    assert found(tmp_path) == ["a.txt"]


EXCLUDES = [
    (("*.md",), ["a.txt", "c/d.txt", "c/e/f.txt"]), (("c",), ["a.txt", "b.md"]), (("c/e",), ["a.txt", "b.md", "c/d.txt"]),
    (("c/**",), ["a.txt", "b.md"]), (("**/f.txt",), ["a.txt", "b.md", "c/d.txt"]), (("d.txt", "b.md"), ["a.txt", "c/e/f.txt"]),
]  # fmt: skip


@pytest.mark.parametrize(("globs", "left"), EXCLUDES)
def test_exclude(tmp_path: Path, globs: tuple[str, ...], left: list[str]) -> None:
    tree(tmp_path, "a.txt", "b.md", "c/d.txt", "c/e/f.txt")
    assert found(tmp_path, exclude=globs) == left
    assert found(tmp_path, extend_exclude=globs) == left


def test_named_file_beats_exclude_unless_forced(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    assert found(tmp_path, "a.txt", exclude=("*.txt",)) == ["a.txt"]
    assert found(tmp_path, "a.txt", exclude=("*.txt",), force_exclude=True) == ["a.txt!"]


def ignore(folder: Path, *lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("\n".join(lines) + "\n", "utf-8")


IGNORES = [
    ("a file", {"": ["a.txt"]}, ["b.md", "c/b.txt", "c/e/f.txt"]),
    ("anywhere", {"": ["*.txt"]}, ["b.md"]),
    ("a folder", {"": ["c/"]}, ["a.txt", "b.md"]),
    ("rooted", {"": ["/b.txt", "/a.txt"]}, ["b.md", "c/a.txt", "c/b.txt", "c/e/f.txt"]),
    ("negated", {"": ["*.txt", "!b.txt"]}, ["b.md", "c/b.txt"]),
    ("nested", {"": [], "c": ["*.txt"]}, ["a.txt", "b.md"]),
    ("nested, one level", {"c": ["/b.txt"]}, ["a.txt", "b.md", "c/a.txt", "c/e/f.txt"]),
    ("nested negates", {"": ["*.txt"], "c": ["!b.txt"]}, ["b.md", "c/b.txt"]),
    ("nested negates deeper", {"": ["*.txt"], "c/e": ["!*.txt"]}, ["b.md", "c/e/f.txt"]),
    ("comment and blank", {"": ["# c/", "", "b.md"]}, ["a.txt", "c/a.txt", "c/b.txt", "c/e/f.txt"]),
    ("middle", {"": ["c/e/*.txt"]}, ["a.txt", "b.md", "c/a.txt", "c/b.txt"]),
]  # fmt: skip
ALL = ["a.txt", "b.md", "c/a.txt", "c/b.txt", "c/e/f.txt"]


@pytest.mark.parametrize(("name", "files", "left"), IGNORES, ids=[i[0] for i in IGNORES])
def test_gitignore(tmp_path: Path, name: str, files: dict[str, list[str]], left: list[str]) -> None:
    tree(tmp_path, *ALL)
    (tmp_path / ".git").mkdir()
    for folder, lines in files.items():
        ignore(tmp_path / folder, *lines)
    assert found(tmp_path) == left
    assert found(tmp_path, respect_gitignore=False) == ALL


def test_gitignore_above_the_given_folder_up_to_the_repository(tmp_path: Path) -> None:
    tree(tmp_path / "repo", "sub/a.txt", "sub/b.md")
    ignore(tmp_path, "*.md")
    ignore(tmp_path / "repo", "*.txt")
    (tmp_path / "repo" / ".git").mkdir()
    assert found(tmp_path / "repo" / "sub") == ["b.md"]


def test_ignored_folder_can_not_be_opened_again_inside(tmp_path: Path) -> None:
    """As git has it: a file below an excluded folder can't be re-included."""
    tree(tmp_path, "c/a.txt")
    ignore(tmp_path, "c/", "!c/a.txt")
    (tmp_path / ".git").mkdir()
    assert found(tmp_path) == []


def test_ignored_file_named_by_the_user_is_read(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    ignore(tmp_path, "*.txt")
    assert found(tmp_path, "a.txt") == ["a.txt"]


@links
def test_loops_of_links_end(tmp_path: Path) -> None:
    tree(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "broken.txt").symlink_to("nowhere")
    assert [name for name in found(tmp_path) if "broken" not in name] == ["a/b.txt"]


@links
def test_link_to_a_file_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert len(found(tmp_path)) == 1


def test_settings_by_path_the_last_fitting_one_wins(tmp_path: Path) -> None:
    rules = (
        PathRule("skin/**", "cosmetic"),
        PathRule("skin/hk/**", None, ("hk",)),
        PathRule("skin/hk/drug.md", "drug"),
    )
    config = Config(Options(sector="dental", paths=rules), tmp_path)
    assert settings_for(str(tmp_path / "a.md"), config) == ("dental", ("cn",))
    assert settings_for(str(tmp_path / "skin" / "a.md"), config) == ("cosmetic", ("cn",))
    assert settings_for(str(tmp_path / "skin" / "hk" / "a.md"), config) == ("cosmetic", ("hk",))
    assert settings_for(str(tmp_path / "skin" / "hk" / "drug.md"), config) == ("drug", ("hk",))
    assert settings_for("", config) == ("dental", ("cn",))


def test_ignores_by_path(tmp_path: Path) -> None:
    config = Config(
        Options(per_file_ignores={"a/**": ("GUA",), "*.md": ("RAT",)}, extend_per_file_ignores={"a": ("SUP",)}),
        tmp_path,
    )
    assert ignores_for(str(tmp_path / "a" / "x.md"), config) == ("GUA", "RAT", "SUP")
    assert ignores_for(str(tmp_path / "b.txt"), config) == ()


def test_own_baseline_is_no_text_to_check(tmp_path: Path) -> None:
    for name in ("a.txt", ".adcheck-baseline.json", "known.txt"):
        (tmp_path / name).write_text("{}", "utf-8")
    assert found(tmp_path, ".adcheck-baseline.json", force_exclude=True) == [".adcheck-baseline.json!"]
    assert found(tmp_path) == ["a.txt", "known.txt"]
    assert found(tmp_path, baseline="known.txt") == ["a.txt"]
