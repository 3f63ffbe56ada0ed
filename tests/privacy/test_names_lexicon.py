"""The word list that is looked up in place: the same words as the lists it is built from."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import build_lexicon  # noqa: E402

from adcheck.privacy.names.lattice import Lattice  # noqa: E402
from adcheck.privacy.names.lexicon import FILE, Lexicon, _cost, is_counted  # noqa: E402
from adcheck.privacy.names.lists import DATA, lines, words  # noqa: E402

TEXT = "国庆期间门诊安排如下，请合理安排就诊时间。一二三四五六七，不可一日无此君；龘"


def test_the_file_is_up_to_date() -> None:
    assert (DATA / FILE).read_text("utf-8") == build_lexicon.content()


def pieces(text: str) -> set[str]:
    return {text[at : at + size] for size in (1, 2, 3, 4) for at in range(len(text) - size + 1)}


@pytest.mark.parametrize("times", [1, 20])
def test_all_words_of_a_text_are_known(times: int) -> None:
    known, signs = Lexicon(), build_lexicon.signs()
    for _ in range(times):
        known.learn(TEXT)
    usual = set(lines("words.txt"))
    for word in pieces(TEXT):
        assert known.costs.get(word) == (_cost(signs[word]) if word in signs else None)
        assert (word in known.common) == (word in usual)
    for pair in (piece for piece in pieces(TEXT) if len(piece) == 2):
        longest = max((len(word) for word in signs if word.startswith(pair)), default=0)
        assert known.longest.get(pair, 0) == longest


def test_a_short_text_reads_few_words() -> None:
    known = Lexicon()
    known.learn("不可一日无此君")
    assert 0 < len(known.costs) < 100


def test_threads_may_learn_together() -> None:
    known, text = Lexicon(), (ROOT / "corpora" / "clean" / "hospital-news.txt").read_text("utf-8")[:3000]
    threads = [Thread(target=lambda: [known.learn(line) for line in text.split("。")]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    signs = build_lexicon.signs()
    assert all(known.costs.get(word) == _cost(signs[word]) for word in pieces(text) if word in signs)


@pytest.mark.parametrize("word", ["", "a", "\ud800", "x时间", "龘龘", "#"])
def test_what_is_no_word(word: str) -> None:
    assert word not in words() and not is_counted(word)


def test_signs_cut_a_sentence_into_parts_that_know_all() -> None:
    left, right = Lattice("患者王秀英"), Lattice("来院就诊")
    whole = Lattice("患者王秀英，来院就诊")
    assert whole.places() == left.places() + "O" + right.places()
    assert whole.margin(2, 5) == pytest.approx(left.margin(2, 5))
