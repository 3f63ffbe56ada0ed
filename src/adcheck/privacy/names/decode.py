"""From text to people: run the finder over each sentence, then ask of each name whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from adcheck.privacy.fold import fold_cased
from adcheck.privacy.names import chinese, role
from adcheck.privacy.names.candidates import begun, candidates, listed
from adcheck.privacy.names.filter import ADDRESSED, NOBODY, OTHER, PATIENT, settle
from adcheck.privacy.names.lists import DATA, surnames
from adcheck.privacy.names.plausible import doubted, refitted, untitled
from adcheck.privacy.names.tokens import HAN, Token, sentences, tokenize
from adcheck.text.lazy import LazyPattern

if TYPE_CHECKING:
    from pycrfsuite import Tagger


class Person(NamedTuple):
    """A person's name: code points of the text, end exclusive; ``role`` is PATIENT or OTHER; ``score`` in 0..1,
    for a patient from 0.5."""

    start: int
    end: int
    role: str
    score: float


@cache
def _weights(name: str) -> bytes:
    """Kept for good: the tagger reads from this memory without owning it."""
    return (DATA / f"{name}.crfsuite").read_bytes()


_OPENING: Final = Lock()
"""Of two threads that open a model at once one would read weights that nobody keeps."""


def tagger(name: str) -> Tagger:
    """The model of that file name, from the package's data."""
    with _OPENING:
        return _opened(name)


@cache
def _opened(name: str) -> Tagger:
    import pycrfsuite

    found = pycrfsuite.Tagger()
    found.open_inmemory(_weights(name))
    return found


def language_of(text: str) -> str:
    """``zh`` when the piece holds a Chinese character, else ``en``."""
    return "zh" if HAN.search(text) else "en"


def pieces(text: str) -> Iterator[tuple[str, list[Token]]]:
    """The sentences of a folded text as tokens, each with its language."""
    for start, end in sentences(text):
        language = language_of(text[start:end])
        tokens = tokenize(text, start, end)
        if language == "en":
            tokens = [t for t in tokens if not t.text.isspace()]
        if tokens:
            yield language, tokens


def token_features(language: str, tokens: list[Token]) -> list[list[str]]:
    """The finder's features."""
    if language == "zh":
        return chinese.features(tokens)
    from adcheck.privacy.names import english

    return english.features(tokens)


def spans(tokens: list[Token], labels: list[str]) -> Iterator[role.Name]:
    """Names from B and I labels."""
    start = end = -1
    for token, label in zip(tokens, labels, strict=True):
        if label == "I" and start >= 0:
            end = token.end
            continue
        if start >= 0:
            yield role.Name(start, end)
            start = -1
        if label == "B":
            start, end = token.start, token.end
    if start >= 0:
        yield role.Name(start, end)


_LATIN_NAME: Final = LazyPattern(
    r"(?:[A-Z\u00c0-\u00de][\w'’\-]*\.?|de|del|della|di|da|dos|la|le|van|von|der|den|bin|binti|ibn|al|el|y)"
    r"(?:,? +(?:[A-Z\u00c0-\u00de][\w'’\-]*\.?|de|del|della|di|da|dos|la|le|van|von|der|den|bin|binti|ibn|al|el|y))*"
)
_NO_HAN_NAME: Final = LazyPattern(r"[\s，,。；;：:|/#（）()\[\]{}0-9“”\"]")


def well_formed(value: str) -> bool:
    """Whether a span can be a name at all: capitals throughout in Latin letters, nothing but letters and ``·`` in Chinese."""
    if HAN.search(value):
        return len(value) > 1 and not _NO_HAN_NAME.search(value)
    return _LATIN_NAME.fullmatch(value) is not None and not any(c.isdigit() or c == "_" for c in value)


_SURROGATE: Final = LazyPattern(r"[\ud800-\udfff]")


def trimmed(text: str, name: role.Name) -> role.Name:
    """A name without the form of address behind it: ``张伟伯伯`` is 张伟, ``曾凡军转`` is 曾凡军."""
    value = text[name.start : name.end]
    end = len(value)
    if len(value) > 3 and HAN.match(value) and "·" not in value:
        match = ADDRESSED.search(value)
        if match and match.start() >= 2:
            end = match.start()
        elif len(value) == 4 and surnames().get(value[0], "") in {"a", "b"} and not _long(value):
            end = 3
    return role.Name(name.start, name.start + end)


def _long(value: str) -> bool:
    """Whether four characters can be one name: a compound or double surname, a minority's or foreigner's name."""
    return value[:2] in surnames() or value[1] in surnames() or sum(char in chinese.FOREIGN for char in value) > 2


_TAGGING: Final = Lock()
"""A model holds the sentence it reads: two threads mustn't give it theirs at once."""


def _labels(model: Tagger, rows: list[list[str]]) -> list[str]:
    with _TAGGING:
        found: list[str] = model.tag(rows)
    return found


def labelled(model: Tagger, language: str, tokens: list[Token]) -> Iterator[role.Name]:
    """The names that a finder sees in a sentence; of a Chinese one it reads only the stretches where one may stand."""
    if language == "en":
        if any(t.text[0].isupper() for t in tokens):
            yield from spans(tokens, _labels(model, token_features(language, tokens)))
        return
    sentence = chinese.Sentence(tokens)
    for rows in sentence.stretches():
        labels = _labels(model, chinese.features(tokens, sentence, rows))
        if "B" in labels:
            yield from spans(tokens[rows.start : rows.stop], labels)


@lru_cache(maxsize=4096)
def named(sentence: str) -> tuple[str, tuple[role.Name, ...]]:
    """The language of a sentence and the names that the finder sees there.

    They depend on nothing around it, so that sentences that come again cost nothing; none is longer than
    :data:`adcheck.privacy.names.tokens.LONGEST`.
    """
    language = language_of(sentence)
    if language == "zh" and not chinese.likely(sentence):
        return language, ()
    tokens = [token for token in tokenize(sentence) if language == "zh" or not token.text.isspace()]
    if not any(language == "zh" or token.text[0].isupper() for token in tokens):
        return language, ()
    return language, tuple(labelled(tagger(f"find_{language}"), language, tokens))


_MANY: Final = 12
"""Names from which one pass for all is cheaper than a search for each."""


class Marks:
    """The code points of a text that are taken."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def add(self, start: int, end: int) -> None:
        """Take ``text[start:end]``."""
        self._taken[start:end] = b"\1" * (end - start)

    def touch(self, start: int, end: int) -> bool:
        """Whether something of ``text[start:end]`` is taken."""
        return self._taken.find(1, start, end) >= 0


def find_names(text: str) -> list[tuple[role.Name, str]]:
    """Names in a folded text, each with the language of its sentence; no role yet."""
    found, taken = [], Marks(text)
    for start, end in sentences(text):
        language, names = named(text[start:end])
        for inside in names:
            name = trimmed(text, role.Name(start + inside.start, start + inside.end))
            name = refitted(text, untitled(text, name))
            if well_formed(text[name.start : name.end]):
                found.append((name, language))
                taken.add(*name)
    for name in sorted({*(untitled(text, n) for n in candidates(text)), *listed(text, [name for name, _ in found])}):
        if not taken.touch(*name):
            taken.add(*name)
            found.append((name, language_of(_line(text, name.start))))
    return sorted(found)


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def judge(text: str, name: role.Name, language: str) -> dict[str, float]:
    """Role to probability for one name of a folded text."""
    model = tagger(f"role_{language}")
    row = role.features(text, name, language)
    with _TAGGING:
        model.set([row])
        return {label: model.marginal(label, 0) for label in (PATIENT, OTHER, NOBODY)}


def people(text: str) -> list[Person]:
    """The people named in ``text``, sorted by place; the text is folded here, offsets are those of the text given."""
    return list(people_once(fold_cased(text)))


@lru_cache(maxsize=4)
def people_once(folded: str) -> tuple[Person, ...]:
    """As :func:`people`, for a text folded before; the last few answers are kept, since screen and engine both ask."""
    folded = _SURROGATE.sub("?", folded)
    sure = set(begun(folded))
    judged = []
    for name, language in find_names(folded):
        odds = doubted(folded, name, judge(folded, name, language))
        judged.append((name, somebody(odds) if name in sure else odds))
    found = [Person(name.start, name.end, who, score) for name, who, score in settle(folded, judged)]
    return tuple(sorted([*found, *_repeated(folded, found)]))


def _repeated(text: str, found: list[Person]) -> Iterator[Person]:
    """The other places where a patient's full name stands: a name given once is known from then on."""
    taken = Marks(text)
    for one in found:
        taken.add(one.start, one.end)
    patients = {text[p.start : p.end]: p for p in found if p.role == PATIENT}
    full = [value for value in patients if (" " in value if value.isascii() else True) and len(value) > 2]
    for value, start, end in _places_of(full, text):
        if not taken.touch(start, end):
            yield Person(start, end, PATIENT, patients[value].score)


def _places_of(values: list[str], text: str) -> Iterator[tuple[str, int, int]]:
    """All places of each value, those of one value not overlapping."""
    if len(values) > _MANY:
        yield from _places_of_many(values, text)
        return
    for value in values:
        at = text.find(value)
        while at >= 0:
            yield value, at, at + len(value)
            at = text.find(value, at + len(value))


def _places_of_many(values: list[str], text: str) -> Iterator[tuple[str, int, int]]:
    from ahocorasick_rs import AhoCorasick

    ends = [0] * len(values)
    for number, start, end in AhoCorasick(values).find_matches_as_indexes(text, overlapping=True):
        if start >= ends[number]:
            ends[number] = end
            yield values[number], start, end


def somebody(odds: dict[str, float]) -> dict[str, float]:
    """The odds once it is known to be a person: a usual surname and given name behind a word that calls for one."""
    rest = odds[PATIENT] + odds[OTHER]
    return {PATIENT: odds[PATIENT] / rest, OTHER: odds[OTHER] / rest, NOBODY: 0.0} if rest > 0.05 else odds
