"""Draw fictional people's names, Chinese and other, from the lists in the package and the short ones here."""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path

from adcheck.privacy.names.lists import DATA, historic, lines

LISTS = Path(__file__).resolve().parent.parent / "corpora" / "names"


def _word_lists() -> dict[str, list[str]]:
    rows = (
        line.partition(": ")
        for line in (LISTS / "people.txt").read_text("utf-8").split("\n")
        if line[:1] not in ("", "#")
    )
    return {name: words.split() for name, _, words in rows}


WORDS_OF = _word_lists()


def _weighted(rows: list[tuple[str, float]]) -> tuple[list[str], list[float]]:
    return [r[0] for r in rows], list(accumulate(r[1] for r in rows))


class People:
    """A source of names; ``rng`` decides all of them, so a seed gives the same people again.

    ``held_out``: ``None`` draws from whole lists; of the given characters and the Western lists ``False`` leaves out a
    fifth, ``True`` draws from that fifth alone.
    """

    def __init__(self, rng: random.Random, held_out: bool | None = None) -> None:
        self.rng = rng
        rows = [line.split("\t") for line in lines("surnames.txt")]
        self.last, self.last_sums = _weighted([(r[0], float(r[1]) + 0.02) for r in rows])
        given = [(r[0], [float(x) for x in r[1].split()]) for r in (line.split("\t") for line in lines("given.txt"))]
        given = [row for i, row in enumerate(given) if held_out is None or (i % 5 == 4) == held_out]
        self.alone = _weighted([(c, w[0] + 0.35 * w[2] + 0.3) for c, w in given])
        self.first = _weighted([(c, w[1] + 0.3) for c, w in given])
        self.second = _weighted([(c, w[2] + 0.3) for c, w in given])
        self.historic = sorted(historic())
        self.doctors = [line for line in (LISTS / "historic_physicians.txt").read_text("utf-8").split() if line]
        self.west_given, self.west_given_sums = self._west("given_en.txt", held_out)
        self.west_last, self.west_last_sums = self._west("surnames_en.txt", held_out)

    def _west(self, name: str, held_out: bool | None) -> tuple[list[str], list[float]]:
        rows = [
            line.split("\t") for line in (DATA / name).read_text("utf-8").split("\n") if "\t" in line and line[0] != "#"
        ]
        kept = [(r[0], float(r[1]) ** 1.5) for i, r in enumerate(rows) if held_out is None or (i % 5 == 4) == held_out]
        return _weighted(kept)

    def _draw(self, source: tuple[list[str], list[float]]) -> str:
        return self.rng.choices(source[0], cum_weights=source[1])[0]

    def surname(self) -> str:
        """A Chinese surname, by how many bear it."""
        if self.rng.random() < 0.27:
            return self.rng.choice(self.last)
        return self._draw((self.last, self.last_sums))

    def given(self) -> str:
        """A Chinese given name of one or two characters."""
        kind = self.rng.random()
        if kind < 0.20:
            return self._draw(self.alone)
        if kind < 0.27:
            return self.rng.choice(self.alone[0])
        if kind < 0.34:
            return self.rng.choice(self.first[0]) + self.rng.choice(self.second[0])
        if kind < 0.74:
            return self._draw(self.first) + self._draw(self.second)
        if kind < 0.80:
            return self._draw(self.second) * 2
        return self.rng.choice(WORDS_OF["modern" if kind < 0.88 else "old" if kind < 0.94 else "words"])

    def chinese(self) -> str:
        """A Chinese name."""
        if self.rng.random() < 0.03:
            return self.surname()[0] + self.surname()[0] + self.given()
        return self.surname() + self.given()

    def minority(self) -> str:
        """A name in the manner of Uyghurs, Kazakhs, Tibetans, Mongols, Yi."""
        pick = self.rng.choice
        kind = self.rng.random()
        if kind < 0.5:
            return pick(WORDS_OF["uyghur"]) + pick("··•") + pick(WORDS_OF["uyghur"])
        if kind < 0.6:
            return pick(WORDS_OF["uyghur"])
        if kind < 0.8:
            return pick(WORDS_OF["tibetan"]) + pick(WORDS_OF["tibetan"])
        return pick(WORDS_OF["mongol"]) if kind < 0.9 else pick(WORDS_OF["yi"]) + pick(WORDS_OF["yi"])

    def western(self) -> str:
        """A foreigner's name in Chinese characters."""
        pick = self.rng.choice
        kind = self.rng.random()
        if kind < 0.15:
            return pick(WORDS_OF["japan"])
        return pick(WORDS_OF["west_first"]) + (pick("··•") + pick(WORDS_OF["west_last"]) if kind < 0.85 else "")

    def pinyin(self) -> str:
        """A Chinese name in pinyin."""
        last, first = self.rng.choice(WORDS_OF["pinyin_last"]), self.rng.choice(WORDS_OF["pinyin_first"])
        kind = self.rng.random()
        return f"{last} {first}" if kind < 0.6 else f"{first} {last}" if kind < 0.85 else f"{last.upper()} {first}"

    def cantonese(self) -> str:
        """A name as romanised in Hong Kong or Taiwan."""
        last, first = self.rng.choice(WORDS_OF["hk_last"]), self.rng.choice(WORDS_OF["hk_first"]).replace("_", " ")
        kind = self.rng.random()
        return f"{last} {first}" if kind < 0.6 else f"{first} {last}" if kind < 0.85 else f"{last.upper()} {first}"

    def english_given(self) -> str:
        """A Western given name."""
        kind = self.rng.random()
        if kind < 0.12:
            return self.rng.choice(WORDS_OF["rare_given"])
        if kind < 0.2:
            front, back = self.rng.choice(self.west_given), self.rng.choice(self.west_given)
            return front[: len(front) // 2 + 1] + back[len(back) // 2 :].lower()
        return self.rng.choice(self.west_given) if kind < 0.45 else self._draw((self.west_given, self.west_given_sums))

    def english_last(self) -> str:
        """A Western surname."""
        kind = self.rng.random()
        if kind < 0.2:
            return self.rng.choice(WORDS_OF["front"]) + self.rng.choice(WORDS_OF["back"])
        if kind < 0.28:
            return self.rng.choice(WORDS_OF["nouns"])
        name = self.rng.choice(self.west_last) if kind < 0.6 else self._draw((self.west_last, self.west_last_sums))
        return f"{name}-{self._draw((self.west_last, self.west_last_sums))}" if kind < 0.31 else name

    def brand(self) -> str:
        """An invented brand: shaped like a surname, names nobody."""
        return self.rng.choice(WORDS_OF["front"]).strip("'") + self.rng.choice(WORDS_OF["back"])

    def reversed(self) -> str:
        """Surname, given name: as in records."""
        last, given = self.english_last(), self.english_given()
        return self.rng.choice([f"{last.upper()}, {given}", f"{last}, {given}", f"{last.upper()}, {given.upper()}"])

    def initialled(self) -> str:
        """An initial and a surname."""
        return f"{self.rng.choice('ABCDEFGHJKLMNPRSTW')}. {self.english_last()}"

    def english(self) -> str:
        """A full name in Latin letters, in one of the usual shapes."""
        kind = self.rng.random()
        if kind < 0.05:
            return self.pinyin() if kind < 0.03 else self.cantonese()
        if kind < 0.11:
            return self.rng.choice(WORDS_OF["world"]).replace("_", " ")
        given, last = self.english_given(), self.english_last()
        if kind < 0.2:
            return f"{given} {self.rng.choice('ABCDEFGHJKLMNPRSTW')}. {last}"
        if kind < 0.23:
            return f"{given} {self.english_given()} {last}"
        if kind < 0.25:
            return f"{given}-{self.english_given()} {last}"
        return f"{given} {last}".upper() if kind > 0.97 else f"{given} {last}"

    def known(self) -> str:
        """A historical or public person."""
        return self.rng.choice(self.doctors if self.rng.random() < 0.5 else self.historic)
