"""What the benchmarks share: CPU time and memory of a child process, medians, tables. Needs ``wait4`` (Linux, macOS)."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from mixed_text import ROOT

T = TypeVar("T")

ADCHECK = [sys.executable, "-m", "adcheck"]
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of ``ru_maxrss``."""


class Run(NamedTuple):
    """A finished child: CPU time (user and system) and wall time in seconds, peak resident memory in MB."""

    cpu: float
    wall: float
    peak: float
    code: int
    out: str
    err: str


def run(command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run a command to its end; its own children count into ``cpu`` when it waits for them.

    Compiled modules are kept, as they are in an installation: else each run would compile all sources again.
    """
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        child = subprocess.Popen(command, stdout=out, stderr=err, cwd=cwd, env={**around, **(env or {})})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        texts = [stream.read().decode("utf-8", "replace") for stream in (out, err)]
    peak = usage.ru_maxrss * RSS_UNIT / 1e6
    return Run(usage.ru_utime + usage.ru_stime, wall, peak, child.returncode, texts[0], texts[1])


def program(name: str) -> list[str]:
    """The installed script beside this Python, or the module when there is none."""
    script = Path(sys.executable).with_name(name)
    return [str(script)] if script.exists() else ADCHECK


def cpu_of(work: Callable[[], T]) -> tuple[float, T]:
    """Process CPU time of a call, and what it returns."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def medians(works: Mapping[str, Callable[[], float]], times: int) -> dict[str, float]:
    """The median of each; taken in turns, so that a busy spell of the machine falls on all of them."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            taken[name].append(work())
    return {name: statistics.median(values) for name, values in taken.items()}


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first stand to the right."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def machine() -> str:
    """The machine in neutral words, and how busy it is."""
    load = os.getloadavg()[0]
    return f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}"


def heading() -> None:
    """Print where and with what the figures were taken."""
    import adcheck

    shown = Path(adcheck.__file__).resolve()
    where = "this checkout" if shown.is_relative_to(ROOT) else str(shown.parent)
    print(f"adcheck {adcheck.__version__} ({where}); {machine()}\n", flush=True)
