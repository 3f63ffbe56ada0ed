"""The program as a user runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

BAD = "根治鼻炎,三天见效。\n"
CLEAN = "门诊时间:周一至周五。本院不保证治愈。\n"


@dataclass(frozen=True)
class Done:
    """What a run left: exit code and output."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def codes(self) -> list[str]:
        """Codes of the findings of a JSON report."""
        return [finding["code"] for finding in self.json()["findings"]]


Adcheck = Callable[..., Done]


@pytest.fixture
def adcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Adcheck:
    """Runs the program in ``tmp_path``, with English messages unless told otherwise."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes = b"", **env: str) -> Done:
        chosen = {"LC_ALL": "en_GB.UTF-8", "PYTHONIOENCODING": "utf-8", **env}
        kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "LANG", "LC_MESSAGES")}
        command = [sys.executable, "-m", "adcheck_cli", *arguments]
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            command, cwd=tmp_path, env={**kept, **chosen}, input=data, capture_output=True, check=False
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file below ``tmp_path``."""

    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put
