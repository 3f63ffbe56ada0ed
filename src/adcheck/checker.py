"""One configured checker: document in, report out. Joins engine, policy and model for :mod:`adcheck.api`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from adcheck.disclosure import Disclosures, disclosures
from adcheck.documents.model import Document
from adcheck.engine import Engine
from adcheck.errors import InputError
from adcheck.model import SECTORS, Checked, Finding, Report, Suppressed
from adcheck.policy.config import Config
from adcheck.policy.discover import ignores_for, settings_for
from adcheck.policy.options import nearest
from adcheck.policy.selection import TOOL_CODES, ignored_by, selected, specificity
from adcheck.policy.suppress import remarks, silencing, suppressions
from adcheck.rulebook.store import RuleSet, load_rules
from adcheck.scribe import Scribe
from adcheck.text.language import is_english
from adcheck.veil import Veil


class Checker:
    """Checks documents with one configuration. Engines are made per set of jurisdictions and kept.

    Raises:
        ConfigError: for selectors that name nothing.
        RuleError: for an invalid rule in a user's folder.
    """

    def __init__(self, config: Config | None = None, *, lang: str | None = None) -> None:
        self.config = config or Config()
        self.ruleset: RuleSet = load_rules(self.config.rule_folders())
        self.rules = selected(self.config.options, self.ruleset.rules)
        self.lang = lang or self.config.options.lang
        self._engines: dict[tuple[str, ...], Engine] = {}
        privacy = self.config.options.privacy
        self.disclosures = Disclosures(
            self.rules, privacy.own, [self.config.folder / name for name in privacy.recognizers], ner=privacy.ner
        )
        self._check_per_file_selectors()

    def _check_per_file_selectors(self) -> None:
        from adcheck.policy.selection import check_selectors

        options = self.config.options
        for table in (options.per_file_ignores, options.extend_per_file_ignores):
            for selectors in table.values():
                check_selectors(selectors, self.ruleset.rules, "per-file-ignores")

    def engine(self, jurisdictions: Sequence[str]) -> Engine:
        """The engine for these jurisdictions."""
        key = tuple(jurisdictions)
        if key not in self._engines:
            self._engines[key] = Engine(self.ruleset, self.rules, key)
        return self._engines[key]

    def check(self, document: Document, path: str = "") -> Report:
        """The report on one document."""
        sector, jurisdictions = settings_for(path, self.config)
        document = _with_known_sector(document)
        engine = self.engine(jurisdictions)
        outcome = engine.check(document, sector)
        bound = self.disclosures.bound(jurisdictions, outcome.sector)
        # without rules about personal data it is looked for only to be hidden from what is shown
        looked_for = bound or outcome.hits or outcome.dropped or document.comments
        veil = Veil(document.source, self.disclosures.sites(document) if looked_for else ())
        personal = list(disclosures(bound, veil.sites))
        scribe = Scribe(document, path, self.lang, veil)
        said = [span for one in personal for span in one.site.spans]
        findings = [f for f in map(scribe.finding, outcome.hits) if f.category != "privacy" or not _meets(f, said)]
        if personal:
            findings = sorted([*findings, *map(scribe.personal, personal)], key=lambda f: (f.start, f.end, f.code))
        kept, silenced = self._apply_policy(findings, document, path, scribe, veil)
        dropped = tuple(scribe.dropped(hit) for hit in outcome.dropped)
        checked = Checked(
            path, "checked", format=document.format, encoding=document.encoding, sector=outcome.sector,
            sector_inferred=outcome.sector_inferred, characters=len(document.source),
            notes=tuple(map(veil.clean, (*document.notes, *outcome.notes, *_foreign(document, engine.jurisdictions)))),
        )  # fmt: skip
        return Report(
            tuple(kept), dropped, (checked,), tuple(silenced), len(engine.rules), engine.jurisdictions,
            {path: document.source} if kept else {}, {path: veil.spans} if kept and veil.spans else {},
        )  # fmt: skip

    def _apply_policy(
        self, findings: Iterable[Finding], document: Document, path: str, scribe: Scribe, veil: Veil
    ) -> tuple[list[Finding], list[Suppressed]]:
        items = suppressions(document)
        per_file = ignores_for(path, self.config)
        kept: list[Finding] = []
        silenced: list[Suppressed] = []
        for finding in findings:
            item = silencing(items, finding) if items else None
            if item is not None:
                silenced.append(Suppressed(finding, "comment", veil.clean(item.reason)))
            elif per_file and ignored_by(per_file, finding.code, finding.name, finding.category):
                silenced.append(Suppressed(finding, "per-file-ignores"))
            else:
                kept.append(finding)
        if items:
            known, running = self._selectors()
            notes = remarks(items, known, running, require_reason=self.config.options.require_reason)
            kept += [f for f in map(scribe.remark, notes) if self._reported(f, per_file)]
            kept.sort(key=lambda f: (f.start, f.end, f.code))
        return kept, silenced

    def _reported(self, remark: Finding, per_file: Iterable[str]) -> bool:
        """Whether a remark of adcheck's own is wanted: unless it is ignored."""
        options = self.config.options
        names = remark.code, remark.name, remark.category
        refused = max((specificity(s, *names) for s in (*options.ignore, *options.extend_ignore)), default=0)
        wanted = max((specificity(s, *names) for s in (*options.select, *options.extend_select)), default=0)
        return not ignored_by(per_file, *names) and (not refused or wanted > refused)

    def _selectors(self) -> tuple[set[str], set[str]]:
        from adcheck.model import CATEGORIES

        every = {s for r in self.ruleset.rules for s in (r.code, r.name, *(r.code[:n] for n in range(1, 6)))}
        running = {s for r in self.rules for s in (r.code, r.name, r.category, *(r.code[:n] for n in range(1, 6)))}
        return every | set(CATEGORIES) | {"ALL"} | set(TOOL_CODES) | set(TOOL_CODES.values()), running | {"ALL"}


def _meets(finding: Finding, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether personal data stands in what a rule about wording found: then its own finding says more."""
    return any(start < finding.end and end > finding.start for start, end in spans)


def failed(path: str, error: InputError | OSError) -> Report:
    """The report on a file that could not be read."""
    if isinstance(error, InputError):
        reason, hint = error.message, error.hint
    else:
        reason, hint = error.strerror or type(error).__name__, "check that the file exists and may be read"
    return Report(checked=(Checked(path, "failed", reason, hint),))


def _foreign(document: Document, jurisdictions: tuple[str, ...]) -> tuple[str, ...]:
    """A note for English text that is held to the law of mainland China alone, which is rarely what is meant."""
    if jurisdictions != ("cn",) or not is_english(document.text):
        return ()
    return ("the text is English and only cn is enabled; --jurisdiction us,uk,eu,au,hk checks it by the law there",)


def _with_known_sector(document: Document) -> Document:
    """The document without a sector of its own that adcheck does not know, which is noted instead."""
    declared = document.meta.get("sector")
    if declared is None or declared in SECTORS:
        return document
    meta = {key: value for key, value in document.meta.items() if key != "sector"}
    if declared == "auto":
        return replace(document, meta=meta)
    hint = nearest(str(declared), SECTORS) or f"one of {', '.join(SECTORS)}"
    note = f"the sector {str(declared)[:40]!r} that the document names is unknown and was left out; {hint}"
    return replace(document, meta=meta, notes=(*document.notes, note))


def read_document(path: Path, limit: int) -> Document:
    """Read one file.

    Raises:
        InputError: when it is too large, binary or broken.
        OSError: when the system refuses.
    """
    from adcheck.documents import read_bytes

    size = path.stat().st_size
    if size > limit:
        raise InputError(
            f"the file has {size:,} bytes, the limit is {limit:,}",
            place=str(path),
            hint="split it, or raise max-file-size",
        )
    return read_bytes(path.read_bytes(), path.name)
