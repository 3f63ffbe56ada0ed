"""File names that name a patient: 王秀兰_术前.jpg, jane_roberts_before.png, MRI-Delgado-Maria.dcm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from adcheck.privacy.base import Cases, Find, PersonalRecognizer
from adcheck.privacy.names.lists import given, surnames, western, words
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "附件：[[王秀兰_术前.jpg]]",
        "见 [[李强术后对比照.png]]",
        "上传[[病历-欧阳明月-2023.pdf]]失败",
        "see [[jane_roberts_before.jpg]] and the chart",
        'src="img/[[MariaDelgado-consent.pdf]]"',
        "[[patient_tom_okafor_mri.dcm]]",
        "[[20230512张伟CT报告.docx]]",
        "配图用[[周敏拆线第七天.jpeg]]，文案你来写",
        "[[13床赵德海心电图.jpg]]请过目",
        "Open [[Lopez, Anita - discharge letter.docx]] first.",
        "Thumbnail: [[GarySimms_HairTransplant_6m.jpeg]]",
        '<img src="/case/[[liuyang_before.jpg]]">',
    ),
    good=(
        "手术同意书模板.docx",
        "hero_before_after.jpg",
        "clinic_team_photo.png",
        "高清术前术后对比.jpg",
        "logo.png, banner_2023.jpg",
        "patient_consent_form.pdf",
        "方案_术前准备.pdf",
        "王主任_讲座.mp4",
        "before-after-nose-01.jpg",
        "knee_surgery_after.jpg",
    ),
)
_EXTENSION: Final = LazyPattern(
    r"\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?|dcm|dicom|pdf|docx?|xlsx?|csv|txt|pptx?|mp4|mov|avi|zip|rar)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_STEM: Final = LazyPattern(
    r"(?:[A-Z][a-z]{1,20}, [A-Z][a-z]{1,20} - (?:[a-z]{1,20} ){0,3}[a-z]{1,20}|[\u4e00-\u9fffA-Za-z0-9_\-()·+]{2,60})\Z"
)
_LONGEST: Final = 80
_VERB: Final = LazyPattern(
    r"(?:上传|下载|打开|发送|查看|保存|附件|视频文件|配图用?|文件名?|文档|见|请看|图片|照片|封面图?|素材)+(?:了|是|为|的)?"
)
_HAN_RUN: Final = LazyPattern(r"[\u4e00-\u9fff]+")
_MEDICAL_ZH: Final = (
    r"术[前后中]|病[历案]|检查|报告|化验|知情|同意书|影像|片子?|照|对比|恢复|面诊|身份证|医保|处方|[出入住]院|随访|复[查诊]|病理|体检|CT|MRI|B超|彩超|超声|X光|"
    r"[心脑]电图|[胃肠]镜|治疗|诊断|发票|拆线|第.{1,3}[天周月]|换药|手术|采访|锦旗|感谢信|案例|疤|口腔|牙|正畸|种植|隆鼻|双眼皮|祛斑|植发|缴费|挂号|床"
)
_HAS_MEDICAL_ZH: Final = LazyPattern(_MEDICAL_ZH, re.IGNORECASE)
_PART_ZH: Final = LazyPattern(
    r"(?=(?:^|(?<=[^\u4e00-\u9fff])|(?<=床)|(?<=患者)|(?<=病历)|(?<=报告))([\u4e00-\u9fff]{2,}))"
)
_AFTER_NAME: Final = LazyPattern(rf"$|[^\u4e00-\u9fff]|{_MEDICAL_ZH}", re.IGNORECASE)
_NOT_NAMES: Final = LazyPattern(
    r".*(?:[主任医师授长护老某先女小]|前后|模板|流程|须知|科|版)$|高清|白底|左[侧眼膝]|单[侧独]|全身|何时|华[东北南西]"
)
_STAFF_ZH: Final = LazyPattern(r"主任|医[生师]|教授|院长|护士|老师|专家|团队|讲座|简介|模板|须知|流程|宣传|海报")
_STAFF_EN: Final = frozenset(
    "dr doctor team staff headshot ceo profile bio author speaker logo prof nurse cv resume".split()
)
_MEDICAL_EN: Final = frozenset(
    "before after preop postop pre post consent mri ct xray scan chart record records report results labs lab biopsy discharge referral "
    "photo photos patient pt intake insurance rx prescription history id ultrasound ecg mammogram surgery wound rash face dob letter case "
    "hair transplant implant implants veneers nose rhinoplasty facelift knee hip smile braces testimonial botox filler laser scar acne week "
    "month weeks months day appointment invoice claim pathology echo eeg mole lesion".split()
)
_COMMON_EN: Final = frozenset(
    "clinic hospital banner hero image img pic picture header footer form forms template sample example demo test final draft copy new old "
    "version policy privacy notice guide guidelines brochure flyer poster price list menu skin eye eyes lips chin body teeth tooth dental breast "
    "arm leg back neck spine heart lung liver kidney brain lift treatment therapy procedure left right front side view model cases study studies "
    "result comparison days year years one two three four five summary annual medical health care center centre data table figure slide deck "
    "clip reel story post social media web site page index main info information release journey female male woman man child adult baby elderly "
    "senior happy generic stock instructions checklist education safety program plan and of the for with to in on at by a an my our your all "
    "whitening crown chest abdomen wrist ankle shoulder foot hand head bone tissue cell blood urine oct usg pdf thumb thumbnail gallery large "
    "small medium web mobile desktop cropped edit edited raw scanned signed copy blank sheet daily weekly monthly staffing".split()
)
_TOKEN: Final = LazyPattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_INITIAL: Final = "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
_FINAL: Final = (
    "(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|v)"
)
_PINYIN_NAME: Final = LazyPattern(
    "(?:wang|li|zhang|liu|chen|yang|zhao|huang|zhou|wu|xu|sun|hu|zhu|gao|lin|he|guo|luo|liang|song|zheng|xie|tang|feng|deng|cao|zeng|xiao|jiang|"
    f"cai|jia|wei|xue|ye|yan|yu|pan|dai|du|zhong|tian|ren|shen|fan|fang|shi|yao|liao|kong|bai|cui|kang|mao|qiu|qin|gu|hou|shao|meng|long|wan|qian)(?:{_INITIAL}{_FINAL}){{1,2}}"
)


class FileNameRecognizer(PersonalRecognizer):
    """A file name with a person's name beside a medical word."""

    entity = "FILE"

    def results(self, text: str) -> Iterator[Find]:
        """Each file name that names somebody."""
        for extension in _EXTENSION.finditer(text):
            head = text[max(0, extension.start() - _LONGEST) : extension.start()]
            whole = _STEM.search(head)
            if whole is None:
                continue
            start = extension.start() - len(head) + whole.start() + _lead(whole.group())
            stem = text[start : extension.start()]
            if _names_chinese(stem) or _names_english(stem):
                yield self.result(start, extension.end(), 0.7, "a file name with a person's name")


def _lead(name: str) -> int:
    """How many characters before a person's name in a file's name belong to the sentence."""
    run = _HAN_RUN.match(name)
    if run is None or _begins_with_name(name):
        return 0
    ends = [verb.end() for verb in _VERB.finditer(run.group())]
    ends += [place for place in range(1, min(8, len(run.group()))) if name[max(0, place - 2) : place] in words()]
    starts = (
        end for end in sorted(ends, reverse=True) if _begins_with_name(name[end:]) or _HAS_MEDICAL_ZH.match(name, end)
    )
    return next(starts, 0)


def _names_chinese(stem: str) -> bool:
    """Whether a part of the stem begins like a Chinese name, and another says something medical."""
    if _HAS_MEDICAL_ZH.search(stem) is None or _STAFF_ZH.search(stem):
        return False
    return any(_begins_with_name(match.group(1)) for match in _PART_ZH.finditer(stem))


def _begins_with_name(part: str) -> bool:
    surname = next((part[:size] for size in (2, 1) if part[:size] in surnames()), "")
    for size in (2, 1):
        name = part[: len(surname) + size]
        if not surname or len(name) < len(surname) + size or name in words() or _NOT_NAMES.match(name):
            continue
        if _AFTER_NAME.match(part[len(name) :]) and all(given()[char] for char in name[len(surname) :]):
            return True
    return False


def _names_english(stem: str) -> bool:
    """Whether two neighbouring words are a given name and another name, and a third says something medical."""
    split = [word.lower() for word in _TOKEN.findall(stem)] if stem.isascii() else []
    if not any(word in _MEDICAL_EN for word in split) or any(word in _STAFF_EN for word in split):
        return False
    free = [word if len(word) > 2 and word.isalpha() and word not in _MEDICAL_EN | _COMMON_EN else "" for word in split]
    known = [western().get(word, "?") if word else "" for word in free]
    pairs = [a + b for a, b in pairwise(known) if a and b]
    return (
        any(pair not in ("ss", "??") for pair in pairs)
        or _initial(split, free)
        or (len(pairs) == 1 and len(split) < 6)
        or _pinyin(split)
    )


def _initial(split: list[str], free: list[str]) -> bool:
    """Whether an initial stands before a name, as in J_Okoro_consent."""
    return any(len(a) == 1 and a.isalpha() and a not in "xtc" and b for a, b in zip(split, free[1:], strict=False))


def _pinyin(split: list[str]) -> bool:
    """Whether a word is a name in pinyin written together, as in liuyang_before."""
    return any(len(word) > 5 and _PINYIN_NAME.fullmatch(word) for word in split if word not in _MEDICAL_EN | _COMMON_EN)
