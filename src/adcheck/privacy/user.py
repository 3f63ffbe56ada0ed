"""A user's own presidio recognizers: YAML files in presidio's registry format, and installed packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Final

import regex
import yaml
from presidio_analyzer import EntityRecognizer, PatternRecognizer
from presidio_analyzer.recognizer_registry.recognizers_loader_utils import RecognizerListLoader

from adcheck.errors import ConfigError

GROUP: Final = "adcheck.recognizers"
_FLAGS: Final = regex.DOTALL | regex.MULTILINE | regex.IGNORECASE
_LANGUAGES: Final = ("zh", "en")
_FORM: Final = (
    "write presidio's registry format:\n"
    "    recognizers:\n"
    "      - name: Staff number\n"
    "        supported_language: zh\n"
    "        supported_entity: STAFF_NO\n"
    "        patterns: [{name: staff, regex: 'G\\d{6}', score: 0.7}]"
)


def from_files(paths: Iterable[str | Path]) -> list[EntityRecognizer]:
    """The recognizers of YAML files (``recognizers:`` as in presidio's documentation).

    Raises :class:`adcheck.errors.ConfigError` with file, entry and mend where one can't be read or built.
    """
    return [recognizer for path in paths for recognizer in _from_file(Path(path))]


def from_packages() -> list[EntityRecognizer]:
    """The recognizers of installed packages: entry points of the group ``adcheck.recognizers``.

    Each names a class (called with ``supported_language``, once for each language) or a callable that gives a list.
    """
    return [recognizer for point in entry_points(group=GROUP) for recognizer in _from_point(point.name, point.load())]


def _from_file(path: Path) -> Iterator[EntityRecognizer]:
    try:
        content = yaml.safe_load(path.read_text("utf-8-sig"))
    except OSError as error:
        raise ConfigError(
            f"can't be read: {error.strerror}", place=str(path), hint="check [privacy] recognizers"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("isn't UTF-8", place=str(path), hint="save the file as UTF-8") from None
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        place = str(path) if line is None else f"{path}:{line + 1}"
        raise ConfigError("isn't valid YAML", place=place, hint=_FORM) from None
    entries = content.get("recognizers") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise ConfigError("has no list under the key “recognizers”", place=str(path), hint=_FORM)
    for number, entry in enumerate(entries, 1):
        yield from _from_entry(entry, f"{path}: recognizers[{number}]")


def _from_entry(entry: Any, place: str) -> list[EntityRecognizer]:
    if not isinstance(entry, dict):
        raise ConfigError(f"must be a table, found {type(entry).__name__}", place=place, hint=_FORM)
    _check_patterns(entry, place)
    try:
        made = list(RecognizerListLoader.get([entry], _LANGUAGES, _FLAGS))  # type: ignore[arg-type]
        _try(made)
    except Exception as error:  # presidio raises ValueError, TypeError, KeyError, pydantic's and regex's errors
        raise ConfigError(f"presidio refuses it: {error}", place=place, hint=_FORM) from None
    return made


def _check_patterns(entry: dict[str, Any], place: str) -> None:
    for pattern in entry.get("patterns") or ():
        source = pattern.get("regex") if isinstance(pattern, dict) else None
        if not isinstance(source, str):
            raise ConfigError("a pattern has no text under the key “regex”", place=place, hint=_FORM)
        try:
            regex.compile(source)
        except regex.error as error:
            raise ConfigError(
                f"the pattern {source!r} is no regular expression: {error}", place=place, hint="mend the pattern"
            ) from None


def _from_point(name: str, made: Any) -> list[EntityRecognizer]:
    found = [made(supported_language=code) for code in _LANGUAGES] if isinstance(made, type) else list(made())
    wrong = [one for one in found if not isinstance(one, EntityRecognizer)]
    if wrong:
        raise ConfigError(
            f"gives a {type(wrong[0]).__name__}, not a presidio EntityRecognizer",
            place=f"entry point {GROUP}:{name}",
            hint="name a recognizer class, or a callable that gives a list of recognizers",
        )
    return found


def _try(made: Iterable[EntityRecognizer]) -> None:
    """Run each pattern once, so that a broken one speaks here and not in the middle of a check."""
    for recognizer in made:
        if isinstance(recognizer, PatternRecognizer):
            recognizer.analyze("", recognizer.supported_entities, None)
