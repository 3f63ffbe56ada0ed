"""Compare an installed adcheck with this checkout: the same rules, and the same findings on examples/.

Usage: ``python scripts/check_package.py PATH_OF_ADCHECK``. The program runs in an empty folder, with an empty home and
proxies that lead nowhere (and, where the system allows it, without any network at all). Exits 1 on a difference.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOWHERE = "http://127.0.0.1:9"


def without_network() -> list[str]:
    """A prefix that runs a command in a network name space of its own; empty where that is not allowed."""
    prefix = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare"):
        return []
    allowed = subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0
    return prefix if allowed else []


def output(program: str, folder: str, *arguments: str, code: int) -> Any:
    """The JSON that the program prints, started in an empty folder."""
    clean = {k: v for k, v in os.environ.items() if not k.upper().startswith(("PYTHON", "ADCHECK", "PIP"))}
    env = {**clean, "HOME": folder, "http_proxy": NOWHERE, "https_proxy": NOWHERE, "LC_ALL": "C.UTF-8"}
    command = [*without_network(), program, *arguments, "--output-format", "json"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != code:
        sys.exit(
            f"{' '.join(command)}: exit code {done.returncode}, expected {code}\n{done.stdout[-2000:]}{done.stderr}"
        )
    return json.loads(done.stdout)


def rule_files() -> int:
    """Rule files of the checkout, counted without adcheck."""
    aside = {"laws", "lexicons", "spelling"}
    return sum(1 for p in (ROOT / "rules").glob("*/*.toml") if p.parent.name not in aside)


def main() -> None:
    program = str(Path(sys.argv[1]).absolute())
    own = str(Path(sys.executable).with_name("adcheck"))
    with tempfile.TemporaryDirectory() as folder:
        rules = output(program, folder, "rule", "--all", code=0)
        installed = output(program, folder, "check", str(ROOT / "examples"), code=1)
        checkout = output(own, folder, "check", str(ROOT / "examples"), code=1)
    if len(rules) != rule_files():
        sys.exit(f"the package has {len(rules)} rules, the checkout {rule_files()}")
    if installed != checkout:
        sys.exit("the package finds something else in examples/ than the checkout")
    print(f"{len(rules)} rules and {len(installed['findings'])} findings in examples/, as in the checkout")


if __name__ == "__main__":
    main()
