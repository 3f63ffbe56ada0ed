"""Names that words and signs around them give away, and ordinary words that stand in the same places."""

from __future__ import annotations

import pytest

from adcheck.privacy.names.signs import signed

FOUND = (
    ("产妇[王海洋]在我院顺产", "a role before"),
    ("村民[黄金荣]到院复查", "a name that begins with an ordinary word"),
    ("业主[欧阳明月]投诉", "a surname of two characters"),
    ("[赵晓蕾]，34岁，术后复诊", "an age behind"),
    ("顾客留言\n[孙巧云]：“我做完当天就回家了”", "her own words behind"),
    ("The pump implanted in [Melissa Hart], on 3 May", "a device in somebody"),
)
SILENT = (
    "义诊活动下周在市民广场举行",
    "队伍里的市民从三楼排到大门口",
    "这款面霜孕妇都能用，敏感肌也行",
    "居民可以到窗口登记",
    "受试者应当在签字后入组",
    "业主小区内有社区医院",
)


@pytest.mark.parametrize(("marked", "why"), FOUND)
def test_found(marked: str, why: str) -> None:
    before, name, _ = marked.replace("]", "[").split("[")
    text = marked.replace("[", "").replace("]", "")
    assert (len(before), len(before) + len(name)) in [tuple(one) for one in signed(text)], why


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert signed(text) == ()
