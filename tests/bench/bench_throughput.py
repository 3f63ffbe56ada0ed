"""Throughput on mixed text: adcheck beside a plain word list and textlint with textlint-rule-prh, in CPU time.

    python tests/bench/bench_throughput.py [--mb 10] [--textlint DIR | --install-textlint]

The text is cut into documents of 1 MB, since the findings of one document are limited (adcheck.engine.MOST_HITS) and a
document cut short would look fast. Two texts are measured: one that repeats the sentences of the corpora, as drafts made
from templates do, and one where no sentence stands twice. Each row starts in a fresh process.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from measure import ADCHECK, cpu_of, heading, run, table
from mixed_text import documents, mixed_text, repeated, varied_text

TERMS = 1000
DOCUMENT = 1_000_000
"""Bytes of one document."""
TARGET_SPEED, TARGET_RATIO = 5.0, 40.0
TEXTS = {"repeating": mixed_text, "all different": varied_text}


class Cost(NamedTuple):
    """Megabytes read, CPU seconds for them, and what was found."""

    mb: float
    cpu: float
    found: int
    note: str = ""

    @property
    def speed(self) -> float:
        """MB/s."""
        return self.mb / self.cpu


def terms() -> list[str]:
    """A thousand literal terms of adcheck's own rules."""
    from adcheck.rulebook.store import load_rules

    every = {t for rule in load_rules().rules if "zh" in rule.words for t in rule.words["zh"].terms if len(t) > 1}
    return random.Random(1).sample(sorted(every), TERMS)


def _read(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]


def _size(texts: Sequence[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def with_library(folder: Path) -> dict[str, Cost]:
    """adcheck in this process, from the first document on: what an expression costs to compile is in it."""
    import adcheck

    loading, _ = cpu_of(lambda: adcheck.check_text("平常的话。"))
    texts = _read(folder)
    costs: list[Cost] = []
    for text in texts:
        cpu, report = cpu_of(lambda text=text: adcheck.check_text(text))  # type: ignore[misc]
        if report.checked[0].notes:
            raise SystemExit(f"not the whole document was read: {report.checked[0].notes}")
        costs.append(Cost(_size([text]), cpu, len(report.findings)))
    rows = {"adcheck, library": _sum(costs, f"loading {loading:.2f} s apart")}
    if len(costs) > 1:
        rows["... its first document"] = costs[0]
        rows["... the others"] = _sum(costs[1:])
    return rows


def _sum(costs: Sequence[Cost], note: str = "") -> Cost:
    return Cost(sum(c.mb for c in costs), sum(c.cpu for c in costs), sum(c.found for c in costs), note)


def as_one_document(folder: Path) -> dict[str, Cost]:
    """adcheck on all of the text as one document, which ends early when the findings are too many."""
    import adcheck

    adcheck.check_text("平常的话。")
    text = "\n".join(_read(folder))
    cpu, report = cpu_of(lambda: adcheck.check_text(text))
    part = 1.0
    if any("findings" in note for note in report.checked[0].notes):
        last = max([*(f.end for f in report.findings), *(d.end for d in report.dropped)])
        part = last / len(text)
    note = "" if part == 1.0 else f"stopped by the limit of findings after {part:.0%}; speed over what was read"
    return {"adcheck, library, one document": Cost(_size([text]) * part, cpu, len(report.findings), note)}


def with_program(folder: Path) -> dict[str, Cost]:
    """``adcheck check -j 1`` on the files: start, reading and report included."""
    report = folder / "report.json"
    done = run([*ADCHECK, "check", "-q", "-j", "1", "--isolated", f"--output-format=json={report}", str(folder)])
    if done.code not in (0, 1):
        raise SystemExit(done.err)
    found = json.loads(report.read_text("utf-8"))
    report.unlink()
    checked = [c for c in found["checked"] if c["status"] == "checked"]
    if len(checked) != len(list(folder.glob("*.txt"))) or any(c["notes"] for c in checked):
        raise SystemExit(f"not all was read: {found['checked']}")
    return {"adcheck check -j 1": Cost(_size(_read(folder)), done.cpu, len(found["findings"]))}


def with_word_list(folder: Path) -> dict[str, Cost]:
    """``term in line`` for each line, which is the least that can name a line; and once over a whole document."""
    words = terms()
    texts = _read(folder)

    def by_line() -> int:
        return sum(term in line for text in texts for line in text.split("\n") for term in words)

    def whole() -> int:
        return sum(term in text for text in texts for term in words)

    slow, found = cpu_of(by_line)
    fast, few = cpu_of(whole)
    return {
        "word list, `term in line`": Cost(_size(texts), slow, found),
        "word list, `term in text` (which terms, not where)": Cost(_size(texts), fast, few),
    }


def with_textlint(folder: Path, installed: Path, slice_mb: float) -> dict[str, Cost]:
    """textlint with prh on a slice of the first documents; a run on an empty text, its start, is taken off."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        rules = [f"  - expected: 〔不宜〕\n    pattern: {json.dumps(t, ensure_ascii=False)}\n" for t in terms()]
        (place / "prh.yml").write_text("version: 1\nrules:\n" + "".join(rules), "utf-8")
        settings = {"rules": {"prh": {"rulePaths": [str(place / "prh.yml")]}}}
        (place / ".textlintrc.json").write_text(json.dumps(settings), "utf-8")
        text = "\n".join(documents("\n".join(_read(folder)), int(slice_mb * 1e6))[:1])
        (place / "a.txt").write_text(text, "utf-8")
        (place / "empty.txt").write_text("\n", "utf-8")
        base = ["node", str(installed / "node_modules" / "textlint" / "bin" / "textlint.js"), "-f", "json"]
        base += ["--config", str(place / ".textlintrc.json"), "--rules-base-directory", str(installed / "node_modules")]
        start = min(run([*base, str(place / "empty.txt")], cwd=place).cpu for _ in range(3))
        done = run([*base, str(place / "a.txt")], cwd=place)
        if done.code not in (0, 1):
            raise SystemExit(f"textlint: {done.err or done.out[:2000]}")
        found = sum(len(item["messages"]) for item in json.loads(done.out))
    note = f"on {_size([text]):.1f} MB; start {start:.2f} s apart"
    return {f"textlint, prh, {TERMS:,} terms": Cost(_size([text]), done.cpu - start, found, note)}


PARTS = {"library": with_library, "one": as_one_document, "program": with_program, "words": with_word_list}


def _in_fresh_process(part: str, folder: Path) -> dict[str, Cost]:
    done = run([sys.executable, __file__, "--part", part, "--folder", str(folder)])
    if done.code:
        raise SystemExit(done.err or done.out)
    return {name: Cost(*row) for name, row in json.loads(done.out).items()}


def install_textlint(folder: Path) -> Path:
    """Install textlint and textlint-rule-prh with npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not there")
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "textlint", "textlint-rule-prh"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return folder


def _measure(kind: str, mb: float, textlint: Path | None, slice_mb: float) -> None:
    text = TEXTS[kind](int(mb * 1e6))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "texts"
        folder.mkdir()
        for number, part in enumerate(documents(text, DOCUMENT)):
            (folder / f"{number:03}.txt").write_text(part, "utf-8")
        rows: dict[str, Cost] = {}
        for part in PARTS:
            rows |= _in_fresh_process(part, folder)
        if textlint:
            rows |= with_textlint(folder, textlint, slice_mb)
    print(f"## {kind}: {_size([text]):.1f} MB, {repeated(text):.0%} of the sentences stood in it before\n")
    print(table(("", "MB/s", "CPU s", "found", "adcheck is ... times as fast", "note"), _rows(rows)))
    _verdict(rows)


def _rows(rows: dict[str, Cost]) -> list[tuple[object, ...]]:
    ours = rows["adcheck, library"].speed
    return [
        (
            name,
            f"{c.speed:.2f}",
            f"{c.cpu:.1f}",
            f"{c.found:,}",
            "" if "adcheck" in name or "..." in name else f"{ours / c.speed:.2f}",
            c.note,
        )
        for name, c in rows.items()
    ]


def _verdict(rows: dict[str, Cost]) -> None:
    speed = rows["adcheck, library"].speed
    print(f"\ntarget {TARGET_SPEED} MB/s: {speed:.2f}, {'met' if speed >= TARGET_SPEED else 'NOT met'}")
    for name, cost in rows.items():
        if name.startswith("textlint"):
            ratio = speed / cost.speed
            print(
                f"target {TARGET_RATIO:.0f} times textlint with prh: {ratio:.1f}, {'met' if ratio >= TARGET_RATIO else 'NOT met'}"
            )
    print(flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=float, default=10, help="megabytes of each text")
    parser.add_argument(
        "--textlint", type=Path, metavar="DIR", help="folder where npm installed textlint and textlint-rule-prh"
    )
    parser.add_argument("--install-textlint", action="store_true", help="install them into a temporary folder")
    parser.add_argument("--textlint-mb", type=float, default=1, help="megabytes that textlint is given")
    parser.add_argument("--text", choices=[*TEXTS], action="append", help="only this text")
    parser.add_argument("--part", choices=[*PARTS], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        print(json.dumps(PARTS[given.part](given.folder)))
        return
    heading()
    with tempfile.TemporaryDirectory() as scratch:
        textlint = install_textlint(Path(scratch)) if given.install_textlint else given.textlint
        if textlint is None:
            print("textlint is left out: give --textlint DIR or --install-textlint\n")
        for kind in given.text or TEXTS:
            _measure(kind, given.mb, textlint.resolve() if textlint else None, given.textlint_mb)


if __name__ == "__main__":
    main()
