"""Find the rules, load them from the compiled cache, or compile and cache them."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adcheck.errors import RuleError
from adcheck.model import SECTORS
from adcheck.rulebook.compiled import CompiledRule, rule_from_dict

if TYPE_CHECKING:
    from adcheck.rulebook.loader import Compiler

_PACKAGE = Path(__file__).resolve().parent.parent
_FORMAT = 1


def shipped_folder() -> Path:
    """The folder of adcheck's own rules: in the wheel, or the checkout's for an editable install.

    Raises:
        RuleError: when neither is there (a broken installation).
    """
    for folder in (_PACKAGE / "rules", _PACKAGE.parent.parent / "rules"):
        if (folder / "laws").is_dir():
            return folder
    raise RuleError("adcheck's rules are missing", place=str(_PACKAGE), hint="reinstall adcheck")


def cache_folder() -> Path | None:
    """Where compiled rules are kept; ``ADCHECK_CACHE_DIR`` overrides, an empty value switches the cache off."""
    chosen = os.environ.get("ADCHECK_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    from platformdirs import user_cache_path

    return user_cache_path("adcheck", appauthor=False)


@dataclass(frozen=True)
class RuleSet:
    """All rules known to a run, with the word lists and the sector cues they use."""

    rules: tuple[CompiledRule, ...]
    sector_cues: dict[str, str]
    _words: dict[str, list[str]]
    spelling: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, CompiledRule]:
        """Rules by name and by code."""
        return {key: rule for rule in self.rules for key in (rule.code, rule.name)}

    @cached_property
    def digest(self) -> str:
        """Identifies this set of rules."""
        return hashlib.sha256("".join(r.code + r.origin for r in self.rules).encode()).hexdigest()[:16]

    def lexicon(self, name: str) -> list[str]:
        """The words of a lexicon (the large ones that rules use)."""
        return self._words[name]


def load_rules(folders: Sequence[Path] = ()) -> RuleSet:
    """The shipped rules and those of the user's folders.

    Raises:
        RuleError: for an invalid rule, lexicon or folder.
    """
    places = [shipped_folder(), *(Path(f) for f in folders)]
    for folder in places:
        if not folder.is_dir():
            raise RuleError("no such folder of rules", place=str(folder), hint="check `rules` in the configuration")
    key = _fingerprint(places)
    cache = cache_folder()
    stored = _read(cache / f"rules-{key}.json") if cache else None
    if stored is None:
        stored = compile_folders(places)
        if cache:
            _write(cache, f"rules-{key}.json", stored)
    rules = tuple(rule_from_dict(r) for r in stored["rules"])
    return RuleSet(rules, stored["sectors"], stored["words"], stored["spelling"])


def compile_folders(folders: Iterable[Path]) -> dict[str, Any]:
    """Compile without a cache; later folders may use the lexicons and laws of earlier ones.

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
        rules += compiler.compile_all()
        sectors.update(compile_sectors(compiler, folder))
    _refuse_doubles(rules)
    used = {name for rule in rules for name in lexicons_of(rule)}
    words = {name: sorted(compiler.lexicons[name]) for name in sorted(used)} if compiler else {}
    spelling = spelling_tables(rules, shipped_folder() / "spelling")
    return {
        "format": _FORMAT, "rules": [r.to_dict() for r in rules], "sectors": sectors, "words": words, "spelling": spelling,
    }  # fmt: skip


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

    digest = hashlib.sha256(f"{_FORMAT} {__version__} {sys.version_info[:2]}".encode())
    own = [*(_PACKAGE / "rulebook").glob("*.py"), *(_PACKAGE / "text").glob("*")]
    files = own + [p for folder in folders for p in folder.rglob("*") if p.suffix in (".toml", ".txt")]
    for path in sorted(files):
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def _read(path: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("format") == _FORMAT else None


def _write(folder: Path, name: str, data: dict[str, Any]) -> None:
    """Write atomically; a cache that can't be written is no error. Older compilations are removed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".tmp", delete=False, encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(file.name, folder / name)
        old = sorted(folder.glob("rules-*.json"), key=lambda p: p.stat().st_mtime)[:-8]
        for path in old:
            path.unlink(missing_ok=True)
    except OSError:
        return
