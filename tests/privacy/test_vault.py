"""The vault: back to the byte with the right key, nothing at all otherwise."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from adcheck.anonymizing import anonymize_path, reveal
from adcheck.errors import AdcheckError, ConfigError, InputError
from adcheck.privacy.anonymize.keys import new_key, read_key
from adcheck.privacy.anonymize.vault import log_of

BODY = "患者王秀兰，电话13800138000。\r\n患者王秀兰复诊。\r\n"
SECRETS = ("王秀兰", "13800138000")
KEY = bytes(range(32))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy in ``out`` with its vault beside."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(BODY.encode("gb18030"))
    (tmp_path / "in" / "b.csv").write_bytes("\ufeff姓名,电话\r\n王秀兰,13800138000\r\n".encode())
    results = anonymize_path(tmp_path / "in", tmp_path / "out", policy="internal", vault=tmp_path / "v", key=KEY)
    assert not [one.error for one in results if one.error]
    return tmp_path


def secrets_in(folder: Path) -> list[str]:
    """Files below ``folder`` (sources left out) that hold a value in any encoding used."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and "in" not in path.relative_to(folder).parts:
            data = path.read_bytes()
            found += [path.name for s in SECRETS for e in ("utf-8", "gb18030", "utf-16-le") if s.encode(e) in data]
    return found


def test_a_copy_comes_back_to_the_byte(copied: Path) -> None:
    assert not secrets_in(copied)
    for name in ("a.txt", "b.csv"):
        assert reveal(copied / "out" / name, copied / "v", KEY) == (copied / "in" / name).read_bytes()


def test_every_attempt_is_noted_without_values(copied: Path) -> None:
    reveal(copied / "out" / "a.txt", copied / "v", KEY)
    with pytest.raises(ConfigError):
        reveal(copied / "out" / "a.txt", copied / "v", bytes(32))
    lines = [json.loads(line) for line in log_of(copied / "v").read_text("utf-8").splitlines()]
    assert [line["outcome"].split(":")[0] for line in lines] == ["restored", "refused"]
    assert all(line["when"] and line["who"] and line["copy"] == "a.txt" for line in lines)
    assert not secrets_in(copied)


def test_what_is_wrong_restores_nothing(copied: Path) -> None:
    copy, vault, output = copied / "out" / "a.txt", copied / "v", copied / "back.txt"
    whole = vault.read_bytes()

    def refused(expected: type[AdcheckError], match: str, key: bytes = KEY) -> None:
        with pytest.raises(expected, match=match) as caught:
            reveal(copy, vault, key, output)
        assert not output.exists()
        assert not [secret for secret in SECRETS if secret in str(caught.value) + repr(caught.value)]

    refused(ConfigError, "not the one", bytes(32))
    for place in (20, 30, 60, len(whole) - 1):
        vault.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        refused(AdcheckError, "vault")
    vault.write_bytes(whole[:40])
    refused(InputError, "damaged")
    vault.write_bytes(b"nothing of ours")
    refused(InputError, "no vault")
    vault.write_bytes(whole)
    copy.write_bytes(copy.read_bytes() + b" ")
    refused(InputError, "changed")
    vault.unlink()
    refused(ConfigError, "no such vault")


def test_no_log_no_text(copied: Path) -> None:
    log_of(copied / "v").mkdir()
    with pytest.raises(ConfigError, match="log"):
        reveal(copied / "out" / "a.txt", copied / "v", KEY, copied / "back.txt")
    assert not (copied / "back.txt").exists()


def test_a_second_run_adds_to_the_vault(copied: Path) -> None:
    (copied / "more.txt").write_text("患者欧阳志远来院。", "utf-8")
    anonymize_path(copied / "more.txt", copied / "out", policy="internal", vault=copied / "v", key=KEY)
    assert reveal(copied / "out" / "more.txt", copied / "v", KEY).decode() == "患者欧阳志远来院。"
    assert reveal(copied / "out" / "a.txt", copied / "v", KEY) == BODY.encode("gb18030")
    with pytest.raises(ConfigError, match="not the one"):
        anonymize_path(copied / "more.txt", copied / "o2", policy="internal", vault=copied / "v", key=bytes(32))


def test_in_place_the_vault_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, "utf-8", newline="")
    [copied] = anonymize_path(path, in_place=True, policy="internal", vault=tmp_path / "no folder" / "v", key=KEY)
    assert copied.error
    assert path.read_bytes().decode() == BODY
    anonymize_path(path, in_place=True, policy="internal", vault=tmp_path / "v", key=KEY)
    assert "王秀兰" not in path.read_text("utf-8")
    assert reveal(path, tmp_path / "v", KEY).decode() == BODY


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"policy": "internal"}, "needs a vault"),
        ({"policy": "internal", "vault": "v"}, "needs a vault"),
        ({"policy": "publish", "vault": "v", "key": KEY}, "needs no vault"),
        ({"policy": "internal", "vault": "out/v", "key": KEY}, "among the copies"),
        ({"operators": {"NAME": "encrypt"}}, "needs a key"),
    ],
)
def test_wrong_options_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object], match: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    with pytest.raises(ConfigError, match=match):
        anonymize_path("a.txt", "out", **options)
    assert not (tmp_path / "out").exists()


def test_keys_are_private_and_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "key"
    new_key(path)
    text = path.read_text("ascii")
    assert len(read_key(path)) == 32
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(ConfigError, match="exists"):
        new_key(path)
    monkeypatch.setenv("ADCHECK_KEY", text)
    assert read_key() == read_key(path)
    monkeypatch.delenv("ADCHECK_KEY")
    with pytest.raises(ConfigError, match="no key"):
        read_key()
    for bad in ("", "hunter2-hunter2", text[:-8], "adcheck-key-1:!!"):
        path.write_text(bad)
        with pytest.raises(ConfigError, match="no key") as caught:
            read_key(path)
        assert not bad or bad not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="modes are of Unix")
def test_vault_and_log_are_for_their_owner(copied: Path) -> None:
    reveal(copied / "out" / "a.txt", copied / "v", KEY, copied / "back.txt")
    for path in (copied / "v", log_of(copied / "v"), copied / "back.txt"):
        assert path.stat().st_mode & 0o077 == 0
