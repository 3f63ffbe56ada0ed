"""Walking over the scalars of YAML by its events: no recursion, and an alias is never followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from adcheck.documents.limits import MAX_DEPTH, MAX_NODES
from adcheck.errors import InputError

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING: Final = "tag:yaml.org,2002:str"
_Path = tuple[str | int, ...]


class Scalar(NamedTuple):
    """A scalar: its value as text, its tag, and ``source[start:end]`` with quotes or block header.

    ``path`` leads to it; for a key it is the path of its mapping and ``is_key`` is set.
    """

    value: str
    tag: str
    style: str
    start: int
    end: int
    path: _Path
    document: int
    is_key: bool = False

    @property
    def is_text(self) -> bool:
        """A string by YAML's rules, or of a tag YAML doesn't know."""
        return self.tag == _STRING or not self.tag.startswith("tag:yaml.org,2002:")


class _Frame:
    __slots__ = ("key", "mapping", "path", "was_key")

    def __init__(self, path: _Path, mapping: bool, was_key: bool) -> None:
        self.path = path
        self.mapping = mapping
        self.was_key = was_key
        self.key: str | int | None = None if mapping else 0

    def step(self) -> None:
        """Go on behind a value."""
        self.key = None if self.mapping else int(self.key or 0) + 1


def scalars(source: str, name: str) -> Iterator[Scalar]:
    """All scalars, keys too, in their order.

    Raises:
        InputError: no valid YAML, deeper than ``MAX_DEPTH`` or more than ``MAX_NODES`` nodes.
    """
    try:
        loader = _Loader(source)
        try:
            yield from _walk(loader, name)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise _invalid(error, name) from None
    except (RecursionError, MemoryError):
        raise InputError("YAML nested too deep", place=name, hint="flatten it, or check its parts") from None


def construct(scalar: Scalar) -> object:
    """The Python value of a scalar (number, date, truth value, text); its text when that fails."""
    if scalar.is_text:
        return scalar.value
    try:
        constructor: Any = yaml.constructor.SafeConstructor()
        return constructor.construct_object(yaml.ScalarNode(scalar.tag, scalar.value))
    except (yaml.YAMLError, ValueError, OverflowError, LookupError):
        return scalar.value


def _invalid(error: yaml.YAMLError, name: str) -> InputError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = f"{name or 'input'}:{mark.line + 1}:{mark.column + 1}" if mark else name
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
    return InputError(
        f"no valid YAML: {reason}", place=place, hint="check indentation and quotes there, or read it as text"
    )


def _walk(loader: Any, name: str) -> Iterator[Scalar]:
    frames: list[_Frame] = []
    document = nodes = 0
    while loader.check_event():
        event = loader.get_event()
        if isinstance(event, yaml.DocumentStartEvent):
            document += 1
        if not isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.CollectionEndEvent):
                closed = frames.pop()
                if frames and not closed.was_key:
                    frames[-1].step()
            continue
        nodes += 1
        too_deep = isinstance(event, yaml.CollectionStartEvent) and len(frames) >= MAX_DEPTH
        if nodes > MAX_NODES or too_deep:
            what = f"nested deeper than {MAX_DEPTH}" if too_deep else f"with more than {MAX_NODES:,} nodes"
            raise InputError(f"YAML {what}", place=name, hint="split the file")
        scalar = _node(event, frames, document, loader)
        if scalar:
            yield scalar


def _node(event: Any, frames: list[_Frame], document: int, loader: Any) -> Scalar | None:
    frame = frames[-1] if frames else None
    is_key = frame is not None and frame.mapping and frame.key is None
    if isinstance(event, yaml.CollectionStartEvent):
        path = frame.path + (() if is_key else (frame.key or 0,)) if frame else ()
        if frame and is_key:
            frame.key = "?"
        frames.append(_Frame(path, isinstance(event, yaml.MappingStartEvent), is_key))
        return None
    if isinstance(event, yaml.AliasEvent):
        if frame:
            if is_key:
                frame.key = "?"
            else:
                frame.step()
        return None
    path = frame.path + (() if is_key else (frame.key or 0,)) if frame else ()
    if frame:
        if is_key:
            frame.key = str(event.value)
        else:
            frame.step()
    tag = event.tag
    if tag is None or tag == "!":
        tag = loader.resolve(yaml.ScalarNode, event.value, event.implicit)
    span = event.start_mark.index, event.end_mark.index
    return Scalar(event.value, str(tag), event.style or "", *span, path, document, is_key)
