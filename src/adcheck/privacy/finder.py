"""Find personal data in a text: screen, presidio, the house's own list, one find per place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from adcheck.packages import offered
from adcheck.privacy.fold import visible
from adcheck.privacy.model import Own, Personal
from adcheck.privacy.overlaps import settle
from adcheck.privacy.own import OwnList
from adcheck.privacy.paragraphs import paragraphs
from adcheck.privacy.repeats import repeats
from adcheck.privacy.screen import selected
from adcheck.text.language import language_of

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerResult

_LEAST: Final = 0.4
_PRESIDIO: Final = {
    "PERSON": "NAME", "PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL", "CREDIT_CARD": "BANK_CARD", "IBAN_CODE": "ACCOUNT",
    "IP_ADDRESS": "IP", "MAC_ADDRESS": "MAC", "US_SSN": "SSN", "US_PASSPORT": "PASSPORT", "US_DRIVER_LICENSE": "LICENSE",
    "US_MBI": "HEALTH_ID", "UK_NHS": "HEALTH_ID", "AU_MEDICARE": "HEALTH_ID", "MEDICAL_LICENSE": "LICENSE", "LOCATION": "ADDRESS",
    "DATE_TIME": "DATE",
}  # fmt: skip
"""Presidio's own names for kinds we know; a user's other kinds keep their names."""


class Finder:
    """Finds personal data with a configuration: the house's own contacts, a user's recognizers.

    ``own`` are never findings. With ``ner`` the names that LAC finds join ours (``adcheck[ner]``). ``recognizers`` are YAML
    files in presidio's registry format; with ``packages`` those of installed packages join (entry points
    ``adcheck.recognizers``). With any of these the whole text is analysed, because the screen can't know what they look
    for. Building one costs nothing; presidio is imported at the first text that needs it. Raises
    :class:`adcheck.errors.ConfigError` then if a file is wrong, :class:`adcheck.errors.AdcheckError` if LAC is missing.
    """

    def __init__(
        self,
        own: Own | None = None,
        recognizers: Sequence[str | Path] = (),
        *,
        packages: bool = True,
        ner: bool = False,
    ) -> None:
        self.own = OwnList(own or Own())
        self.files = tuple(recognizers)
        self.packages = packages
        self.ner = ner

    @cached_property
    def extra(self) -> list[EntityRecognizer]:
        """The user's recognizers."""
        if not self.files and not self.ner and not (self.packages and offered("adcheck.recognizers")):
            return []
        from adcheck.privacy.adapter import PresidioRecognizer
        from adcheck.privacy.names.lac import LacNameRecognizer, demand
        from adcheck.privacy.user import from_files, from_packages

        if self.ner:
            demand()
        names = [PresidioRecognizer(LacNameRecognizer())] if self.ner else []
        return [*names, *from_files(self.files), *(from_packages() if self.packages else ())]

    @cached_property
    def engine(self) -> AnalyzerEngine:
        """Presidio's engine with our recognizers and the user's."""
        from adcheck.privacy.engine import build, default_engine

        return build(self.extra) if self.extra else default_engine()

    def find(self, text: str, language: str = "auto") -> tuple[Personal, ...]:
        """Personal data in ``text`` (source text), in order of place, not overlapping.

        ``language`` is ``zh``, ``en`` or ``auto``. Offsets are code points, end exclusive.
        """
        seen = visible(text)
        spans = paragraphs(seen.text) if self.extra else selected(seen.text)
        found = (one for start, end in spans for one in self._passage(seen.text, start, end, language))
        others = [one for one in found if not self.own.holds(one.entity, seen.text[one.start : one.end])]
        kept = settle([*others, *repeats(seen.text, others)])
        if not seen.here:
            return kept
        return tuple(
            one._replace(start=start, end=end) for one in kept for start, end in [seen.before(one.start, one.end)]
        )

    def _passage(self, text: str, start: int, end: int, language: str) -> Iterator[Personal]:
        piece = text[start:end]
        code = language_of(piece) if language == "auto" else language
        found = [_personal(one) for one in self.engine.analyze(piece, language=code, score_threshold=_LEAST)]
        from adcheck.privacy.quasi import quasi

        for one in (*found, *quasi(piece, found)):
            yield one._replace(start=one.start + start, end=one.end + start)


def _personal(result: RecognizerResult) -> Personal:
    metadata = result.recognition_metadata or {}
    entity = _PRESIDIO.get(result.entity_type, result.entity_type)
    reason = str(metadata.get("reason") or f"found by {metadata.get('recognizer_name', 'a recognizer')}")
    return Personal(result.start, result.end, entity, min(1.0, float(result.score)), reason)
