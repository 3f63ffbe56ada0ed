"""Tables of cases as counts nobody can be picked out of: cells under k go together, free text and identifiers stay out.

Suppression after the practice of official statistics (Hundepool et al., Statistical Disclosure Control, 2012, chapter
5): a cell under the threshold is primary, and where a total would give it away another cell goes with it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from statistics import median
from typing import Any, Final, NamedTuple

from adcheck.documents import format_of
from adcheck.documents.encoding import decode
from adcheck.documents.table import delimiter_of
from adcheck.errors import InputError
from adcheck.privacy.anonymize.coarse import age_band, age_in, coarse_date
from adcheck.privacy.anonymize.sites import Find
from adcheck.text.language import language_of

Row = dict[str, str]
_TABLES: Final = ("csv", "tsv", "json", "jsonl")
_IDENTIFYING: Final = re.compile(
    r"姓名|名字|联系|电话|手机|身份证|证件|地址|住址|邮箱|微信|QQ|病历|住院号|门诊号|就诊号|床|卡号|账号|帐号|编号|单号|照片|图片|文件|家属"
    r"|(?i:name|phone|mobile|tel(?![a-z])|address|e-?mail|wechat|mrn|record|(?<![a-z])id(?![a-z])|ssn|bed(?![a-z])|account|card|passport"
    r"|(?<![a-z])ip(?![a-z])|url|photo|image|file|contact)"
)
_AGE: Final = re.compile(r"年龄|岁数|(?i:(?<![a-z])age(?![a-z]))")
_SAMPLE: Final = 200
_LONGEST: Final = 24
_DISTINCT: Final = 12
_MOSTLY: Final = 0.8


class Counted(NamedTuple):
    """A value or band, and how many rows have it."""

    value: str
    rows: int


@dataclass(frozen=True)
class Column:
    """A column's counts, most first; ``others`` rows have values not shown; ``left_out`` says why there are no counts."""

    title: str
    counts: tuple[Counted, ...] = ()
    others: int = 0
    left_out: str = ""


@dataclass(frozen=True)
class Summary:
    """A table's number of rows and its columns; ``k`` is the smallest count shown."""

    rows: int
    k: int
    columns: tuple[Column, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready dictionary."""
        return {
            "rows": self.rows,
            "k": self.k,
            "columns": [
                {"title": c.title, "left_out": c.left_out}
                if c.left_out
                else {"title": c.title, "counts": dict(c.counts), "others": c.others}
                for c in self.columns
            ],
        }


def summarize(data: bytes, name: str, find: Find, k: int = 5) -> Summary:
    """Counts per value of each column of a CSV or JSON table, and per band for ages and dates.

    Raises:
        InputError: it is no table of cases, or has fewer than ``k`` rows.
    """
    rows = _rows(data, name)
    if len(rows) < k:
        raise InputError(f"fewer than {k} rows: any count could name somebody", hint="give a larger table")
    titles = dict.fromkeys(title for row in rows for title in row)
    return Summary(len(rows), k, tuple(_column(t, [row.get(t, "").strip() for row in rows], find, k) for t in titles))


def suppressed(counts: Iterable[Counted], k: int) -> tuple[tuple[Counted, ...], int]:
    """The counts that may be shown, most first, and the sum of the others.

    Others are those under ``k``; the next smallest join them until they are at least two and together at least ``k``,
    so that the total gives none of them away.
    """
    order = sorted(counts, key=lambda one: (-one.rows, one.value))
    hidden: list[Counted] = []
    while order and (order[-1].rows < k or (hidden and (len(hidden) < 2 or sum(h.rows for h in hidden) < k))):
        hidden.append(order.pop())
    return tuple(order), sum(one.rows for one in hidden)


def _rows(data: bytes, name: str) -> list[Row]:
    format = format_of(PurePath(name).name)
    if format not in _TABLES:
        raise InputError("only CSV, TSV and JSON tables can be summed up", hint="convert it, or leave it out")
    text = decode(data).text
    try:
        if format in ("csv", "tsv"):
            reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text, format))
            return [{t or "": v or "" for t, v in row.items() if isinstance(v, str) and t} for row in reader]
        found = (
            [json.loads(line) for line in text.splitlines() if line.strip()] if format == "jsonl" else json.loads(text)
        )
    except (ValueError, RecursionError, csv.Error):
        raise InputError(f"it is no valid {format}") from None
    if isinstance(found, dict):
        found = next((value for value in found.values() if isinstance(value, list)), [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise InputError("it is no list of records", hint='a JSON table is [{"age": 34, ...}, ...]')
    return [{str(t): _plain(v) for t, v in row.items()} for row in found]


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _column(title: str, values: Sequence[str], find: Find, k: int) -> Column:
    # a title can be a value: a table without titles, a record keyed by a name
    if find(title) or re.search(r"\d{5}", title):
        return Column("(a column whose title is personal)", left_out="identifies people")
    filled = [value for value in values if value]
    if not filled:
        return Column(title, left_out="is empty")
    if _AGE.search(title):
        return _shown(title, [_age(value) for value in values], k)
    if _IDENTIFYING.search(title) or _names_somebody(title, filled, find):
        return Column(title, left_out="identifies people")
    if sum(bool(_year(value)) for value in filled) >= _MOSTLY * len(filled):
        return _shown(title, [_year(value) for value in values], k)
    distinct = len(set(filled))
    if median(map(len, filled)) > _LONGEST or (distinct > max(_DISTINCT, len(filled) / 2)):
        return Column(title, left_out="is free text, or has too many values")
    return _shown(title, values, k)


def _shown(title: str, values: Sequence[str], k: int) -> Column:
    counts, others = suppressed((Counted(value, n) for value, n in Counter(values).items()), k)
    return Column(title, tuple(one._replace(value=one.value or "(empty)") for one in counts), others)


def _names_somebody(title: str, values: Sequence[str], find: Find) -> bool:
    sample = list(dict.fromkeys(values))[:_SAMPLE]
    text = "\n\n".join(f"{title}：{value}" for value in sample)
    return any(one.entity not in ("AGE", "DATE", "DOB", "QUASI") for one in find(text))


def _age(value: str) -> str:
    age = age_in(value)
    if age is None:
        return ""
    low, high = age_band(age)
    return f"{low}-{high}" if high else f"{low}+"


def _year(value: str) -> str:
    return coarse_date(value, language_of(value), "year").rstrip("年") if len(value) <= _LONGEST else ""


def as_text(summary: Summary) -> str:
    """The summary for a terminal."""
    lines = [f"{summary.rows} rows; counts under {summary.k} are not shown"]
    for column in summary.columns:
        lines.append(f"{column.title}: left out, it {column.left_out}" if column.left_out else column.title)
        lines += [f"  {count:6d}  {value}" for value, count in column.counts]
        if column.others:
            lines.append(f"  {column.others:6d}  (other values)")
    return "\n".join(lines) + "\n"
