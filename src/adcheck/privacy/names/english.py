"""Features of English tokens for the sequence model that finds names (any person's). Blanks are left out before."""

from __future__ import annotations

from adcheck.privacy.names.lists import common, cues, western
from adcheck.privacy.names.tokens import Token


def form(word: str) -> str:
    """The form of a token: Xx, XX, X, x, 9, a sign as itself."""
    first = word[0]
    if first.isalpha():
        if len(word) == 1:
            return "X" if first.isupper() else "x1"
        if word.isupper():
            return "XX"
        if first.isupper():
            return "XxX" if any(c.isupper() or c in "-'’" for c in word[1:]) else "Xx"
        return "x"
    return "9" if first.isdigit() else first


def features(tokens: list[Token]) -> list[list[str]]:
    """One list of feature strings for each token."""
    lower = ["<<", "<<", *[t.text.lower() if not t.text[0].isdigit() else "9" for t in tokens], ">>", ">>"]
    forms = ["<", "<", *[form(t.text) for t in tokens], ">", ">"]
    known, kinds = western(), cues("en")
    names = [known.get(w, "-") for w in lower]
    signs = [kinds.get(w, "-") for w in lower]
    usual = common()
    plain = ["c" if w in usual or (w.endswith("s") and w[:-1] in usual) else "-" for w in lower]
    rows = []
    for i, token in enumerate(tokens):
        j = i + 2
        look = [f"{forms[x]}{names[x]}" for x in range(j - 2, j + 3)]
        glued = i > 0 and tokens[i - 1].end == token.start
        row = [
            "f" + look[2], "F" + look[1] + look[2], "G" + look[2] + look[3], "H" + look[1] + look[2] + look[3],
            "I" + look[2] + look[3] + look[4], "J" + look[0] + look[1] + look[2],
            "<" + lower[j - 1], ">" + lower[j + 1], "<<" + lower[j - 2], ">>" + lower[j + 2],
            "s<" + signs[j - 1] + look[2], "s>" + signs[j + 1] + look[2], "s<<" + signs[j - 2], "s>>" + signs[j + 2],
            "<f" + lower[j - 1] + look[2], "f>" + look[2] + lower[j + 1], "<>" + lower[j - 1] + "|" + lower[j + 1],
            "C" + forms[j] + names[j] + plain[j - 1] + plain[j] + plain[j + 1], "D" + look[2] + plain[j] + look[3] + plain[j + 1],
        ]  # fmt: skip
        if names[j] == "-" or signs[j] != "-" or forms[j] in {"x", "x1"}:
            row.append("w" + lower[j])
        if glued:
            row.append("glued")
        rows.append(row)
    return rows
