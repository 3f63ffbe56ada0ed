"""``adcheck anonymize`` and ``adcheck reveal`` as a user runs them; no value in any output."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from adcheck_cli.anonymize import anonymize
from click.testing import CliRunner

from adcheck.privacy.model import Personal

from .conftest import Adcheck, Done

BODY = "患者王秀兰，电话13800138000。\n"
SECRETS = ("王秀兰", "13800138000", "秀兰")
Write = Callable[..., Path]


def shown(done: Done) -> list[str]:
    """Values in what a run printed."""
    return [secret for secret in SECRETS if secret in done.out + done.err]


@pytest.fixture
def cases(write: Write) -> Path:
    write("in/sub/王秀兰_病历.txt", BODY)
    write("in/a.csv", "姓名,电话\n王秀兰,13800138000\n")
    return write("in/a.md", BODY)


def test_copies_mirror_the_input(adcheck: Adcheck, cases: Path, tmp_path: Path) -> None:
    done = adcheck("anonymize", "in", "--output-dir", "out")
    assert (done.code, shown(done), done.err) == (0, [], "")
    assert "2 replaced (NAME 1, PHONE 1)" in done.out
    copies = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(copies) == 3
    assert not [s for path in copies for s in SECRETS if s in path.as_posix() + path.read_text("utf-8")]
    assert cases.read_text("utf-8") == BODY
    again = adcheck("anonymize", "in", "--output-dir", "out")
    assert (again.code, shown(again)) == (2, [])
    assert "exists already" in again.err
    assert adcheck("anonymize", "in", "--output-dir", "out", "--force").code == 0


def test_in_place(adcheck: Adcheck, cases: Path) -> None:
    done = adcheck("anonymize", "in/a.md", "--in-place", "--operator", "NAME=label")
    assert (done.code, shown(done)) == (0, [])
    assert cases.read_text("utf-8") == "患者\\[姓名\\]，电话138\\*\\*\\*\\*8000。\n"


def test_files_that_cannot_be_read_do_not_stop_the_others(adcheck: Adcheck, cases: Path, write: Write) -> None:
    write("in/王秀兰.json", '{"王秀兰": [13800138000, "王秀兰"')
    write("in/bad.yaml", 'a: *王秀兰\nb: "13800138000\n')
    write("in/pic.md", b"\x89PNG\r\n\x1a\n 13800138000")
    done = adcheck("anonymize", "in", "--output-dir", "out")
    assert done.code == 2
    assert done.err.count("not done") == 3
    assert done.out.count("replaced") == 3
    assert not [line for line in done.err.splitlines() if "13800138000" in line]
    assert "秀兰" not in done.out


def test_there_and_back(adcheck: Adcheck, cases: Path, tmp_path: Path) -> None:
    assert adcheck("anonymize", "--new-key", "key").code == 0
    secret = (tmp_path / "key").read_text().strip()
    done = adcheck(
        "anonymize", "in/a.md", "--output-dir", "out", "--policy", "internal", "--vault", "v", "--key-file", "key"
    )
    assert (done.code, shown(done)) == (0, [])
    assert "[[姓名-" in (tmp_path / "out" / "a.md").read_text("utf-8").replace("\\", "")
    back = adcheck("reveal", "out/a.md", "--vault", "v", ADCHECK_KEY=secret)
    assert (back.code, back.out) == (0, BODY)
    adcheck("anonymize", "--new-key", "other")
    wrong = adcheck("reveal", "out/a.md", "--vault", "v", "--key-file", "other", "--output", "back")
    assert (wrong.code, wrong.out, shown(wrong)) == (2, "", [])
    assert "not the one" in wrong.err
    assert not (tmp_path / "back").exists()
    assert not [
        path
        for path in tmp_path.iterdir()
        if path.is_file() and secret in path.read_text("latin-1") and path.name != "key"
    ]


def test_wrong_use(adcheck: Adcheck, cases: Path) -> None:
    for arguments in ([], ["in"], ["in", "--output-dir", "o", "--in-place"], ["in", "--output-dir", "o", "--operator", "NAME"],
                      ["in", "--output-dir", "o", "--policy", "internal"], ["nothing", "--in-place"]):  # fmt: skip
        done = adcheck("anonymize", *arguments)
        assert done.code == 2
        assert "hint" in done.err or "Usage" in done.err


def test_the_configuration_is_heard(adcheck: Adcheck, cases: Path, write: Write, tmp_path: Path) -> None:
    write("in/adcheck.toml", '[privacy.own]\nstaff = ["王秀兰"]\n[privacy.operators]\nPHONE = "label"\n')
    assert adcheck("anonymize", "in/a.md", "--output-dir", "out").code == 0
    assert (tmp_path / "out" / "a.md").read_text("utf-8") == "患者王秀兰，电话\\[电话\\]。\n"


def test_summary(adcheck: Adcheck, write: Write, tmp_path: Path) -> None:
    rows = "".join(f"王秀兰,{'男女'[n % 2]},{40 + n % 10},13800138000\n" for n in range(12))
    write("in/王秀兰.csv", "姓名,性别,年龄,电话\n" + rows)
    write("in/small.csv", "性别,年龄\n男,4\n")
    done = adcheck("anonymize", "in", "--summary")
    assert (done.code, shown(done)) == (2, [])
    assert "40-49" in done.out
    assert "fewer than 5 rows" in done.err
    done = adcheck("anonymize", "in/王秀兰.csv", "--summary", "--k", "6", "--output-dir", "out")
    assert (done.code, shown(done)) == (0, [])
    assert '"男": 6' in (tmp_path / "out" / "summary-1.json").read_text("utf-8")


class FirstDigit:
    """A finder that sees one digit at a time, so that rounds never suffice."""

    def find(self, text: str) -> list[Personal]:
        return [Personal(m.start(), m.end(), "PHONE", 1.0) for m in [re.search(r"\d", text)] if m]


def test_what_is_left_is_told_masked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("一二\n138001380", "utf-8")
    monkeypatch.setattr("adcheck.privacy.finder_for", lambda *_: FirstDigit())
    done = CliRunner().invoke(anonymize, [str(tmp_path / "a.txt"), "--output-dir", str(tmp_path / "out"), "--isolated"])
    assert done.exit_code == 1
    assert ":2:5: left: PHONE *" in done.output


def test_an_accident_shows_its_kind_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError(BODY)

    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    monkeypatch.setattr("adcheck.privacy.anonymize.copies.rewrite", fail)
    done = CliRunner().invoke(anonymize, [str(tmp_path / "a.txt"), "--in-place", "--isolated"])
    assert done.exit_code == 2
    assert "ValueError" in done.output
    assert not [secret for secret in SECRETS if secret in done.output]
