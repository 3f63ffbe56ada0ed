"""Names of people in a text and whose they are: a patient's or private person's, or somebody else's.

No spaCy, no presidio: a pair of small linear-chain models (python-crfsuite) with the word lists beside them.
"""

from __future__ import annotations

from adcheck.privacy.names.decode import Person, people
from adcheck.privacy.names.filter import OTHER, PATIENT

__all__ = ["OTHER", "PATIENT", "Person", "people"]
