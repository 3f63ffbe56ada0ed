"""Compiled expressions kept between runs: the same as compiled anew, whatever the file holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adcheck.text import kept
from adcheck.text.kept import Shelf, code_of, compiled

SOURCES = (
    "治愈|根治",
    "(?P<days>[0-9]{1,3})天(?:内)?见效",
    "(?<![a-z])cure[sd]?(?=\\s)",
    "[\u4e00-\u9fff]{2,6}院",
    "(a)(?:b(c))?\\1",
    "",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own, nothing open yet."""
    monkeypatch.setenv("ADCHECK_CACHE_DIR", str(tmp_path))
    kept._shelf.cache_clear()
    yield tmp_path
    kept._shelf.cache_clear()


def stored(sources: tuple[str, ...] = SOURCES) -> Path:
    """A file with these expressions."""
    shelf = Shelf()
    for source in sources:
        shelf.add(code_of(source))
    shelf.save()
    assert shelf.path is not None
    return shelf.path


@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.DOTALL | re.IGNORECASE])
@pytest.mark.parametrize("source", SOURCES)
def test_kept_is_compiled(source: str, flags: int) -> None:
    shelf = Shelf()
    shelf.add(code_of(source, flags))
    assert shelf.find(source, flags) == re.compile(source, flags)  # compares the code too
    shelf.save()
    again = Shelf()
    found = again.find(source, flags)
    assert found == re.compile(source, flags) and found is not None
    assert found.groupindex == re.compile(source, flags).groupindex
    assert again.find(source, flags ^ re.ASCII) is None and again.find(source + "x", flags) is None


def test_shipped_expressions_survive(folder: Path) -> None:
    from adcheck.rulebook.store import load_rules

    rules = [rule for rule in load_rules().rules if "zh" in rule.words][::7]
    sources = {p.expression.source for rule in rules for p in rule.words["zh"].patterns if p.expression.trusted}
    shelf = Shelf()
    for source in sources:
        shelf.add(code_of(source))
    shelf.save()
    again = Shelf()
    assert len(sources) > 100
    assert all(again.find(source) == re.compile(source) for source in sources)


@pytest.mark.filterwarnings("ignore:Possible nested set")
@given(st.text(alphabet="ab治愈|()[]?*+.{}1,2\\^$", max_size=12))
def test_same_expression_or_same_error(source: str) -> None:
    try:
        wanted = re.compile(source)
    except (re.error, OverflowError):
        with pytest.raises((re.error, OverflowError)):
            compiled(source)
        return
    assert compiled(source) == wanted


@pytest.mark.parametrize("cut", [0, 3, 8, 20, 60, -1, -30])
def test_cut_file_is_no_error(cut: int) -> None:
    path = stored()
    path.write_bytes(path.read_bytes()[:cut])
    for source in SOURCES:
        assert compiled(source) == re.compile(source)


@given(st.integers(0, 1200), st.integers(0, 255))
def test_any_damage_is_found(place: int, byte: int) -> None:
    path = stored()
    data = bytearray(path.read_bytes())
    data[place % len(data)] = byte
    path.write_bytes(bytes(data))
    kept._shelf.cache_clear()
    for source in SOURCES:
        assert compiled(source) == re.compile(source)


def test_two_writers_lose_nothing() -> None:
    one, two = Shelf(), Shelf()
    one.add(code_of("一"))
    two.add(code_of("二"))
    one.save()
    two.save()
    third = Shelf()
    assert third.find("一") and third.find("二") and not third.find("三")


def test_written_at_once_when_many_are_new(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(kept, "PATIENCE", 3)
    for source in ("一", "二", "三"):
        compiled(source)
    assert Shelf().find("三")


def test_a_file_that_grew_too_large_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    stored()
    monkeypatch.setattr(kept, "MOST", 100)
    shelf = Shelf()
    shelf.add(code_of("新"))
    shelf.save()
    again = Shelf()
    assert again.find("新") and not again.find(SOURCES[0])


def test_no_folder_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADCHECK_CACHE_DIR", "")
    assert compiled("治愈") == re.compile("治愈")
    monkeypatch.setenv("ADCHECK_CACHE_DIR", str(tmp_path / "file"))
    (tmp_path / "file").write_text("", "utf-8")
    kept._shelf.cache_clear()
    assert compiled("根治") == re.compile("根治")
    kept._save(kept._shelf())


def test_without_the_inner_compiler_it_is_compiled_as_ever(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def gone(*_: object) -> None:
        raise AttributeError("_code")

    monkeypatch.setattr(kept, "code_of", gone)
    assert compiled("治愈(?P<a>率)", re.IGNORECASE) == re.compile("治愈(?P<a>率)", re.IGNORECASE)
