"""Written dates, as pattern sources for folded text; only forms that are finer than a year (45 CFR 164.514(b)(2)(i)(C))."""

from __future__ import annotations

import re
from typing import Final

_HAN: Final = "一二三四五六七八九〇零○"
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"

CHINESE_DATE: Final = (
    rf"(?:(?:(?:公元|农历|阴历)?(?:1[89]|20)\d{{2}} ?年|民国 ?\d{{1,3}} ?年|(?<!\d)\d{{2}} ?年) ?(?:\d{{1,2}}"
    rf"|[正冬腊]) ?月(?: ?(?:初|\d)?\d ?[日号]?)?"
    rf"|[{_HAN}]{{4}}年[{_HAN}十]{{1,3}}月(?:初?[{_HAN}十]{{1,3}}[日号]?)?)"
)
"""Year and month, perhaps with the day."""
NUMERIC_DATE: Final = (
    "(?:"
    + "|".join(
        rf"(?:1[89]|20)\d{{2}} ?{mark} ?(?:0?[1-9]|1[0-2])(?: ?{mark} ?(?:[12]\d|3[01]|0?[1-9]))?"
        for mark in ("-", "/", r"\.")
    )
    + r"|(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
)
"""Year first, then month, perhaps with the day."""
ENGLISH_DATE: Final = (
    rf"(?i:{_MONTH} {_DAY}(?:,? (?:1[89]|20)\d{{2}})?|{_DAY}(?: of)?[ -]{_MONTH}(?:,?[ -](?:1[89]|20)?\d{{2}})?"
    r"|\d{1,2}/\d{1,2}/(?:(?:1[89]|20)\d{2}|\d{2})|\d{1,2}-\d{1,2}-(?:(?:1[89]|20)\d{2}|\d{2})"
    rf"|\d{{1,2}}\.\d{{1,2}}\.(?:1[89]|20)\d{{2}}|(?:1[89]|20)\d{{2}}-\d{{2}}-\d{{2}}|{_MONTH},? (?:1[89]|20)\d{{2}})"
)
"""Day and month, mostly with the year, or month and year."""


def year_of(written: str) -> int:
    """The year in four digits that a date names, or 0."""
    match = re.search(r"(?:1[89]|20)\d{2}", written)
    return int(match.group()) if match else 0
