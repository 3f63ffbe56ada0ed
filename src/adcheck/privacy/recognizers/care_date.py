"""Dates of a patient's care in English: admission, discharge, surgery, death (HIPAA identifier C).

In Chinese such dates are quasi-identifiers only.
"""

from __future__ import annotations

import re

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.context import Voice
from adcheck.privacy.dates import ENGLISH_DATE
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import SAMPLES
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "Admission date: [[03/04/2024]]",
        "Date of service [[2024-03-04]]",
        "She was admitted on [[March 3, 2024]] and discharged on [[March 9, 2024]].",
        "The patient underwent surgery on [[4 March 2024]].",
        "I had my hip replaced on [[June 12th, 2023]]",
        "Mr. Roe died on [[May 2, 2022]]",
        "Discharged: [[12/03/2023]]",
        "my surgery on [[March 3]]",
        "name,admission date\nJane,[[2024-03-04]]",
    ),
    good=(
        "The surgery opens on 3 March 2024",
        "Published March 3, 2024",
        "Offer valid until March 31, 2024",
        "FDA approved the drug on May 2, 2022",
        "Join our webinar on June 12th, 2023: ask the patient",
        "Patients admitted since 2019",
        "The hospital was founded on March 3, 1958",
        "Reviewed on 12/03/2023",
        "She joined our team on March 3, 2014",
        "Book your surgery before March 31, 2024",
        "We treated patients between March 2020 and June 2021",
        "Open house on May 4, 2024 for patients",
    ),
)

_CARE = LazyPattern(
    r"(?i:(?<![A-Za-z])(?:admi(?:t|tted|ssion)|discharged?|surgery|operat(?:ed|ion)"
    r"|procedure|diagnos(?:ed|is)|underwent|transferred|died|passed away|"
    r"deceased|treated|treatment|replaced|implanted|removed|delivered|gave birth|hospitali[sz]ed|transplant(?:ed)?|seen|visit(?:ed)?|presented|"
    r"appointment|follow-up|biopsy|scan|chemo(?:therapy)?|infusion|injection|placed"
    r"|inserted|stent|fitted|started|confirmed|onset|told|dose|given|stroke|heart attack|accident|injured"
    r"|fell|lasik|facelift|filler|botox|consult(?:ed|ation)?|collected|tested|test"
    r"|exam(?:ined)?|vaccinated|prescribed|born)(?![A-Za-z]))"
)
_PERSON = LazyPattern(
    r"(?i:(?<![A-Za-z])(?:the patient|patient(?!s)|she|he|her|his|him|my|I|mr\.?|mrs\.?"
    r"|ms\.?|mother|father|wife|husband|son|daughter|MRN|aged|year-old|"
    r"grandmother|grandfather|sister|brother|DOB|NHS|SSN|pt)(?![A-Za-z]))"
)
_EVENT = LazyPattern(
    r"(?i:(?<![A-Za-z])(?:opens?|opened|opening|open|conference|seminar|webinar|workshop"
    r"|publish(?:ed)?|approv(?:ed|al)|FDA|launch(?:ed)?|updated|effective|"
    r"founded|established|since|offer|valid|until|expires?|ends?|deadline|book|register|event|campaign|copyright|revised|reviewed|accessed|retrieved|"
    r"joined|graduated|appointed|licensed|certified|starting|before|between|we|dr\.?"
    r"|prof\.?|professor|study|trial|patients|version|posted|discount|sale)(?![A-Za-z]))"
)
_SENTENCE = LazyPattern(r"(?<=[a-z\d)])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)[.!?]\s|\n")
_DONE = LazyPattern(
    r"(?i:(?:seen|admitted|discharged|presented|collected|received|drawn|underwent"
    r"|transferred|tested (?:positive|negative)|operated)(?:(?: .{0,24})? on|:)? $)"
)
_OPENING = LazyPattern(r"(?i:^\s*(?:on )?$)")


class CareDateRecognizer(LabelledRecognizer):
    """A date on which something was done to one patient."""

    entity = "DATE"
    languages = ("en",)
    trace = r"\d"
    terms = (
        (
            r"(?:admission|discharge|surgery|operation|procedure|service|visit|appointment"
            r"|collection|specimen|death|exam|treatment|encounter|injury)[ _]dates?(?: and time)?"
        ),
        (
            r"dates? of (?:(?:last|next|first) )?(?:admission|discharge|surgery|operation|procedure"
            r"|service|visit|death|collection|exam(?:ination)?|treatment|injury|consultation"
            r"|diagnosis)|DOS|DOD|LMP|EDD|EDC|admitted|discharged"
        ),
    )
    value = ENGLISH_DATE
    shapes = (Shape(rf"(?<![\w/.-])(?P<value>{ENGLISH_DATE})(?![\w/])", 0.3),)
    reach = 16
    cons = (*SAMPLES, "DOB", "birth", "born", "expires", "expiry", "issued", "valid", "due")

    def check(self, value: str) -> bool:
        """A day, not a month alone."""
        return bool(re.match(r"\d|[A-Za-z]+\.? \d{1,2}(?!\d)", value))

    def listen(self, text: str, start: int, end: int) -> Voice:
        """For: care in its sentence and a person near by; nothing where an event is nearer."""
        voice = super().listen(text, start, end)
        sentence = _SENTENCE.split(text[max(0, start - 110) : start])[-1]
        if voice.sign or _EVENT.search(sentence[-50:]):
            return voice
        care = _CARE.search(sentence[-60:])
        person = _PERSON.search(text[max(0, start - 200) : end + 40])
        if care and (person or _DONE.search(sentence)):
            return Voice(1, care.group())
        return _behind(text, end) if _OPENING.search(sentence) else voice


def _behind(text: str, end: int) -> Voice:
    """Of a date that opens its sentence: care, a person and no event behind it."""
    clause = _SENTENCE.split(text[end : end + 80])[0]
    care = _CARE.search(clause)
    if patient := re.search(r"(?i)(?:our|the|this|my) patient(?!s)", clause[:30]):
        return Voice(1, patient.group())
    counts = care and _PERSON.search(clause) and not _EVENT.search(clause)
    return Voice(1, care.group()) if care and counts else Voice(0, "")
