"""Peak memory of ``adcheck check`` on hostile files, each in a process of its own.

python tests/bench/bench_memory.py [--scale 1.0] [--limit-seconds 600] [--only NAME]

Prints what adcheck said, its exit code, CPU seconds and peak resident memory in MB.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import ADCHECK, heading, run, table

LINE = 100_000_000
"""Bytes of the long line: the most that adcheck reads by default (max-file-size)."""
HUGE = 1_000_000_000
FINDINGS = 5_000_000
PLAIN = "门诊时间为工作日上午八点到下午五点,请带好病历和检查单,"


def small(path: Path, scale: float) -> None:
    path.write_text(PLAIN, "utf-8")


def long_line(path: Path, scale: float) -> None:
    part = PLAIN.encode()
    path.write_bytes(part * (int(LINE * scale) // len(part)))


def huge(path: Path, scale: float) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)  # sparse: takes no room


def findings(path: Path, scale: float) -> None:
    path.write_text("根治" * (int(FINDINGS * scale) // 6), "utf-8")


def deep_json(path: Path, scale: float) -> None:
    path.write_text("[" * int(1_000_000 * scale), "utf-8")


def yaml_bomb(path: Path, scale: float) -> None:
    lines = ["a0: &a0 [能根治, 能根治]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    path.write_text("\n".join(lines), "utf-8")


def nul_bytes(path: Path, scale: float) -> None:
    path.write_bytes(b"\x00" * int(1_000_000 * scale))


CASES: dict[str, tuple[str, Callable[[Path, float], None]]] = {
    "a small file, to compare": ("a.txt", small), "a line of 100 MB": ("a.txt", long_line),
    "a sparse file of 1 GB": ("a.txt", huge), "5 MB of 根治": ("a.txt", findings), "JSON 1,000,000 deep": ("a.json", deep_json),
    "YAML bomb (10^11 values)": ("a.yaml", yaml_bomb), "1 MB of NUL bytes": ("a.txt", nul_bytes),
}  # fmt: skip


def _row(name: str, scale: float, limit: int) -> tuple[str, ...]:
    file, make = CASES[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file
        make(path, scale)
        # the system ends the process when its CPU time is spent: hostile input must not hang the benchmark either
        command = ["sh", "-c", f'ulimit -t {limit}; exec "$@"', "sh", *ADCHECK, "check", "-q", "--isolated"]
        done = run([*command, "--sector", "medical-service", "--lang", "en", "--output-format", "concise", str(path)])
        said = (done.out + done.err).replace(folder + "/", "").strip().splitlines()
        telling = [
            line
            for line in said
            if line.strip().startswith("failed")
            or "note" in line
            or "limit" in line
            or "more than" in line
            or "not read" in line
        ]
        message = (telling or said or [""])[-1]
    if done.code < 0:  # ended by a signal: by the limit above, or by the system for want of memory
        spent = f"CPU time of {limit} s was spent" if done.cpu >= limit - 1 else "not by the limit of CPU time"
        message = f"NOT ENDED: {signal.Signals(-done.code).name}, {spent}"
    return name, message[:140].replace("|", "\\|"), str(done.code), f"{done.cpu:.1f}", f"{done.peak:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--scale", type=float, default=1.0, help="size of the files against those named (not of the 1 GB)"
    )
    parser.add_argument("--limit-seconds", type=int, default=600, help="CPU seconds after which a case is ended")
    parser.add_argument("--only", choices=[*CASES], action="append", help="only this case")
    given = parser.parse_args()
    heading()
    subprocess.run([*ADCHECK, "check", "-q", __file__], check=False, capture_output=True)  # fills the cache
    rows = [_row(name, given.scale, given.limit_seconds) for name in given.only or CASES]
    print(table(("input", "said", "exit code", "CPU s", "peak MB"), rows))


if __name__ == "__main__":
    main()
