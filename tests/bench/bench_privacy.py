"""What looking for personal data costs: characters a second on text that the screen passes over and on text it selects, and
CPU time in a fresh process: of a short notice without personal data, and to the first find; beside presidio's default engine
where its spaCy model is installed.

python tests/bench/bench_privacy.py [--characters 100000] [--times 3]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from measure import heading, run, table
from mixed_text import ROOT

from adcheck.privacy import find
from adcheck.privacy.screen import passages

SELECTED_TARGET, FIRST_TARGET, NOTICE_TARGET = 20_000, 4.0, 0.015
"""Least characters a second of selected text on one core; most seconds of CPU to the first find, and for a short notice."""
MODELS = ("en_core_web_lg", "en_core_web_sm")
PLAIN = {
    "zh": "门诊时间为周一至周五，就诊请带好证件与既往资料，国庆期间急诊照常开放，检查前请空腹八小时。\n",
    "en": "Clinic hours are listed on the door; please bring your papers, and fast for eight hours before the test.\n",
}
FIRST = {
    "zh": "from adcheck.privacy import find\nassert find('患者张伟，家属电话：13906718825')",
    "en": "from adcheck.privacy import find\nassert find('Patient John Carver, cell 415-555-2671')",
}
NOTICE = """
import sys, time
import adcheck.api
from adcheck.privacy import find
from adcheck.text.fold import fold
fold("通知")  # the rules need its table, too
began = time.process_time()
assert not find("国庆期间门诊安排如下,请合理安排就诊时间。急诊照常开放,预约电话和公众号不变。\\n就诊请带身份证和医保卡;复诊请带病历和检查单。")
print(time.process_time() - began)
assert not {"spacy", "presidio_analyzer", "pycrfsuite"} & set(sys.modules)
"""
PEER = """
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider
made = NlpEngineProvider(nlp_configuration={{"nlp_engine_name": "spacy",
    "models": [{{"lang_code": "en", "model_name": "{model}"}}]}}).create_engine()
engine = AnalyzerEngine(nlp_engine=made)
"""
PEER_FIRST = "assert engine.analyze('Patient John Carver, cell 415-555-2671', language='en')"


def selected_text(language: str, characters: int) -> str:
    """Labelled texts with personal data, one a paragraph, about as long as asked; each only once."""
    lines = (ROOT / "corpora" / "privacy" / f"{language}.jsonl").read_text("utf-8").splitlines()
    texts = [row["text"] for row in map(json.loads, lines) if row["spans"]]
    kept, length = [], 0
    for number in range(10_000):
        text = texts[number % len(texts)]
        # a text seen before would be answered from memory
        kept.append(text if number < len(texts) else f"{text} {number}")
        length += len(kept[-1]) + 1
        if length >= characters:
            break
    return "\n".join(kept)


def plain_text(language: str, characters: int) -> str:
    """Ordinary text without personal data."""
    line = PLAIN[language]
    return line * (characters // len(line) + 1)


def speed(work: Callable[[str], Any], text: str, times: int) -> float:
    """Median characters a second of CPU time; the text differs a little each time."""
    taken = []
    for number in range(times):
        fresh = f"{text}\n{number}"
        began = time.process_time()
        work(fresh)
        taken.append(len(fresh) / max(1e-9, time.process_time() - began))
    return statistics.median(taken)


def first(code: str, times: int) -> float:
    """Median CPU seconds of a fresh process that runs the code."""
    taken = []
    for _ in range(times):
        done = run([sys.executable, "-c", code])
        if done.code:
            raise SystemExit(done.err)
        taken.append(done.cpu)
    return statistics.median(taken)


def notice(times: int) -> float:
    """Median CPU seconds that a notice of some sixty characters costs in a fresh process beyond adcheck's import."""
    taken = []
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as empty:
        for _ in range(times + 1):
            done = run([sys.executable, "-c", NOTICE], env={"ADCHECK_CACHE_DIR": folder}, cwd=Path(empty))
            if done.code:
                raise SystemExit(done.err)
            taken.append(float(done.out))
    return statistics.median(taken[1:])  # the first fills the cache


def peer() -> tuple[str, Callable[[str], Any]] | None:
    """Presidio's default engine over the best model installed, with its name."""
    model = next((name for name in MODELS if find_spec(name)), None)
    if model is None:
        return None
    scope: dict[str, Any] = {}
    exec(PEER.format(model=model), scope)
    return model, lambda text: [scope["engine"].analyze(part, language="en") for part in text.split("\n")]


def rows(characters: int, times: int) -> list[Sequence[object]]:
    """A row per engine and language: text passed over, text selected, first find."""
    find("患者张伟，家属电话：13906718825")
    made: list[Sequence[object]] = []
    for language in PLAIN:
        plain, full = plain_text(language, 10 * characters), selected_text(language, characters)
        share = sum(end - start for start, end in passages(plain)) / len(plain)
        if share:
            raise SystemExit(f"the screen selects {share:.0%} of the plain {language} text")
        figures = speed(find, plain, times), speed(find, full, times), first(FIRST[language], times)
        made.append((f"adcheck {language}", *figures))
    other = peer()
    if other is not None:
        model, analyze = other
        figures = (
            speed(analyze, plain_text("en", characters), times),
            speed(analyze, selected_text("en", characters), times),
            first(PEER.format(model=model) + PEER_FIRST, times),
        )
        made.append((f"presidio {model} en", *figures))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=100_000, help="length of the selected text")
    parser.add_argument("--times", type=int, default=3, help="runs of each, of which the median is shown")
    given = parser.parse_args()
    heading()
    made = rows(given.characters, given.times)
    shown = [(name, f"{plain:,.0f}", f"{full:,.0f}", f"{cost:.2f}") for name, plain, full, cost in made]
    print(table(("", "not selected, characters/s", "selected, characters/s", "first find, CPU s"), shown))
    if not any(str(row[0]).startswith("presidio") for row in made):
        print(f"\npresidio's default engine is left out: none of {', '.join(MODELS)} is installed")
    ours = [row for row in made if str(row[0]).startswith("adcheck")]
    slow = [row[0] for row in ours if float(str(row[2])) < SELECTED_TARGET]
    late = [row[0] for row in ours if float(str(row[3])) > FIRST_TARGET]
    print(f"\nselected: at least {SELECTED_TARGET:,}/s: {f'NOT met by {slow}' if slow else 'met'}")
    cost = notice(max(5, given.times))
    print(
        f"a clean notice: {1000 * cost:.1f} ms, at most {1000 * NOTICE_TARGET:.0f}: {'NOT met' if cost > NOTICE_TARGET else 'met'}"
    )
    print(f"first find: at most {FIRST_TARGET:.0f} s: {f'NOT met by {late}' if late else 'met'}")


if __name__ == "__main__":
    main()
