"""Operators on presidio-anonymizer's interface; its ``AnonymizerEngine`` can use them as ``adcheck_mask`` and so on.

Each reads from ``params``: ``entity_type``; ``language`` (zh or en, told by the text if missing); ``before`` and ``after``
(the text around, for titles); ``run``, a :class:`Run` that holds the key and the stand-ins of a run.
"""

from __future__ import annotations

import base64
import os
import re
import secrets
from abc import abstractmethod
from typing import Any, Final

from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import Operator, OperatorType

from adcheck.privacy.anonymize.coarse import coarse_age, coarse_date, coarse_place
from adcheck.privacy.anonymize.masks import mask
from adcheck.privacy.anonymize.pseudonyms import Pseudonyms, keyed_hash
from adcheck.privacy.anonymize.titles import title
from adcheck.privacy.anonymize.words import label_of
from adcheck.privacy.fold import fold_cased
from adcheck.privacy.quasi import facts_in
from adcheck.text.language import language_of
from adcheck.text.lazy import LazyPattern

Params = dict[str, Any]
ENCRYPTED: Final = LazyPattern(r"enc:[A-Za-z0-9_\-]{40,}")
_FILE_NAME: Final = LazyPattern(r"\.[A-Za-z0-9]{1,5}$")
_PATIENT_BEFORE: Final = LazyPattern(r"(?:患者|病人|(?i:patient)\s)$")


class Run:
    """What one run shares: its key (random if not given: 32 bytes) and its stand-ins."""

    def __init__(self, key: bytes | None = None) -> None:
        self.key = key or secrets.token_bytes(32)
        self.names = Pseudonyms(self.key)

    def __repr__(self) -> str:
        return "Run(...)"


class _Base(Operator):
    word = ""

    def operate(self, text: str, params: Params | None = None) -> str:
        """What stands in place of ``text``."""
        given = {"entity_type": "", "before": "", "after": "", **(params or {})}
        given.setdefault("language", language_of(given["before"] + text + given["after"]))
        return self.replace(text, given)

    @abstractmethod
    def replace(self, text: str, params: Params) -> str:
        """The same with all parameters in place; what a child does."""

    def validate(self, params: Params | None = None) -> None:
        """Raise ``InvalidParamError`` where a run is needed and missing."""

    def operator_name(self) -> str:
        """The name presidio knows it by."""
        return f"adcheck_{self.word}"

    def operator_type(self) -> OperatorType:
        """Anonymize, but for the way back."""
        return OperatorType.Anonymize


class _Keyed(_Base):
    def validate(self, params: Params | None = None) -> None:
        """Needs ``run``."""
        if not isinstance((params or {}).get("run"), Run):
            raise InvalidParamError(f"{self.operator_name()} needs params={{'run': Run(key)}}")


class Keep(_Base):
    """Leaves a kind as it is, on purpose."""

    word = "keep"

    def replace(self, text: str, params: Params) -> str:  # noqa: ARG002 -- the interface
        """The text itself."""
        return text


class Mask(_Base):
    """Stars: 张*, 138****8000."""

    word = "mask"

    def replace(self, text: str, params: Params) -> str:
        """Stars by kind; file names, pictures and groups of facts, which have no shape, go by other ways."""
        entity = params["entity_type"]
        if entity == "FILE":
            return _file_name(text, params)
        if entity == "QUASI":
            return Generalise().replace(text, params)
        return Label().replace(text, params) if entity == "IMAGE" else mask(text, entity)


class Title(_Base):
    """张女士 where the text tells, else 张某; other kinds than names are masked."""

    word = "title"

    def replace(self, text: str, params: Params) -> str:
        """A surname with a title."""
        if params["entity_type"] not in ("NAME", "PERSON"):
            return Mask().replace(text, params)
        return title(text, params["before"], params["after"])


class Label(_Base):
    """[姓名] or [NAME]."""

    word = "label"

    def replace(self, text: str, params: Params) -> str:
        """The kind in brackets; a file's name keeps its suffix and can still be one."""
        entity = params["entity_type"]
        if entity == "FILE":
            return _file_name(text, params)
        return f"[{label_of(entity, params['language'])}]"


class Pseudonym(_Keyed):
    """患者甲, Patient A, [电话1]: the same all through a run."""

    word = "pseudonym"

    def replace(self, text: str, params: Params) -> str:
        """A stand-in."""
        entity, language, run = params["entity_type"], params["language"], params["run"]
        if entity in ("NAME", "PERSON"):
            person: str = run.names.person(text, language)
            said = _PATIENT_BEFORE.search(params["before"])
            return re.sub(r"^(?:患者|Patient )", "", person) if said else person
        if entity == "FILE":
            return _file_name(text, params)
        number: str = run.names.number(text, entity, language)
        return number


class Generalise(_Base):
    """An age as its band, a date as its month, an address as its city; other kinds get their label."""

    word = "generalise"

    def replace(self, text: str, params: Params) -> str:
        """The coarser fact."""
        entity, language = params["entity_type"], params["language"]
        if entity == "QUASI":
            return _coarse_facts(text, params)
        if entity == "AGE":
            coarse = coarse_age(text, language)
        elif entity in ("DOB", "DATE"):
            coarse = coarse_date(text, language, params.get("precision", "month"))
        else:
            coarse = coarse_place(text) if entity == "ADDRESS" else ""
        return coarse if coarse and coarse != text else Label().replace(text, params)


class Hash(_Keyed):
    """[电话#3fa9c2d1]: equal values can be told, without the key no value can be tried."""

    word = "hash"

    def replace(self, text: str, params: Params) -> str:
        """A keyed hash behind the kind."""
        entity = params["entity_type"]
        return f"[{label_of(entity, params['language'])}#{keyed_hash(text, entity, params['run'].key)}]"


class Token(_Keyed):
    """[[姓名-7F3A]]: what a vault keeps the original of."""

    word = "token"

    def replace(self, text: str, params: Params) -> str:
        """A token."""
        found: str = params["run"].names.token(text, params["entity_type"], params["language"])
        return found


class Encrypt(_Keyed):
    """``enc:...``: the value itself by AES-256-GCM (NIST SP 800-38D), for whoever has the key."""

    word = "encrypt"

    def replace(self, text: str, params: Params) -> str:
        """Nonce, ciphertext and tag as URL-safe base64."""
        nonce = os.urandom(12)
        return "enc:" + base64.urlsafe_b64encode(
            nonce + _cipher(params).encrypt(nonce, text.encode(), None)
        ).decode().rstrip("=")


class Decrypt(_Keyed):
    """The way back from :class:`Encrypt`, for presidio's ``DeanonymizeEngine``."""

    word = "decrypt"

    def replace(self, text: str, params: Params) -> str:
        """The value. Raises ``InvalidParamError`` for a wrong key or damaged text."""
        from cryptography.exceptions import InvalidTag

        try:
            body = text.removeprefix("enc:")
            data = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
            return str(_cipher(params).decrypt(data[:12], data[12:], None), "utf-8")
        except (InvalidTag, ValueError):
            raise InvalidParamError("can't be decrypted: wrong key or damaged text") from None

    def operator_type(self) -> OperatorType:
        """Deanonymize."""
        return OperatorType.Deanonymize


def _cipher(params: Params) -> Any:
    from hashlib import blake2b

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(blake2b(params["run"].key, digest_size=32, person=b"adcheck-text").digest())


def _file_name(text: str, params: Params) -> str:
    """A name a file can really have, the same wherever the run meets it, so that links hold."""
    suffix = _FILE_NAME.search(text)
    run = params.get("run")
    mark = f"-{keyed_hash(text, 'FILE', run.key, 3)}" if isinstance(run, Run) else ""
    return f"{'患者' if params['language'] == 'zh' else 'patient'}{mark}{suffix.group() if suffix else ''}"


def _coarse_facts(text: str, params: Params) -> str:
    """The passage with its facts made coarser or named by their kind."""
    language: str = params["language"]
    parts, end = [], 0
    for fact in facts_in(fold_cased(text)):
        if fact.start >= end:
            parts += [text[end : fact.start], _coarse_fact(text[fact.start : fact.end], fact.kind, language)]
            end = fact.end
    return "".join((*parts, text[end:])) if end else Label().replace(text, params)


def _coarse_fact(written: str, kind: str, language: str) -> str:
    made = coarse_age(written, language) if kind == "age" else ""
    made = coarse_date(written, language, "year") if kind == "exact date" else made
    return made or f"[{_FACTS[kind][language != 'zh']}]"


_FACTS: Final = {
    "age": ("年龄", "AGE"), "small place": ("某地", "PLACE"), "district": ("某地", "PLACE"), "exact date": ("日期", "DATE"),
    "employer or post": ("职业", "WORK"), "family": ("家庭情况", "FAMILY"), "public event": ("经历", "EVENT"),
    "rare disease": ("疾病", "DISEASE"),
}  # fmt: skip
OPERATORS: Final[dict[str, type[_Base]]] = {
    kind.word: kind for kind in (Keep, Mask, Title, Label, Pseudonym, Generalise, Hash, Encrypt, Token)
}
"""The operators by the words that configurations and policies use."""
