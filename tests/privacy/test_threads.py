"""Threads that begin together share models, lists and expressions, and find what one alone finds."""

from __future__ import annotations

import subprocess
import sys

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
