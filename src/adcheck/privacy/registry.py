"""Collects the recognizers: every class in a file under ``recognizers/``, with the user's own (YAML files, entry points)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Final

from adcheck.privacy import recognizers as folder
from adcheck.privacy.base import PersonalRecognizer


@cache
def modules() -> tuple[ModuleType, ...]:
    """The files under ``recognizers/``, imported, by name."""
    from pkgutil import iter_modules

    names = sorted(module.name for module in iter_modules(folder.__path__))
    return tuple(import_module(f"{folder.__name__}.{name}") for name in names)


@cache
def recognizer_classes() -> tuple[type[PersonalRecognizer], ...]:
    """Every recognizer class defined in those files."""
    return tuple(cls for module in modules() for cls in _classes_of(module))


def _classes_of(module: ModuleType) -> Iterator[type[PersonalRecognizer]]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, PersonalRecognizer) and value.__module__ == module.__name__:
            yield value


@cache
def finders() -> tuple[PersonalRecognizer, ...]:
    """One recognizer of each class, the name finder, which costs most, last; they hold no state."""
    return tuple(cls() for cls in sorted(recognizer_classes(), key=lambda cls: cls.entity == "NAME"))


WITHOUT_TRACES: Final = ("address", "address_en", "image", "name")
"""The files whose recognizers need no digit, sign or file name, but only words."""


@cache
def wordy_finders() -> tuple[PersonalRecognizer, ...]:
    """The recognizers that words alone can call for: most texts need none but these, and load no others."""
    found = (import_module(f"{folder.__name__}.{name}") for name in WITHOUT_TRACES)
    return tuple(cls() for module in found for cls in _classes_of(module))
