"""Ages over 89 of a patient or relative (HIPAA identifier C). Not age ranges, life spans, brands and staff."""

from __future__ import annotations

import re
from collections.abc import Iterator

from adcheck.privacy.base import Cases, Find, Shape
from adcheck.privacy.labelled import WindowedRecognizer, column
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "[[93岁]]的张奶奶能下床了",
        "患者，女，[[92岁]]，因胸闷入院",
        "我外婆今年[[九十三岁]]",
        "最年长的患者[[101岁]]",
        "老人已[[95岁]]高龄",
        "患者年龄：[[94]]",
        "爷爷[[一百零二岁]]还来复查",
        "父亲享受了手术，他[[91周岁]]了",
        "姓名,年龄\n张某,[[93]]\n李某,45",
        "a [[92-year-old]] woman from Leeds",
        "My grandmother is [[94 years old]]",
        "Patient [[aged 91]]",
        "[[97 y/o]] male",
        "She turned [[95]] last week",
        "Age: [[93]]",
    ),
    good=(
        "90岁以上老人免费体检",
        "适用于60-95岁人群",
        "活到99岁不是梦",
        "国医大师，今年93岁，仍坚持出诊",
        "平均寿命92岁",
        "100岁老字号",
        "疫苗适用年龄：18至90岁",
        "95岁老教授仍在坐诊",
        "不超过90岁",
        "体重92，患者45岁",
        "年龄：45",
        "患者89岁",
        "老中医李老92岁，行医70年",
        "adults over 90 years old",
        "aged 18 to 95",
        "people 90 years and older",
        "life expectancy of 91 years",
        "a 92-year-old hospital",
        "our 95-year-old family practice",
        "95 years of experience",
        "within 90 years of opening",
        "ages 65-99",
        "Professor Hill, aged 91, founded the clinic",
        "She scored 95 on the test",
    ),
)

_OLD = r"(?:9\d|1[0-2]\d)"
_HAN = r"(?:九十[一二三四五六七八九]?|一?百(?:零[一二三四五六七八九]|一?十[一二三四五六七八九]?))"
_NO_RANGE = (
    r"(?!以上|及以上|以下|以内|及以下|之间|的?(?:人群|人士|老年人|长者)可|[-~至到]"
    r"|老店|老字号|老教授|品牌|华诞|诞辰|(?:老人|寿星|长者)(?:义诊|免费|可|优惠|均"
    r"|们)|起|左右?为限)"
)
_EN_RANGE = (
    r"(?! ?(?:and|or) (?:over|older|above|up|under|younger)|\+| ?(?:-|–|to) ?\d|[%\d]"
    r"|-year-old (?:hospital|clinic|company|practice|family|tradition|brand|business)"
    r"|\.\d)"
)
_STAFF = LazyPattern(
    r"出诊|坐诊|行医|从医|国医大师|名老中医|教授|院士|创始人|founded|practi[sc]ed|professor", re.IGNORECASE
)


class AgeRecognizer(WindowedRecognizer):
    """The age of a person of ninety and more."""

    entity = "AGE"
    trace = r"(?i:ninety|hundred)|(?:9|1[0-2])\d|[九百][一二三四五六七八九零十周岁]"
    shapes = (
        Shape(rf"(?<![\d.~\-至到≥≤<>])(?P<value>{_OLD} ?(?:周)?岁|{_OLD}高龄){_NO_RANGE}", 0.6),
        Shape(rf"(?<![一二三四五六七八九十百至到])(?P<value>{_HAN}(?:周)?岁){_NO_RANGE}", 0.6),
        Shape(rf"年龄[\s\"'*|]{{0,3}}[:=]?[\s\"'*|]{{0,3}}(?P<value>{_OLD})(?![\d.%~至到\-]|岁以)", 0.6),
        Shape(
            (
                rf"(?i:(?<![\w.-])(?P<value>{_OLD}[- ](?:year|yr)s?[- ]old|{_OLD}[- ]?(?:y/?o|yo)(?![A-Za-z])){_EN_RANGE}(?!["
                rf"- ](?:hospital|clinic|company|practice|family|tradition|brand|business|institution)))"
            ),
            0.6,
        ),
        Shape(rf"(?<=[a-z], )(?P<value>{_OLD})(?=, (?:of|from|who|says|said|was|had|has|is|walk|[a-z]+ed ))", 0.6),
        Shape(
            (
                rf"(?i:(?:奶奶|爷爷|外婆|外公|老人|大爷|大妈|阿姨|先生|女士|患者|dad|mum|mom|mother"
                rf"|father|grandma|grandpa|patient|mr\.? \w+|mrs\.? \w+) ?\((?P<value>{_OLD})\))"
            ),
            0.7,
        ),
        Shape(rf"(?i:(?<![A-Za-z])(?P<value>aged {_OLD})){_EN_RANGE}", 0.6),
        Shape(
            (
                rf"(?i:(?<![A-Za-z])(?P<value>ninety(?:-| )?(?:one|two|three|four|five|six|seven"
                rf"|eight|nine)?[- ]years?[- ]old|(?:a|one) hundred(?: and \w+)?[- ]years?[- ]old"
                rf"|{_OLD} years? of age))"
            ),
            0.6,
        ),
        Shape(
            rf"(?i:(?<![\w.-])(?P<value>{_OLD}(?:[- ]?y\.o\.?|[- ]?yrs?(?![A-Za-z])|(?-i:[MF]|/[MF])(?![A-Za-z])))){_EN_RANGE}",
            0.3,
        ),
        Shape(
            (
                rf"(?i:(?<![A-Za-z])(?:she|he|who|mother|father|(?:great-)?grand\w+|aunt|uncle|mum"
                rf"|mom|dad|granny|nan)(?: is|'s|’s| was| will be| turns| just turned) (?:now |almost "
                rf"|nearly |already )?(?P<value>{_OLD}))(?=[ ,.;!\n]|$)(?! ?(?:%|percent|kg|lbs?"
                rf"|pounds|cm|minutes|days|weeks|hours|times|years (?:in|of (?:exp|prac))))"
            ),
            0.6,
        ),
        Shape(
            rf"(?i:(?<![A-Za-z])(?:age|turned|turning)[\s\"']{{0,3}}(?:[:=]|is|of)?[\s\"']{{0,3}}(?P<value>{_OLD})){_EN_RANGE}",
            0.6,
        ),
    )
    pros = (
        "患者", "奶奶", "爷爷", "外婆", "外公", "姥姥", "姥爷", "母亲", "父亲", "老人", "老太", "老爷", "大爷", "大妈", "婆婆", "公公",
        "先生", "女士", "老伴", "妈妈", "爸爸", "我妈", "我爸", "阿姨", "叔", "伯", "长者", "寿星", "高龄", "男", "女", "家住", "来自",
        "她", "他", "病人", "家属", "老奶奶", "patient", "she", "he", "mr", "mrs", "ms", "grandmother", "grandfather", "mother", "father",
        "woman", "man",
    )  # fmt: skip
    cons = (
        "寿命", "平均", "活到", "享年", "国医大师", "教授", "院士", "专家", "创始人", "品牌", "老中医", "名老", "明星", "纳入", "入组",
        "适用", "建议", "年龄段", "范围", "不超过", "超过", "上限", "疫苗", "满", "高于", "大于", "年龄上限", "至", "长寿", "健康活",
        "成立", "建院", "周年", "最大年龄", "年龄最大", "over", "older than", "under", "up to", "than", "between", "to", "least",
        "expectancy", "ages", "adults", "range", "professor", "prof", "founder", "beyond", "past", "people", "live",
    )  # fmt: skip
    reach = 24

    def accept(self, text: str, start: int, end: int) -> bool:
        """Nobody of the staff."""
        return _STAFF.search(text[max(0, start - 14) : start] + "|" + text[end : end + 16]) is None

    def results(self, text: str) -> Iterator[Find]:
        """Ages in prose, then those in a column."""
        yield from super().results(text)
        yield from column(self, text, r"年龄|(?i:(?<![A-Za-z])age(?![A-Za-z]))", rf"{_OLD}岁?")
