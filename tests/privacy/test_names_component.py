"""The finder as a spaCy component and as a recognizer; LAC where it isn't installed."""

from __future__ import annotations

import pytest

from adcheck.errors import AdcheckError
from adcheck.privacy.names import PATIENT, lac, people
from adcheck.privacy.recognizers.name import NameRecognizer

TEXT = "心内科主任医师何建平为患者高秀兰做了支架手术。\nPatient Oliver Grant thanked Dr. Laura Kent."


@pytest.mark.parametrize("language", ["zh", "en"])
def test_component(language: str) -> None:
    spacy = pytest.importorskip("spacy")
    from adcheck.privacy.names import component

    nlp = spacy.blank(language)
    nlp.add_pipe(component.NAME)
    doc = nlp(TEXT)
    assert component.people_of(doc) == tuple(people(TEXT))
    labels = {span.label_ for span in doc.spans[component.NAME]}
    assert labels == {"PATIENT", "OTHER"}


def test_recognizer_reads_the_component_or_does_without() -> None:
    spacy = pytest.importorskip("spacy")
    from adcheck.privacy.names import component

    nlp = spacy.blank("zh")
    plain = nlp(TEXT)
    nlp.add_pipe(component.NAME)
    recognizer = NameRecognizer()
    alone = recognizer.analyze(TEXT)
    assert recognizer.analyze(TEXT, plain) == recognizer.analyze(TEXT, nlp(TEXT)) == alone
    assert [TEXT[f.start : f.end] for f in alone] == ["高秀兰", "Oliver Grant"]
    assert all("高秀兰" not in f.reason for f in alone)


def test_lac_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lac, "available", lambda: False)
    lac._model.cache_clear()
    with pytest.raises(AdcheckError, match=r"adcheck\[ner\]"):
        lac.people(TEXT)


def test_lac_adds_names(monkeypatch: pytest.MonkeyPatch) -> None:
    class Model:
        def run(self, text: str) -> list[tuple[str, str]]:
            return (
                [("我家", "n"), ("高秀兰", "PER"), ("昨天", "t"), ("出院", "v"), ("了", "u"), ("。", "w")]
                if text
                else []
            )

    monkeypatch.setattr(lac, "_model", Model)
    text = "我家高秀兰昨天出院了。"
    assert [text[p.start : p.end] for p in lac.people(text) if p.role == PATIENT] == ["高秀兰"]
