"""Accounts of a person on social networks: 抖音号, 小红书号, @handles, beside a word for a patient."""

from __future__ import annotations

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.ownership import ContactRecognizer

CASES = Cases(
    bad=(
        "患者抖音号：[[xiaomei0612]]",
        "这位患者的小红书号是[[5938201746]]",
        "Patient's Instagram: [[@maria_heals]]",
        "她的微博[[@小美恢复日记]]有全过程",
    ),
    good=(
        "官方抖音号：meiliclinic",
        "关注小红书号5938201746领优惠",
        "Follow @cityclinic on Instagram",
        "抖音号 lin_yisheng，林医生科普",
        "微博热搜第3",
    ),
)
_SITE = r"(?:抖音|快手|小红书|微博|知乎|豆瓣|B站|哔哩哔哩|视频号|(?i:instagram|ig|twitter|tiktok|facebook|snapchat|telegram|threads|douyin|weibo))"


class SocialRecognizer(ContactRecognizer):
    """An account of a private person; without a word for one it may be anybody's."""

    entity = "ACCOUNT"
    shapes = (
        Shape(
            rf"{_SITE}(?:号|账号|ID|id|昵称|名| handle| account| id)?(?:是|为|is)?[ :]{{1,3}}(?P<value>@?[A-Za-z0-9][A-Za-z0-9_.]{{4,29}})(?![A-Za-z0-9@])",
            0.3,
        ),
        Shape(rf"{_SITE}(?:号|账号|ID|id)(?:是|为)?(?P<value>[A-Za-z0-9_.]{{5,30}})(?![A-Za-z0-9@])", 0.3),
        Shape(
            rf"{_SITE}[ :(]{{0,3}}(?P<value>@[\u4e00-\u9fffA-Za-z0-9_]{{2,20}}?)(?=[^\u4e00-\u9fffA-Za-z0-9_]|有|上|里|$)",
            0.3,
        ),
    )
    cons = ("官方", "关注", "follow", "official", "医院", "机构", "博主", "科普", "主播", "达人")
