"""Copies in every format: nothing of a value left, the format whole, everything else byte for byte."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import yaml

from adcheck.anonymizing import anonymize_path, anonymize_text
from adcheck.documents import read_bytes, read_text
from adcheck.documents.splice import restored, splice
from adcheck.documents.writing import Edit, applied, fitted
from adcheck.errors import ConfigError, InputError
from adcheck.privacy.anonymize.policies import POLICIES
from adcheck.privacy.anonymize.sites import find_sites
from adcheck.privacy.model import Own, Personal

SECRETS = (
    "王秀兰",
    "13800138000",
    "138 0013 8000",
    "110105199003078519",
    "Delgado",
    "555-0132",
    "xiulan88@mail.example",
)
BODY = "患者王秀兰，女，34岁，电话13800138000，身份证110105199003078519。"
SOURCES = {
    "a.txt": f"{BODY}\r\n\r\nPatient Maria Delgado called from (415) 555-0132.\r\n",
    "a.md": f"---\ntitle: 患者王秀兰的故事\n---\n# 患者**王**秀兰\n\n{BODY}家属电话`13800138000`，[电话](tel:13800138000)。\n\n<!-- 王秀兰 -->\n"
    "\n| 姓名 | 电话 |\n|--|--|\n| 王秀兰 | 13800138000 |\n\n```\n王秀兰\n```\n",
    "a.html": f"<p>{BODY}患者<b>王</b>秀&#x5170;<!-- 王秀兰 --></p><a href='tel:13800138000'>138 0013 8000</a><script>var t='13800138000'</script>",
    "a.csv": f'姓名,电话,备注\n王秀兰,13800138000,"{BODY}""好""，谢谢"\n',
    "a.json": json.dumps({"姓名": "王秀兰", "phone": 13800138000, "note": f'{BODY}"好"\n', "王秀兰": [1]}, ensure_ascii=False),
    "b.json": json.dumps({"姓名": "王秀兰", "note": BODY}),
    "a.jsonl": json.dumps({"姓名": "王秀兰", "note": BODY}, ensure_ascii=False) + "\n" + '{"a": 1}\n',
    "a.yaml": f"姓名: 王秀兰\nphone: 13800138000\nnote: >\n  {BODY}\n  患者王秀兰\nq: '患者王秀兰''s'\nlist: [王秀兰, \"王秀兰\"] # 王秀兰\n",
    "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n<i>{BODY}</i>\n",
    "a.vtt": f"WEBVTT\n\nNOTE 王秀兰\n\n00:01.000 --> 00:02.000\n{BODY}\n",
}  # fmt: skip


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", SOURCES)
def test_no_value_is_left_and_the_copy_reads_as_before(name: str, policy: str) -> None:
    source = SOURCES[name]
    made = anonymize_text(source, policy=policy, filename=name)
    assert not [secret for secret in SECRETS if secret in made.text]
    assert not made.left
    before, after = ({block.place for block in read_text(text, name).blocks} for text in (source, made.text))
    assert {place for place in before if "王" not in place} <= after
    assert "王" not in repr(made)


def test_data_formats_stay_valid() -> None:
    for policy in POLICIES:
        rows = list(csv.reader(io.StringIO(anonymize_text(SOURCES["a.csv"], policy=policy, filename="a.csv").text)))
        assert [len(row) for row in rows] == [3, 3]
        assert rows[1][2].endswith('"好"，谢谢')
        value = json.loads(anonymize_text(SOURCES["a.json"], policy=policy, filename="a.json").text)
        assert isinstance(value["phone"], str)
        assert value["note"].endswith('"好"\n')
        plain = yaml.safe_load(anonymize_text(SOURCES["a.yaml"], policy=policy, filename="a.yaml").text)
        assert set(plain) == {"姓名", "phone", "note", "q", "list"}
        assert plain["q"].endswith("'s")
        assert len(plain["list"]) == 2


def test_an_ascii_file_stays_ascii() -> None:
    made = anonymize_text(SOURCES["b.json"], filename="b.json", policy="share").text
    assert made.isascii()
    assert json.loads(made)["姓名"].startswith("患者")


def test_a_name_found_once_is_found_everywhere() -> None:
    made = anonymize_text("患者王秀兰来院。\n\n后来王秀兰又来。", policy="share").text
    assert made == "患者甲来院。\n\n后来患者甲又来。"


def test_facts_that_a_name_covered_are_replaced_too() -> None:
    text = "患者王秀兰，34岁，家住王店乡，2023年5月3日确诊戈谢病，是村里三个孩子的母亲。"
    made = anonymize_text(text)
    assert "王店乡" not in made.text
    assert not made.left


def test_own_contacts_stay() -> None:
    text = "家属可拨打13800138000。"
    assert anonymize_text(text, own=Own(phones=("138 0013 8000",))).text == text


def test_operators_go_by_kind() -> None:
    made = anonymize_text("患者王秀兰，女，电话13800138000", operators={"NAME": "title", "PHONE": "keep"})
    assert made.text == "患者王女士，女，电话13800138000"
    assert not made.left


@pytest.mark.parametrize(
    ("name", "source", "old", "new", "copy"),
    [
        ("a.md", "他说 abc 好", "abc", "a*_[b]", r"他说 a\*\_\[b\] 好"),
        ("a.md", "他说 `abc` 好", "abc", "a*", "他说 `a*` 好"),
        ("a.md", "```\nabc\n```\n", "abc", "a*", "```\na*\n```\n"),
        ("a.html", "<p>abc</p>", "abc", '<&"', "<p>&lt;&amp;&quot;</p>"),
        ("a.csv", "x,abc\n", "abc", 'a"b,c', 'x,"a""b,c"\n'),
        ("a.csv", 'x,"abc"\n', "abc", 'a"b,c', 'x,"a""b,c"\n'),
        ("a.json", '{"k": "abc"}', "abc", 'a"\\\n', '{"k": "a\\"\\\\\\n"}'),
        ("a.json", '{"k": 1234567}', "345", "x", '{"k": "x"}'),
        ("a.yaml", "k: abc\n", "abc", "*x", 'k: "*x"\n'),
        ("a.yaml", "k: abc d\n", "abc", "[x]", 'k: "[x] d"\n'),
        ("a.yaml", "k: 'abc'\n", "abc", "x'y", "k: 'x''y'\n"),
        ("a.yaml", 'k: "abc"\n', "abc", 'x"y', 'k: "x\\"y"\n'),
        ("a.yaml", "k: |\n  abc\n", "abc", "*[x]", "k: |\n  *[x]\n"),
        ("a.yaml", "k: ok abc\n", "abc", "****", "k: ok ****\n"),
        (
            "a.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nabc\n",
            "abc",
            "<x>",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;x&gt;\n",
        ),
        ("a.md", "---\ntitle: abc\n---\n", "abc", "[x]", '---\ntitle: "[x]"\n---\n'),
    ],
)
def test_what_is_put_in_is_escaped(name: str, source: str, old: str, new: str, copy: str) -> None:
    start = source.index(old)
    document = read_text(source, name)
    assert applied(source, fitted(document, [Edit(start, start + len(old), new)])) == copy


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff患者王秀兰\r\n电话\t".encode(),
        "患者王秀兰，来院复查，术后恢复得很好".encode("gb18030"),
        "患者王秀蘭，來院復查，術後恢復得很好".encode("big5hkscs"),
        "\ufeff患者王秀兰𠮷".encode("utf-16-le"),
        "患者王秀兰，来院复查，很好".encode() + b"\xff\xe4" + "，再见\ufffd患者".encode(),
    ],
)  # fmt: skip
def test_the_rest_is_the_same_to_the_byte(data: bytes) -> None:
    document = read_bytes(data, "a.txt")
    at = [index for index, char in enumerate(document.source) if char == "患"]
    made = splice(data, document, [Edit(start, start + 2, "某") for start in at])
    assert restored(made.data, made.cuts) == data
    assert read_bytes(made.data, "a.txt").source == document.source.replace("患者", "某")
    assert "王" not in repr(made)


def test_text_that_was_repaired_is_refused() -> None:
    data = "患者王秀兰来院复查，一切都好".encode("gb18030").decode("latin-1").encode()
    with pytest.raises(InputError, match="repaired"):
        splice(data, read_bytes(data, "a.txt"), [])


def test_a_character_the_encoding_lacks_becomes_a_star() -> None:
    data = "caf\xe9 patient".encode("latin-1") * 9
    document = read_bytes(data, "a.txt")
    if document.encoding != "utf-8":
        assert b"*" in splice(data, document, [Edit(0, 1, "患")]).data


def test_finds_never_run_over_blocks() -> None:
    def find(text: str) -> list[Personal]:
        return [Personal(0, len(text), "NAME", 1.0)]

    document = read_text("<p>甲乙</p><p>丙丁</p>", "a.html")
    spans = [span for site in find_sites(document, find) for span in site.spans]
    assert [document.source[slice(*span)] for span in spans] == ["甲乙", "丙丁"]


def test_the_page_holds() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "anonymising.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert blocks
    for block in blocks:
        exec(compile(block, "docs/anonymising.md", "exec"), {})


def write(folder: Path) -> Path:
    source = folder / "cases"
    (source / "sub").mkdir(parents=True)
    for name in ("a.md", "a.csv"):
        (source / name).write_text(SOURCES[name], "utf-8", newline="")
    (source / "sub" / "王秀兰_病历.txt").write_bytes(BODY.encode("gb18030"))
    (source / "broken.json").write_text('{"王秀兰": ', "utf-8")
    return source


def test_a_tree_of_copies(tmp_path: Path) -> None:
    source = write(tmp_path)
    before = {path: path.read_bytes() for path in source.rglob("*") if path.is_file()}
    results = anonymize_path(source, tmp_path / "out")
    assert [bool(copied.error) for copied in results].count(True) == 1
    copies = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert copies[:2] == ["a.csv", "a.md"]
    assert len(copies) == 3
    assert "王秀兰" not in "".join(copies) + repr(results)
    assert {path: path.read_bytes() for path in before} == before
    assert not list(tmp_path.rglob("*.tmp"))
    again = anonymize_path(source, tmp_path / "out")
    assert {copied.error.split(" (")[0] for copied in again} >= {"exists already"}


def test_in_place_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, "utf-8")
    path.chmod(0o640)
    [copied] = anonymize_path(path, in_place=True)
    assert not copied.error
    assert "王秀兰" not in path.read_text("utf-8")
    assert path.stat().st_mode & 0o777 in (0o640, 0o666)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_in_place_a_name_that_names_is_told(tmp_path: Path) -> None:
    path = tmp_path / "王秀兰_病历.txt"
    path.write_text("一切都好", "utf-8")
    [copied] = anonymize_path(path, in_place=True)
    assert [left.place for left in copied.left] == ["file name"]
    assert "王秀兰" not in repr(copied)


def test_a_failed_write_leaves_the_source_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, "utf-8")

    def refuse(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("adcheck.privacy.anonymize.files.os.fsync", refuse)
    [copied] = anonymize_path(path, in_place=True)
    assert "No space left" in copied.error
    assert path.read_text("utf-8") == BODY
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_copies_below_the_folder_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    for _ in range(2):
        assert len(anonymize_path(tmp_path, tmp_path / "out", force=True)) == 1


def test_the_source_is_never_its_own_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, "utf-8")
    [copied] = anonymize_path(path, tmp_path, force=True)
    assert "overwrite its source" in copied.error
    assert path.read_text("utf-8") == BODY
    with pytest.raises(ConfigError, match="where the copies go"):
        anonymize_path(path)
