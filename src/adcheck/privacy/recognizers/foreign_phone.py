"""Phone numbers outside the mainland: North America, Britain, Australia, Hong Kong, Taiwan, and any with a country code.

Fictional and unassigned numbers count too, so no numbering plan is asked; the words around must say whose it is, unless
the form is a mobile's.
"""

from __future__ import annotations

from typing import Final

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.ownership import ContactRecognizer

CASES = Cases(
    bad=(
        "Patient: Maria Delgado, DOB 03/14/1962, phone [[(602) 555-0147]]",
        "You can reach her at [[555-201-0188]] after five.",
        "Her cell is [[+1 312 555 0199]].",
        "Emergency contact: husband, [[07700 900123]]",
        "Next of kin [[0412 345 678]]",
        "患者香港手提電話：[[+852 9123 4567]]",
        "家屬電話 [[0912-345-678]]",
        "Text me on [[07700 900456]]",
        "Mrs. Ines Calder, home phone [[020 7946 0123]]",
        "患者手机 [[+65 8123 4567]]",
    ),
    good=(
        "Call us at (602) 555-0147 to book.",
        "Our clinic: 555-201-0188",
        "Toll-free 1-800-555-0199",
        "Patients may call 1-888-555-0134 day or night.",
        "Reception 020 7946 0123",
        "Dr. Alan Reyes, office 312-555-0142",
        "In 2019-2020, 555 of 1,200 patients",
        "NDC 0412-3456-78",
        "电话预约：+852 2345 6789",
        "Version 312.555.0142",
        "榮獲衛署食字第0930012345號，安全又有效",
    ),
)
_LEFT: Final = r"(?<![0-9A-Za-z.\-/+#第字])(?<!\d )(?<!\) )"
_RIGHT: Final = r"(?![0-9A-Za-z]|[.\-/]\d| \d)"
_NANP: Final = (
    r"(?:\+?1[ .\-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .\-])(?:[2-9]\d{2})[ .\-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,5})?"
)
_FREE: Final = r"(?!(?:\+?1[ .\-])?\(?8(?:00|33|44|55|66|77|88)\b)"


class ForeignPhoneRecognizer(ContactRecognizer):
    """A number outside the mainland that is a private person's."""

    entity = "PHONE"
    shapes = (
        Shape(rf"{_LEFT}{_FREE}{_NANP}{_RIGHT}", 0.3),
        Shape(rf"{_LEFT}555-01\d\d{_RIGHT}", 0.3),
        Shape(
            rf"(?i:cell|phone|mobile|tel|text|number)\W{{1,3}}(?:is )?(?P<value>[2-9]\d{{2}}[2-9]\d{{6}}){_RIGHT}", 0.3
        ),
        Shape(rf"{_LEFT}(?:\+44 ?(?:\(0\) ?)?7|07)\d{{3}} ?\d{{3}} ?\d{{3}}{_RIGHT}", 0.6),
        Shape(rf"{_LEFT}(?:\+44 ?(?:\(0\) ?)?|0)(?:20 ?\d{{4}} ?\d{{4}}|1\d{{2,3}} ?\d{{3}} ?\d{{3,4}}){_RIGHT}", 0.3),
        Shape(rf"{_LEFT}(?:\+61 ?4|04)\d{{2}} ?\d{{3}} ?\d{{3}}{_RIGHT}", 0.6),
        Shape(rf"{_LEFT}(?:\+61 ?|\(?0)[2378]\)? ?\d{{4}} ?\d{{4}}{_RIGHT}", 0.3),
        Shape(rf"{_LEFT}(?:\+|00)85[23][ \-]?[5679]\d{{3}}[ \-]?\d{{4}}{_RIGHT}", 0.6),
        Shape(rf"{_LEFT}(?:\+886[ \-]?|0)9\d{{2}}[ \-]?\d{{3}}[ \-]?\d{{3}}{_RIGHT}", 0.6),
        Shape(rf"{_LEFT}(?:\+|00)(?!86|1[ \-.])[1-9]\d{{0,2}}(?:[ \-]\d{{2,5}}){{2,4}}{_RIGHT}", 0.3),
        Shape(r"(?:手提|手机|电话)(?:号码?|电话)?(?:是|为)?[ :]{0,3}(?P<value>[5679]\d{3} ?\d{4})(?!\d|[ \-]\d)", 0.3),
    )
