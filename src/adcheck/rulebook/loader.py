"""Read rule files, check them, compile them.

A rules folder holds ``<category>/<name>.toml``, ``laws/<jurisdiction>.toml`` and ``lexicons/``. Errors name file and
line, what was found and what is allowed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adcheck.errors import RuleError
from adcheck.rulebook.compiled import (
    CompiledAbsent,
    CompiledLaw,
    CompiledPattern,
    CompiledRule,
    CompiledWords,
    Expression,
    RuleBody,
    RuleCard,
    RuleHead,
    Tail,
)  # fmt: skip
from adcheck.rulebook.inflect import inflected_terms
from adcheck.rulebook.lexicon import read_lexicons, read_slots
from adcheck.rulebook.pattern import expand, fill_lexicons, prepare, whole_words
from adcheck.text.english import plain
from adcheck.text.fold import fold

if TYPE_CHECKING:
    from adcheck.rulebook.model import LawEntry, RuleFile, Words

Laws = dict[str, dict[str, "LawEntry"]]


def rule_paths(folder: Path) -> list[Path]:
    """The rule files of a folder, in a fixed order."""
    aside = {"laws", "lexicons"}
    return sorted(
        p
        for p in folder.glob("**/*.toml")
        if p.name != "sectors.toml" and not aside & set(p.relative_to(folder).parts[:-1])
    )


def parse_toml(path: Path) -> dict[str, Any]:
    """The table in a TOML file.

    Raises:
        RuleError: with the place, when it can't be read or parsed.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise RuleError(f"invalid TOML: {error}", place=f"{path}:{line[1]}" if line else str(path)) from None
    except UnicodeDecodeError as error:
        raise RuleError(f"not UTF-8: {error}", place=str(path), hint="save the file as UTF-8") from None
    except OSError as error:
        raise RuleError(f"can't be read: {error.strerror}", place=str(path)) from None


def read_rule(path: Path) -> RuleFile:
    """One validated rule file.

    Raises:
        RuleError: naming file, line, key, what was found and what is allowed.
    """
    from pydantic import ValidationError

    from adcheck.rulebook.model import RuleFile

    table = parse_toml(path)
    try:
        return RuleFile.model_validate(table)
    except ValidationError as error:
        raise _as_rule_error(error, path) from None


def _as_rule_error(error: Any, path: Path) -> RuleError:
    from difflib import get_close_matches

    from adcheck.rulebook import model

    first = error.errors()[0]
    keys = [str(k) for k in first["loc"]]
    key = ".".join(keys)
    message = f"{key}: {first['msg']}" if key else str(first["msg"])
    hint = ""
    if first["type"] == "extra_forbidden":
        known = {f for cls in vars(model).values() if isinstance(cls, type) and issubclass(cls, model.Strict)
                 for f in cls.model_fields}  # fmt: skip
        near = get_close_matches(keys[-1], sorted(known), 1)
        message, hint = f"unknown key {key!r}", f"did you mean {near[0]!r}?" if near else "see docs/rules-howto.md"
    elif "input" in first and not isinstance(first["input"], dict | list):
        message += f" (found {first['input']!r})"
    more = len(error.errors()) - 1
    return RuleError(
        message + (f" (and {more} more)" if more else ""), place=f"{path}:{_line_of(path, keys)}", hint=hint
    )


def _line_of(path: Path, keys: list[str]) -> int:
    """The line where a key stands, as well as text search can tell; 1 if nowhere."""
    text = path.read_text("utf-8").splitlines()
    for key in reversed([k for k in keys if not k.isdigit()]):
        for number, line in enumerate(text, 1):
            if re.match(rf"\s*(\[+\s*)?([\w.]+\.)?{re.escape(key)}\b", line):
                return number
    return 1


def read_laws(folder: Path) -> Laws:
    """The law registry: jurisdiction -> law id -> entry.

    Raises:
        RuleError: for an invalid file.
    """
    from pydantic import ValidationError

    from adcheck.rulebook.model import LawFile

    laws: Laws = {}
    for path in sorted((folder / "laws").glob("*.toml")):
        try:
            entry = LawFile.model_validate(parse_toml(path))
        except ValidationError as error:
            raise _as_rule_error(error, path) from None
        laws[entry.jurisdiction] = dict(entry.laws)
    return laws


def _language(pattern: str) -> str:
    """``en`` for a signal in Latin letters without Chinese lists: document rules may name theirs in both languages."""
    return "en" if pattern.isascii() and not re.search(r"\{(?!en-|gap|wide)[a-z]", pattern) else "zh"


class Compiler:
    """Compiles rule files against one set of laws, slots and lexicons."""

    def __init__(self, folder: Path, *, base: Compiler | None = None) -> None:
        self.folder = folder
        self._trusted = base is None
        self.lexicons: dict[str, frozenset[str]] = dict(base.lexicons) if base else {}
        for name, words in read_lexicons(folder / "lexicons").items():
            if name in self.lexicons:
                place = str(folder / "lexicons" / f"{name}.txt")
                raise RuleError(f"there is a lexicon {name!r} already", place=place, hint="take another name")
            self.lexicons[name] = words
        self.slots: dict[str, str] = {**(base.slots if base else {}), **read_slots(folder / "lexicons")}
        if both := sorted(self.slots.keys() & self.lexicons.keys()):
            raise RuleError(
                f"{both[0]!r} is the name of a slot and of a lexicon", place=str(folder / "lexicons"),
                hint="rename one of them: a pattern could not tell which is meant",
            )  # fmt: skip
        self.laws: Laws = {**(base.laws if base else {})}
        for jurisdiction, entries in read_laws(folder).items():
            self.laws[jurisdiction] = {**self.laws.get(jurisdiction, {}), **entries}

    def compile_all(self) -> list[CompiledRule]:
        """All rules of the folder.

        Raises:
            RuleError: for an invalid rule or two rules of one code or name.
        """
        return [self.compile(read_rule(path), path) for path in rule_paths(self.folder)]

    def compile(self, rule: RuleFile, path: Path) -> CompiledRule:
        """One rule."""
        place = str(path)
        words = {
            lang: self._words(part, place, lang)
            for lang, part in (("zh", rule.match.zh), ("en", rule.match.en))
            if part and (part.terms or part.patterns)
        }
        absent = None
        if rule.absent:
            absent = CompiledAbsent(
                tuple(self._pattern(p, place, _language(p)) for p in rule.absent.signals), self.any_of(rule.absent.statements, place),
                rule.absent.minimum, rule.absent.offer,
            )  # fmt: skip
        beside = self.any_of(rule.entity.beside, place) if rule.entity and rule.entity.beside else None
        body = RuleBody(words, absent, beside)
        laws = tuple(self._law(law, place) for law in rule.law)
        card = RuleCard(rule.title.model_dump(), rule.message.model_dump(), rule.suggestion.model_dump(), laws)
        head = RuleHead(
            rule.code, rule.name, rule.category, rule.confidence, rule.status, rule.strict,
            tuple(dict.fromkeys(law.jurisdiction for law in laws)), rule.code_rule,
            tuple(rule.entity.kinds) if rule.entity else (), self._origin(path),
        )  # fmt: skip
        return CompiledRule(head, lambda: card, lambda: body)

    def _origin(self, path: Path) -> str:
        try:
            return path.relative_to(self.folder).as_posix()
        except ValueError:
            return path.as_posix()

    def _law(self, law: Any, place: str) -> CompiledLaw:
        known = self.laws.get(law.jurisdiction, {})
        entry = known.get(law.law)
        if entry is None:
            from difflib import get_close_matches

            near = get_close_matches(law.law, list(known), 1)
            raise RuleError(
                f"law {law.law!r} is not in laws/{law.jurisdiction}.toml", place=place,
                hint=f"did you mean {near[0]!r}?" if near else "add the law to the registry",
            )  # fmt: skip
        return CompiledLaw(
            law.jurisdiction, law.law, entry.title, law.article, law.severity, tuple(law.sectors), entry.url,
            entry.title_en, self._allowed(law.allows, place),
        )  # fmt: skip

    def _allowed(self, patterns: list[str], place: str) -> str:
        """The source of an expression of permitted wordings; long lists are written out in it."""
        return self.any_of(patterns, place).source if patterns else ""

    def _words(self, words: Words, place: str, lang: str) -> CompiledWords:
        patterns = [self._pattern(source, place, lang) for source in words.patterns]
        unless = {k: self.any_of(v, place, lang if k not in ("before", "after") else "") for k, v in words.unless if v}
        requires = {k: self.any_of(v, place, lang) for k, v in words.requires if v}
        terms = tuple(dict.fromkeys(form for t in words.terms for form in inflected_terms(plain(fold(t)))))
        return CompiledWords(terms, tuple(patterns), unless, requires, tuple(words.immune), words.border)

    def _pattern(self, source: str, place: str, lang: str = "") -> CompiledPattern:
        pattern = prepare(source, self.slots, self.lexicons, place=place, lang=lang)
        expression = Expression(pattern.expression, pattern.lexicons, self._trusted)
        return CompiledPattern(
            expression,
            pattern.anchors,
            pattern.low,
            pattern.high,
            pattern.most,
            pattern.also,
            pattern.crosses,
            self._tail(pattern.tail),
        )

    def _tail(self, tail: tuple[str, tuple[str, ...], int, int, bool] | None) -> Tail | None:
        if tail is None:
            return None
        source, lexicons, low, high, whole = tail
        return Tail(Expression(source, lexicons, self._trusted), low, high, whole)

    def any_of(self, patterns: Iterable[str], place: str, lang: str = "") -> Expression:
        """One expression that matches where any of the patterns does; English ones at the start of a word.

        Raises:
            RuleError: for an unknown slot or an invalid expression.
        """
        joined = "|".join(f"(?:{expand(p, self.slots, self.lexicons, place=place)})" for p in patterns)
        if lang == "en":
            joined = whole_words(joined, start_only=True)
        source, large = fill_lexicons(joined, self.lexicons, place=place)
        try:
            import regex

            regex.compile(source)
        except regex.error as error:
            raise RuleError(f"invalid expression {source[:60]!r}: {error}", place=place) from None
        return Expression(source, large, self._trusted)
