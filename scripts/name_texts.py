"""Fill the templates of ``corpora/names``: texts with the places and roles of the people in them."""

from __future__ import annotations

import json
import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from name_people import People

from adcheck.privacy.names.lists import lines, surnames

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "corpora" / "names"
SLOT = re.compile(r"\{([A-Za-z]+)(\d*)\}")
CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")
PATIENT_SLOTS = {"P", "W", "Y", "H", "M", "PG", "PL", "R", "I"}
OTHER_SLOTS = {"O", "F", "OG", "OL"}
QUOTED = re.compile(r"(?:says|said|Meet) [A-Z]|[\u2013\u2014-] ?[A-Z][a-z]+(?: [A-Z][\w.]*)?, (?:\d|[A-Z])")
CLAUSE = re.compile(r"(?<=[，,。；;！!])")


class Labelled(NamedTuple):
    """A text with (start, end, role) of every person in it."""

    text: str
    people: tuple[tuple[int, int, str], ...]


@cache
def templates(language: str) -> tuple[str, ...]:
    """The templates of a language, in the files' order."""
    found = []
    for path in sorted(SOURCES.glob(f"{language}_*.txt")):
        if "fillers" not in path.name:
            found += [
                line for line in path.read_text("utf-8").split("\n") if line.strip() and not line.startswith("# ")
            ]
    return tuple(found)


@cache
def fillers(language: str) -> dict[str, list[str]]:
    found = {}
    for line in (SOURCES / f"{language}_fillers.txt").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            slot, _, values = line.partition(": ")
            found[slot] = values.split("|")
    return found


@cache
def ordinary_words() -> tuple[str, ...]:
    """Words in lower case of the English templates."""
    words = {word for line in templates("en") for word in re.findall(r"(?<![{\w])[a-z]{4,}(?![}\w])", line)}
    return tuple(sorted(words))


class Filler:
    """Fills templates of one language with people of one source."""

    def __init__(self, language: str, people: People) -> None:
        self.language, self.people, self.rng = language, people, people.rng

    def fill(self, template: str) -> Labelled:
        """One text from a template."""
        template = CHOICE.sub(lambda m: self.rng.choice(m.group(1).split("|")), template)
        template = (
            CHOICE.sub(lambda m: self.rng.choice(m.group(1).split("|")), template)
            .replace("\\n", "\n")
            .replace("\\t", "\t")
        )
        used: dict[str, str] = {}
        parts: list[str] = []
        people: list[tuple[int, int, str]] = []
        length = at = 0
        for match in SLOT.finditer(template):
            parts.append(template[at : match.start()])
            length += len(parts[-1])
            value, role = self.value(match.group(1), match.group(2), used)
            if role:
                people.append((length, length + len(value), role))
            parts.append(value)
            length += len(value)
            at = match.end()
        parts.append(template[at:])
        return Labelled("".join(parts), tuple(people))

    def value(self, slot: str, number: str, used: dict[str, str]) -> tuple[str, str]:
        """The text for a slot and the role of its person, if it is one."""
        listed = fillers(self.language).get(slot)
        if listed:
            return SLOT.sub(lambda m: self.value(m.group(1), m.group(2), used)[0], self.rng.choice(listed)), ""
        role = (
            "PATIENT"
            if slot in PATIENT_SLOTS or (slot == "L" and self.language == "zh")
            else "OTHER"
            if slot in OTHER_SLOTS
            else ""
        )
        if slot + number not in used:
            used[slot + number] = self.draw(slot)
        return used[slot + number], role

    def draw(self, slot: str) -> str:
        people = self.people
        makers = {
            "S": people.surname, "W": people.western, "Y": people.pinyin, "H": people.cantonese, "M": people.minority, "F": people.known,
            "PG": people.english_given, "PL": people.english_last, "OG": people.english_given, "OL": people.english,
            "X": self.capitals, "R": people.reversed, "I": people.initialled,
        }  # fmt: skip
        if slot in makers:
            return makers[slot]()
        if self.language == "zh":
            return self.chinese(slot)
        if slot == "G":
            return people.english_given()
        if slot == "N":
            return f"{self.rng.choice(['Mr', 'Mrs', 'Ms', 'Miss', 'Mr.'])} {people.english_last()}"
        return people.english_last() if slot == "L" else people.english()

    def capitals(self) -> str:
        """One to three ordinary words with capitals: a heading, a brand, an authority."""
        if self.rng.random() < 0.2:
            return self.people.brand()
        return " ".join(self.rng.choice(ordinary_words()).capitalize() for _ in range(self.rng.choice([1, 1, 2, 2, 3])))

    def chinese(self, slot: str) -> str:
        if slot == "G":
            return self.people.given()[-1]
        if slot == "L":
            return self.people.english()
        kind = self.rng.random()
        if kind < 0.03:
            return self.people.minority()
        if kind < 0.05:
            return self.people.western()
        if kind < 0.06:
            return self.people.english()
        return self.people.known() if slot == "O" and kind < 0.12 else self.people.chinese()


def vary(labelled: Labelled, rng: random.Random) -> Labelled:
    """Lose a clause at an end, the last mark, or full-width marks, so that the model rests on no single frame."""
    text, people = labelled
    if rng.random() < 0.25 and people:
        cuts = [m.start() for m in CLAUSE.finditer(text)]
        head = [c for c in cuts if c <= people[0][0]]
        tail = [c for c in cuts if c >= people[-1][1]]
        start = rng.choice(head) if head and rng.random() < 0.4 else 0
        end = rng.choice(tail) if tail and rng.random() < 0.6 else len(text)
        text, people = text[start:end], tuple((a - start, b - start, r) for a, b, r in people)
    if rng.random() < 0.15:
        text = text.translate(str.maketrans("，：（）！？；", ",:()!?;"))
    if rng.random() < 0.2 and text[-1:] in "。.！" and (not people or people[-1][1] < len(text)):
        text = text[:-1]
    if rng.random() < 0.04:
        text = text.replace(" ", "\u3000")
    return Labelled(text, people)


def join(first: Labelled, second: Labelled, between: str) -> Labelled:
    """Two texts as one."""
    shift = len(first.text) + len(between)
    return Labelled(
        first.text + between + second.text, (*first.people, *((a + shift, b + shift, r) for a, b, r in second.people))
    )


def make(language: str, chosen: tuple[str, ...], times: int, people: People) -> list[Labelled]:
    """``times`` texts from each template; some are joined with another."""
    filler = Filler(language, people)
    made = []
    for template in chosen:
        for _ in range(times):
            text = vary(filler.fill(template), people.rng)
            if people.rng.random() < 0.2:
                other = vary(filler.fill(people.rng.choice(chosen)), people.rng)
                text = join(text, other, people.rng.choice(["\n", "\n", "。" if language == "zh" else ". ", " "]))
            made.append(text)
            if language == "en" and not text.people and people.rng.random() < 0.3:
                made.append(Labelled(people.rng.choice([text.text.title(), text.text.upper()]), ()))
    return made


PERSONS = (
    "患者 病人 家属 他 她 我 您 顾客 会员 用户 居民 市民 老人 孩子 家长 患儿 孕妇 母亲 父亲 妈妈 爸爸 丈夫 妻子 本人 受试者 客户 者 的 和 与 由 在 有 说 做 请"
).split()


def prose(rng: random.Random, count: int) -> list[Labelled]:
    """Words behind a word for a person, as they come: what begins with a surname is most often no name."""
    known = surnames()
    rows = [(int(power), row.split()) for power, _, row in (line.partition(": ") for line in lines("frequencies.txt"))]
    common = [word for power, row in rows if power >= 9 for word in row if len(word) in {2, 3}]
    single = [word for power, row in rows if power >= 13 for word in row if len(word) == 1]
    traps = [word for power, row in rows if power >= 7 for word in row if len(word) > 1 and word[0] in known]
    short = [word for word in single if word in known]
    texts = []
    for _ in range(count):
        parts = [rng.choice(PERSONS) if rng.random() < 0.6 else rng.choice(common)]
        parts.append(rng.choice(traps if rng.random() < 0.5 else short))
        parts += [rng.choice(rng.choice([common, common, traps, single])) for _ in range(rng.choice([1, 2, 3]))]
        if rng.random() < 0.5:
            parts.insert(0, rng.choice(common))
        texts.append(Labelled("".join(parts) + rng.choice(["，", "。", "、", "", "\n"]) + rng.choice(common), ()))
    return texts


def background() -> list[Labelled]:
    """Texts of our own writing that name nobody: what ordinary words look like. Those that do name somebody are left out."""
    texts: list[str] = []
    for path in sorted((ROOT / "corpora").glob("*/*.jsonl")):
        if path.parent.name in {"zh", "zh-Hant", "en"}:
            texts += [json.loads(line)["text"] for line in path.read_text("utf-8").split("\n") if line.strip()]
    for path in sorted((ROOT / "rules").rglob("*.toml")):
        rule = tomllib.loads(path.read_text("utf-8"))
        texts += [row["text"] for kind in ("bad", "good", "gap") for row in rule.get(kind, ()) if "text" in row]
    for path in sorted((ROOT / "corpora" / "clean").glob("*")):
        texts += [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    for path in sorted(SOURCES.glob("background_formal*.txt")):
        texts += [line for line in path.read_text("utf-8").split("\n") if line and not line.startswith("#")]
    for path in sorted((ROOT / "rules" / "laws").glob("*.toml")):
        texts += [m.group(1) for m in re.finditer(r'title\w* = "(.*)"', path.read_text("utf-8"))]
    people = (SOURCES / "background_people.txt").read_text("utf-8").split("\n")
    named = re.compile("|".join(re.escape(name) for name in people if name and not name.startswith("#")))
    return [Labelled(text, ()) for text in texts if not named.search(text) and not QUOTED.search(text)]
