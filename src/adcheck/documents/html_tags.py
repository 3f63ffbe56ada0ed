"""What HTML's elements and attributes mean for reading; shared by the HTML and the Markdown reader."""

from __future__ import annotations

import re
from typing import Final

from adcheck.documents.builder import Builder
from adcheck.documents.references import html_pieces
from adcheck.text.lazy import LazyPattern

BLOCKS: Final = frozenset(
    "address article aside base blockquote body button caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link "
    "main menu meta nav noscript ol optgroup option p pre search section select summary table tbody td textarea tfoot "
    "th thead title tr ul iframe video audio object".split()
)
"""Elements whose start and end break the text; all others stand inside a sentence."""

KINDS: Final = {
    "title": "title",
    "td": "cell",
    "th": "cell",
    "button": "label",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
"""Block kinds by element, ``text`` for all others."""

_META_NAMES: Final = frozenset(
    "description keywords abstract subject title og:title og:description og:site_name og:image:alt twitter:title "
    "twitter:description twitter:image:alt twitter:label1 twitter:data1 twitter:label2 twitter:data2 "
    "apple-mobile-web-app-title application-name dc.title dc.description headline name".split()
)
_ATTRIBUTE_KINDS: Final = {
    "alt": "alt",
    "title": "title",
    "aria-label": "label",
    "aria-description": "label",
    "placeholder": "label",
    "label": "label",
}
_HINT: Final = LazyPattern(
    r"(?<![^\s\"'/])(?:alt|title|aria-label|aria-description|placeholder|label|content|value)\s*=", re.IGNORECASE
)
_ATTRIBUTE: Final = LazyPattern(r"""(?<![^\s"'/])([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""")

Span = tuple[int, int]


def attribute_asides(builder: Builder, name: str, start: int, end: int) -> None:
    """Add the readable attributes of the tag ``name`` in ``source[start:end]`` as asides, and adcheck's own to meta."""
    if not _HINT.search(builder.source, start, end):
        return
    attributes = _attributes(builder.source, start, end)
    if name == "meta":
        _read_meta(builder, attributes)
        return
    for attribute, kind in _ATTRIBUTE_KINDS.items():
        if attribute in attributes:
            builder.aside(html_pieces(builder.source, *attributes[attribute]), kind, f"{name} {attribute}")
    if "value" in attributes and name in ("input", "button") and _input_type(builder.source, attributes) != "hidden":
        builder.aside(html_pieces(builder.source, *attributes["value"]), "label", f"{name} value")


def _attributes(source: str, start: int, end: int) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        found.setdefault(match[1].lower(), match.span(match.lastindex or 0))
    return found


def _input_type(source: str, attributes: dict[str, Span]) -> str:
    start, end = attributes.get("type", (0, 0))
    return source[start:end].strip().lower()


def _read_meta(builder: Builder, attributes: dict[str, Span]) -> None:
    if "content" not in attributes:
        return
    pieces = list(html_pieces(builder.source, *attributes["content"]))
    for attribute in ("name", "property", "itemprop"):
        start, end = attributes.get(attribute, (0, 0))
        key = builder.source[start:end].strip().lower()
        if key.startswith("adcheck:"):
            builder.meta[key.removeprefix("adcheck:")] = "".join(piece[0] for piece in pieces).strip()
        elif key in _META_NAMES:
            builder.aside(pieces, "meta", f"meta {key}")
            return
