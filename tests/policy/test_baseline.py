"""The baseline: no churn, no text in clear, counts, pruning."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from adcheck.errors import ConfigError
from adcheck.model import Finding, Report
from adcheck.policy.baseline import entries_of, pruned, read_baseline, relative, split, write_baseline

Check = Callable[..., Report]


@pytest.fixture
def findings(check: Check, tmp_path: Path) -> Callable[..., tuple[Finding, ...]]:
    def run(text: str, name: str = "draft.txt") -> tuple[Finding, ...]:
        return check(text, str(tmp_path / name)).findings

    return run


Findings = Callable[..., tuple[Finding, ...]]


def test_round_trip(findings: Findings, tmp_path: Path) -> None:
    entries = entries_of(findings("能根治\n治愈率高\n能根治"), tmp_path)
    path = tmp_path / "base.json"
    write_baseline(path, entries)
    assert read_baseline(path) == entries
    assert not list(tmp_path.glob("*.tmp"))


def test_file_has_no_text_no_line_and_no_time(findings: Findings, tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    write_baseline(path, entries_of(findings("张三说能根治鼻炎\n治愈率高"), tmp_path))
    text = path.read_text("utf-8")
    assert "根治" not in text and "治愈率" not in text and "张三" not in text
    data = json.loads(text)
    assert set(data) == {"format", "findings"}
    assert all(set(row) == {"path", "rule", "fingerprint", "count"} for row in data["findings"])
    assert {row["path"] for row in data["findings"]} == {"draft.txt"}


def test_one_entry_a_line_and_in_order(findings: Findings, tmp_path: Path) -> None:
    found = findings("能根治\n治愈率高\n告别鼻炎\n最佳", "b.txt") + findings("能根治", "a.txt")
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    write_baseline(one, entries_of(found, tmp_path))
    write_baseline(other, entries_of(reversed(found), tmp_path))
    assert one.read_bytes() == other.read_bytes()
    rows = one.read_text("utf-8").splitlines()[1:-1]
    assert len(rows) == 5 and rows == sorted(rows)
    assert b"\r" not in one.read_bytes()


BEFORE = "前言\n本院能根治鼻炎\n结尾"
MOVED = {
    "lines in front": "新的一行\n又一行\n" + BEFORE, "lines behind": BEFORE + "\n还有", "next line changed": BEFORE.replace("结尾", "完"),
    "line in front changed": BEFORE.replace("前言", "序"), "blank lines": BEFORE.replace("\n", "\n\n"),
    "windows line ends": BEFORE.replace("\n", "\r\n"), "traditional": BEFORE.replace("鼻炎", "鼻炎"), "indented": BEFORE.replace("本院", "  本院"),
}  # fmt: skip


@pytest.mark.parametrize("name", MOVED)
def test_fingerprint_survives_changes_elsewhere(findings: Findings, name: str) -> None:
    (before,), (after,) = findings(BEFORE), findings(MOVED[name])
    assert before.fingerprint == after.fingerprint


@pytest.mark.parametrize("changed", ["前言\n本院能断根鼻炎", "前言\n他院能根治胃病"])
def test_fingerprint_changes_with_the_claim(findings: Findings, changed: str) -> None:
    (before,) = findings(BEFORE)
    assert before.fingerprint not in [f.fingerprint for f in findings(changed)]


def test_a_second_like_one_is_new(findings: Findings, tmp_path: Path) -> None:
    known = entries_of(findings("能根治"), tmp_path)
    new, old = split(findings("能根治\n能根治"), known, tmp_path)
    assert len(new) == len(old) == 1


def test_same_claim_in_another_file_is_new(findings: Findings, tmp_path: Path) -> None:
    known = entries_of(findings("能根治", "a.txt"), tmp_path)
    new, old = split(findings("能根治", "b.txt"), known, tmp_path)
    assert len(new) == 1 and old == []


def test_counts(findings: Findings, tmp_path: Path) -> None:
    entries = entries_of(findings("能根治\n能根治\n治愈率"), tmp_path)
    assert sorted(entries.values()) == [1, 2]
    new, old = split(findings("能根治\n能根治\n能根治\n治愈率"), entries, tmp_path)
    assert [f.code for f in new] == ["GUA001"] and len(old) == 3


def test_split_leaves_the_entries_alone(findings: Findings, tmp_path: Path) -> None:
    entries = entries_of(findings("能根治"), tmp_path)
    split(findings("能根治"), entries, tmp_path)
    assert sum(entries.values()) == 1


def test_prune(findings: Findings, tmp_path: Path) -> None:
    entries = entries_of(findings("能根治\n能根治\n治愈率\n最佳"), tmp_path)
    left = pruned(findings("能根治\n最佳\n告别鼻炎"), entries, tmp_path)
    assert Counter(rule for (_, rule, _), n in left.items() for _ in range(n)) == {"cure-asserted": 1, "top-grade": 1}


def test_own_remarks_are_left_out(findings: Findings, tmp_path: Path) -> None:
    assert entries_of(findings("# adcheck: ignore[GUA001] x\n平常话"), tmp_path) == Counter()


def test_empty_baseline(tmp_path: Path) -> None:
    write_baseline(tmp_path / "base.json", Counter())
    assert read_baseline(tmp_path / "base.json") == Counter()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "3", '{"format": 1}', '{"format": 1, "findings": [1]}', '{"format": 1, "findings": [{"path": "a"}]}',
                '{"format": 1, "findings": [{"path": "a", "rule": "b", "fingerprint": "c", "count": "x"}]}'],
)  # fmt: skip
def test_no_baseline(tmp_path: Path, content: str) -> None:
    path = tmp_path / "base.json"
    path.write_text(content, "utf-8")
    with pytest.raises(ConfigError, match="is no baseline file") as raised:
        read_baseline(path)
    assert raised.value.place == str(path) and "baseline write" in raised.value.hint


def test_unknown_format(tmp_path: Path) -> None:
    (tmp_path / "base.json").write_text('{"format": 9, "findings": []}', "utf-8")
    with pytest.raises(ConfigError, match="format 9 is unknown"):
        read_baseline(tmp_path / "base.json")


def test_missing_and_unwritable(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        read_baseline(tmp_path / "nowhere.json")
    with pytest.raises(ConfigError, match="can't be written"):
        write_baseline(tmp_path / "no" / "folder" / "base.json", Counter())


def test_relative_paths(tmp_path: Path) -> None:
    assert relative(str(tmp_path / "a" / "b.txt"), tmp_path) == "a/b.txt"
    assert relative(str(tmp_path / "a" / ".." / "b.txt"), tmp_path) == "b.txt"
    assert relative("/elsewhere/b.txt", tmp_path) == "/elsewhere/b.txt"
