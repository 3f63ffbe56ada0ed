"""Build the lists that the name finder looks names and words up in, and that training draws people from.

Run where Faker (MIT), jieba (MIT) and a folder with THUOCL's lists of historical people and of medical words (MIT) are
at hand; the result is committed, so training needs none of them. ``python scripts/build_name_lists.py FOLDER``; without
a folder only those that need no THUOCL.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path
from typing import Any

import name_texts

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "adcheck" / "privacy" / "names" / "data"
HUNDRED = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常"
    "乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍"
    "虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别"
    "庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙乜养鞠须丰巢关蒯相查后荆红游竺权"
    "逯盖益桓公么付年肖闫邸岩覃仝亓佘冼邝区招揭眭缑蹇禤雒妥撒税辜铁银仉来代海过玉帅苟楚折员仵卿原晋宛战逢青靖线凡初门闪占底郄但尧尉"
)  # the Hundred Family Surnames (Song dynasty), with rare ones of today
COMPOUND = (
    "公羊 公冶 宗政 淳于 单于 太叔 仲孙 鲜于 闾丘 司空 相里 第五 左丘 东里 欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 独孤 "
    "南宫 宇文 长孙 轩辕 闻人 东郭 西门 百里 呼延 澹台 万俟 申屠 濮阳 钟离 赫连 纳兰 完颜 拓跋 欧 区 冼 邝"
)
ENGLISH = {
    "en_US": 4,
    "en_GB": 2,
    "en_IE": 1,
    "en_NZ": 1,
    "en_IN": 1,
    "en_PK": 1,
    "es_MX": 1,
    "en_NG": 1,
    "fr_FR": 1,
    "de_DE": 1,
    "it_IT": 1,
    "ga_IE": 1,
    "yo_NG": 1,
    "tw_GH": 1,
    "zu_ZA": 1,
    "nl_NL": 1,
    "sv_SE": 1,
    "pl_PL": 1,
    "pt_BR": 1,
    "hr_HR": 1,
    "fi_FI": 1,
    "ro_RO": 1,
    "es_ES": 1,
    "de_AT": 1,
    "fr_CH": 1,
    "no_NO": 1,
    "tr_TR": 1,
}
WORD_LENGTHS = (2, 3, 4)
WORD_FREQUENCY = 40
LEAST_NAME = 45


def fold(text: str) -> str:
    from adcheck.text.fold import fold as fold_text

    return fold_text(text)


def provider(locale: str) -> Any:
    return importlib.import_module(f"faker.providers.person.{locale}").Provider


def jieba_words() -> Iterator[tuple[str, int, str]]:
    import jieba

    for line in (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines():
        word, count, tag = line.split()
        yield word, int(count), tag


def han(word: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in word)


def surnames() -> dict[str, float]:
    weights: dict[str, float] = dict(provider("zh_CN").last_names)  # type: ignore[attr-defined]
    for name in provider("zh_TW").last_names:  # type: ignore[attr-defined]
        weights.setdefault(fold(name), 0.01)
    for name in [*HUNDRED, *COMPOUND.split()]:
        weights[fold(name)] = max(0.01, weights.get(fold(name), 0))
    return weights


def full_names(thuocl: Path, first: set[str]) -> Iterable[str]:
    """Names of the lists whose first character is a frequent surname: the given characters people use."""
    for word, _, tag in jieba_words():
        if tag == "nr" and len(word) == 3 and word[0] in first and han(word):
            yield word
    for line in thuocl.read_text("utf-8").splitlines():
        word = line.split("\t")[0].strip()
        if len(word) in {2, 3} and han(word) and word[0] in first:
            yield word


def given_counts(thuocl: Path, weights: dict[str, float]) -> dict[str, list[float]]:
    """Character -> how often alone, first of two, second of two."""
    counts: dict[str, list[float]] = {}

    def add(given: str, weight: float) -> None:
        for place, char in enumerate(given):
            row = counts.setdefault(char, [0.0, 0.0, 0.0])
            row[0 if len(given) == 1 else place + 1] += weight

    frequent = {s for s, w in weights.items() if w >= 0.05}
    for name in full_names(thuocl, frequent):
        add(name[1:], 0.3)
    for locale in ("zh_CN", "zh_TW"):
        for given in provider(locale).first_names:  # type: ignore[attr-defined]
            add(fold(given), 12)
    return {c: row for c, row in counts.items() if sum(row) >= 1.5}


def words(medical: Path) -> list[str]:
    rows = (line.split("\t") for line in medical.read_text("utf-8").splitlines())
    terms = {fold(r[0].strip()) for r in rows if len(r) == 2 and int(r[1]) >= 15}
    kept = [
        w
        for w, n, tag in jieba_words()
        if not tag.startswith("nr") and len(w) in WORD_LENGTHS and n >= WORD_FREQUENCY and han(w)
    ]
    return sorted({*kept, *(w for w in terms if 2 <= len(w) <= 4 and han(w))})


def frequencies() -> Iterator[str]:
    """Words by how often they stand in running text, a line for each power of two; two-character ``nr`` are often words
    too (周转), so the frequent ones that are nobody's known name are kept."""
    known = set((DATA / "historic.txt").read_text("utf-8").split("\n"))
    groups: dict[int, list[str]] = {}
    for word, count, tag in jieba_words():
        least = 10 if not tag.startswith("nr") else LEAST_NAME
        fit = len(word) <= max(WORD_LENGTHS) and count >= least and han(word) and word not in known
        if fit and (len(word) == 2 or not tag.startswith("nr")):
            groups.setdefault(int(log2(count)), []).append(word)
    for power, found in sorted(groups.items(), reverse=True):
        yield f"{power}: {' '.join(sorted(set(found)))}"


def historic(thuocl: Path) -> list[str]:
    rows = (line.split("\t") for line in thuocl.read_text("utf-8").splitlines())
    names = [(r[0].strip(), int(r[1])) for r in rows if len(r) == 2]
    return sorted({n for n, count in names if han(n) and len(n) in {2, 3, 4} and count >= 6})


def famous(thuocl: Path) -> list[str]:
    """The most written-about people."""
    rows = (line.split("\t") for line in thuocl.read_text("utf-8").splitlines())
    return sorted(
        {
            r[0].strip()
            for r in rows
            if len(r) == 2 and int(r[1]) >= 1500 and 2 <= len(r[0].strip()) <= 4 and han(r[0].strip())
        }
    )


def legendary() -> list[str]:
    """Historical, public and fictional people whom everybody knows; a list of our own."""
    return sorted(set((ROOT / "corpora" / "names" / "historic_physicians.txt").read_text("utf-8").split()))


def english(kind: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for locale, weight in ENGLISH.items():
        found = getattr(provider(locale), kind, ())
        for name in found:
            if name.isascii() and name.isalpha() and len(name) >= 2 and name[0].isupper():
                counts[name] += weight
    return counts


def ordinary() -> list[str]:
    """Words in lower case of our English templates and advertising examples, sixteen a line."""
    found = set(name_texts.ordinary_words())
    values = [value for listed in name_texts.fillers("en").values() for value in listed]
    plain = [text.text for text in name_texts.background() if text.text.isascii()]
    for text in plain + values:
        found.update(re.findall(r"(?<![A-Za-z'’{])[a-z]{2,}(?![A-Za-z}])", text))
    found.update(w for w in importlib.import_module("faker.providers.lorem.en_US").Provider.word_list if w.islower())
    words = sorted(found)
    return [" ".join(words[i : i + 16]) for i in range(0, len(words), 16)]


def write(path: Path, source: str, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {source}\n" + "\n".join(lines) + "\n", "utf-8", newline="\n")


def main() -> None:
    write(DATA / "frequencies.txt", "log2 of count: words; jieba 0.42.1 (MIT)", frequencies())
    write(DATA / "common_en.txt", "ordinary English words, lower case, of our own texts and Faker (MIT)", ordinary())
    for kind, name in (("first_names", "given_en"), ("last_names", "surnames_en")):
        counts = english(kind)
        write(
            DATA / f"{name}.txt",
            "name TAB weight; Faker (MIT)",
            (f"{n}\t{c}" for n, c in sorted(counts.items(), key=lambda x: (-x[1], x[0]))),
        )
    if len(sys.argv) < 2:
        return
    folder = Path(sys.argv[1])
    thuocl = folder / "THUOCL_lishimingren.txt"
    weights = surnames()
    given = given_counts(thuocl, weights)
    rows = sorted(weights.items(), key=lambda x: (-x[1], x[0]))
    write(
        DATA / "surnames.txt",
        "surname TAB per cent; Faker zh_CN and zh_TW (MIT), compound surnames added",
        (f"{s}\t{w:g}" for s, w in rows),
    )
    order = sorted(given.items(), key=lambda x: (-sum(x[1]), x[0]))
    write(
        DATA / "given.txt",
        "given character TAB alone, first, second; Faker (MIT), jieba (MIT), THUOCL (MIT)",
        (f"{c}\t{a:.0f} {b:.0f} {d:.0f}" for c, (a, b, d) in order),
    )
    write(
        DATA / "words.txt",
        "common words, jieba 0.42.1 (MIT) without person names, THUOCL medical (MIT)",
        words(folder / "THUOCL_medical.txt"),
    )
    write(DATA / "historic.txt", "historical and public people, THUOCL (MIT)", historic(thuocl))
    write(DATA / "famous.txt", "people much written about, THUOCL (MIT)", famous(thuocl))
    write(DATA / "legendary.txt", "people whom everybody knows; our own list", legendary())


if __name__ == "__main__":
    main()
