"""Word borders by segmentation, for short words that a longer word may straddle (跟治 in 跟治疗).

jieba and its dictionary are loaded with the first question; its cache goes to adcheck's own cache folder.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any


@cache
def _tokenizer() -> Any:
    import logging

    from adcheck.cachefolder import cache_folder

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    folder = cache_folder()
    if folder:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            tokenizer.tmp_dir = str(folder)
        except OSError:
            pass
    return tokenizer


def on_borders(clause: str, start: int, end: int) -> bool:
    """Whether no word of the clause reaches over an end of ``clause[start:end]``."""
    edges = {0}
    at = 0
    for word in _tokenizer().cut(clause, HMM=False):
        at += len(word)
        edges.add(at)
    return start in edges and end in edges
