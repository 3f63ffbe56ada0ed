"""What the tests of leaks share: labelled texts full of secrets, and the search for each of them in whatever came out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

from adcheck.privacy import find

LABELLED: Final = Path(__file__).parent.parent / "corpora" / "privacy"
CLAIMS: Final = {"zh": "根治鼻炎，三天见效！", "en": " Guaranteed cure in three days."}
"""Said right behind the personal data, so that a finding about wording shows the same line."""
EACH: Final = 2
"""Texts wanted for a kind and language."""
_DIGITS: Final = 6


@cache
def sample() -> tuple[tuple[str, ...], frozenset[str]]:
    """Some sixty texts with many kinds of personal data, each with a claim behind, and their secrets.

    Only texts in which all is found: what is not known to be personal can't be hidden. Bed 06 is no secret by itself.
    """
    texts, secrets, seen = [], set(), Counter[tuple[str, str]]()
    for row in _rows():
        kinds = {(row["lang"], span["type"]) for span in row["spans"]}
        if all(seen[kind] >= EACH for kind in kinds) or "\n" in row["text"]:
            continue
        text = row["text"] + CLAIMS[row["lang"]]
        found = {(one.start, one.end) for one in find(text)}
        if all((span["start"], span["end"]) in found for span in row["spans"]):
            seen.update(kinds)
            texts.append(text)
            secrets |= {span["text"] for span in row["spans"] if span["type"] != "QUASI"}
    return tuple(texts), frozenset(secret for secret in secrets if len(secret) >= (4 if secret.isascii() else 2))


def _rows() -> Iterator[dict[str, Any]]:
    for language in CLAIMS:
        for line in (LABELLED / f"{language}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["spans"]:
                yield row


def forms(secret: str) -> set[str]:
    """A secret as it may stand somewhere: as it is, without blanks, escaped for JSON and markup, its digits alone."""
    written = {secret, " ".join(secret.split()), "".join(secret.split())}
    written |= {form for one in written for form in (json.dumps(one)[1:-1], escape(one))}
    digits = re.sub(r"\D", "", secret)
    return written | ({digits} if len(digits) >= _DIGITS else set())


def leaks(secrets: Iterable[str], out: str) -> list[str]:
    """The secrets that stand in ``out``."""
    return [secret for secret in secrets if any(form in out for form in forms(secret))]


def leaks_in_files(secrets: Iterable[str], folder: Path, but: Iterable[Path] = ()) -> list[tuple[str, str]]:
    """(file, secret) for each file below ``folder``; ``but`` are files that hold them by right."""
    left_out = {path.resolve() for path in but}
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.resolve() not in left_out]
    return [(path.name, s) for path in files for s in leaks(secrets, path.read_bytes().decode("utf-8", "replace"))]
