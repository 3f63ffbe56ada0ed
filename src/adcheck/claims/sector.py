"""Which sector a text advertises for, inferred from its own words.

The cues stand in ``rules/sectors.toml``. Strong sides win over weak ones: a product name decides before a clinic's
name, a clinic's name before general words of health.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from adcheck.claims.pieces import CHUNK
from adcheck.documents.model import Document
from adcheck.text.fold import fold
from adcheck.text.heads import matches

SAMPLE: Final = 20_000
ORDER: Final = (
    "rx-drug", "health-food", "device", "drug", "cosmetic", "food", "aesthetic", "dental", "tcm", "medical-service",
    "other",
)  # fmt: skip


class SectorGuesser:
    """Counts the cues of each sector."""

    def __init__(self, cues: Mapping[str, str]) -> None:
        self._cues = cues

    def guess(self, folded: str) -> str:
        """The sector, or ``""`` when no cue stands in the text."""
        sample = folded[:SAMPLE]
        best, most = "", 0
        for sector in ORDER:
            if sector not in self._cues:
                continue
            met = [match[0] for match in matches(self._cues[sector], sample)]
            count = 2 * len(set(met)) + min(4, len(met))
            if count > most:
                best, most = sector, count
        return best


class Guess:
    """The sector of a document, worked out when first needed."""

    def __init__(self, guesser: SectorGuesser, document: Document, wanted: str) -> None:
        self._guesser, self._document = guesser, document
        declared = document.meta.get("sector")
        self._fixed = wanted if wanted != "auto" else declared if isinstance(declared, str) else None
        self._guessed: str | None = None

    @property
    def sector(self) -> str:
        """The sector, guessed now if need be; empty when unknown."""
        if self._fixed is not None:
            return self._fixed
        if self._guessed is None:
            self._guessed = self._guesser.guess(fold(self._document.text[: 2 * SAMPLE]))
        return self._guessed

    @property
    def one_piece(self) -> bool:
        """Whether the document is short enough to be read in one piece; a longer one is no single ad."""
        return len(self._document.text) <= CHUNK

    @property
    def settled(self) -> bool:
        """Whether the sector is given or was guessed already."""
        return self._fixed is not None or self._guessed is not None

    @property
    def known(self) -> str:
        """The sector so far known, without guessing."""
        return self._fixed if self._fixed is not None else (self._guessed or "")

    @property
    def inferred(self) -> bool:
        """Whether the sector was guessed."""
        return self._fixed is None and bool(self._guessed)
