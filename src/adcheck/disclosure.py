"""Personal data in a document, by the rules that make it a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from adcheck.claims.binding import Binding, bind
from adcheck.documents.model import Document
from adcheck.privacy.model import Own
from adcheck.rulebook.compiled import CompiledRule
from adcheck.text.fold import fold

if TYPE_CHECKING:
    from adcheck.privacy.anonymize.sites import Site


class Disclosure(NamedTuple):
    """One piece of personal data, the rule it breaks and what binds it there."""

    rule: CompiledRule
    binding: Binding
    site: Site


class Disclosures:
    """Finds personal data for the rules that ask for it.

    ``own`` are the house's contacts and staff; ``recognizers`` YAML files in presidio's registry format. Nothing is
    loaded before the first document is read with such a rule in force.
    """

    def __init__(
        self, rules: Sequence[CompiledRule], own: Own, recognizers: Sequence[Path] = (), *, ner: bool = False
    ) -> None:
        self._rules = [rule for rule in rules if rule.entities]
        self._own, self._recognizers = own, tuple(map(str, recognizers))
        self._ner = ner
        self._bound: dict[tuple[tuple[str, ...], str], list[tuple[CompiledRule, Binding]]] = {}

    def sites(self, document: Document) -> list[Site]:
        """All personal data in a document, whatever the rules.

        Raises:
            ConfigError: for a file of recognizers that is wrong.
        """
        from adcheck.privacy import finder_for
        from adcheck.privacy.anonymize.sites import find_sites

        return find_sites(document, finder_for(self._own, self._recognizers, self._ner).find)

    def bound(self, jurisdictions: Sequence[str], sector: str = "") -> list[tuple[CompiledRule, Binding]]:
        """The rules about personal data in force, with what binds them."""
        key = tuple(jurisdictions), sector
        if key not in self._bound:
            self._bound[key] = [(rule, found) for rule in self._rules if (found := bind(rule, sector, jurisdictions))]
        return self._bound[key]

    def find(self, document: Document, jurisdictions: Sequence[str], sector: str = "") -> Iterator[Disclosure]:
        """What the rules in force find, in order of place.

        Raises:
            ConfigError: for a file of recognizers that is wrong.
        """
        bound = self.bound(jurisdictions, sector)
        return disclosures(bound, self.sites(document)) if bound else iter(())


def disclosures(bound: Sequence[tuple[CompiledRule, Binding]], sites: Iterable[Site]) -> Iterator[Disclosure]:
    """Each piece of personal data with each rule that is about it."""
    return (Disclosure(rule, binding, site) for site in sites for rule, binding in bound if _is_about(rule, site))


def _is_about(rule: CompiledRule, site: Site) -> bool:
    if site.entity not in rule.entities:
        return False
    beside = rule.body.beside
    return beside is None or _compiled(beside.source).search(fold(f"{site.before}\u2026{site.after}")) is not None


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
