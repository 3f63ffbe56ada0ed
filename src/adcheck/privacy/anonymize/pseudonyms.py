"""The same stand-in for the same person or number all through a run: 患者甲, 患者乙; Patient A; [电话1]."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

from adcheck.privacy.anonymize.words import label_of
from adcheck.privacy.fold import fold_cased

_STEMS: Final = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ID_BYTES: Final = 2


def bare(value: str, entity: str) -> str:
    """A value as it is compared: folded, without case and blanks; numbers without the marks between their signs."""
    plain = re.sub(r"\s+", " " if entity == "NAME" else "", fold_cased(value)).strip().casefold()
    return plain if entity in ("NAME", "ADDRESS", "EMAIL", "URL", "QUASI", "IMAGE") else re.sub(r"[\W_]+", "", plain)


def keyed_hash(value: str, entity: str, key: bytes, size: int = 4) -> str:
    """``size`` bytes of BLAKE2b (RFC 7693) under ``key``, in hex: without the key no list of phones can be tried."""
    data = f"{entity}\0{bare(value, entity)}".encode()
    return blake2b(data, key=key[:64], digest_size=16, person=b"adcheck-anon").hexdigest()[: 2 * size]


class Pseudonyms:
    """The stand-ins of one run, given out in the order in which values come. Holds values: keep it in memory only."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._names: dict[str, int] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._counts: dict[str, int] = {}
        self._tokens: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def __repr__(self) -> str:
        return f"Pseudonyms({len(self._names)} people, {len(self._numbers)} numbers)"

    def person(self, name: str, language: str) -> str:
        """The stand-in of a person."""
        number = self._person(bare(name, "NAME"))
        if language == "zh":
            return f"患者{_STEMS[number]}" if number < len(_STEMS) else f"患者{number + 1}"
        return f"Patient {_letters(number)}"

    def number(self, value: str, entity: str, language: str) -> str:
        """The numbered label of another value."""
        key = entity, bare(value, entity)
        if key not in self._numbers:
            self._counts[entity] = self._counts.get(entity, 0) + 1
            self._numbers[key] = self._counts[entity]
        label = label_of(entity, language)
        return f"[{label}{self._numbers[key]}]" if language == "zh" else f"[{label} {self._numbers[key]}]"

    def token(self, value: str, entity: str, language: str) -> str:
        """``[[姓名-7F3A]]``: the same for the same value under the same key; longer where two would meet."""
        key = entity, bare(value, entity)
        if key not in self._tokens:
            size = _ID_BYTES
            while (found := keyed_hash(value, entity, self._key, size).upper()) in self._taken and size < 16:
                size += 1
            self._taken.add(found)
            self._tokens[key] = found
        return f"[[{label_of(entity, language)}-{self._tokens[key]}]]"

    def _person(self, name: str) -> int:
        """A person's number; a part of one known English name is that person."""
        if name not in self._names:
            words = set(name.split())
            known = {n for full, n in self._names.items() if name.isascii() and words < set(full.split())}
            self._names[name] = known.pop() if len(known) == 1 else len(set(self._names.values()))
        return self._names[name]


def _letters(number: int) -> str:
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[rest] + text
    return text
