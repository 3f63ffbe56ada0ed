"""Rules in code, for what data can't say: only from installed packages, by entry point.

A package offers a function under the entry-point group ``adcheck.coderules``; a rule file names it in ``code_rule``. The
function takes the folded, squeezed text of a document (or a piece of it) and yields spans ``(start, end)`` in it; law,
message, exceptions of context and examples stay in the rule file. Code is never loaded from a folder of rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from adcheck.errors import RuleError

GROUP = "adcheck.coderules"

CodeRule = Callable[[str], Iterable[tuple[int, int]]]


@cache
def code_rule(name: str) -> CodeRule:
    """The function that an installed package offers under this name.

    Raises:
        RuleError: when no installed package does.
    """
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        found: CodeRule = entry.load()
        return found
    raise RuleError(
        f"no installed package offers the code rule {name!r}", hint=f"install it; its entry-point group is {GROUP}"
    )
