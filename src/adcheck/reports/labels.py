"""Names of severities, categories, sectors and jurisdictions for readers, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from adcheck.reports.terminal import visible
from adcheck.text.hant import in_language

Names = Mapping[str, tuple[str, str]]
"""Key to its Chinese and its English name."""

SEVERITY_NAMES: Final[Names] = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}

CONFIDENCE_NAMES: Final[Names] = {"high": ("高", "high"), "medium": ("中", "medium"), "low": ("低", "low")}

CATEGORY_NAMES: Final[Names] = {
    "guarantee": ("疗效保证", "guarantee of effect"),
    "rate": ("治愈率或有效率", "cure or success rate"),
    "safety": ("安全性断言", "safety claim"),
    "superlative": ("绝对化用语", "superlative"),
    "comparison": ("与他人比较", "comparison"),
    "testimonial": ("患者形象或证言", "testimonial"),
    "endorsement": ("代言或推荐", "endorsement"),
    "disease-claim": ("疾病治疗功能", "disease claim"),
    "technique": ("诊疗技术宣传", "medical technique"),
    "inducement": ("诱导消费", "inducement"),
    "anxiety": ("制造焦虑", "playing on anxiety"),
    "disguised": ("变相广告", "disguised advertising"),
    "unapproved": ("未经批准", "unapproved"),
    "missing-disclosure": ("缺少必备内容", "missing disclosure"),
    "citation": ("引证不明", "citation"),
    "superstition": ("封建迷信", "superstition"),
    "privacy": ("患者个人信息", "personal data"),
    "other": ("其他", "other"),
    "tool": ("工具自身", "adcheck itself"),
}

SECTOR_NAMES: Final[Names] = {
    "medical-service": ("医疗服务", "medical services"),
    "aesthetic": ("医疗美容", "aesthetic medicine"),
    "dental": ("口腔", "dental care"),
    "tcm": ("中医", "traditional Chinese medicine"),
    "drug": ("药品", "medicines"),
    "rx-drug": ("处方药", "prescription medicines"),
    "device": ("医疗器械", "medical devices"),
    "health-food": ("保健食品", "health food"),
    "food": ("食品", "food"),
    "cosmetic": ("化妆品", "cosmetics"),
    "other": ("其他", "other"),
}

JURISDICTION_NAMES: Final[Names] = {
    "cn": ("中国大陆", "mainland China"),
    "us": ("美国", "United States"),
    "uk": ("英国", "United Kingdom"),
    "eu": ("欧盟", "European Union"),
    "au": ("澳大利亚", "Australia"),
    "hk": ("中国香港", "Hong Kong"),
    "tw": ("中国台湾", "Taiwan"),
}


def label(names: Names, key: str, lang: str) -> str:
    """The name of ``key`` in ``lang``; an unknown key names itself, controls drawn."""
    pair = names.get(key)
    if pair is None:
        return visible(key)
    return in_language({"zh": pair[0], "en": pair[1]}, lang)
