"""What stands in place of personal data, and that presidio's own engine can use our operators."""

from __future__ import annotations

from typing import Any

import pytest
from presidio_anonymizer import AnonymizerEngine, DeanonymizeEngine
from presidio_anonymizer.entities import InvalidParamError, OperatorConfig, OperatorResult, RecognizerResult

from adcheck.errors import ConfigError
from adcheck.privacy.anonymize.coarse import coarse_age, coarse_date, coarse_place
from adcheck.privacy.anonymize.masks import mask
from adcheck.privacy.anonymize.operators import OPERATORS, Decrypt, Run
from adcheck.privacy.anonymize.policies import OPERATOR_WORDS, POLICIES, policy_named
from adcheck.privacy.anonymize.pseudonyms import Pseudonyms
from adcheck.privacy.anonymize.titles import title
from adcheck.privacy.model import ENTITIES

KEY = bytes(range(32))
SAMPLES = {
    "NAME": "欧阳明月", "ADDRESS": "北京市朝阳区建国路88号3单元502室", "PHONE": "138 0013 8000", "EMAIL": "zhang.w@mail.example",
    "ID_CARD": "110105199003078519", "PASSPORT": "E12345678", "TRAVEL_PERMIT": "H01234567", "OFFICER_ID": "南字第1234567号",
    "SOCIAL_CARD": "A12345678", "HEALTH_ID": "943 476 5919", "MRN": "住123456", "BED": "12床", "REPORT_NO": "B2023-04567",
    "DOB": "1990年3月7日", "DATE": "2023年5月16日", "AGE": "91岁", "PLATE": "京A12345", "BANK_CARD": "6222021234567890123",
    "ACCOUNT": "6217000012345678", "HEALTH_PLAN": "PICC20230098765", "LICENSE": "D1234567", "WECHAT": "wx_zhang88",
    "QQ": "123456789", "DEVICE": "SN-7788-4321", "MAC": "00:1B:44:11:3A:B7", "IP": "192.168.13.24",
    "URL": "https://weibo.example/u/zhang88", "SSN": "536-22-8726", "FILE": "王秀兰_术前.jpg", "IMAGE": "患者术前照片",
    "GENE": "BRCA1 c.68_69delAG", "QUASI": "34岁，王店乡，2023年5月3日确诊",
}  # fmt: skip


def run_operator(word: str, text: str, entity: str, **params: Any) -> str:
    given = {"entity_type": entity, "language": "zh", "run": Run(KEY), **params}
    operator = OPERATORS[word]()
    operator.validate(given)
    return operator.operate(text, given)


@pytest.mark.parametrize(
    ("text", "entity", "masked"),
    [
        ("张伟", "NAME", "张*"),
        ("欧阳明月", "NAME", "欧阳**"),
        ("Maria Delgado-Ruiz", "NAME", "M**** D******-R***"),
        ("13800138000", "PHONE", "138****8000"),
        ("138-0013-8000", "PHONE", "138-****-8000"),
        ("64370045", "PHONE", "******45"),
        ("z@mail.example", "EMAIL", "z***@mail.example"),
        ("110105199003078519", "ID_CARD", "1****************9"),
        ("1990年12月7日", "DOB", "1990年**月*日"),
        ("19900307", "DOB", "1990****"),
        ("March 7, 1932", "DOB", "*** *, 1932"),
        ("03/07/32", "DOB", "**/**/**"),
        ("北京市朝阳区建国路88号", "ADDRESS", "北京市****"),
        ("12 Oak Street, Reno, NV 89501", "ADDRESS", "NV****"),
        ("12床", "BED", "**床"),
        ("十二床", "BED", "**床"),
        ("住123456", "MRN", "住******"),
        ("京A12345", "PLATE", "京A*****"),
        ("6222 0212 3456 7890", "BANK_CARD", "**** **** **** 7890"),
        ("江南机械厂", "EMPLOYER", "*****"),
    ],
)
def test_masks_keep_the_shape(text: str, entity: str, masked: str) -> None:
    assert mask(text, entity) == masked


@pytest.mark.parametrize("entity", ENTITIES)
@pytest.mark.parametrize("word", [word for word in OPERATOR_WORDS if word != "keep"])
def test_no_operator_leaves_a_value(word: str, entity: str) -> None:
    value = SAMPLES[entity]
    made = run_operator(word, value, entity)
    assert value not in made
    digits = "".join(char for char in value if char.isdigit())
    if len(digits) > 8:
        assert digits not in "".join(char for char in made if char.isdigit())


@pytest.mark.parametrize(
    ("before", "name", "after", "titled"),
    [
        ("患者", "张伟", "，男，34岁", "张先生"),
        ("患者", "李秀英", "说她好多了", "李女士"),
        ("感谢", "欧阳明月", "女士的信任", "欧阳"),
        ("其妻", "李梅", "陪同", "李女士"),
        ("患者", "王强", "来院", "王某"),
        ("", "Maria Delgado", " said her knee is fine", "Ms. D."),
        ("Mr. ", "Tom Delgado", " came", "D."),
        ("by ", "Kim Osei", " in May", "K.O."),
        ("Her husband ", "Tom Delgado", " agreed", "Mr. D."),
    ],
)
def test_titles_by_what_the_text_tells(before: str, name: str, after: str, titled: str) -> None:
    assert title(name, before, after) == titled


@pytest.mark.parametrize(
    ("text", "language", "coarse"),
    [
        ("91岁", "zh", "90岁以上"), ("九十三岁", "zh", "90岁以上"), ("34岁", "zh", "30-39岁"),
        ("101 years old", "en", "aged 90 or older"), ("7个月大", "zh", "0-9岁"), ("六十五岁", "zh", "60-69岁"),
    ],
)  # fmt: skip
def test_ages_become_bands(text: str, language: str, coarse: str) -> None:
    assert coarse_age(text, language) == coarse


@pytest.mark.parametrize(
    ("text", "language", "month", "year"),
    [
        ("1990年3月7日", "zh", "1990年3月", "1990年"), ("2023-05-16", "zh", "2023年5月", "2023年"),
        ("March 7, 1932", "en", "Mar 1932", "1932"), ("03/07/1932", "en", "1932", "1932"),
        ("一九九〇年三月", "zh", "一九九〇年", "一九九〇年"), ("3月7日", "zh", "", ""), ("20231216", "zh", "2023年12月", "2023年"),
    ],
)  # fmt: skip
def test_dates_become_months_or_years(text: str, language: str, month: str, year: str) -> None:
    assert coarse_date(text, language) == month
    assert coarse_date(text, language, "year") == year


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("浙江省杭州市西湖区文三路388号", "浙江省杭州市"),
        ("幸福家园6号楼2单元301", ""),
        ("12 Oak Street, Reno, NV 89501", "NV"),
    ],
)
def test_addresses_become_cities(text: str, place: str) -> None:
    assert coarse_place(text) == place


def test_a_pseudonym_is_one_person_all_through_a_run() -> None:
    names = Pseudonyms(KEY)
    assert [names.person(name, "zh") for name in ("张伟", "李梅", "张伟")] == ["患者甲", "患者乙", "患者甲"]
    assert names.person("Maria Delgado", "en") == names.person("maria  delgado", "en") == names.person("Delgado", "en")
    assert names.number("138 0013 8000", "PHONE", "zh") == names.number("13800138000", "PHONE", "zh") == "[电话1]"
    assert len({names.person(f"人{number}", "zh") for number in range(60)}) == 60
    assert "张伟" not in repr(names)


def test_a_person_named_as_patient_is_so_once() -> None:
    assert run_operator("pseudonym", "张伟", "NAME", before="患者") == "甲"
    assert run_operator("pseudonym", "张伟", "NAME", before="家属") == "患者甲"


def test_hash_and_token_need_the_key_to_be_tried() -> None:
    one, other = Run(KEY), Run(bytes(32))
    for word in ("hash", "token"):
        same = run_operator(word, "138 0013 8000", "PHONE", run=one)
        assert same == run_operator(word, "13800138000", "PHONE", run=Run(KEY))
        assert same != run_operator(word, "13800138000", "PHONE", run=other)


def test_tokens_that_would_meet_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    import adcheck.privacy.anonymize.pseudonyms as module

    monkeypatch.setattr(module, "_ID_BYTES", 1)
    names = Pseudonyms(KEY)
    assert len({names.token(str(number), "PHONE", "zh") for number in range(600)}) == 600


def test_encrypted_text_comes_back_with_its_key_alone() -> None:
    made = run_operator("encrypt", "张伟", "NAME")
    assert Decrypt().operate(made, {"run": Run(KEY)}) == "张伟"
    with pytest.raises(InvalidParamError) as caught:
        Decrypt().operate(made, {"run": Run(bytes(32))})
    assert "张伟" not in str(caught.value)
    with pytest.raises(InvalidParamError):
        Decrypt().operate(made[:-4] + "AAAA", {"run": Run(KEY)})


def test_presidio_engines_use_the_operators() -> None:
    text, run = "患者张伟，电话13800138000", Run(KEY)
    engine, back = AnonymizerEngine(), DeanonymizeEngine()
    for kind in OPERATORS.values():
        engine.add_anonymizer(kind)
    back.add_deanonymizer(Decrypt)
    results = [RecognizerResult("NAME", 2, 4, 0.9), RecognizerResult("PHONE", 7, 18, 0.9)]
    masked = engine.anonymize(text, results, {"DEFAULT": OperatorConfig("adcheck_mask")})
    assert masked.text == "患者张*，电话138****8000"
    sealed = engine.anonymize(text, results, {"DEFAULT": OperatorConfig("adcheck_encrypt", {"run": run})})
    entities = [OperatorResult(item.start, item.end, item.entity_type) for item in sealed.items]
    assert (
        back.deanonymize(sealed.text, entities, {"DEFAULT": OperatorConfig("adcheck_decrypt", {"run": run})}).text
        == text
    )
    with pytest.raises(InvalidParamError, match="run"):
        engine.anonymize(text, results, {"DEFAULT": OperatorConfig("adcheck_hash")})


def test_policies_name_operators_that_exist() -> None:
    assert set(OPERATORS) == set(OPERATOR_WORDS)
    for policy in POLICIES.values():
        assert {policy.operator_for(entity) for entity in ENTITIES} <= set(OPERATORS)
    assert policy_named("publish", {"NAME": "title"}).operator_for("NAME") == "title"


@pytest.mark.parametrize("operators", [{"NAME": "blur"}, {"name": "mask"}])
def test_unknown_operators_are_refused(operators: dict[str, str]) -> None:
    with pytest.raises(ConfigError):
        policy_named("publish", operators)
    with pytest.raises(ConfigError, match="publish"):
        policy_named("secret")
