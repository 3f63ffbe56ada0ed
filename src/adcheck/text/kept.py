"""Compiled regular expressions, kept between runs as ``.pyc`` files keep modules.

Compiling an expression takes about a millisecond, building it from compiled code some ten microseconds, and a run needs
from twenty to some thousand of them. The code is that of one version of Python, so each has a file of its own in the
cache folder. A file that is missing, damaged or of another make is no error: then the expression is compiled anew.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
import threading
from array import array
from bisect import bisect_left
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import IO, Any, Final, NamedTuple
from zlib import crc32

from adcheck.cachefolder import cache_folder, write_atomically

FORMAT: Final = 1
PATIENCE: Final = 300
"""New expressions after which they are written at once, not only when the process ends."""

MOST: Final = 60_000_000
"""Bytes of a file; a larger one is begun anew."""

_sre: Any = getattr(_compiler, "_sre", None)
_MAKE: Final = f"{sys.implementation.cache_tag}-{getattr(_sre, 'MAGIC', 0)}-{sys.byteorder}-{FORMAT}"
_HEAD: Final = 8
_FAILURES: Final = (OSError, ValueError, EOFError, TypeError, AttributeError, RuntimeError, OverflowError, IndexError)


class Code(NamedTuple):
    """What the standard library's compiler makes of an expression."""

    source: str
    given: int
    flags: int
    words: bytes
    groups: int
    names: dict[str, int]
    places: tuple[str | None, ...]

    def pattern(self) -> re.Pattern[str]:
        """The expression, ready to use."""
        words = array("I", self.words).tolist()
        made: re.Pattern[str] = _sre.compile(self.source, self.flags, words, self.groups, self.names, self.places)
        return made


def code_of(source: str, flags: int = 0) -> Code:
    """Compile; the steps are those of ``re._compiler.compile``.

    Raises:
        re.error: for an invalid expression.
    """
    parsed = _parser.parse(source, flags)
    words = _compiler._code(parsed, flags)
    names = parsed.state.groupdict
    places: list[str | None] = [None] * parsed.state.groups
    for name, place in names.items():
        places[place] = name
    code = array("I", words).tobytes()
    return Code(
        source, int(flags), int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(names), tuple(places)
    )


def _key(source: str, flags: int) -> int:
    return crc32(source.encode("utf-8", "surrogatepass"), flags)


def _read(file: IO[bytes], place: int, size: int) -> bytes:
    """Bytes of a file from a place on; processes that were forked share the file's own position."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, place)
    file.seek(place)
    return file.read(size)


class Shelf:
    """The file of one version of Python: where each code stands, by a checksum of its source; codes are read when asked for."""

    def __init__(self) -> None:
        folder = cache_folder()
        self.path = folder / f"expressions-{_MAKE}.bin" if folder else None
        self._new: dict[int, bytes] = {}
        self._file: IO[bytes] | None = None
        self._keys, self._ends = array("I"), array("I")
        self._begin = 0
        self._open()

    def _open(self) -> None:
        if self.path is None:
            return
        try:
            self._file = self.path.open("rb")
            self._read_table(self._file)
        except _FAILURES:
            self._close()

    def _read_table(self, file: IO[bytes]) -> None:
        count = int.from_bytes(file.read(_HEAD), "little")
        table = file.read(8 * min(count, MOST))
        if len(table) != 8 * count:
            raise ValueError("damaged")
        self._keys, self._ends = array("I", table[: 4 * count]), array("I", table[4 * count :])
        self._begin = _HEAD + 8 * count

    def _close(self) -> None:
        if self._file:
            self._file.close()
        self._file, self._keys, self._ends = None, array("I"), array("I")

    def _place(self, key: int) -> int | None:
        place = bisect_left(self._keys, key)
        return place if place < len(self._keys) and self._keys[place] == key else None

    def _entry(self, place: int) -> bytes:
        """A checksum and a code; empty when it is damaged."""
        assert self._file is not None
        low = self._ends[place - 1] if place else 0
        entry = _read(self._file, self._begin + low, max(0, self._ends[place] - low))
        return entry if crc32(entry[4:]) == int.from_bytes(entry[:4], "little") else b""

    def find(self, source: str, flags: int = 0) -> re.Pattern[str] | None:
        """The expression, if its code was kept whole."""
        key = _key(source, flags)
        entry = self._new.get(key)
        if entry is None:
            place = self._place(key) if self._file else None
            entry = b"" if place is None else self._entry(place)
        if not entry:
            return None
        code = Code(*marshal.loads(entry[4:]))
        return code.pattern() if (code.source, code.given) == (source, flags) else None

    def add(self, code: Code) -> None:
        """Keep a code, in memory until :meth:`save`."""
        if self.path is None:
            return
        entry = marshal.dumps(tuple(code), 4)
        self._new.setdefault(_key(code.source, code.given), crc32(entry).to_bytes(4, "little") + entry)
        if len(self._new) >= PATIENCE:
            self.save()

    def save(self) -> None:
        """Write what is new beside what the file holds by now; what can't be written is left."""
        if self.path is None or not self._new:
            return
        self._close()
        self._open()
        every = {key: self._entry(place) for place, key in enumerate(self._keys)} if self._file else {}
        if sum(map(len, every.values())) > MOST:
            every = {}
        every = {key: entry for key, entry in every.items() if entry} | self._new
        self._close()  # Windows replaces no open file
        self._new = {}
        entries = [every[key] for key in sorted(every)]
        ends, end = array("I"), 0
        for entry in entries:
            end += len(entry)
            ends.append(end)
        head = len(entries).to_bytes(_HEAD, "little"), array("I", sorted(every)).tobytes(), ends.tobytes()
        write_atomically(self.path, (*head, *entries))
        self._open()


_LOCK: Final = threading.Lock()


@cache
def _shelf() -> Shelf:
    """The shelf, opened once in a process."""
    shelf = Shelf()
    atexit.register(_save, shelf)
    return shelf


def _save(shelf: Shelf) -> None:
    with _LOCK:
        try:
            shelf.save()
        except _FAILURES:
            shelf.path = None


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """As :func:`re.compile`, from kept code where there is some. For adcheck's own expressions, which are few.

    Raises:
        re.error: for an invalid expression.
    """
    if sys.implementation.name != "cpython" or _sre is None:
        return re.compile(source, flags)
    with _LOCK:
        try:
            shelf = _shelf()
            found = shelf.find(source, flags)
            if found is None:
                code = code_of(source, flags)
                found = code.pattern()
                shelf.add(code)
        except re.error:
            raise
        except _FAILURES:
            return re.compile(source, flags)
        return found
