"""What a start costs: CPU time of short runs of adcheck against ``python -c pass``.

python tests/bench/bench_start.py [--times 11]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from measure import heading, medians, program, run, table

CLEAN = """# 门诊时间调整通知

国庆期间门诊安排如下,请合理安排就诊时间。急诊照常开放,预约电话和公众号不变。
就诊请带身份证和医保卡;复诊请带病历和检查单。
"""
AD = "本院独家疗法,三天见效,根治鼻炎,治愈率98%,签约治疗,无效退款。\n"
TARGET = 12
"""Most that a check of one clean small file may cost, as a multiple of ``python -c pass``."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=11, help="runs of each, of which the median is shown")
    times = parser.parse_args().times
    heading()
    with tempfile.TemporaryDirectory() as folder:
        print(_measure(Path(folder), times))


def _measure(folder: Path, times: int) -> str:
    clean, ad = folder / "clean.md", folder / "ad.md"
    clean.write_text(CLEAN, "utf-8")
    ad.write_text(AD, "utf-8")
    check = [*program("adcheck"), "check"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"], "python -c 'import click'": [sys.executable, "-c", "import click"],
        "adcheck --version": [*program("adcheck"), "--version"],
        "adcheck check clean.md": [*check, str(clean)], "adcheck check ad.md": [*check, str(ad)],
    }  # fmt: skip
    warm = {"ADCHECK_CACHE_DIR": str(folder / "warm")}
    expected = {name: int(name.endswith("ad.md")) for name in commands}

    def cost(name: str, env: dict[str, str]) -> float:
        done = run(commands[name], env=env)
        if done.code != expected[name]:
            raise SystemExit(f"{name}: exit code {done.code}\n{done.out}{done.err}")
        return done.cpu

    cold = cost("adcheck check clean.md", {"ADCHECK_CACHE_DIR": str(folder / "cold")})
    cost("adcheck check clean.md", warm)  # fills the cache
    works: dict[str, Callable[[], float]] = {name: partial(cost, name, warm) for name in commands}
    taken = medians(works, times)
    base = taken["python -c pass"]
    rows = [(name, f"{1000 * value:.0f}", f"{value / base:.1f}") for name, value in taken.items()]
    rows.append(
        (
            "adcheck check clean.md, cold (rules compiled from their sources; once)",
            f"{1000 * cold:.0f}",
            f"{cold / base:.1f}",
        )
    )
    ratio = taken["adcheck check clean.md"] / base
    verdict = "met" if ratio <= TARGET else "NOT met"
    return f"{table(('command', 'CPU ms', 'times python -c pass'), rows)}\n\ntarget: at most {TARGET}; {ratio:.1f}: {verdict}"


if __name__ == "__main__":
    main()
