"""Threads that begin together share models, lists and expressions, and find what one alone finds."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident
from time import sleep
from typing import Any

import pytest

from adcheck.privacy.names import decode
from adcheck.privacy.names.role import Name

CODE = """
from threading import Thread
from adcheck.privacy import find
texts = [f"患者{name}，女，{age}岁，家属电话1390671{age}25。Patient John Carver{age} called." for age in range(20, 60)
         for name in ("罗晓燕", "韩志强", "曾凤仙")]
found = {}
def work(first):
    for place in range(first, len(texts), 6):
        found[place] = find(texts[place])
threads = [Thread(target=work, args=(first,)) for first in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert [found.get(place) for place in range(len(texts))] == [find(text) for text in texts]
assert all(len(one) >= 2 for one in found.values())
"""


def test_threads_find_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], check=False, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")


class _Slow:
    """A model that holds the sentence it was given last, as the real one does, and takes its time."""

    rows: Any = None

    def set(self, rows: Any) -> None:
        self.rows = rows
        sleep(0.01)

    def marginal(self, label: str, place: int) -> float:
        return float(self.rows == [[str(get_ident())]])


def test_two_threads_never_give_one_model_their_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    model = _Slow()
    monkeypatch.setattr(decode, "tagger", lambda name: model)
    monkeypatch.setattr(decode.role, "features", lambda *_: [str(get_ident())])
    with ThreadPoolExecutor(4) as pool:
        odds = list(pool.map(lambda _: decode.judge("患者张伟", Name(2, 4), "zh"), range(12)))
    assert all(set(one.values()) == {1.0} for one in odds)
