"""How much a reader takes on before it refuses; hostile input ends in an InputError, not in a full memory."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 100_000_000
"""Largest input in bytes; callers compare a file's size with it before reading."""

MAX_DEPTH: Final = 200
"""Deepest nesting of JSON and YAML containers."""

MAX_NODES: Final = 2_000_000
"""Most YAML nodes of one file; an alias counts once and is not followed."""

MAX_FIELD: Final = 1_000_000
"""Longest cell of a CSV or TSV file in code points; a longer one is a quote that was never closed."""

MAX_PIECES: Final = 2_000_000
"""Most blocks, and most segments, of one document (about 200 bytes of memory each)."""

MAX_PLACE: Final = 160
"""Longest name of a place in code points; deeper key paths are cut in the middle."""
