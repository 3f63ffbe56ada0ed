"""The cheap screen before presidio: which paragraphs hold something at all.

First one look for what every kind of personal data needs (digits in a row, an @, a file name, a word for a person),
then, in paragraphs where that stands, our own recognizers without spaCy and presidio. It may select too much, never too
little: a test holds it against the whole engine. Imports nothing heavy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.paragraphs import paragraphs
from adcheck.text.lazy import LazyPattern

_HAN: Final = r"[\u4e00-\u9fff]"
_HEX_PAIRS: Final = r"(?:[0-9A-Fa-f]{2}[:\-.]){2}"
_EXTENSIONS: Final = "jpe?g|png|gif|bmp|webp|heic|tiff?|dcm|dicom|pdf|docx?|xlsx?|csv|txt|pptx?|mp4|mov|avi|zip|rar"
# `re` runs through a text many times faster where each branch begins with a character, or all with one class of
# characters; hence branches that turn round and look back, and one expression for each way to begin.
_SIGNS: Final = LazyPattern(
    rf"@|\(at[)\]]|\[at[)\]]|www\.|:(?://|(?<=[0-9A-Fa-f]{{2}}:){_HEX_PAIRS})|-(?<=[0-9A-Fa-f]{{2}}-){_HEX_PAIRS}"
    rf"|\.(?:(?:{_EXTENSIONS})(?![A-Za-z])|(?<=[pcgm]\.)\W?[A-Za-z*\d]|(?<=[0-9A-Fa-f]{{2}}\.){_HEX_PAIRS})"
    r"|床\s?[号位]{0,2}\W{0,3}加?\d|v信|V信|微信|绿泡泡|薇|抖音|快手|小红书|微博|知乎|豆瓣|B站|哔哩哔哩|视频号|威信|徽信|维信"
    r"|生日|出生|支付宝|外显子"
)
_COUNTED: Final = LazyPattern(r"[0-9一二三四五六七八九十加](?:\s*[床#]|(?<!加)\s?(?:号|栋|幢|单元|室|弄|组|队|巷))")
_OLD: Final = LazyPattern(r"[九百][一二三四五六七八九零十\d]{0,4}\s?岁")
_DIGIT: Final = LazyPattern(r"\d")
_NUMBERS: Final = LazyPattern(
    r"\d(?:(?:[^\n\w]{0,2}\n?\d){4}"  # five digits, whatever stands between
    r"|\W{0,3}[月./\-]\W{0,3}\d| (?i:[a-z]{3,9}),? \d{4}|-(?i:[a-z]{3})-\d|(?<=[12]\d{3})\s?年\s?[\d正冬腊]"
    r"|(?:(?<=9\d)|(?<=1[0-3]\d))\s?(?:周?岁|(?i:year|y/?o|yr))|(?:(?<=9\d)|(?<=1[0-2]\d))-(?i:year)"
    r"|(?:(?<=[a-z], 9\d)|(?<=[a-z], 1[0-2]\d)),|(?<=\d{3})[A-Z]|(?<=rs\d)(?<![a-z]rs\d)\d{3})"
)
_MONTH_FIRST: Final = LazyPattern(
    r" (?:(?<=[a-z]{3} )|(?<=[a-z]{3}\. ))\d{1,2}(?:st|nd|rd|th)?,? \d{4}"  # over small letters
)
_CAPITALS: Final = LazyPattern(rf"[A-Z](?:[ \-]?\d\d|(?:(?<={_HAN}.)|(?<={_HAN}\s.))\s?[·.\- ]?\s?[A-Z0-9]{{4}})")
_LATIN: Final = LazyPattern(r"[A-Za-z\u0130]")
_LATIN_WORDS: Final = LazyPattern(  # over small letters
    r"aged?\W{0,2}(?:9|1[0-3])\d|b(?:ed\W{0,3}\w{0,3}\d|irth|logspot|(?<![a-z]b)\. ?\d)|exons?(?![a-z])|facebook|hundred[ -]year"
    r"|instagram|l(?:inkedin|ofter)|ninety|paypal|r(?:oom\W{0,3}\w{0,3}\d|epeats?(?![a-z]))|s(?:napchat|ubstack)"
    r"|t(?:elegram|hreads|iktok|umblr|witter|\.me)|v(?:enmo|(?<![a-z]v)x)|w(?:ard\W{0,3}\w{0,3}\d|echat|eibo|eixin|ordpress|(?<![a-z]w)x)"
)

_FIELDS: Final = LazyPattern(rf"[,|\t:]\s?(?:{_HAN}|[A-Z])")
_KIN: Final = LazyPattern(r"[她他说男女孩叔伯姨婶姑舅爷奶姥嫂妈爸父母夫妻姐妹哥弟]")
_PEOPLE: Final = LazyPattern(
    r"患者|老(?:兵|公|婆|伴|人)|个人|持(?:有|往)|叫号|取药|窗口|陪(?:护|同)|恩人|战友|病(?:人|友|患|员|例)|伤者|家属|家长|先生|小姐|太太|大娘"
    r"|儿(?:子|媳)|宝(?:宝|贝)|姓名|名字|化名|名叫|我(?:叫|是|的|在|做)|岁(?<=\d岁)|联系人|收(?:件|货)|案例|来自|感谢|谢谢|锦旗|表示|告诉|确诊"
    r"|入院|出院|住院|复诊|分享|反馈|签(?:名|字|收)|同(?:志|学)|用户|顾户|客户|顾客|会员|网友|粉丝|小伙|居民|村民|市民|职工|工人|农民|司机"
    r"|登记|预约|挂号|就诊|投诉|求美者|产妇|孕妇|受(?:试|检)者|代办|本人|监护|委托"
)
_LINES: Final = LazyPattern(
    r"\n(?:[\u4e00-\u9fff·]{2,4}\r?(?![^\n])|[ \t]{0,8}[\-\u2014~*>\"]{0,4}[ \t]{0,4}[A-Z][a-z]+ [A-Z])"
)
_PERSONAL: Final = LazyPattern(
    r"(?:[aA](?i:ged?|ppointments?)|[bB](?i:rother|orn)|[cC](?i:lient|ontact|aller)|[dD](?i:ad|aughter|ob)|[fF](?i:ather|rom)|[gG](?i:uardian)"
    r"|[hH](?i:usband|er|is|e|im)|[iI\u0130](?i:nsured)?|[mM](?i:rs?|rn|s|iss|other|om|um|y|e|ember)|[nN](?i:ame[ds]?)|[oO](?i:ur)"
    r"|[pP](?i:atients?|articipant)|[rR](?i:esident|eminder)|[sS](?i:pouse|on|ister|he|ays|aid|tory|igned)"
    r"|[tT](?i:estimonial|hey|hank)|[uU](?i:s|ser)|[wW](?i:ife|e))(?![a-z])"
)
_BEFORE_NAMES: Final = LazyPattern(
    r"(?:f(?<![a-z]f)or|b(?<![a-z]b)y|t(?<![a-z]t)o|w(?<![a-z]w)ith|a(?<![a-z]a)nd|o(?<![a-z]o)f) [A-Z][a-z]+ [A-Z][a-z]"
)
_HAN_PAIR: Final = LazyPattern(r"[\u3400-\u9fff]{2}")
_LATIN_PAIR: Final = LazyPattern(
    r"[A-Z](?<![A-Za-z].)[a-z]+(?:-[A-Z][a-z]+)? (?:[A-Z]\.? )?(?:[A-Z][a-z]|[A-Z]['’][A-Z])"
)


def passages(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text (source text without invisible characters) in which something personal may stand.

    Spans of code points, in order, end exclusive.
    """
    return list(selected(text))


def selected(text: str) -> Iterator[tuple[int, int]]:
    """As :func:`passages`, one by one: what a recognizer remembers of a paragraph serves the engine next."""
    folded = fold_cased(text)
    return ((start, end) for start, end in paragraphs(folded) if _holds_something(folded[start:end]))


@lru_cache(maxsize=2)
def speaks_of_people(paragraph: str) -> bool:
    """Whether a folded paragraph has any word for a private person; asked of one paragraph several times."""
    if _FIELDS.search(paragraph) or _KIN.search(paragraph) or _PEOPLE.search(paragraph):
        return True
    if _LINES.search("\n" + paragraph):
        return True
    return _LATIN.search(paragraph) is not None and bool(_PERSONAL.search(paragraph) or _BEFORE_NAMES.search(paragraph))


def may_name_people(paragraph: str) -> bool:
    """Whether the name finder is worth asking about a folded paragraph: it stands in Chinese, where the finder's own look
    for likely names is cheap, or has a word for a person or two words with capitals."""
    return bool(_HAN_PAIR.search(paragraph) or _LATIN_PAIR.search(paragraph)) or speaks_of_people(paragraph)


def has_traces(paragraph: str) -> bool:
    """Whether a folded paragraph has digits in a row, a sign or a word that some recognizer needs."""
    if _SIGNS.search(paragraph) or _COUNTED.search(paragraph) or ("岁" in paragraph and _OLD.search(paragraph)):
        return True
    numbered = _DIGIT.search(paragraph) is not None
    if numbered and _NUMBERS.search(paragraph):
        return True
    if not _LATIN.search(paragraph):
        return False
    small = paragraph.replace("\u0130", "i").lower()  # its small letter would be two characters
    if _LATIN_WORDS.search(small) or _CAPITALS.search(paragraph):
        return True
    return numbered and _MONTH_FIRST.search(small) is not None


def _holds_something(paragraph: str) -> bool:
    """Whether any of our recognizers finds something there."""
    spoken, traced = speaks_of_people(paragraph), has_traces(paragraph)
    if not spoken and not traced and not may_name_people(paragraph):
        return False
    from adcheck.privacy.registry import finders, wordy_finders

    numbered = traced or (spoken and _DIGIT.search(paragraph) is not None)
    if any(finder.analyze(paragraph) for finder in (finders() if numbered else wordy_finders())):
        return True
    return spoken and _together(paragraph)


def _together(paragraph: str) -> bool:
    from adcheck.privacy.quasi import quasi

    return bool(quasi(paragraph))
