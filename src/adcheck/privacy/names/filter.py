"""What the words right beside a name settle for certain, and agreement between the places where one name stands."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from adcheck.privacy.names.lists import famous, legendary, surnames
from adcheck.privacy.names.role import Name
from adcheck.privacy.names.tokens import HAN
from adcheck.text.lazy import LazyPattern

PATIENT: Final = "PATIENT"
OTHER: Final = "OTHER"
NOBODY: Final = "NOBODY"
_ALIAS: Final = LazyPattern(
    r"^[”\"」]?[（(\[]?(?:系|均?为|是)?(?:化名|假名)|^\s*\((?:not (?:his|her|their) real name|name changed|pseudonym)"
)
ADDRESSED: Final = LazyPattern(
    r"(?:女士|先生|小姐|太太|夫人|阿姨|阿婆|阿公|大爷|大妈|大娘|大叔|大婶|大嫂|大姐|大哥|奶奶|爷爷|叔叔|伯伯|婆婆|老师|师傅|同学|同志|老板|经理"
    r"|医生|大夫|医师|主任|教授|院长|护士|博士|[科处局院所站队组部厂校班店]长|会计|律师|某.?|[姐哥叔伯嫂婶姨氏总某太爷奶妈爸婆])$"
)
_ILLNESS: Final = LazyPattern(r"(?:病|症|征|癌|炎|瘤|综合征|氏[\u4e00-\u9fff]?|[字号证])$|^第[一二三四五六七八九十]")
_MASKED: Final = LazyPattern(r"[*＊×某]|XX|^(?:John|Jane|Joe) (?:Doe|Roe|Bloggs|Sample|Public)$")
_FORM: Final = LazyPattern(
    r"女士|先生|小姐|太太|阿姨|大爷|大妈|大叔|大姐|大哥|奶奶|爷爷|老师|师傅|医生|大夫|主任|教授|院长"
)
_EPONYM: Final = LazyPattern(r"[\u4e00-\u9fff]{0,2}?(?:氏?病(?![情历例人房床故重危逝愈了友])|综合征|氏?征|试验|评分)")
_STAFF_KEY: Final = LazyPattern(
    r"(?:专家|医师|医生|作者|记者|编辑|主编|讲者|主讲|嘉宾|法人|代表人|经理|院长|顾问|客服|护士|药师|技师|审核|校对|摄影|编导|导演|策划)"
    r"(?:简介|介绍|团队|姓名|签名|签字)?[：:]\s*$"
)
_PATIENT_BEHIND: Final = LazyPattern(r"[，,\s|（(]{1,2}(?:男|女|\d)")
_CALENDAR: Final = LazyPattern(r"^(?:April|May|June|July|August|Sunday|Monday|Friday|Easter|Christmas|Noel)$")
_PATIENT_BEFORE: Final = LazyPattern(
    r"(?:患者|病人|病友|患儿|姓名|名字|我叫|我是|顾客|客户|会员|联系人|收[件货]人|就诊人|家属|签[名字]|本人|原告|投诉人|[妈爸父母夫妻公婆伴子女儿孙姐妹弟哥]|\d岁的?|床)"
    r"[：:\s（(，,]*$|(?i:patients?|names?|my \w+|pt|client|customer|i'm|i am)[:, ]*$"
)
_RUBY: Final = LazyPattern(r"[\u3400-\u9fff]?[(（][a-zü\u00e0-\u01dc]{1,6}[)）]")
"""A character's sound in brackets: the words around are spelt out, not names."""
_ALONE: Final = LazyPattern(r"[A-Za-z\u00c0-\u024f'’-]+")
HAN_BAR: Final = 0.4
LATIN_BAR: Final = 0.3
"""The probability of a patient from which a name counts: a leak is worse than a needless look."""
SURE: Final = 0.75
"""A single Latin word is more often a place, a product or a month than a given name: it needs more."""


def settle(text: str, judged: list[tuple[Name, dict[str, float]]]) -> list[tuple[Name, str, float]]:
    """Each name with its role and a score; nobody's names are dropped. A patient's score runs from 0.5 (just counts) to 1.

    A name that stands several times has one role: that of the mean over its places.
    """
    together: dict[str, list[dict[str, float]]] = defaultdict(list)
    for name, odds in judged:
        together[text[name.start : name.end]].append(_overruled(text, name, odds))
    settled = []
    for name, _ in judged:
        all_odds = together[text[name.start : name.end]]
        mean = {role: sum(odds[role] for odds in all_odds) / len(all_odds) for role in (PATIENT, OTHER, NOBODY)}
        bar = _bar(text[name.start : name.end])
        if mean[PATIENT] >= bar:
            settled.append((name, PATIENT, 0.5 + (mean[PATIENT] - bar) / (1 - bar) / 2))
        elif mean[OTHER] >= mean[NOBODY]:
            settled.append((name, OTHER, mean[OTHER]))
    return settled


def _bar(value: str) -> float:
    if HAN.search(value):
        return HAN_BAR
    return SURE if _ALONE.fullmatch(value) else LATIN_BAR


def _overruled(text: str, name: Name, odds: dict[str, float]) -> dict[str, float]:
    value = text[name.start : name.end]
    if _hidden(text, name, value) or _ILLNESS.search(value) or _CALENDAR.match(value):
        return {PATIENT: 0.0, OTHER: 0.0, NOBODY: 1.0}
    before = text[max(0, name.start - 14) : name.start]
    if _known_elsewhere(text, name, value, odds[PATIENT]) or _STAFF_KEY.search(before):
        return {PATIENT: 0.0, OTHER: 1.0, NOBODY: 0.0}
    if _ALIAS.search(text[name.end : name.end + 30]):
        return {PATIENT: 0.0, OTHER: 1.0, NOBODY: 0.0}
    return odds


def _known_elsewhere(text: str, name: Name, value: str, odds: float) -> bool:
    """A widely known person, or one who gave a disease its name; many share a name with a celebrity, so words for a patient count."""
    if _PATIENT_BEFORE.search(text[max(0, name.start - 14) : name.start]) or _PATIENT_BEHIND.match(text, name.end):
        return False
    if value[0] not in surnames() and _EPONYM.match(text, name.end):
        return True
    return value in legendary() or (value in famous() and odds < 0.9)


def _hidden(text: str, name: Name, value: str) -> bool:
    """A surname with a form of address, or a name already masked."""
    if HAN.search(value) and _RUBY.match(text, name.end):
        return True
    if _MASKED.search(value) or text[name.end : name.end + 1] in {"*", "某", "×"}:
        return True
    if value[0] in "和与及跟同给让向对请由被把为从找" and value[1:] in surnames() and _FORM.match(text, name.end):
        return True
    addressed = ADDRESSED.search(value)
    return addressed is not None and (value[: addressed.start()] in surnames() or not addressed.start())
