"""Find the rules, load them from the compiled cache, or compile and cache them."""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from adcheck.errors import RuleError
from adcheck.model import SECTORS
from adcheck.rulebook.cache import FORMAT, MARSHAL, read_cache, unpack, write_cache
from adcheck.rulebook.compiled import (
    CompiledRule,
    RuleBody,
    body_from_data,
    body_to_data,
    head_from_data,
    head_to_data,
)
from adcheck.rulebook.index import WordIndex, build_index, index_from_data

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


@dataclass(frozen=True)
class RuleSet:
    """All rules known to a run, with the word lists, sector cues and tables of misspellings they use."""

    rules: tuple[CompiledRule, ...]
    sector_cues: dict[str, str]
    lexicons: dict[str, list[str]] = field(default_factory=dict)
    spelling: Mapping[str, Any] = field(default_factory=dict)
    ready: WordIndex | None = None

    @cached_property
    def by_name(self) -> dict[str, CompiledRule]:
        """Rules by name and by code."""
        return {key: rule for rule in self.rules for key in (rule.code, rule.name)}

    @cached_property
    def index(self) -> WordIndex:
        """The words of all rules; rules are numbered in their order."""
        if self.ready is not None:
            return self.ready
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
        ruleset = thaw(*unpack(packed.read_bytes()))
        if ruleset.ready is not None:
            return ruleset
    key = _fingerprint(places)
    cached = read_cache(key)
    if cached is not None:
        return thaw(*cached)
    head, bodies = freeze(compile_folders(places))
    write_cache(key, head, bodies)
    return thaw(head, lambda: bodies)


def freeze(ruleset: RuleSet) -> tuple[dict[str, Any], list[bytes]]:
    """Plain data of a rule set: a head that every run reads, and bodies read when a candidate is found.

    The bodies are those of the rules in their order, then the large tables of misspellings.
    """
    spelling = ruleset.spelling
    head = {
        "rules": [head_to_data(rule) for rule in ruleset.rules], "sectors": ruleset.sector_cues,
        "index": ruleset.index.to_data(), "spelling": {k: spelling[k] for k in ("rare", "variants")},
    }  # fmt: skip
    parts: list[Any] = [body_to_data(rule) for rule in ruleset.rules]
    parts.append({k: spelling[k] for k in ("one", "two", "english")})
    return head, [marshal.dumps(part, MARSHAL) for part in parts]


def thaw(head: dict[str, Any], bodies: Callable[[], list[bytes]]) -> RuleSet:
    """The rule set in plain data; ``bodies`` is called when first needed."""
    fetched = cache(bodies)

    def fetcher(number: int) -> Callable[[], RuleBody]:
        return lambda: body_from_data(marshal.loads(fetched()[number]))

    rules = tuple(head_from_data(data, fetcher(number)) for number, data in enumerate(head["rules"]))
    spelling = _Spelling(head["spelling"], lambda: marshal.loads(fetched()[-1]))
    return RuleSet(rules, head["sectors"], {}, spelling, index_from_data(head["index"]))


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
    own = [*(_PACKAGE / "rulebook").glob("*.py"), *(_PACKAGE / "text").glob("*")]
    files = own + [p for folder in folders for p in folder.rglob("*") if p.suffix in (".toml", ".txt")]
    for path in sorted(files):
        stat = path.stat()
        parts.append(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}")
    data = "\n".join(parts).encode()
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}{len(data):x}"
