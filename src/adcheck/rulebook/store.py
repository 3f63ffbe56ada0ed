"""Find the rules, load them from the compiled cache, or compile and cache them."""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from adcheck.errors import RuleError
from adcheck.model import SECTORS
from adcheck.rulebook.cache import FORMAT, MARSHAL, Sections, open_sections, read_cache, write_cache
from adcheck.rulebook.compiled import (
    CompiledRule,
    RuleHead,
    body_from_data,
    body_to_data,
    card_from_data,
    card_to_data,
)
from adcheck.rulebook.index import Column, WordIndex, index_from_data

if TYPE_CHECKING:
    from adcheck.rulebook.loader import Compiler

_PACKAGE = Path(__file__).resolve().parent.parent
COMPILED: Final = "compiled.bin"
"""What a wheel carries beside the rules, so that a first run need not compile them."""


def shipped_folder() -> Path:
    """The folder of adcheck's own rules: in the wheel, or the checkout's for an editable install.

    Raises:
        RuleError: when neither is there (a broken installation).
    """
    for folder in (_PACKAGE / "rules", _PACKAGE.parent.parent / "rules"):
        if (folder / "laws").is_dir():
            return folder
    raise RuleError("adcheck's rules are missing", place=str(_PACKAGE), hint="reinstall adcheck")


class RuleSet:
    """All rules known to a run, with the word lists, sector cues and tables of misspellings they use."""

    def __init__(
        self, rules: Sequence[CompiledRule], sector_cues: Mapping[str, str],
        lexicons: Mapping[str, Sequence[str]] = MappingProxyType({}), spelling: Mapping[str, Any] = MappingProxyType({}),
        ready: WordIndex | None = None,
    ) -> None:  # fmt: skip
        self.rules = tuple(rules)
        self.sector_cues, self.lexicons, self.spelling, self.ready = sector_cues, lexicons, spelling, ready

    @cached_property
    def by_name(self) -> dict[str, CompiledRule]:
        """Rules by name and by code."""
        return {key: rule for rule in self.rules for key in (rule.code, rule.name)}

    @cached_property
    def index(self) -> WordIndex:
        """The words of all rules; rules are numbered in their order."""
        if self.ready is not None:
            return self.ready
        from adcheck.rulebook.indexing import build_index

        used = sorted({name for rule in self.rules for name in lexicons_of(rule)})
        return build_index(self.rules, {name: self.lexicons[name] for name in used}, self.spelling.get("variants", {}))


def load_rules(folders: Sequence[Path] = ()) -> RuleSet:
    """The shipped rules and those of the user's folders, from the cache where it is fresh.

    Raises:
        RuleError: for an invalid rule, lexicon or folder.
    """
    places = [shipped_folder(), *(Path(f) for f in folders)]
    for folder in places:
        if not folder.is_dir():
            raise RuleError("no such folder of rules", place=str(folder), hint="check `rules` in the configuration")
    packed = places[0] / COMPILED
    if len(places) == 1 and packed.is_file():
        ruleset = thaw(open_sections(packed))
        if ruleset is not None:
            return ruleset
    key = _fingerprint(places)
    ruleset = thaw(read_cache(key))
    if ruleset is not None:
        return ruleset
    sections = freeze(compile_folders(places))
    write_cache(key, sections)
    ruleset = thaw(sections)
    assert ruleset is not None
    return ruleset


def freeze(ruleset: RuleSet) -> dict[str, bytes]:
    """Plain data of a rule set in named sections: a head and an index that every run reads, bodies read when a candidate is found.

    The bodies are those of the rules in their order, then the large tables of misspellings.
    """
    spelling = ruleset.spelling
    head = {
        "rules": [tuple(rule.head) for rule in ruleset.rules], "sectors": ruleset.sector_cues,
        "spelling": {k: spelling[k] for k in ("rare", "variants")},
    }  # fmt: skip
    parts: list[Any] = [body_to_data(rule) for rule in ruleset.rules]
    parts.append({k: spelling[k] for k in ("one", "two", "english")})
    bodies, body_ends = _joined(parts)
    cards, card_ends = _joined(map(card_to_data, ruleset.rules))
    plain = {
        "head": marshal.dumps(head, MARSHAL), "cards": cards, "card_ends": card_ends, "bodies": bodies, "body_ends": body_ends,
    }  # fmt: skip
    return {**plain, **{name: bytes(column) for name, column in ruleset.index.data.items()}}


def _joined(parts: Iterable[Any]) -> tuple[bytes, bytes]:
    """Parts as plain data one after another, and where each ends."""
    rows = [marshal.dumps(part, MARSHAL) for part in parts]
    return b"".join(rows), array("Q", accumulate(map(len, rows))).tobytes()


def thaw(sections: Sections | None) -> RuleSet | None:
    """The rule set in these sections; None if there are none, or they are damaged or of a machine of another byte order."""
    try:
        index = index_from_data(sections) if sections else None
        return _thawed(sections, index) if sections and index else None
    except (ValueError, EOFError, TypeError, KeyError):
        return None


def _thawed(sections: Sections, index: WordIndex) -> RuleSet:
    head = marshal.loads(sections["head"])
    bodies, cards = _Parts(sections["bodies"], sections["body_ends"]), _Parts(sections["cards"], sections["card_ends"])

    def rule(number: int, data: tuple[Any, ...]) -> CompiledRule:
        return CompiledRule(
            RuleHead(*data), lambda: card_from_data(cards.fetch(number)), lambda: body_from_data(bodies.fetch(number))
        )

    rules = tuple(rule(number, data) for number, data in enumerate(head["rules"]))
    spelling = _Spelling(head["spelling"], lambda: bodies.fetch(len(rules)))
    return RuleSet(rules, head["sectors"], {}, spelling, index)


class _Parts:
    """Plain data in one row, read when asked for."""

    def __init__(self, row: Column, ends: Column) -> None:
        self._row, self._ends = row, memoryview(ends).cast("B").cast("Q")

    def fetch(self, number: int) -> Any:
        """The part of that number."""
        return marshal.loads(self._row[self._ends[number - 1] if number else 0 : self._ends[number]])


class _Spelling(dict[str, Any]):
    """Tables of misspellings, of which the large ones are fetched when first asked for."""

    def __init__(self, small: Mapping[str, Any], large: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__(small)
        self._large = large

    def __missing__(self, key: str) -> Any:
        self.update(self._large())
        return self[key]


def compile_folders(folders: Sequence[Path]) -> RuleSet:
    """Compile; a later folder may use the lexicons, slots and laws of earlier ones.

    Raises:
        RuleError: for an invalid rule, or a code or name used twice.
    """
    from adcheck.rulebook.loader import Compiler
    from adcheck.rulebook.spelling import spelling_tables

    compiler: Compiler | None = None
    rules: list[CompiledRule] = []
    sectors: dict[str, str] = {}
    for folder in folders:
        compiler = Compiler(folder, base=compiler)
        rules += load_rules().rules if len(folders) > 1 and folder is folders[0] else compiler.compile_all()
        sectors.update(compile_sectors(compiler, folder))
    _refuse_doubles(rules)
    lexicons = {name: sorted(words) for name, words in compiler.lexicons.items()} if compiler else {}
    spelling = spelling_tables(rules, shipped_folder() / "spelling", lexicons)
    return RuleSet(tuple(rules), sectors, lexicons, spelling)


def compile_sectors(compiler: Compiler, folder: Path) -> dict[str, str]:
    """The cues of ``sectors.toml``: sector -> one expression; empty when the folder has none.

    Raises:
        RuleError: for an unknown sector or an invalid expression.
    """
    from adcheck.rulebook.loader import parse_toml

    path = folder / "sectors.toml"
    if not path.exists():
        return {}
    table = parse_toml(path).get("sectors", {})
    for name in table:
        if name not in SECTORS:
            raise RuleError(f"unknown sector {name!r}", place=str(path), hint=", ".join(SECTORS))
    return {name: compiler.any_of(patterns, str(path)).source for name, patterns in table.items()}


def lexicons_of(rule: CompiledRule) -> Iterable[str]:
    """The large lexicons that a rule's expressions name."""
    for words in rule.words.values():
        for pattern in words.patterns:
            yield from pattern.expression.lexicons
        for expression in (*words.unless.values(), *words.requires.values()):
            yield from expression.lexicons
    if rule.absent:
        for pattern in rule.absent.signals:
            yield from pattern.expression.lexicons
        yield from rule.absent.statements.lexicons


def _refuse_doubles(rules: Iterable[CompiledRule]) -> None:
    seen: dict[str, CompiledRule] = {}
    for rule in rules:
        for key in (rule.code, rule.name):
            if key in seen:
                raise RuleError(f"{key} is used by {seen[key].origin} too", place=rule.origin, hint="take a free one")
            seen[key] = rule


def _fingerprint(folders: Sequence[Path]) -> str:
    """Changes when a rule, a lexicon, the folding table or the compiler does."""
    from adcheck import __version__

    parts = [f"{FORMAT} {__version__} {sys.version_info[:2]}"]
    own = _files(_PACKAGE / "rulebook"), _files(_PACKAGE / "text")
    for path, stat in sorted(chain(*own, *map(_files, folders))):
        parts.append(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}")
    data = "\n".join(parts).encode()
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}{len(data):x}"


def _files(folder: Path | str) -> Iterator[tuple[str, os.stat_result]]:
    """All files below a folder that rules are made of: sources, tables, lexicons."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.name.endswith((".py", ".toml", ".txt")):
                yield entry.path, entry.stat()
