"""Train the name finder's four models from the templates in ``corpora/names``; the seeds are fixed, so is the result.

``python scripts/train_names.py``            trains on all templates and writes the weights into the package
``python scripts/train_names.py --measure``  trains on five sixths of the templates and names, prints figures for the rest
``python scripts/train_names.py --score``    trains nothing, prints the package's figures for ``corpora/privacy``
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
import zlib
from pathlib import Path

import pycrfsuite
from name_people import People
from name_texts import ROOT, Labelled, background, make, prose, templates

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.names import decode, role
from adcheck.privacy.names.candidates import candidates
from adcheck.privacy.names.lists import DATA

SEED = 20261122
TIMES = {"zh": 15, "en": 20}
PROSE = 7000
FIND = {"c1": 0.25, "c2": 0.02, "max_iterations": 110, "feature.minfreq": 2}
ROLE = {"c1": 0.15, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 2}


def held(template: str) -> bool:
    return zlib.crc32(template.encode()) % 6 == 0


def labels_of(tokens: list[decode.Token], people: tuple[tuple[int, int, str], ...]) -> list[str]:
    starts = {start: end for start, end, _ in people}
    labels, until = [], -1
    for token in tokens:
        if token.start in starts:
            until = starts[token.start]
            labels.append("B")
        else:
            labels.append("I" if token.start < until else "O")
    return labels


def train(rows: list[tuple[list[list[str]], list[str]]], settings: dict[str, float], path: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.select("lbfgs")
    trainer.set_params({**settings, "feature.possible_transitions": True})
    trainer.train(str(path))


def find_rows(language: str, texts: list[Labelled]) -> list[tuple[list[list[str]], list[str]]]:
    rows = []
    for text, people in texts:
        for spoken, tokens in decode.pieces(fold_cased(text)):
            if spoken == language:
                rows.append((decode.token_features(language, tokens), labels_of(tokens, people)))
    return rows


def role_rows(language: str, texts: list[Labelled], model: str) -> list[tuple[list[list[str]], list[str]]]:
    """Rows for the people of the texts, and for what the finder ``model`` takes for one wrongly."""
    rows = []
    for text, people in texts:
        folded = fold_cased(text)
        known = {(start, end): who for start, end, who in people}
        found = {(name.start, name.end) for name, spoken in names_by(model, folded) if spoken == language}
        found |= {(n.start, n.end) for n in candidates(folded)}
        for place in sorted(found | set(known)):
            if decode.language_of(line_of(folded, place[0])) == language:
                rows.append(([role.features(folded, role.Name(*place), language)], [known.get(place, decode.NOBODY)]))
    return rows


def line_of(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


MODELS: dict[str, pycrfsuite.Tagger] = {}


def names_by(model: str, text: str) -> list[tuple[role.Name, str]]:
    found = []
    for language, tokens in decode.pieces(text):
        tagger = MODELS.get(f"{model}_{language}")
        if tagger is not None:
            found += [(name, language) for name in decode.labelled(tagger, language, tokens)]
    return found


def open_model(path: Path, name: str) -> None:
    MODELS[name] = pycrfsuite.Tagger()
    MODELS[name].open(str(path))


def build(language: str, texts: list[Labelled], folder: Path) -> None:
    """The finder of a language, and the role model; the latter learns from a finder that has seen only half of the texts."""
    began = time.perf_counter()
    path = folder / f"find_{language}.crfsuite"
    train(find_rows(language, texts), FIND, path)
    half = folder / f"half_{language}.crfsuite"
    mixed = list(texts)
    random.Random(SEED).shuffle(mixed)
    middle = len(mixed) // 3
    train(find_rows(language, mixed[:middle]), {**FIND, "max_iterations": 40}, half)
    open_model(half, f"half_{language}")
    train(role_rows(language, mixed[middle:], "half"), ROLE, folder / f"role_{language}.crfsuite")
    half.unlink()
    print(
        f"{language}: {len(texts)} texts, {time.perf_counter() - began:.0f} s, finder {path.stat().st_size:,} bytes",
        file=sys.stderr,
    )


def texts_for(language: str, only: bool | None, held_names: bool) -> list[Labelled]:
    people = People(random.Random(SEED + held_names), held_out=None if only is None else held_names)
    chosen = tuple(t for t in templates(language) if only is None or held(t) == only)
    texts = make(language, chosen, TIMES[language] if not held_names else 6, people)
    if only:
        return texts
    plain = [text for text in background() if decode.language_of(text.text) == language]
    if language == "zh":
        plain += prose(random.Random(SEED), PROSE)
    return texts + plain * 2


def measure(texts: list[Labelled]) -> str:
    """Precision, recall, F1 of patients' names, exact places."""
    right = wrong = missed = anyone = all_people = 0
    for text, people in texts:
        found = decode.people(text)
        want = {(s, e) for s, e, who in people if who == decode.PATIENT}
        got = {(p.start, p.end) for p in found if p.role == decode.PATIENT}
        right, wrong, missed = right + len(want & got), wrong + len(got - want), missed + len(want - got)
        anyone += len({(p.start, p.end) for p in found} & {(s, e) for s, e, _ in people})
        all_people += len(people)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; anyone found {anyone / max(1, all_people):.3f}; {len(texts)} texts"


def corpus(language: str) -> list[Labelled]:
    """The labelled texts of ``corpora/privacy``, by another author; a span marked optional counts neither way."""
    rows = [
        json.loads(line) for line in (ROOT / "corpora/privacy" / f"{language}.jsonl").read_text("utf-8").splitlines()
    ]
    return [
        Labelled(
            row["text"],
            tuple(
                (s["start"], s["end"], decode.PATIENT)
                for s in row["spans"]
                if s["type"] == "NAME" and not s.get("optional")
            ),
        )
        for row in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--language", choices=("zh", "en"), action="append")
    given = parser.parse_args()
    languages = given.language or ["zh", "en"]
    if given.score:
        for language in languages:
            print(language, "corpora/privacy", measure(corpus(language)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for language in languages:
            build(language, texts_for(language, False if given.measure else None, False), folder)
        if not given.measure:
            for path in sorted(folder.glob("*.crfsuite")):
                shutil.copy(path, DATA)
        else:
            for path in DATA.glob("*.crfsuite"):
                if not (folder / path.name).exists():
                    shutil.copy(path, folder)
            decode.DATA = folder  # type: ignore[misc]
            for language in languages:
                for names in (False, True):
                    texts = texts_for(language, True, names)
                    print(language, "held-out templates", "and names" if names else "", measure(texts))


if __name__ == "__main__":
    main()
