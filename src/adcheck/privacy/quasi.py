"""Quasi-identifiers: several facts of one person that name nobody alone but can name somebody together.

Background: GB/T 39725-2020 and GB/T 37964-2019 (re-identification by combination), 45 CFR 164.514(b)(1) (expert method).
Where a passage already names the person, nothing is added.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.model import Personal
from adcheck.text.heads import found as holds
from adcheck.text.heads import matches

NEEDED_KINDS: Final = 3
NEEDED_WEIGHT: Final = 5
WINDOW: Final = 260
"""Facts further apart than this many characters are not read as one person's."""
_NAMING: Final = frozenset(("NAME", "ID_CARD", "PASSPORT", "SSN", "ADDRESS", "PHONE"))
_HAN: Final = "\u4e00-\u9fff"


class Fact(NamedTuple):
    """A fact of a person: span in code points, what kind, how much it narrows down (1 many, 2 few)."""

    start: int
    end: int
    kind: str
    weight: int


_PERSON: Final = (
    r"患者|病[人友例]|一[名位个](?:男|女|患|老|年)|女孩|男孩|男子|女子|老人|小伙|姑娘|[她他](?!们)|宝宝|产妇|孕妇|患儿|先生|女士"
    r"|(?i:(?<![a-z])(?:patient|she|he|her|his|year-old|boy|girl|woman|man|mother|father)(?![a-z]))"
)
_CROWD: Final = r"例患者|名患者|位患者|平均年龄|中位年龄|患者共|多名|入组|纳入|统计|发病率|患病率|(?i:patients|mean age|median age|enrolled|cohort|prevalence)"
_FACTS: Final = (
    ("age", 1, r"(?<![\d.])\d{1,3} ?(?:周?岁(?!以|及)|个月大)|(?i:\d{1,3}[- ]years?[- ]old|(?<![a-z])aged? \d{1,3})"),
    (
        "small place", 2,
        rf"(?!小山村|[{_HAN}]?(?:某|各|本|该|此|全|每|小|城|集|乡|山)[镇乡村])[{_HAN}]{{2,3}}(?:镇(?![静痛定惊咳压])|乡(?!镇|村|亲|下|医|音|愁)|村(?!镇|卫|医|民|落)|屯|苏木|嘎查|街道|社区(?!医|卫|服|居))"
        r"|(?i:(?:village|hamlet|island|town) of [A-Z][a-z]+|(?:tiny|small|remote|farming|fishing) (?:town|village|community|island))",
    ),
    ("district", 1, rf"[{_HAN}]{{2,3}}(?:县(?!级|域|医)|旗(?!下|袍|舰))|(?<=市)[{_HAN}]{{2,3}}区"),
    ("exact date", 1, r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}[日号]|(?:19|20)\d\d[\-/.]\d{1,2}[\-/.]\d{1,2}"
        r"|(?:[A-Z][a-z]{2,8} \d{1,2},? (?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d)"),
    (
        "employer or post", 2,
        rf"(?:在|于|是|任职?于?)[{_HAN}A-Za-z0-9]{{2,14}}(?:厂|公司|集团|小学|中学|学校|大学|学院|政府|村委会|派出所|消防队|电视台|银行|法院|车间|矿)(?:的)?"
        r"(?:工作|任教|上班|教|当|做|担任|职工|员工|教师|老师|工人|干部|学生)"
        r"|(?:唯一|第一任|现任|时任)[^,。]{0,8}(?:村[医支]|校长|教师|老师|司机|邮递员|书记|主任|兽医|厨师)|村支书|村主任|镇长|乡长|县长|副?市长"
        r"|(?i:the (?:only|sole|local|town'?s?|village'?s?) (?:[a-z]+ )?(?:vet|teacher"
        r"|pastor|priest|postman|mayor|sheriff|librarian|firefighter|baker|butcher|headteacher|postmaster)|works? (?:at|for) (?-i:[A-Z])[a-z]+)",
    ),
    (
        "family", 1,
        r"[双三四五]胞胎|[三四五六七八]个(?:孩子|子女|儿子|女儿)|独生[子女]|龙凤胎|遗腹子|(?:丈夫|妻子|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹)(?:是|也是|也患|同患|同样)"
        r"|(?i:twins?(?![a-z])|triplets?|quadruplets?|mother of (?:three|four|five|six|seven)"
        r"|father of (?:three|four|five|six|seven)|(?:her|his) (?:husband|wife|brother|sister|son|daughter),? (?:a|an|the|also))",
    ),
    ("public event", 2, r"(?:曾)?(?:上过|登上)[^,。]{0,8}(?:电视|新闻|头条)"
        r"|(?:冠军|劳模|劳动模范|人大代表|政协委员)"
        r"|(?i:former (?:olympian|champion|mayor)|was on (?:the )?(?:tv|news))"),
)  # fmt: skip


@cache
def _every_fact() -> tuple[tuple[str, int, str], ...]:
    lines = Path(__file__).with_name("rare_diseases.txt").read_text("utf-8").splitlines()
    rare = "|".join(line for line in lines if line and not line.startswith("#"))
    return (*_FACTS, ("rare disease", 2, rare))


def quasi(text: str, found: Sequence[Personal] = ()) -> list[Personal]:
    """Passages of ``text`` whose facts can name a person together, one find each; its reason lists the kinds of facts.

    Needs :data:`NEEDED_KINDS` kinds whose weights add up to :data:`NEEDED_WEIGHT`. ``found`` is what is known already:
    a passage with a name or a number that names is left out.
    """
    folded = fold_cased(text)
    if any(one.entity in _NAMING for one in found) or not holds(_PERSON, folded) or holds(_CROWD, folded):
        return []
    facts = facts_in(folded)
    best = max((_window(facts, number) for number in range(len(facts))), key=_weight, default=[])
    if len({fact.kind for fact in best}) < NEEDED_KINDS or _weight(best) < NEEDED_WEIGHT:
        return []
    start, end = _span(best, found)
    kinds = sorted({fact.kind for fact in best})
    return (
        [Personal(start, end, "QUASI", 0.6, f"together they can name a person: {', '.join(kinds)}")]
        if start < end
        else []
    )


def facts_in(folded: str) -> list[Fact]:
    """All facts in a folded text, in order."""
    return sorted(
        Fact(match.start(), match.end(), kind, weight)
        for kind, weight, source in _every_fact()
        for match in matches(source, folded)
    )


def _window(facts: Sequence[Fact], first: int) -> list[Fact]:
    last = facts[first].start + WINDOW
    beyond = bisect_right(facts, last, lo=first, key=lambda fact: fact.start)
    return [fact for fact in facts[first:beyond] if fact.end <= last]


def _weight(facts: Sequence[Fact]) -> int:
    """Each kind counts once."""
    return sum({fact.kind: fact.weight for fact in facts}.values())


def _span(facts: Sequence[Fact], found: Sequence[Personal]) -> tuple[int, int]:
    """The span over all facts, or, where something else is found inside it, the weightiest fact that is free."""
    start, end = facts[0].start, max(fact.end for fact in facts)
    if not any(one.start < end and start < one.end for one in found):
        return start, end
    free = [fact for fact in facts if not any(one.start < fact.end and fact.start < one.end for one in found)]
    best = max(free, key=lambda fact: fact.weight, default=None)
    return (best.start, best.end) if best else (0, 0)
