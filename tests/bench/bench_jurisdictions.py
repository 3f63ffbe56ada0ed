"""What the law of more places costs: throughput with cn alone against all jurisdictions, side by side.

python tests/bench/bench_jurisdictions.py [--mb 0.5] [--times 3]
"""

from __future__ import annotations

import argparse
import json

from measure import cpu_of, heading, medians, table
from mixed_text import ROOT, mixed_text, varied_text

from adcheck.checker import Checker
from adcheck.documents.model import plain_document
from adcheck.model import JURISDICTIONS
from adcheck.policy.config import Config
from adcheck.policy.options import Options

CHOICES = {"cn": ("cn",), "us": ("us",), "all": JURISDICTIONS}
TARGET = 0.7
"""Least that all jurisdictions together may reach of the speed with cn alone."""


def english_text(size: int) -> str:
    """About ``size`` bytes of the English corpus, sentence after sentence, repeated with numbers so that none is the same."""
    rows = [
        json.loads(line)["text"]
        for path in sorted((ROOT / "corpora" / "en").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    out: list[str] = []
    length = 0
    while length < size:
        line = f"{rows[len(out) % len(rows)]} ({len(out)})"
        out.append(line)
        length += len(line.encode()) + 1
    return "\n".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=float, default=0.5)
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    heading()
    size = int(args.mb * 1e6)
    for name, text, warm in (
        ("Chinese", varied_text(size, seed=3), mixed_text(size // 2, seed=4)),
        ("English", english_text(size), english_text(size // 2)),
    ):
        print(f"\n{name}, {len(text.encode()) / 1e6:.2f} MB; personal data is not looked for\n")
        print(_measure(text, warm, args.times))


def _measure(text: str, warm: str, times: int) -> str:
    works = {}
    for choice, jurisdictions in CHOICES.items():
        engine = Checker(Config(Options(jurisdictions=jurisdictions))).engine(jurisdictions)
        engine.check(plain_document(warm))
        # another digit each time, so that no sentence was met before
        turns = iter(range(1, times + 1))
        works[choice] = lambda engine=engine, turns=turns: cpu_of(
            lambda: engine.check(plain_document(text.replace("\n", f"{next(turns)}\n")))
        )[0]
    taken = medians(works, times)
    size = len(text.encode()) / 1e6
    return table(
        ["jurisdictions", "MB/s", "CPU s", "of cn alone"],
        [(choice, f"{size / cpu:.2f}", f"{cpu:.2f}", f"{taken['cn'] / cpu:.2f}") for choice, cpu in taken.items()],
    )


if __name__ == "__main__":
    main()
