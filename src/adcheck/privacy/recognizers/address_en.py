"""English street addresses of a person, as one span: number, street, flat, town, state or postcode."""

from __future__ import annotations

from typing import Final

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.context import Voice
from adcheck.privacy.ownership import ContactRecognizer
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "Patient lives at [[1482 Maple Hollow Road, Dayton, OH 45402]] with her son.",
        "Mrs. Ines Calder, [[Flat 3, 22 Elm Grove, Leeds LS6 2AB]]",
        "Home address: [[77 Wattle Street, Carlton VIC 3053]]",
        "Ship to: [[905 N. Juniper Ave, Apt 4B, Tucson, AZ 85705]]",
        "Jane Roberts, [[12 Oak Lane, Unit 7]], wrote to thank us.",
    ),
    good=(
        "Visit us at 1482 Maple Hollow Road, Dayton, OH 45402.",
        "Lakeside Dental Clinic, 300 Harbor Boulevard, Suite 210, Erie, PA 16501",
        "Our office: 22 Elm Grove, Leeds LS6 2AB",
        "Over 1200 Street Medicine patients",
        "A 10 Way Street Drive campaign",
    ),
)
_KIND: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Ter|Way|Circle|Cir|Crescent|Cres|Close|"
    r"Grove|Gardens|Square|Sq|Parkway|Pkwy|Highway|Hwy|Trail|Row|Mews|Parade|Hill|Walk|Rise|Green|Park|Quay)\b\.?"
)
_FLAT: Final = (
    r"(?:(?:Apt|Apartment|Unit|Flat|Suite|Ste|Room|Rm|Floor|Fl|Block|Blk)\.? ?#?[A-Za-z0-9\-]{1,5}|#\d{1,5}[A-Za-z]?)"
)
_HOME_FLAT: Final = r"(?:Apt|Apartment|Flat)\.? ?#?[A-Za-z0-9\-]{1,5}"
_SEP: Final = r"(?:, ?|\r?\n *| )"
_TOWN: Final = r"[A-Z][A-Za-z.'\-]+(?: [A-Z][A-Za-z.'\-]+){0,3}?"
_CODE: Final = r"(?:[A-Z]{2,3}\.? ?\d{4,5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}(?:-\d{4})?|[A-Z]{2}\b)"


_SAMPLE: Final = LazyPattern(r"(?i:any ?(?:street|town)|(?<!\d)123 (?:main|fake|example) (?:street|st))")
_STREET: Final = rf"\d{{1,5}}[A-Za-z]?(?:[\-/]\d{{1,4}})? (?:[NSEW]{{1,2}}\.? )?(?:[A-Z][A-Za-z'\-]+ |\d{{1,3}}(?:st|nd|rd|th) ){{1,4}}?{_KIND}"
_PLACE: Final = rf"(?:{_SEP}(?:{_TOWN}{_SEP}){{1,2}}{_CODE}|{_SEP}{_TOWN}(?=[,.;\n]|$))?"
_LEFT: Final = r"(?<![A-Za-z0-9.,/\-])"
_THERE: Final = LazyPattern(r",? (?:is )?where (?:the patient|she|he|her|his|my|they)(?![a-z])")


class EnglishAddressRecognizer(ContactRecognizer):
    """A street address that is said to be a private person's."""

    entity = "ADDRESS"
    shapes = (
        Shape(rf"{_LEFT}(?:{_FLAT}{_SEP}(?:{_TOWN}{_SEP})?)?{_STREET}(?:{_SEP}{_FLAT})?{_PLACE}", 0.3),
        Shape(rf"{_LEFT}{_HOME_FLAT}{_SEP}(?:{_TOWN}{_SEP})?{_STREET}{_PLACE}", 0.6),
        Shape(rf"{_LEFT}{_STREET}{_SEP}{_HOME_FLAT}{_PLACE}", 0.6),
        Shape(rf"{_LEFT}(?:P\.? ?O\.? Box|PO Box) \d{{1,6}}{_SEP}(?:{_TOWN}{_SEP}){{1,2}}{_CODE}", 0.3),
    )
    pros = (
        "home address",
        "home visits?",
        "send",
        "(?:ship|deliver(?:ed)?|mail(?:ed)?|post(?:ed)?) (?:[a-z]+ ){0,3}to",
        "collect",
        "pick(?:ed)? up",
        "house call",
        "lives? at",
        "living at",
        "lived at",
        "resid(?:es|ing|ence)",
        "residential",
        "moved to",
        "mail(?:ing|ed)?",
        "deliver(?:ed|y)?",
        "address of the patient",
    )
    cons = (
        "visit",
        "suite",
        "directions",
        "located",
        "location",
        "campus",
        "hall",
        "pharmacies",
        "venue",
        "event",
        "held at",
    )

    def listen(self, text: str, start: int, end: int) -> Voice:
        """Ask who fell, lives or waits there, too."""
        if _THERE.match(text, end):
            return Voice(1, "a patient's place")
        return super().listen(text, start, end)

    def accept(self, text: str, start: int, end: int) -> bool:
        """A suite is an office; “123 Any Street” is nobody's."""
        return (
            not _SAMPLE.search(text, start, end)
            and "Suite" not in text[start:end]
            and "Ste" not in text[start:end].split()
        )
