"""Our recognizers as presidio's: one adapter over :class:`adcheck.privacy.base.PersonalRecognizer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from presidio_analyzer import EntityRecognizer, RecognizerResult

from adcheck.privacy.registry import finders

if TYPE_CHECKING:
    from presidio_analyzer.nlp_engine import NlpArtifacts

    from adcheck.privacy.base import PersonalRecognizer

REASON: Final = "reason"
"""The key of presidio's ``recognition_metadata`` that says why something counts."""


class PresidioRecognizer(EntityRecognizer):
    """A presidio recognizer that asks one of ours; works in any ``AnalyzerEngine``, with or without our pipelines."""

    def __init__(self, finder: PersonalRecognizer, supported_language: str = "zh") -> None:
        self.finder = finder
        self._title = f"adcheck {type(finder).__name__}"
        super().__init__([finder.entity], name=self._title, supported_language=supported_language)

    def load(self) -> None:
        """Nothing to load: patterns are compiled when first used."""

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002 -- presidio's signature
    ) -> list[RecognizerResult]:
        """Presidio's call: what is found in ``text``, if the entity is wanted.

        The artifacts stay unread, so that a pipeline that makes them lazily needn't run.
        """
        if self.finder.entity not in entities:
            return []
        return [
            RecognizerResult(
                self.finder.entity, find.start, find.end, find.score, recognition_metadata=self._metadata(find.reason)
            )
            for find in self.finder.analyze(text)
        ]

    def _metadata(self, reason: str) -> dict[str, str]:
        return {
            RecognizerResult.RECOGNIZER_NAME_KEY: self._title,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            REASON: reason,
        }


def recognizers(language: str) -> list[EntityRecognizer]:
    """A presidio recognizer for each of ours that knows ``language`` (``zh`` or ``en``)."""
    return [PresidioRecognizer(finder, language) for finder in finders() if language in finder.languages]
