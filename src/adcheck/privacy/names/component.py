"""The name finder as a spaCy component: ``nlp.add_pipe("adcheck_names")`` sets ``doc.spans["adcheck_names"]``.

The span group holds a span for each person, labelled PATIENT or OTHER; spaCy's tokens must not be longer than ours,
so use the ``char`` segmenter for Chinese, or read :func:`people_of`, which keeps the exact code points.
"""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from adcheck.privacy.names.decode import Person, people

NAME: Final = "adcheck_names"


@Language.component(NAME)
def adcheck_names(doc: Doc) -> Doc:
    """Find the people of ``doc`` and whose they are; a pipe without state or configuration."""
    found = people(doc.text)
    spans = (doc.char_span(p.start, p.end, label=p.role, alignment_mode="expand") for p in found)
    doc.spans[NAME] = [span for span in spans if span is not None]
    doc.user_data[NAME] = tuple(found)
    return doc


def people_of(doc: Doc) -> tuple[Person, ...] | None:
    """What the component found in ``doc``, in code points of its text; ``None`` when it hasn't run."""
    found: tuple[Person, ...] | None = doc.user_data.get(NAME)
    return found
