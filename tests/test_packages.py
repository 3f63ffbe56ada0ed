"""What installed packages offer is remembered until one is installed or removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from adcheck import packages
from adcheck.packages import offered


def install(site: Path, name: str, group: str) -> None:
    """What an installer leaves of a package with one entry point."""
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (folder / "entry_points.txt").write_text(f"[{group}]\none = {name}:one\n", "utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that is imported from."""
    folder = tmp_path / "site"
    folder.mkdir()
    os.utime(folder, ns=(1, 1))
    monkeypatch.setattr("sys.path", [str(folder), str(tmp_path / "gone")])
    monkeypatch.setenv("ADCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return folder


def test_a_package_that_comes_later_is_seen(site: Path) -> None:
    assert not offered("adcheck.recognizers") and not offered("adcheck.recognizers")
    install(site, "acme", "adcheck.recognizers")
    assert offered("adcheck.recognizers") and not offered("adcheck.coderules")


def test_the_answer_is_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(site, "acme", "adcheck.recognizers")
    assert offered("adcheck.recognizers")
    monkeypatch.setattr(packages, "_groups", lambda: pytest.fail("asked again"))
    assert offered("adcheck.recognizers")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"adcheck", b"else\nadcheck.recognizers"])
def test_damaged_answer_is_asked_anew(site: Path, tmp_path: Path, content: bytes) -> None:
    assert not offered("adcheck.recognizers")
    for path in (tmp_path / "cache").glob("packages-*"):
        path.write_bytes(content)
    assert not offered("adcheck.recognizers")


def test_without_a_folder_it_is_asked_each_time(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADCHECK_CACHE_DIR", "")
    install(site, "acme", "adcheck.coderules")
    assert offered("adcheck.coderules")


def test_old_answers_are_removed(site: Path, tmp_path: Path) -> None:
    for number in range(12):
        os.utime(site, ns=(number, number))
        offered("adcheck.recognizers")
    assert len(list((tmp_path / "cache").glob("packages-*"))) <= 8
