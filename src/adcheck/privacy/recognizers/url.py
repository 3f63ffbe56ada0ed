"""Web addresses of a person: profile pages and patient pages, not the institution's own."""

from __future__ import annotations

from typing import Final

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.ownership import ContactRecognizer

CASES = Cases(
    bad=(
        "患者的微博 [[https://weibo.com/u/5839201746]]",
        "她在小红书记录了全过程：[[https://www.xiaohongshu.com/user/profile/5f3a91c2000000000101b2c3]]",
        "See her page [[https://www.instagram.com/mira.delgado77/]] for the diary.",
        "Patient profile: [[https://www.facebook.com/jane.roberts.902]]",
        "报告见[[https://portal.example.com/patients/839201/report]]",
        "My LinkedIn: [[linkedin.com/in/tom-okafor-19]]",
    ),
    good=(
        "官方微博 https://weibo.com/u/1234567890",
        "Follow us: https://www.instagram.com/cityclinic/",
        "详见 https://www.nmpa.gov.cn/index.html",
        "https://example.com/patients",
        "我院抖音 https://www.douyin.com/user/MS4wLjABAAAA",
        "Dr. Reyes: https://www.linkedin.com/in/alan-reyes-md",
    ),
)
_HEAD: Final = r"(?<![A-Za-z0-9.@/\-])(?:https?://)?(?:www\.|m\.|space\.|user\.)?"
_TAIL: Final = r"[A-Za-z0-9_.\-%@=?&/]*[A-Za-z0-9_/]"
_PROFILE: Final = (
    r"(?:weibo\.(?:com|cn)/(?:u/)?\d{6,}|xiaohongshu\.com/user/profile/|douyin\.com/user/|kuaishou\.com/profile/|zhihu\.com/people/|"
    r"bilibili\.com/\d{3,}|space\.bilibili\.com/\d|douban\.com/people/|tieba\.baidu\.com/home/|linkedin\.com/in/|reddit\.com/u(?:ser)?/|"
    r"qzone\.qq\.com/\d{5,}|user\.qzone\.qq\.com/\d{5,}|t\.me/|venmo\.com/|"
    r"gofundme\.com/f/|caringbridge\.org/visit/|shuidichou\.com/cf/|qschou\.com/project/)"
)
_BLOG: Final = r"(?:[a-z0-9\-]{3,40}\.(?:wordpress|blogspot|tumblr|substack|lofter)\.com|blog\.sina\.com\.cn/u/\d{5,})(?:/[^\s\u4e00-\u9fff,()]*)?"
_OPEN: Final = r"(?:facebook\.com|instagram\.com|twitter\.com|x\.com|tiktok\.com|youtube\.com|threads\.net|medium\.com)/@?(?!p/|watch|reel|explore|share)"


class UrlRecognizer(ContactRecognizer):
    """A profile page of a private person, or a page of one patient's record."""

    entity = "URL"
    shapes = (
        Shape(rf"{_HEAD}{_PROFILE}{_TAIL}", 0.6),
        Shape(rf"{_HEAD}{_OPEN}{_TAIL}", 0.3),
        Shape(rf"{_HEAD}{_BLOG}", 0.3),
        Shape(
            rf"{_HEAD}(?:[A-Za-z0-9\-]+\.)+[a-z]{{2,}}(?:/[A-Za-z0-9_\-]+){{0,4}}/"
            rf"(?i:patients?|records?|emr|users?|members?|profiles?)/(?=[A-Za-z\-_]*\d){_TAIL}",
            0.6,
        ),
        Shape(
            rf"{_HEAD}(?:[A-Za-z0-9\-]+\.)+[a-z]{{2,}}/[A-Za-z0-9_\-/.]*\?(?:[^\s]{{0,80}}&)?(?i:patient(?:_?id)?|pid|mrn|case_?id)=(?=\w*\d){_TAIL}",
            0.6,
        ),
    )
    cons = ("官微", "关注", "follow", "official", "find us", "我们", "医美", "机构", "账号矩阵")
