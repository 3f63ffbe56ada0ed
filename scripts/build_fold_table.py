"""Build src/adcheck/text/fold_table.txt: what each character folds to before matching.

The file has two lines of equal length: the characters, and below each one the single character it folds to.
Read it with ``text.split("\\n")`` (never ``splitlines`` or ``strip``: the lines hold tabs and odd spaces) and use it
as ``str.maketrans(line1, line2)``. One code point always becomes one code point, so offsets in the folded text are
offsets in the original. Folding is internal: it serves matching only and is never shown to the user or written back.
Rule patterns and lexicon entries must be folded with the same table.

Rebuild: ``python scripts/build_fold_table.py`` (needs opencc >= 1.4; same bytes every time for the same opencc and
Unicode data; built with opencc 1.4.2 and Python 3.11, that is Unicode 14: a later Python may add a few rare letters).
Traditional-to-simplified pairs come from OpenCC (Apache-2.0, BYVoid and contributors).
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import opencc

OUT = Path(__file__).resolve().parent.parent / "src" / "adcheck" / "text" / "fold_table.txt"

# Never folded. CJK punctuation keeps its meaning (a quotation is not a claim); 著 must not become 着, since
# simplified text has 显著 and 著名; the long-vowel mark ー and the Hangul letters belong to their own scripts.
KEEP = frozenset("。、《》〈〉“”‘’【】「」『』〔〕…ー著幺么")

# Spaces that become " ". Line breaks of any kind (also VT, FF, NEL, U+2028, U+2029) are left as they are;
# zero-width characters have no width to fold and are dealt with elsewhere.
SPACES = "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
DASHES = "‐‑‒–—―−⁃⸺⸻─━﹘﹣－"
DOTS = "•‧∙⋅・･⸱ꞏ"
TILDES = "〜∼⁓"

# Financial numerals. Only the ones that are rare as words: 肆 (放肆), 伍 (队伍, 伍德灯), 陆 (大陆, 陆军) and
# 拾 (收拾, 重拾) are words or surnames and must not be merged with 四 五 六 十; 两 and 廿 stay too.
NUMERALS = dict(zip("壹弌贰貳貮弍叁叄弎柒捌玖佰仟〇", "一一二二二二三三三七八九百千零", strict=True))

# Latin look-alikes in Greek and Cyrillic. Folding them garbles real Greek and Russian words, which does no harm: the
# fold is internal and one to one, and no rule is written in those scripts. Greek letters that science uses in their own
# right (α β γ δ θ λ μ π σ ω, χ of the chi-square test) stay.
LOOKALIKES = dict(
    zip(
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικνρυ" + "АВЕКМНОРСТХУІЈЅҺӀавекмнорстхуіјѕһӏԁԛԝ" + "ıɑɡȷ",
        "abezhikmnoptyxoikvpu" + "abekmhopctxyijshlabekmhopctxyijshldqw" + "iagj",
        strict=True,
    )
)

# Hong Kong and Taiwan forms that OpenCC's t2s leaves alone, and the radicals without a compatibility mapping that PDF
# text layers put in place of ordinary characters.
HAN_EXTRA = dict(
    zip(
        "敍枱簷粧糭衞衹睪痺鯰潀靑淸" + "⺁⺟⺠⺫⺬⺮⺹⺽⻁⻃⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⻑⻡",
        "叙台檐妆粽卫只睾痹鲇潨青清" + "厂母民目示竹老臼虎西西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟长首",
        strict=True,
    )
)

NAMED_LETTER = re.compile(r"(?:(?:CROSSED )?NEGATIVE )?(?:CIRCLED|SQUARED) LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])")
SMALL_CAPITAL = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])")
ENCLOSED = re.compile(r"\((.)\)|(\d)[.,]")  # what NFKC makes of ⑴ ㈠ ⒜ ⒈: one character in its wrapping


# Where foldable characters are looked for: Latin to Cyrillic; phonetic letters, symbols and enclosed forms; CJK;
# compatibility forms (without Hangul and right-to-left letters); mathematical and enclosed letters above the BMP.
RANGES = (
    (0x0020, 0x052F),
    (0x1D00, 0x1FFF),
    (0x2000, 0x2134),
    (0x2139, 0x2C7F),
    (0x2E00, 0x312F),
    (0x3190, 0x31FF),
    (0x3220, 0x325F),
    (0x3280, 0x9FFF),
    (0xA720, 0xA7FF),
    (0xF900, 0xFAFF),
    (0xFE10, 0xFE6F),
    (0xFF00, 0xFF9F),
    (0xFFE0, 0xFFEF),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F2FF),
    (0x1FBF0, 0x1FBF9),
    (0x2F800, 0x2FA1F),
)


def candidates() -> Iterator[str]:
    """Yield every character that may be folded: letters, digits, punctuation, symbols and the listed spaces."""
    yield from SPACES
    for first, last in RANGES:
        for code in range(first, last + 1):
            char = chr(code)
            flag = 0x1F1E6 <= code <= 0x1F1FF  # regional indicators make flags: 🇺🇸 must not read "us"
            if char not in SPACES and not flag and unicodedata.category(char)[0] in "LNPS":
                yield char


def from_unicode(char: str) -> str:
    """Return the character that Unicode's own data says this one stands for, or the character itself."""
    digit = unicodedata.digit(char, None)  # digits of every script, superscript, circled, double-struck
    if digit is not None:
        return str(digit)
    name = unicodedata.name(char, "")
    letter = NAMED_LETTER.fullmatch(name) or SMALL_CAPITAL.fullmatch(name)
    if letter:
        return letter.group(1).lower()
    plain = unicodedata.normalize("NFKC", char)
    enclosed = ENCLOSED.fullmatch(plain)
    if enclosed:
        plain = enclosed.group(1) or enclosed.group(2)
    return plain if len(plain) == 1 and unicodedata.category(plain)[0] in "LNPS" else char


def build() -> dict[str, str]:
    """Return the mapping, each target already at its fixed point."""
    simplify = opencc.OpenCC("t2s")
    curated = dict.fromkeys(SPACES, " ") | dict.fromkeys(DASHES, "-") | dict.fromkeys(DOTS, "·")
    curated |= dict.fromkeys(TILDES, "~") | NUMERALS | LOOKALIKES | HAN_EXTRA

    def step(char: str) -> str:
        if char in KEEP:
            return char
        if char in curated:
            return curated[char]
        plain = from_unicode(char)
        if plain in KEEP or plain in curated:  # ﹁ -> 「, ⾒ -> 見
            return plain
        lower = plain.lower()
        if len(lower) == 1:
            plain = lower
        simple = simplify.convert(plain)
        return simple if len(simple) == 1 and ord(simple) < 0x10000 else plain

    table: dict[str, str] = {}
    for char in candidates():
        target = char
        for _ in range(8):
            following = step(target)
            if following == target:
                break
            target = following
        else:
            raise RuntimeError(f"no fixed point for U+{ord(char):04X}")
        if target != char and ord(target) < 0x10000:
            table[char] = target
    return table


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out: Path = parser.parse_args().out
    table = build()
    # ASCII letters first, Han compatibility forms last: no space stands at either end of a line.
    chars = sorted(table, key=lambda char: (not char.isalpha() or not char.isascii(), char))
    text = "".join(chars) + "\n" + "".join(table[char] for char in chars) + "\n"
    out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(chars)} characters -> {out}")


if __name__ == "__main__":
    main()
