"""The options a configuration may hold: one table that validates, documents and names the nearest word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any, Final, NamedTuple

from adcheck.errors import ConfigError
from adcheck.model import JURISDICTIONS, SECTORS, SEVERITIES
from adcheck.privacy.model import Own

FORMATS: Final = (
    "full", "concise", "grouped", "json", "json-lines", "sarif", "junit", "github", "gitlab", "rdjson", "csv",
)  # fmt: skip
MESSAGE_LANGS: Final = ("zh", "zh-Hant", "en")
LANGS: Final = ("auto", *MESSAGE_LANGS)


_NO_IGNORES: Final[Mapping[str, tuple[str, ...]]] = {}


class PathRule(NamedTuple):
    """``[[paths]]``: what holds for files that a glob matches."""

    glob: str
    sector: str | None = None
    jurisdictions: tuple[str, ...] | None = None

    def without(self, settings: Set[str]) -> PathRule:
        """The rule without a setting that a call or the command line has decided."""
        return PathRule(
            self.glob,
            None if "sector" in settings else self.sector,
            None if "jurisdictions" in settings else self.jurisdictions,
        )


class Privacy(NamedTuple):
    """``[privacy]``: the house's own contacts and staff, recognizers of the user's, operators per kind of data."""

    own: Own = Own()
    recognizers: tuple[str, ...] = ()
    policy: str = "publish"
    operators: tuple[tuple[str, str], ...] = ()
    ner: bool = False
    """Whether the names that LAC finds join ours (``adcheck[ner]``)."""


class Options(NamedTuple):
    """Everything a run can be told; the defaults are adcheck's."""

    select: tuple[str, ...] = ("ALL",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = _NO_IGNORES
    extend_per_file_ignores: Mapping[str, tuple[str, ...]] = _NO_IGNORES
    sector: str = "auto"
    jurisdictions: tuple[str, ...] = ("cn",)
    strict: bool = False
    fail_on: str = "error"
    output_format: str = "full"
    lang: str = "auto"
    exclude: tuple[str, ...] = (
        ".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox", ".mypy_cache",
        ".ruff_cache", ".pytest_cache", "dist", "build",
    )  # fmt: skip
    extend_exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    rules: tuple[str, ...] = ()
    baseline: str = ""
    require_reason: bool = False
    max_file_size: int = 100_000_000
    paths: tuple[PathRule, ...] = ()
    privacy: Privacy = Privacy()


class Key(NamedTuple):
    """One option for users: its form, its meaning, an example; ``read`` turns a TOML value into ours."""

    read: Callable[[Any, str], Any]
    about: str
    example: str


def _bad(where: str, found: object, wanted: str, hint: str = "") -> ConfigError:
    return ConfigError(f"{where} must be {wanted}, found {found!r}", hint=hint)


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise _bad(where, value, "a list of texts")


def _choice(*allowed: str) -> Callable[[Any, str], str]:
    def read(value: Any, where: str) -> str:
        if value in allowed:
            return str(value)
        raise _bad(where, value, f"one of {', '.join(allowed)}", nearest(str(value), allowed))

    return read


def _choices(*allowed: str) -> Callable[[Any, str], tuple[str, ...]]:
    one = _choice(*allowed)
    return lambda value, where: tuple(one(v, where) for v in _texts(value, where))


def _flag(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise _bad(where, value, "true or false")


def _size(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise _bad(where, value, "a number of bytes above 0")


def _text(value: Any, where: str) -> str:
    if isinstance(value, str):
        return value
    raise _bad(where, value, "a text")


def _globs(value: Any, where: str) -> dict[str, tuple[str, ...]]:
    if isinstance(value, dict):
        return {str(glob): _texts(selectors, f"{where}.{glob}") for glob, selectors in value.items()}
    raise _bad(where, value, 'a table like { "drafts/**" = ["SUP"] }')


def _paths(value: Any, where: str) -> tuple[PathRule, ...]:
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        raise _bad(where, value, "a list of tables with glob, sector, jurisdictions")
    rules = []
    for number, table in enumerate(value, 1):
        here = f"{where}[{number}]"
        unknown = set(table) - {"glob", "sector", "jurisdictions"}
        if unknown or "glob" not in table:
            raise _bad(here, sorted(table), "a table with glob and sector or jurisdictions")
        sector = _choice(*SECTORS, "auto")(table["sector"], f"{here}.sector") if "sector" in table else None
        where_law = table.get("jurisdictions")
        rules.append(PathRule(
            _text(table["glob"], f"{here}.glob"), sector,
            None if where_law is None else _choices(*JURISDICTIONS)(where_law, f"{here}.jurisdictions"),
        ))  # fmt: skip
    return tuple(rules)


def _privacy(value: Any, where: str) -> Privacy:
    if not isinstance(value, dict):
        raise _bad(where, value, "a table with own, recognizers, policy, operators")
    _known(value, Privacy._fields, where)
    own = value.get("own", {})
    if not isinstance(own, dict):
        raise _bad(f"{where}.own", own, f"a table with {', '.join(Own._fields)}")
    _known(own, Own._fields, f"{where}.own")
    operators = value.get("operators", {})
    if not isinstance(operators, dict) or not all(isinstance(v, str) for v in operators.values()):
        raise _bad(f"{where}.operators", operators, 'a table like { NAME = "label" }')
    from adcheck.privacy.anonymize.policies import POLICIES, policy_named

    policy = _choice(*POLICIES)(value.get("policy", "publish"), f"{where}.policy")
    policy_named(policy, operators)
    return Privacy(
        Own(**{key: _texts(texts, f"{where}.own.{key}") for key, texts in own.items()}),
        _texts(value.get("recognizers", []), f"{where}.recognizers"), policy, tuple(operators.items()),
        _flag(value.get("ner", False), f"{where}.ner"),
    )  # fmt: skip


def _known(table: dict[str, Any], names: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in names:
            raise ConfigError(f"unknown key {where}.{key}", hint=nearest(key, names) or f"one of {', '.join(names)}")


KEYS: Final[dict[str, Key]] = {
    "select": Key(
        _texts, "Rules to run: codes, names, prefixes, categories or ALL. Replaces the default.", '["GUA", "rate"]'
    ),
    "extend-select": Key(_texts, "Rules to run besides those selected.", '["technique"]'),
    "ignore": Key(_texts, "Rules not to run; the more specific selector wins.", '["SUP003"]'),
    "extend-ignore": Key(_texts, "Rules not to run, besides those ignored.", '["citation"]'),
    "per-file-ignores": Key(_globs, "Rules not to run for files a glob matches.", '{ "legal/**" = ["ALL"] }'),
    "extend-per-file-ignores": Key(
        _globs, "The same, added to an extended configuration.", '{ "drafts/**" = ["IND"] }'
    ),
    "sector": Key(_choice(*SECTORS, "auto"), "What is advertised; auto infers it from the document.", '"aesthetic"'),
    "jurisdictions": Key(_choices(*JURISDICTIONS), "Whose law binds.", '["cn"]'),
    "strict": Key(_flag, "Also run rules that flood ordinary hospital ads (technique).", "true"),
    "fail-on": Key(_choice(*SEVERITIES), "The mildest severity that makes the exit code 1.", '"warning"'),
    "output-format": Key(_choice(*FORMATS), "How the report is written.", '"concise"'),
    "lang": Key(_choice(*LANGS), "Language of messages; auto follows the locale.", '"zh"'),
    "exclude": Key(_texts, "Files and folders to leave out. Replaces the default.", '["archive"]'),
    "extend-exclude": Key(_texts, "Files and folders to leave out besides the default.", '["*.min.html"]'),
    "respect-gitignore": Key(_flag, "Leave out what .gitignore names.", "false"),
    "force-exclude": Key(_flag, "Leave out excluded files even when named on the command line.", "true"),
    "rules": Key(_texts, "Folders with rules of your own, relative to the configuration.", '["compliance/rules"]'),
    "baseline": Key(_text, "A baseline file whose findings are not reported again.", '".adcheck-baseline.json"'),
    "require-reason": Key(_flag, "A suppression without a reason is a finding.", "true"),
    "max-file-size": Key(_size, "Larger files are reported as not read, in bytes.", "20000000"),
    "paths": Key(_paths, "Sector and jurisdictions by glob.", '[{ glob = "skin/**", sector = "cosmetic" }]'),
    "privacy": Key(
        _privacy,
        "The house's own contacts and staff, recognizers of yours, how copies are anonymised.",
        '{ own = { phones = ["0571-8888 1234"], staff = ["林晓岚"] }, ner = false }',
    ),
}


def to_toml(value: Any) -> str:
    """A value of :class:`Options` as it is written in a configuration, on one line."""
    import json

    if isinstance(value, PathRule):
        given = {name: v for name, v in value._asdict().items() if v is not None}
        return to_toml(given)
    if isinstance(value, Privacy):
        own = {name: v for name, v in value.own._asdict().items() if v}
        return to_toml({**value._asdict(), "own": own, "operators": dict(value.operators)})
    if isinstance(value, tuple):
        return "[" + ", ".join(map(to_toml, value)) + "]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_key_to_toml(k)} = {to_toml(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return json.dumps(value, ensure_ascii=False)


def _key_to_toml(key: str) -> str:
    bare = key.replace("-", "").replace("_", "")
    return key if bare.isascii() and bare.isalnum() else to_toml(key)


def nearest(word: str, known: Any) -> str:
    """A hint with the nearest known word, or an empty text."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1)
    return f"did you mean {near[0]!r}?" if near else ""


def read_options(table: dict[str, Any], place: str) -> dict[str, Any]:
    """Validated values by field name.

    Raises:
        ConfigError: naming the file, the key, what was found and what is allowed.
    """
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "extend":
            continue
        known = KEYS.get(key)
        if known is None:
            raise ConfigError(f"unknown key {key!r}", place=place, hint=nearest(key, KEYS) or "see `adcheck config`")
        try:
            values[key.replace("-", "_")] = known.read(value, key)
        except ConfigError as error:
            raise ConfigError(error.message, place=place, hint=error.hint) from None
    return values


assert {k.replace("-", "_") for k in KEYS} == set(Options._fields)
