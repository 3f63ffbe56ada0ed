"""What the privacy room hands out: offsets and kinds of personal data, never the data itself."""

from __future__ import annotations

from typing import Final, NamedTuple

ENTITIES: Final = (
    "NAME", "ADDRESS", "PHONE", "EMAIL", "ID_CARD", "PASSPORT", "TRAVEL_PERMIT", "OFFICER_ID", "SOCIAL_CARD", "HEALTH_ID",
    "MRN", "BED", "REPORT_NO", "DOB", "DATE", "AGE", "PLATE", "BANK_CARD", "ACCOUNT", "HEALTH_PLAN", "LICENSE", "WECHAT",
    "QQ", "DEVICE", "MAC", "IP", "URL", "SSN", "FILE", "IMAGE", "GENE", "QUASI",
)  # fmt: skip
"""The kinds of personal data, after 45 CFR 164.514(b)(2)(i) and the annexes of GB/T 35273."""


class Personal(NamedTuple):
    """One piece of personal data in a text.

    ``start`` and ``end`` are code points of the text given, end exclusive; ``entity`` is one of :data:`ENTITIES`;
    ``score`` lies in 0..1; ``reason`` says in a few words why it counts as a patient's or a private person's. It holds
    no value, so that printing one leaks nothing.
    """

    start: int
    end: int
    entity: str
    score: float
    reason: str = ""


class Own(NamedTuple):
    """The house's own contacts and staff (``[privacy.own]``): never findings.

    Phones are compared by their digits, the others without regard to case and spaces.
    """

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
