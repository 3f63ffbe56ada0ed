from __future__ import annotations

from collections.abc import Callable

import pytest

from adcheck.documents import read_text
from adcheck.documents.model import Document

Parts = list[tuple[str, str, str, str]]


def assert_exact(document: Document) -> None:
    """Each one-to-one segment reads just as the source does; blocks follow one another."""
    for start, source_start, length, source_length in document.segments:
        if length == source_length:
            assert document.text[start : start + length] == document.source[source_start : source_start + length]
    end = -1
    for block in document.blocks:
        assert end < block.start <= block.end <= len(document.text)
        end = block.end


@pytest.fixture(scope="session")
def exact() -> Callable[[Document], None]:
    return assert_exact


@pytest.fixture
def parts() -> Callable[[str, str], Parts]:
    """Read a source; each block as (kind, place, text, source slice)."""

    def read(source: str, format: str) -> Parts:
        document = read_text(source, "sample", format=format)
        assert_exact(document)
        return [
            (b.kind, b.place, document.text[b.start : b.end], source[slice(*document.source_span(b.start, b.end))])
            for b in document.blocks
        ]

    return read
