"""The cheap screen before presidio: which paragraphs hold something at all.

First one look for what every kind of personal data needs (digits in a row, an @, a file name, a word for a person),
then, in paragraphs where that stands, our own recognizers without spaCy and presidio. It may select too much, never too
little: a test holds it against the whole engine. Imports nothing heavy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.paragraphs import paragraphs

_TRACES: Final = re.compile(
    r"\d[^\n\w]{0,2}\n?\d[^\n\w]{0,2}\n?\d[^\n\w]{0,2}\n?\d[^\n\w]{0,2}\n?\d"  # five digits, whatever stands between
    r"|@|[(\[]at[)\]]|://|www\."
    r"|\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?|dcm|dicom|pdf|docx?|xlsx?|csv|txt|pptx?|mp4|mov|avi|zip|rar)(?![A-Za-z])"
    r"|[0-9一二三四五六七八九十加]\s*[床#]|床\s?[号位]{0,2}\W{0,3}加?\d|(?i:bed|room|ward)\W{0,3}\w{0,3}\d"
    r"|(?:9|1[0-3])\d\s?(?:岁|周岁|(?i:years?|y/?o|yrs?))|(?i:aged?)\W{0,2}(?:9|1[0-3])\d|[九百][一二三四五六七八九零十\d]{0,4}\s?岁"
    r"|[0-9一二三四五六七八九十]\s?(?:号楼?|栋|幢|单元|室|弄|组|队|巷)"
    r"|微信|绿泡泡|薇|抖音|快手|小红书|微博|知乎|豆瓣|B站|哔哩哔哩|视频号|威信|徽信|维信|[vV]信|(?i:wechat|weixin|wordpress|blogspot|tumblr|substack|lofter|snapchat|telegram|threads|(?<![a-z])[vw]x)|(?i:linkedin|facebook|instagram|twitter|tiktok|weibo|t\.me)"
    r"|\d\W{0,3}[月./\-]\W{0,3}\d|(?i:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})|\d{1,2} (?i:[a-z]{3,9}),? \d{4}"
    r"|[pcgm]\.\W?[A-Za-z*\d]|(?<![a-z])rs\d{4}"
    r"|[A-Z]{1,3}[ \-]?\d{2,}|\d{3,}[A-Z]"
    r"|[\u4e00-\u9fff]\s?[A-Z]\s?[·.\- ]?\s?[A-Z0-9]{4}"
    r"|(?:[0-9A-Fa-f]{2}[:\-.]){3}"
    r"|生日|出生|[12]\d{3}\s?年\s?[\d正冬腊]|(?i:birth|(?<![a-z])b\. ?\d|\d-[a-z]{3}-\d)|(?:9|1[0-2])\d-(?i:year)|(?<=[a-z], )(?:9|1[0-2])\d,"
    r"|支付宝|(?i:paypal|venmo|ninety|hundred[ -]years?|exons?(?![a-z])|repeats?(?![a-z]))|外显子"
)
_DIGIT: Final = re.compile(r"\d")
_PEOPLE: Final = re.compile(
    r"患者|老兵|个人|持[有往]|叫号|取药|窗口|陪[护同]|恩人|战友|(?m:^[\u4e00-\u9fff·]{2,4}\r?$)|病[人友患员例]|伤者|家属|家长|先生|女士|小姐|太太|阿姨|[叔伯姨婶姑舅爷奶姥嫂]|大[爷妈娘哥姐]|[妈爸父母夫妻]|老[公婆伴人]|儿子|女[儿婿]|儿媳|孩子?|宝[妈宝贝]|[姐妹哥弟]"
    r"|姓名|名字|化名|名叫|我[叫是的在做]|[她他]|\d岁|联系人|收[件货]|案例|来自|感谢|谢谢|锦旗|说|表示|告诉|确诊|[入出住]院|复诊|分享|反馈|签[名字收]|同[志学]|用户"
    r"|[顾客]户|顾客|会员|网友|粉丝|小伙|姑娘|居民|村民|市民|职工|工人|农民|司机|男|女|登记|预约|挂号|就诊|投诉|求美者|产妇|孕妇|受[试检]者|代办|本人|监护|委托"
    r"|(?i:patients?|mr|mrs|ms|miss|name[ds]?|husband|wife|spouse|mother|father|mom|mum|dad|son|daughter|sister|brother|guardian|her|his|she|he|"
    r"client|resident|participant|testimonial|says|said|story|age[d]?|born|dob|mrn|i|my|me|we|our|us|they|him|thank|signed|from|contact|caller|member|insured|reminder|user|appointments?)(?![a-z])"
    r"|(?<![a-z])(?:for|by|to|with|and|of) [A-Z][a-z]+ [A-Z][a-z]+"
    r"|(?m:^[ \t]{0,8}[\-\u2014~*>\"]{0,4}[ \t]{0,4}[A-Z][a-z]+ [A-Z])|[,|\t:]\s?[\u4e00-\u9fffA-Z]"
)

_NAMES: Final = re.compile(
    r"[\u3400-\u9fff]{2}|(?<![A-Za-z])[A-Z][a-z]+(?:-[A-Z][a-z]+)? (?:[A-Z]\.? )?(?:[A-Z][a-z]|[A-Z]['’][A-Z])"
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


def speaks_of_people(paragraph: str) -> bool:
    """Whether a folded paragraph has any word for a private person."""
    return _PEOPLE.search(paragraph) is not None


def may_name_people(paragraph: str) -> bool:
    """Whether the name finder is worth asking about a folded paragraph: it stands in Chinese, where the finder's own look
    for likely names is cheap, or has a word for a person or two words with capitals."""
    return _NAMES.search(paragraph) is not None or speaks_of_people(paragraph)


def _holds_something(paragraph: str) -> bool:
    """Whether any of our recognizers finds something there."""
    spoken = speaks_of_people(paragraph)
    traced = _TRACES.search(paragraph) is not None
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
