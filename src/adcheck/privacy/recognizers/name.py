"""A patient's, relative's or other private person's name; doctors, staff, authors, officials and famous people are none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from adcheck.privacy.base import Cases, Find, PersonalRecognizer
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.names import PATIENT, Person, people
from adcheck.privacy.names.decode import Marks
from adcheck.privacy.names.lists import surnames, words
from adcheck.privacy.names.signs import signed
from adcheck.privacy.paragraphs import paragraphs
from adcheck.privacy.screen import may_name_people, speaks_of_people
from adcheck.text.lazy import LazyPattern

COMPONENT: Final = "adcheck_names"
CERTAIN: Final = 0.92
SIGNED: Final = 0.8
_ROW_BEFORE: Final = LazyPattern(r"([\u4e00-\u9fff]{2,4})、\Z")
_ROW_BEHIND: Final = LazyPattern(r"、([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")

CASES = Cases(
    bad=(
        "患者[[罗晓燕]]，女，52岁，因腰痛来院就诊。",
        "我叫[[韩志强]]，做完手术半年了，走路不疼了。",
        "“再也不用半夜起来喝水了。”——[[童玉洁]]，46岁，绍兴",
        "感谢林海医生治好了我母亲[[曾凤仙]]的哮喘！",
        "姓名：[[欧阳慧]] 性别：女 年龄：33",
        "姓名,电话\n[[蒋文博]],13900001111\n[[齐秀芳]],13900002222",
        "患者[[阿依努尔·买买提]]来自喀什",
        "患者家屬[[劉國棟]]送來錦旗",
        "- [[Jane Roberts]], Ohio",
        'My husband [[Peter Lawson]] says: "I can walk again."',
        "Patient name: [[Maria Gomez]]",
    ),
    good=(
        "骨科主任医师罗晓燕擅长关节置换。",
        "王女士说效果很好。",
        "患者李某某，男，45岁。",
        "患者张*，诊断高血压。",
        "林小雨（化名），28岁，因失眠来院。",
        "孙思邈在《千金方》中记载了此方。",
        "记者 陈立新 通讯员 何佳",
        "法定代表人：周正平",
        "邵逸夫医院位于杭州。",
        "何首乌、白术、杜仲各10克。",
        "Dr. Peter Lawson is a consultant cardiologist.",
        "Reviewed by Jane Roberts, MD",
        "Parkinson's disease and Hodgkin lymphoma",
        "Patient: [NAME]",
    ),
)


class NameRecognizer(PersonalRecognizer):
    """The people whom the name finder takes for patients or private persons."""

    entity = "NAME"

    def analyze(self, text: str, doc: Any = None) -> list[Find]:
        """The names in ``text``; where the component has run over ``doc``, its result is taken.

        Paragraph by paragraph and only in those that may name people, as the screen does, which must select whatever
        is found here.
        """
        folded = fold_cased(text)
        places = list(paragraphs(folded))
        if doc is not None and len(places) == 1 and len(doc.text) == len(text):
            known: Iterable[Person] | None = doc.user_data.get(COMPONENT)
            if known is not None:
                return [self._named(person, 0) for person in _patients(folded, known)]
        return [
            self._named(person, start)
            for start, end in places
            if may_name_people(folded[start:end])
            for person in _patients(folded[start:end], people(folded[start:end]))
        ]

    def _named(self, person: Person, offset: int) -> Find:
        where = person.start + offset, person.end + offset
        return self.result(*where, person.score, "named as a patient or private person")


def _patients(folded: str, found: Iterable[Person]) -> list[Person]:
    """The patients of a paragraph: those the finder is sure enough of, and those whom a sign beside the name gives away.

    Where no word speaks of a private person, only those of whom the finder is all but certain count.
    """
    if not may_name_people(folded):
        return []
    least = 0.0 if speaks_of_people(folded) else CERTAIN
    every = [person for person in found if not _is_mere_word(folded, person)]
    kept = [person for person in every if person.role == PATIENT and person.score >= least]
    if least:
        kept = [person for person in kept if not _is_slogan(folded[person.start : person.end])]
    taken, counted = Marks(folded), set(kept)
    for person in every:
        if person.role != PATIENT or person in counted:
            taken.add(person.start, person.end)
    for start, end in signed(folded):
        if not taken.touch(start, end):
            kept.append(Person(start, end, PATIENT, SIGNED))
            taken.add(start, end)
    return sorted(kept)


def _is_mere_word(folded: str, person: Person) -> bool:
    """A nickname (阿珍), or one of a row of ordinary words (安心、康健、平和)."""
    name = folded[person.start : person.end]
    if len(name) == 2 and name[0] == "阿":
        return True
    row = _ROW_BEFORE.search(folded, max(0, person.start - 6), person.start) or _ROW_BEHIND.match(folded, person.end)
    return row is not None and row[1] in words() and name in words()


def _is_slogan(name: str) -> bool:
    """Four Chinese characters without a surname of two: more often a saying than a name, where nothing speaks of people."""
    return len(name) == 4 and name[:2] not in surnames() and all("\u4e00" <= char <= "\u9fff" for char in name)
