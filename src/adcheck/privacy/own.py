"""The house's own contacts and staff: what ``[privacy.own]`` lists is never a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.model import Own


class OwnList:
    """Compares finds with :class:`Own`: phones by digits, the rest without regard to case, width and blanks."""

    def __init__(self, own: Own) -> None:
        self.phones = frozenset(map(_digits, own.phones))
        self.emails = frozenset(map(_bare, own.emails))
        self.domains = tuple(_bare(domain).lstrip("@.") for domain in own.domains)
        self.addresses = tuple(map(_bare, own.addresses))
        self.accounts = frozenset(map(_bare, own.accounts))
        self.staff = frozenset(map(_bare, own.staff))

    def holds(self, entity: str, value: str) -> bool:
        """Whether a found value is the house's own."""
        bare = _bare(value)
        if entity == "PHONE":
            return _digits(value) in self.phones
        if entity == "NAME":
            return bare in self.staff
        if entity == "ADDRESS":
            return any(bare in own or own in bare for own in self.addresses)
        if entity in ("EMAIL", "URL"):
            return bare in self.emails or bare in self.accounts or _under(_host(bare), self.domains)
        return bare in self.accounts


def _bare(value: str) -> str:
    return re.sub(r"\s+", "", fold_cased(value)).casefold()


def _digits(value: str) -> str:
    return re.sub(r"^(?:00)?86(?=1\d{10}$|0\d{9,11}$)", "", re.sub(r"[^0-9]", "", fold_cased(value)))


def _host(value: str) -> str:
    return re.sub(r"^(?:https?://)?(?:.*@)?", "", value).split("/")[0].split(":")[0]


def _under(host: str, domains: Iterable[str]) -> bool:
    return any(host == domain or host.endswith("." + domain) for domain in domains)
