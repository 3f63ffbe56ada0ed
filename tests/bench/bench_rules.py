"""Cost against the number of rules, and against the size of the text.

python tests/bench/bench_rules.py [--plot docs/img/rules-cost.svg] [--mb 2] [--times 3]

Rules are made up: each has two literal terms and one pattern of two word groups with a gap. Two ways of making them:
"rare": their words are made up, as those of a well-aimed rule stand in few sentences; "common": each pattern also has a
two-character word taken from the text itself among its first words. The text always holds the same planted matches, of the
first hundred rules, so that the findings are the same at every number of rules.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from measure import cpu_of, heading, medians, table
from mixed_text import ROOT, mixed_text, varied_text

COUNTS = (100, 1_000, 10_000)
PLANTED = 100
SIZES = (1, 2, 4, 8)
FEW_ADS = 0.01
"""Share of advertising lines in the text of growing size: its findings must stay below the limit of one document."""

SYLLABLES = "澜珀晟翊霁岚琰沁舜皓珂玥桁楹槿檀沅淇湛滢澈炜烨琮瑾璟瓒畅睿禾笙筠绮翎聿芷苓茗莞菡萱蕴蘅虔衍裕谦轩逸遥邃郁钰锦阙隽霖靖韶颀馥骁"
LAWS = """jurisdiction = "cn"
[laws.bench-law]
title = "测法"
title_en = "Bench Law"
version = "2020-01-01"
in_force = "2020-01-01"
verified = true
"""
RULE = """code = "{code}"
name = "bench-{number}"
category = "guarantee"
title = {{ zh = "测", en = "bench" }}
message = {{ zh = "有“{{match}}”", en = "has “{{match}}”" }}
suggestion = {{ zh = "删去", en = "drop it" }}
[match.zh]
terms = ["{a}", "{b}"]
patterns = ["(?:{c}|{d}){{gap6}}(?:{e}|{f})"]
[[law]]
jurisdiction = "cn"
law = "bench-law"
article = "1"
severity = "error"
[[bad]]
text = "{a}"
[[good]]
text = "好"
why = "fine"
"""


class Made(NamedTuple):
    """A made-up rule as a file, and two sentences it finds."""

    source: str
    sentences: tuple[str, str]


def make_rules(count: int, common: Sequence[str] = ()) -> list[Made]:
    """Made-up rules; the first ones are the same for every count."""
    chance, other = random.Random(7), random.Random(8)  # the same words for both ways
    taken: set[str] = set()

    def word(length: int) -> str:
        while True:
            made = "".join(chance.choice(SYLLABLES) for _ in range(length))
            if made not in taken:
                taken.add(made)
                return made

    rules = []
    for number in range(count):
        a, b, c, d, e, f = (word(n) for n in (4, 3, 3, 3, 3, 4))
        first = other.choice(common) if common else d
        code = f"BE{chr(65 + number // 1000)}{number % 1000:03}"
        source = RULE.format(code=code, number=number, a=a, b=b, c=c, d=first, e=e, f=f)
        rules.append(Made(source, (f"这款{a}到店可用。", f"这款{c}配合{e}到店可用。")))
    return rules


def planted_text(rules: Sequence[Made], size: int) -> str:
    """Ordinary lines, one in fifty with what one of the rules finds."""
    chance = random.Random(3)
    lines = mixed_text(size, ads=0.0).split("\n")
    for at in range(0, len(lines), 50):
        lines[at] += chance.choice(chance.choice(rules[:PLANTED]).sentences)
    return "\n".join(lines)


def common_words(text: str) -> list[str]:
    """Pairs of Chinese characters that stand in the text, the most frequent first."""
    counts: dict[str, int] = {}
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if all("一" <= char <= "鿿" for char in pair):
            counts[pair] = counts.get(pair, 0) + 1
    return sorted(counts, key=lambda pair: (-counts[pair], pair))[:5000]


class Cost(NamedTuple):
    """Seconds to compile the rules, CPU seconds per megabyte of text, and the findings in it."""

    compiling: float
    per_mb: float
    found: int


def cost_of(rules: Sequence[Made], text: str, times: int) -> Cost:
    """Check the text with these rules only; a fresh engine each time, with its automaton built before."""
    from adcheck.documents.model import plain_document
    from adcheck.engine import Engine
    from adcheck.rulebook.store import compile_folders

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in ("laws", "lexicons", "guarantee"):
            (folder / name).mkdir()
        (folder / "laws" / "cn.toml").write_text(LAWS, "utf-8")
        for number, rule in enumerate(rules):
            (folder / "guarantee" / f"{number}.toml").write_text(rule.source, "utf-8")
        compiling, ruleset = cpu_of(lambda: compile_folders([folder]))
    document = plain_document(text)
    found = 0

    def check() -> float:
        nonlocal found
        engine = Engine(ruleset, ruleset.rules, ("cn",))
        engine.automaton.build()
        cpu, outcome = cpu_of(lambda: engine.check(document, "medical-service"))
        if outcome.notes:
            raise SystemExit(f"not the whole text was read: {outcome.notes}")
        found = len(outcome.hits)
        return cpu

    cpu = medians({"": check}, times)[""]
    return Cost(compiling, cpu / (len(text.encode()) / 1e6), found)


def by_rules(mb: float, times: int) -> dict[str, list[Cost]]:
    """The cost at each number of rules, for both ways of making them."""
    text = planted_text(make_rules(PLANTED), int(mb * 1e6))
    words = common_words(text)
    return {
        kind: [cost_of(make_rules(count, common), text, times) for count in COUNTS]
        for kind, common in (("rare", ()), ("common", words))
    }


def by_size(times: int, sizes: Sequence[float]) -> list[tuple[float, float, int]]:
    """(megabytes, CPU seconds, findings) of one document with all default rules, no sentence twice."""
    from adcheck.documents.model import plain_document
    from adcheck.engine import Engine
    from adcheck.policy.options import Options
    from adcheck.policy.selection import selected
    from adcheck.rulebook.store import load_rules

    ruleset = load_rules()
    chosen = selected(Options(), ruleset.rules)
    engine = Engine(ruleset, chosen, ("cn",))
    engine.check(plain_document(varied_text(int(sizes[0] * 1e6), seed=99)))  # compiles the expressions
    whole = varied_text(int(sizes[-1] * 1e6), ads=FEW_ADS)
    found = 0

    def check(text: str) -> float:
        nonlocal found
        fresh = Engine(ruleset, chosen, ("cn",))  # remembers no sentence, but takes the compiled expressions over
        fresh.run, fresh.automaton = engine.run, engine.automaton
        cpu, outcome = cpu_of(lambda: fresh.check(plain_document(text)))
        if outcome.notes:
            raise SystemExit(f"not the whole text was read: {outcome.notes}")
        found = len(outcome.hits)
        return cpu

    rows = []
    for size in sizes:
        text = whole[: int(len(whole) * size / sizes[-1])]
        cpu = medians({"": lambda text=text: check(text)}, times)[""]  # type: ignore[misc]
        rows.append((len(text.encode()) / 1e6, cpu, found))
    return rows


WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 360, 70, 40, 110, 50
COLOURS = ("#1b6ca8", "#c0562a")


def plot(costs: dict[str, list[Cost]]) -> str:
    """The cost per megabyte over the number of rules (logarithmic) as SVG."""
    top = max(c.per_mb for row in costs.values() for c in row) * 1.15
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(place: int) -> float:
        return LEFT + wide * place / (len(COUNTS) - 1)

    def y(value: float) -> float:
        return TOP + high * (1 - value / top)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="22" font-size="14">CPU seconds per MB of text against the number of rules</text>',
    ]
    for step in range(5):
        value = top * step / 4
        parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.2f}</text>')
    for place, count in enumerate(COUNTS):
        parts.append(f'<text x="{x(place):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{count:,}</text>')
    parts.append(f'<text x="{LEFT + wide / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">rules (logarithmic)</text>')
    for (kind, row), colour in zip(costs.items(), COLOURS, strict=True):
        points = [(x(place), y(cost.per_mb)) for place, cost in enumerate(row)]
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="{colour}"/>' for a, b in points]
        parts.append(
            f'<text x="{points[-1][0] + 10:.1f}" y="{points[-1][1] + 4:.1f}" fill="{colour}">{kind} words</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=float, default=2, help="megabytes of text for the number of rules")
    parser.add_argument("--times", type=int, default=3, help="runs of each, of which the median is shown")
    parser.add_argument("--plot", type=Path, default=ROOT / "docs" / "img" / "rules-cost.svg", help="the SVG to write")
    parser.add_argument("--sizes", type=float, nargs="+", default=SIZES, help="megabytes of the growing text")
    parser.add_argument("--only", choices=["rules", "size"], help="only this part")
    given = parser.parse_args()
    heading()
    if given.only != "size":
        costs = by_rules(given.mb, given.times)
        rows = [
            (
                kind,
                f"{count:,}",
                f"{c.compiling:.1f}",
                f"{c.per_mb:.3f}",
                f"{c.per_mb / row[0].per_mb:.2f}",
                f"{c.found:,}",
            )
            for kind, row in costs.items()
            for count, c in zip(COUNTS, row, strict=True)
        ]
        print(
            table(("words", "rules", "compiling s", "CPU s per MB", f"times {COUNTS[0]} rules", "found"), rows),
            flush=True,
        )
        given.plot.parent.mkdir(parents=True, exist_ok=True)
        given.plot.write_text(plot(costs), "utf-8")
    if given.only != "rules":
        grown = by_size(given.times, sorted(given.sizes))
        base = grown[0][1] / grown[0][0]
        rows = [
            (f"{mb:.1f}", f"{cpu:.2f}", f"{cpu / mb:.3f}", f"{cpu / mb / base:.2f}", f"{n:,}") for mb, cpu, n in grown
        ]
        print("\n" + table(("MB", "CPU s", "CPU s per MB", "times the first", "found"), rows))


if __name__ == "__main__":
    main()
