"""Hits become findings: places in the source, messages in the reader's language, fingerprints."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from adcheck.disclosure import Disclosure
from adcheck.documents.model import Document
from adcheck.engine import Hit
from adcheck.model import Dropped, Finding, Provision
from adcheck.policy.selection import TOOL_CODES
from adcheck.policy.suppress import Remark
from adcheck.rulebook.compiled import CompiledLaw
from adcheck.text.fold import fold
from adcheck.text.hant import in_language
from adcheck.text.language import is_traditional, language_of
from adcheck.veil import Veil

_NEIGHBOURS: Final = 8


class Scribe:
    """Turns hits into findings: source places, messages, fingerprints; what the veil covers is shown in none."""

    def __init__(self, document: Document, path: str, lang: str, veil: Veil | None = None) -> None:
        self.document, self.path = document, path
        self._lang = lang
        self._veil = veil or Veil(document.source)

    def _language(self, around: str) -> str:
        """The language of a message: the one wanted, or that of the text it is about."""
        if self._lang != "auto":
            return self._lang
        found = language_of(around)
        return "zh-Hant" if found == "zh" and self._traditional else found

    @cached_property
    def _traditional(self) -> bool:
        return is_traditional(self.document.text)

    def finding(self, hit: Hit) -> Finding:
        """The finding of a rule about wording."""
        document = self.document
        start, end = document.source_span(hit.start, hit.end)
        lang = self._language(document.text[max(0, hit.start - 40) : hit.end + 40])
        text = self._veil.text(start, end)
        folded = fold(text) if self._veil.covers(start, end) else hit.folded
        line, column = document.position(start)
        end_line, end_column = document.position(end)
        rule = hit.rule
        reasons = (hit.judgement.reason, *hit.reasons) if hit.judgement.reason else hit.reasons
        return Finding(
            rule.code, rule.name, rule.category, hit.severity, rule.confidence,
            in_language(rule.card.message, lang).replace("{match}", _shown(text, folded)), start, end, text, folded,
            line, column, end_line, end_column, self._veil.clean(document.block_at(hit.start).place),
            _provisions(hit.laws, lang), in_language(rule.card.suggestion, lang), self._fingerprint(hit, start, end), self.path,
            lang=lang, reasons=tuple(map(self._veil.clean, reasons)),
        )  # fmt: skip

    def personal(self, found: Disclosure) -> Finding:
        """The finding about personal data: its text is masked from the start, so that nothing made of it can leak."""
        from adcheck.privacy.anonymize.masks import mask

        document, rule, site = self.document, found.rule, found.site
        start, end = site.spans[0][0], site.spans[-1][1]
        lang = self._language(site.before + site.written + site.after)
        shown = " ".join(mask(site.written, site.entity).split())
        line, column = document.position(start)
        end_line, end_column = document.position(end)
        return Finding(
            rule.code, rule.name, rule.category, found.binding.severity, rule.confidence,
            in_language(rule.card.message, lang).replace("{match}", _shown(shown, shown)), start, end, shown, shown,
            line, column, end_line, end_column, self._veil.clean(document.place_of(start)),
            _provisions(found.binding.laws, lang),
            in_language(rule.card.suggestion, lang), self._masked_mark(rule.name, start, end), self.path, lang=lang,
            reasons=found.binding.reasons, entity=site.entity,
        )  # fmt: skip

    def _fingerprint(self, hit: Hit, start: int, end: int) -> str:
        """Keyed hash of rule, folded text and its neighbours on the same line: survives edits elsewhere."""
        if self._veil.covers(start - _NEIGHBOURS, end + _NEIGHBOURS):
            return self._masked_mark(hit.rule.name, start, end)
        text = self.document.text
        before = text[max(0, hit.start - _NEIGHBOURS) : hit.start].rpartition("\n")[2]
        after = text[hit.end : hit.end + _NEIGHBOURS].partition("\n")[0]
        return _mark(hit.rule.name, hit.folded, before.strip(), after.strip())

    def _masked_mark(self, name: str, start: int, end: int) -> str:
        """The same of a source in which personal data is stars: no number or name can be looked for in it."""
        source = self._veil.starred
        before = source[max(0, start - _NEIGHBOURS) : start].rpartition("\n")[2]
        after = source[end : end + _NEIGHBOURS].partition("\n")[0]
        return _mark(name, source[start:end], before.strip(), after.strip())

    def dropped(self, hit: Hit) -> Dropped:
        """A match that its context talked out of being a finding."""
        start, end = self.document.source_span(hit.start, hit.end)
        line, column = self.document.position(start)
        return Dropped(
            hit.rule.code, hit.rule.name, hit.rule.category, start, end, self._veil.text(start, end), line, column,
            self._veil.clean(hit.judgement.reason), self._veil.clean(hit.judgement.detail), self.path,
        )  # fmt: skip

    def remark(self, remark: Remark) -> Finding:
        """A remark of adcheck's own, about a suppression."""
        lang = self._language(self.document.text[:400])
        line, column = self.document.position(remark.start)
        end_line, end_column = self.document.position(remark.end)
        text = self._veil.text(remark.start, remark.end)
        from hashlib import blake2b

        mark = blake2b(f"{remark.code}\0{text}".encode(), digest_size=12).hexdigest()
        return Finding(
            remark.code, TOOL_CODES[remark.code], "tool", "warning", "high", self._veil.clean(in_language(remark.message, lang)), remark.start, remark.end,
            text, text, line, column, end_line, end_column, "", (), "", mark, self.path, lang=lang,
        )  # fmt: skip


def _provisions(laws: Iterable[CompiledLaw], lang: str) -> tuple[Provision, ...]:
    return tuple(Provision(law.jurisdiction, law.title_in(lang), law.article, law.url, law.severity) for law in laws)


def _mark(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    from hashlib import blake2b

    return blake2b(data, digest_size=12, key=b"adcheck/1").hexdigest()


def _shown(text: str, folded: str) -> str:
    """The matched text for a message: on one line, cut when long."""
    shown = " ".join(text.split()) or folded
    return shown if len(shown) <= 40 else shown[:39] + "…"
