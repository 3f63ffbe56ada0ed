"""Whole English documents: their genre, and the sector they advertise for."""

from __future__ import annotations

import pytest

from adcheck.claims.absence import OFFER
from adcheck.claims.genre import genre_of
from adcheck.claims.sector import SectorGuesser
from adcheck.rulebook.store import load_rules
from adcheck.text.fold import fold

STATUTE = """Section 4. (1) No person shall take part in the publication of any advertisement containing an offer to treat any person
for a scheduled disease. (2) A person who commits an offence under subsection (1) is liable on summary conviction to a fine. (3) For
the purposes of this section, an article shall be deemed to be recommended within the meaning of paragraph 2 of schedule 1. (4) The
Minister may by regulations amend this section in accordance with section 9."""

MANUAL = """House style for the clinic's copywriters. Do not use the word "guaranteed" in any headline. Avoid claims such as "pain free" or
"risk free", because the code requires evidence for each. Never write that our dentists are "the best"; this wording is not allowed.
Testimonials must not appear in ads. Instead of "cures", the acceptable phrase is "may ease". Breaches of these rules go to the legal team
for sign off, and misleading claims will be deleted before the advert is published."""

REPORT = """The watchdog upheld three complaints against a slimming company. The ads claimed that users would lose a stone in a week, which
the complainants said was misleading. The advertiser was ordered to stop the ad. In a second ruling, a court fined a seller who had falsely
promised to cure arthritis; the judge said the claims were unsubstantiated. Trading standards officers seized the pills, and the
defendant, who was convicted of fraud, was sentenced in May. The regulator said enforcement would continue."""

STUDY = """Background: neck pain is common. Methods: 120 participants were randomised to exercise or usual care and assessed at baseline and at
follow up. Results: the primary outcome, pain at 12 weeks, improved in the intervention group (mean difference 1.1, 95% CI 0.3 to 1.9, p = 0.01).
No adverse events were reported. Conclusions: exercise may reduce pain; limitations include the small cohort. Trial registration: NCT01234567."""

TRADE = (
    """A strategy for practice managers. The brand needs a clear positioning before the first campaign. Segmentation of the target audience
comes next, and the funnel should be tracked with analytics. Competitors spend most of their budgets on leads, yet retention brings more
revenue. Set kpis for engagement and conversion rates, and review the roi of each campaign with the agency. """
    * 2
)

AD = """Are you tired of back pain? Our clinic cures it in one visit, guaranteed. Thousands of happy patients say we are the best in town. No
surgery, no drugs and no side effects. Book now and save 50%, but hurry: the offer must end on Sunday. Our surgeons have appeared in the news,
and clinical results prove that our method works. Call us today for a free consultation. Results may vary."""


@pytest.mark.parametrize(
    ("text", "genre"),
    [(STATUTE, "law"), (MANUAL, "manual"), (REPORT, "report"), (STUDY, "study"), (TRADE, "trade"), (AD, ""), (AD * 4, "")],
    ids=["statute", "manual", "report", "study", "trade", "ad", "long ad"],
)  # fmt: skip
def test_genre(text: str, genre: str) -> None:
    assert genre_of(fold(text)) == genre


def test_a_short_text_has_no_genre() -> None:
    assert genre_of(fold(STATUTE[:200])) == ""


def test_an_ad_with_a_footnote_stays_an_ad() -> None:
    note = " *In a randomised study of 40 participants, p = 0.04. Terms and conditions apply. Section 2 of our rules."
    assert genre_of(fold(AD * 2 + note)) == ""


SECTORS = [
    ("Wegovy pens without the queue, order online", "rx-drug"), ("Two gummies a day with vitamin D and ashwagandha", "health-food"),
    ("This TENS machine and knee brace end pain", "device"), ("Ibuprofen tablets from your pharmacy. Always read the label.", "drug"),
    ("An anti-wrinkle cream with retinol for your skincare routine", "cosmetic"), ("Our kombucha is a delicious drink", "food"),
    ("Lip fillers and liposuction at our aesthetics clinic", "aesthetic"), ("Veneers and braces by your local dentist", "dental"),
    ("Acupuncture and cupping by a herbalist", "tcm"), ("Laser eye surgery at our hospital", "medical-service"),
    ("Yoga and personal training at our gym", "other"), ("See you on Monday", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sector"), SECTORS, ids=[s or "none" for _, s in SECTORS])
def test_sector(text: str, sector: str) -> None:
    assert SectorGuesser(load_rules().sector_cues).guess(fold(text)) == sector


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("Only £29 a month", True),
        ("Book online today", True),
        ("20% off", True),
        ("Order yours", True),
        ("A note on asthma care", False),
    ],
)
def test_english_offers(text: str, offers: bool) -> None:
    assert bool(OFFER.search(fold(text))) is offers
