"""Build the word list that the name finder looks words up in while it runs, from ``words.txt`` and ``frequencies.txt``.

One line for each first character: the character, then its words without it, each with a sign for what it costs, so that
a run reads the words of those characters only that its text holds. ``python scripts/build_lexicon.py``
"""

from __future__ import annotations

from collections import defaultdict

from adcheck.privacy.names.lexicon import FILE, RARE, sign
from adcheck.privacy.names.lists import DATA, lines


def signs() -> dict[str, str]:
    """Word to the sign of what it costs."""
    usual = set(lines("words.txt"))
    found = dict.fromkeys(usual, RARE)
    for line in lines("frequencies.txt"):
        power, _, entries = line.partition(": ")
        found |= {word: sign(int(power), word in usual) for word in entries.split()}
    return found


def content() -> str:
    """The whole file."""
    rows: dict[str, list[str]] = defaultdict(list)
    for word, cost in sorted(signs().items()):
        rows[word[0]].append(word[1:] + cost)
    counts = [int(count) for line in lines("given.txt") for count in line.split("\t")[1].split()]
    given = " ".join(str(sum(counts[place::3])) for place in range(3))
    head = f"# by scripts/build_lexicon.py: first character, then each word's rest with the sign of its cost; given names: {given}"
    return "\n".join([head, *(first + "".join(rest) for first, rest in sorted(rows.items()))]) + "\n"


if __name__ == "__main__":
    (DATA / FILE).write_bytes(content().encode("utf-8"))
