"""Plain text: the text is the source, less the lines that speak to adcheck."""

from __future__ import annotations

import re
from typing import Final

from adcheck.documents.builder import Builder
from adcheck.documents.model import Document, plain_document
from adcheck.text.lazy import LazyPattern

DIRECTIVE: Final = LazyPattern(r"^[ \t]*+((?:\#|//)[ \t]*+adcheck:[^\n]*+)\n?", re.MULTILINE | re.IGNORECASE)
"""A line that holds a suppression: ``# adcheck: ...`` or ``// adcheck: ...``."""


def read(source: str, name: str) -> Document:
    """Read plain text as one block."""
    if "adcheck:" not in source.lower():
        return plain_document(source, name=name)
    builder = Builder(source, name, "text")
    at = 0
    for match in DIRECTIVE.finditer(source):
        builder.append(source[at : match.start()], at)
        start, end = match.span(1)
        builder.comment(start, start + len(source[start:end].rstrip()))
        at = match.end()
    builder.append(source[at:], at)
    return builder.document()
