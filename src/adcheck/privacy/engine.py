"""Presidio's engine over spaCy pipelines of ours: Chinese and English, offline, no model to download.

Imports spaCy and presidio: load it only when the screen selected something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

import spacy
import tldextract
import tldextract.tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc

from adcheck.errors import ConfigError
from adcheck.privacy.adapter import PresidioRecognizer, recognizers
from adcheck.privacy.context import words_source
from adcheck.privacy.fold import fold_cased

LANGUAGES: Final = ("zh", "en")
NAMES: Final = "adcheck_names"
_LONE: Final = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair: spaCy can't encode it, and the error would hold the text."""
_ARTIFACTS: Final = ("entities", "tokens", "tokens_indices", "lemmas", "keywords", "scores")
_REACH: Final = 30
_BOOST: Final = 0.35


def stay_offline() -> None:
    """Let tldextract, which presidio's e-mail recognizer uses, read its packed suffix list and fetch none."""
    extractor = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    tldextract.tldextract.TLD_EXTRACTOR = extractor
    setattr(tldextract, "extract", extractor)  # noqa: B010 -- a callable object in a function's place


def pipeline(language: str, segmenter: str = "char") -> Language:
    """A blank spaCy pipeline with the name finder; ``segmenter`` is spaCy's for Chinese: ``char`` or ``jieba``.

    Characters are enough for our recognizers; ``jieba`` (1.4 s to load) gives words to recognizers of others.
    """
    config = {"nlp": {"tokenizer": {"segmenter": segmenter}}} if language == "zh" else {}
    made = spacy.blank(language, config=config)
    if find_spec("adcheck.privacy.names.component") is not None:
        import_module("adcheck.privacy.names.component")
        made.add_pipe(NAMES)
    return made


class OfflineNlpEngine(SpacyNlpEngine):
    """Presidio's spaCy engine over :func:`pipeline`; reads folded text, as long as the text given."""

    def __init__(self, segmenter: str = "char") -> None:
        super().__init__(models=[{"lang_code": code, "model_name": f"adcheck_{code}"} for code in LANGUAGES])
        self.segmenter = segmenter

    def load(self) -> None:
        """Build both pipelines; downloads nothing."""
        self.nlp = {code: pipeline(code, self.segmenter) for code in LANGUAGES}  # type: ignore[assignment]

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Presidio's call; a text of any length. The pipeline runs when a recognizer first reads what it makes."""
        return LazyArtifacts(self, text, language)

    def read(self, text: str, language: str) -> Doc:
        """The document that the pipeline of a language makes of a text."""
        pipe = self.get_nlp(language)
        pipe.max_length = max(pipe.max_length, len(text) + 1)
        return pipe(_LONE.sub("\ufffd", fold_cased(text)))

    def _doc_to_nlp_artifact(self, doc: Doc, language: str) -> NlpArtifacts:
        words = [token.text for token in doc]
        made = NlpArtifacts(list(doc.ents), doc, [token.idx for token in doc], words, None, language)
        made.nlp_engine = self
        return made


class LazyArtifacts(NlpArtifacts):
    """Presidio's artifacts of a text, made when one is first read: only recognizers of others read any.

    Lemmas are the words, and there are no keywords: they cost most of the time and serve only presidio's enhancer, which
    ours replaces.
    """

    def __init__(self, nlp_engine: OfflineNlpEngine, text: str, language: str) -> None:
        self.nlp_engine = nlp_engine
        self._text, self._language = text, language

    def __getattr__(self, name: str) -> Any:
        """Called for what isn't there yet; the attributes then stand on the object itself."""
        if name not in _ARTIFACTS:
            raise AttributeError(name)
        doc = self.nlp_engine.read(self._text, self._language)
        made = self.nlp_engine._doc_to_nlp_artifact(doc, self._language)
        for key in _ARTIFACTS:
            self.__dict__.setdefault(key, getattr(made, key))
        return self.__dict__[name]


class NearbyWords(ContextAwareEnhancer):
    """Raises a find of a user's recognizer when one of its ``context`` words stands near, in any language.

    Ours have listened to their words already and are left alone.
    """

    def __init__(self) -> None:
        super().__init__(_BOOST, 0.4, _REACH, _REACH)

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 -- presidio's signature
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Presidio's call."""
        words = {r.id: tuple(r.context or ()) for r in recognizers if not isinstance(r, PresidioRecognizer)}
        for result in raw_results:
            metadata = result.recognition_metadata or {}
            own = words.get(metadata.get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY, ""))
            if own is None or metadata.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY):
                continue
            near = text[max(0, result.start - _REACH) : result.start] + "\n" + text[result.end : result.end + _REACH]
            if _near_words((*own, *(context or ()))).search(near):
                result.score = min(1.0, max(result.score + _BOOST, 0.4))
        return raw_results


@lru_cache(maxsize=64)
def _near_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(words_source(words), re.IGNORECASE)


def guarded(recognizer: EntityRecognizer) -> EntityRecognizer:
    """A user's recognizer whose failure names it, and not the text it read."""
    analyze, title = recognizer.analyze, str(getattr(recognizer, "name", type(recognizer).__name__))

    def guard(*args: Any, **more: Any) -> list[RecognizerResult]:
        try:
            return list(analyze(*args, **more) or ())
        except Exception as error:
            failure = ConfigError(
                f"the recognizer {title!r} failed with {type(error).__name__}",
                hint="mend it, or take it out; its message is left out here, it may hold the text read",
            )
        raise failure

    setattr(recognizer, "analyze", guard)  # noqa: B010 -- presidio calls what it finds on the object
    return recognizer


def build(extra: Sequence[EntityRecognizer] = (), segmenter: str = "char") -> AnalyzerEngine:
    """A ready engine for ``zh`` and ``en`` with our recognizers and ``extra`` ones."""
    stay_offline()
    registry = RecognizerRegistry(supported_languages=list(LANGUAGES))
    for language in LANGUAGES:
        for recognizer in recognizers(language):
            registry.add_recognizer(recognizer)
    for recognizer in extra:
        registry.add_recognizer(guarded(recognizer))
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=OfflineNlpEngine(segmenter),
        supported_languages=list(LANGUAGES),
        context_aware_enhancer=NearbyWords(),
    )


@cache
def default_engine() -> AnalyzerEngine:
    """The engine without a user's recognizers, built once."""
    return build()
