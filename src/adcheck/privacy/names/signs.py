"""Names that the words and signs right around them settle, without a model: an age behind, a role before, a quotation.

The models weigh a whole sentence and miss rare names in short records; here a form of writing is enough, if the name is
one by its characters: a surname, a Western given name, or a middle dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from adcheck.privacy.names.chinese import UNLIKELY
from adcheck.privacy.names.lattice import Lattice
from adcheck.privacy.names.lists import common, cues, surnames, western, words
from adcheck.privacy.names.role import Name
from adcheck.privacy.names.tokens import HAN
from adcheck.text.heads import matches
from adcheck.text.lazy import LazyPattern

_AROUND: Final = 12
_HAN: Final = "\u4e00-\u9fff"
_ROLES: Final = (
    "车主|房主|货主|持卡人|投保人|被保险人|受益人|机主|户主|监护人|法定代理人|委托人|申请人|报案人|失主|居民|市民|村民|职工|业主|乘客|学员|"
    "手术患者|受试者|捐献者|受赠者|供者|产妇|孕妇|伤员|伤者|逝者|死者"
)
_AFTER_ROLE: Final = r"(?=[，,。；;！!、\s)）”」]|凭|持|说|称|在|到|来|因|于|自|表示|办理|投诉|反映|要求|本人|$)"
_STAFF_BEHIND: Final = LazyPattern(
    r"\s?[,，(（]?\s?(?i:an?|the|our|chief|head|director|manager|spokes\w+|dr|md|professor|consultant|nurse|ceo|founder|president|editor|author)\b"
)
_CHINESE: Final = (
    rf"(?<![{_HAN}·])(?P<name>[{_HAN}][{_HAN}·]{{1,9}}?) ?[，,] ?(?:(?:男|女)(?![性孩士人方])|[0-9]{{1,3}} ?周?岁(?![以及至]))",
    rf"(?:{_ROLES})(?P<name>[{_HAN}]{{2,4}}?){_AFTER_ROLE}",
    rf"(?:^|[。\n])(?P<name>[{_HAN}]{{2,4}}) ?[：:] ?[“\"「](?=[^”\"」\n]{{0,24}}[我俺咱])",
    rf"[0-9]{{4,}}[^，,。；;\n：:]{{0,8}}[：:] ?(?P<name>[{_HAN}]{{2,4}})(?=[，,。；;\n]|$)",
)
_ONE: Final = r"[A-Z][a-z\u00df-\u024f]+(?:['’-][A-Z]?[a-z]+)?"
_FULL: Final = rf"(?P<name>{_ONE}(?: [A-Z]\.)?(?: (?:de|De|del|la|La|van|Van|von|al|El|bin|O['’])){{0,2}} ?{_ONE})"
_THING: Final = (
    r"(?:cell|mobile|phone|number|photos?|pictures?|selfies?|records?|chart|file|scans?|x-rays?|results|bed|surgery|operation|"
    r"appointment|biopsy|blood|daughter|son|husband|wife|mother|father|mum|mom|dad|recovery|story|smile|medication|insurance|consent)"
)
_STREET: Final = r"(?:Place|Street|Road|Avenue|Ave|Lane|Drive|Close|Court|Way|Terrace|Crescent|Gardens|Row|Boulevard|Blvd|St|Rd|Dr|Ln|Hill|Square)"
_ENGLISH: Final = (
    rf"(?<![A-Za-z]){_FULL}, (?:aged? )?(?:[1-9]|[1-9][0-9]|1[01][0-9])(?=, | and |\. |; )",
    rf"(?<![A-Za-z]){_FULL}['’]s (?:{_THING})(?![a-z])",
    rf"(?<![A-Za-z]){_FULL}, [0-9]{{1,4}}[A-Za-z]? (?:{_ONE} ){{1,3}}{_STREET}(?![a-z])",
    rf"(?:implanted (?:in|into)|belong(?:s|ed|ing) to|issued to|registered to|on behalf of|next of kin:?|emergency contact:?|donated by|"
    rf"signed by) (?:patient )?{_FULL}(?=[.,;:)\n]|$)",
    rf"[,.!?”\"] (?:said|says|recalled|wrote|writes|told us) {_FULL}(?=[.;\n]|$)",
)
_TITLED: Final = rf"(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Mx)\.? (?P<name>{_ONE}(?: {_ONE})?)"
_CARE: Final = LazyPattern(
    r"(?i:(?<![a-z])(?:your|bed|ward|slot|biopsy|patients?|surgery|operation|scan|results?|admitted|discharged|appointment|brochure)(?![a-z]))"
)


@lru_cache(maxsize=4)
def signed(text: str) -> tuple[Name, ...]:
    """The private persons in a folded text whom a sign beside the name gives away; the screen asks first, then the engine."""
    return tuple(_signed(text))


def _signed(text: str) -> Iterator[Name]:
    if HAN.search(text):
        for source in _CHINESE:
            for match in matches(source, text):
                sure = source is _CHINESE[0]
                if _is_chinese(match["name"], sure=sure) and (sure or _is_likely(text, *match.span("name"))):
                    yield Name(*match.span("name"))
    for source in (*_ENGLISH, *((_TITLED,) if _CARE.search(text) else ())):
        for match in matches(source, text):
            if _is_western(match["name"], alone=source is _TITLED) and not _STAFF_BEHIND.match(text, match.end("name")):
                yield Name(*match.span("name"))


def _is_chinese(name: str, *, sure: bool) -> bool:
    """Whether it can be a name: by its surname, or with a sure sign by not being an ordinary word or a form of address."""
    if name in words() or any(name.endswith(word) or name.startswith(word) for word in _forms()):
        return False
    known = name[0] in surnames() or name[:2] in surnames()
    return (known and len(name) <= 4) or "·" in name or (sure and len(name) >= 4 and not _holds_word(name))


def _is_likely(text: str, start: int, end: int) -> bool:
    """Whether ordinary words don't explain the characters: 市民广场举行 names nobody, though 广 is a surname."""
    name, known = text[start:end], surnames()
    if "·" in name:
        return True
    if len(name) > 3 and name[:2] not in known and not (name[0] in known and name[1] in known):
        return False
    low = max(0, start - _AROUND)
    return Lattice(text[low : end + _AROUND]).margin(start - low, end - low) < UNLIKELY


def _holds_word(name: str) -> bool:
    known = words()
    return any(name[at : at + size] in known for size in (2, 3) for at in range(len(name) - size + 1))


@cache
def _forms() -> frozenset[str]:
    """Words for people that are no part of a name."""
    plain = "女士 先生 小姐 阿姨 大爷 大妈 大叔 奶奶 爷爷 老师 医生 大夫 护士 主任 教授 患者 病人 家属 某 某某 患儿 顾客 客户 一位 一名 这位 年龄 平均"
    return frozenset(plain.split()) | {word for word, kind in cues("zh").items() if kind in ("staff", "author")}


def _is_western(name: str, *, alone: bool) -> bool:
    """Whether it can be a name: one of its words a known name, none an ordinary word in small letters only."""
    kinds, usual = western(), common()
    parts = [part.lower() for part in re.findall(r"[A-Za-z\u00c0-\u024f'’-]+", name)]
    if not parts or any("p" in kinds.get(part, "") for part in parts):
        return False
    first, last = parts[0], parts[-1]
    if alone:
        return last not in usual
    return kinds.get(first, "") in ("g", "b") or (first not in usual and last not in usual and last in kinds)
