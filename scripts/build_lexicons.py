"""Build rules/lexicons/*.txt from the THUOCL word lists and the plain-text sources in scripts/lexicon_sources.

Usage: ``python scripts/build_lexicons.py THUOCL_FOLDER``, where the folder holds THUOCL_medical.txt and
THUOCL_food.txt (word TAB document frequency) and THUOCL_LICENSE.txt. Running it again gives the same bytes.

A source file ``lexicon_sources/<name>.txt`` holds the project's own entries: words apart by white space, ``# ``
comments, and ``-word`` for a THUOCL word that must not get into the lexicon. Which THUOCL words a lexicon takes is said
by SPECS below: by how they end, minus what looks alike but is something else.

A derived lexicon takes the words of other lexicons (those of DERIVED, in order), its own, and leaves out what its source
refuses. ``--derived`` builds only these, from the lexicons in the output folder; the THUOCL files aren't needed then.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "scripts" / "lexicon_sources"
OUT = ROOT / "rules" / "lexicons"

OWN = ("adcheck authors", "Apache-2.0")
THUOCL = "THUOCL {} list (thunlp/THUOCL, commit a30ce79), (c) 2018 THUNLP"


@dataclass(frozen=True)
class Spec:
    """One lexicon: what it is and which THUOCL words it takes (none without ``take``)."""

    title: str
    take: str = ""  # regex that must match the whole word
    skip: str = ""  # regex; a word it finds is left out
    thuocl: str = "medical"  # or "food"
    min_length: int = 2
    min_frequency: int = 0


DISEASE_ANY = (
    "病|症|炎|癌|瘤|综合征|疹|癣|疮|痔|疣|结石|溃疡|息肉|囊肿|近视|远视|弱视|散光|斜视|脱发|痛风|中风|卒中|结核|贫血|疝|"
    "疝气|哮喘|紫癜|白癜风|癫痫|痫|痴呆|骨折|肺气肿|气胸|疟疾|痢疾|霍乱|鼠疫|天花|白喉|伤寒|梅毒|淋病|狼疮|白内障|"
    "青光眼|耳聋|偏瘫|截瘫|瘫痪|痹|痈|疽|疖|疔|丹毒|瘰疬|心衰|房颤|痨|癔症|黄疸|矽肺|尘肺|硅肺|牙周袋|色盲|夜盲|失眠|"
    "子痫|不孕|不育|早泄|阳痿|遗精|尿毒症|脑瘫|甲亢|甲减|热射病|麻风|狂犬病|破伤风|百日咳|猩红热|出血热|登革热|黄热"
)
DISEASE_LONG = (  # endings that make a disease only with a part of the body or another word before them
    "增生|硬化|突出|障碍|血栓|梗死|梗塞|栓塞|脱位|扭伤|感染|中毒|麻痹|糜烂|脓肿|血肿|肿瘤|肿|畸形|狭窄|闭锁|衰竭|萎缩|肥大|脱垂|"
    "下垂|缺损|穿孔|破裂|出血|积水|积液|水肿|休克|瘘|痉挛|抑郁|焦虑|心动过速|过速|过缓|缺乏|关闭不全|不全|紊乱|失调|变性|坏死|扩张|"
    "静脉曲张|钙化|纤维化|粘连|扭转|套叠|梗阻|流产|侏儒|红斑|结节|肌瘤|异位|肝硬变|软化|劳损|损伤|挫伤|撕裂|骨裂|腭裂|唇裂|肛裂|"
    "疱疹|湿疣|扁平足|内翻|外翻|侧弯|滑脱|秃|衰弱|失语|失禁|潴留|肾衰|虚证|热证|郁证|血瘀|痰湿|湿热"
)

SPECS: dict[str, Spec] = {
    "disease": Spec(
        "names of diseases, injuries and disorders, formal and colloquial; general words are in disease-general",
        take=rf".*(?:{DISEASE_ANY})|.{{1,}}(?:{DISEASE_LONG})",
        skip=r"^(?:抗|防|治|治疗|致|发|患|生|看|无|非|对|预防|消|祛|除|降)[病炎癌瘤疹痔疮肿症]+$|病房|的|学$|防治|护理|医院|自交|"
        r"^(?:急|慢|重|危|轻|热|寒|虚|实|湿|杂|难|血|怪|类|本|主|鼻|喉|肺|脑|诊|起|疫|染|伴)?[症病]$",
    ),
    "disease-general": Spec("general words for illness that name no particular disease"),
    "symptom": Spec("symptoms and complaints"),
    "body-part": Spec("parts of the body, organs and tissues"),
    "beauty-flaw": Spec("flaws of skin, face, figure and hair that beauty advertising names"),
    "drug-rx": Spec("prescription-only medicines and toxins in China: generic names, brands and nicknames"),
    "drug": Spec(
        "names of medicines, any class",
        take=r".+(?:胶囊|软胶囊|颗粒|口服液|注射液|滴丸|丸|散|膏|糖浆|霉素|西林|沙星|洛韦|地平|洛尔|普利|沙坦|他汀|替丁|拉唑|"
        r"咪唑|康唑|硝唑|环素|米松|西泮|卡因|磺胺|片|滴眼液|眼药水|喷雾剂|气雾剂|乳膏|软膏|栓|酊|合剂|冲剂|药酒|贴膏|搽剂|洗剂|疫苗|"
        r"必利|替尼|单抗|列汀|格列.|双胍|头孢.+)|头孢.+|阿司匹林|布洛芬|胰岛素|干扰素",
        skip=r"^(?:薄|涂|切|照|叶|咀嚼|分散|泡腾|含|口含|缓释|控释|糖衣|肠溶|唱|图|名|胸|瓷|影|牙|斑|骨|垫|刀|刃|镜|晒|睾|扩|分|发|播|弥|"
        r"消|解|聚|松|离|游|耗|糖|水蜜|浓缩|蜜|药|石|牙|唇|洗|润|雪|面)[片丸散膏]$|[片丸]剂$|血栓$|栓$(?<!.栓)|睾丸|^.散$|.*(?:扩散|分散|播散|弥散|"
        r"涂片|切片|薄片|平片|斑片|牙片|骨片|胸片|照片|裂片|盾片|萼片|基片|叶片|玻片)$|.*(?:血栓|脑栓|癌栓|瘤栓|空气栓)$",
    ),
    "device": Spec("medical devices, implants, aids and home appliances"),
    "treatment": Spec(
        "treatments, operations, examinations and cosmetic procedures",
        take=r".+(?:手术|疗法|治疗|切除术|移植|移植术|置换术|造影|造影术|成形术|整形术|结扎术|缝合术|吻合术|修复术|镜检|活检|穿刺|穿刺术|"
        r"术|化疗|放疗|电疗|水疗|食疗|理疗|光疗|冷冻|透析|引流|灌肠|针灸|推拿|按摩|拔罐|刮痧|埋线|注射|矫正|矫治|种植|正畸|"
        r"麻醉|超声|切开|复位|固定|灌洗|热敷|冷敷)",
        skip=r"学术|艺术|技术|武术|算术|战术|魔术|催眠术$|^.术$|不|针刺麻醉|^(?:气功|防治|白|苍|莪).*术$|后术|术术|性复位|多音",
    ),
    "food": Spec(
        "foods and drinks that are advertised",
        thuocl="food",
        take=r".*(?:茶|酒|膏|粉|油|蜜|蜂蜜|枸杞|糖|糕|饼|饼干|面包|面条|粥|汤|羹|奶|奶粉|酸奶|牛奶|豆浆|豆腐|果汁|汁|咖啡|"
        r"巧克力|酱|醋|干|果|瓜|桃|梨|枣|仁|菇|耳|参|笋|藕|米|麦|豆|薯|鱼|虾|蟹|贝|鸡|鸭|鹅|蛋|肉|肠|饺|包|馒头|粽|月饼|饭|"
        r"水|饮|饮料|乳|冻|脯|蕉|橙|柠檬|葡萄|苹果|樱桃|草莓|椒|姜|蒜|葱|菜|萝卜|山药|莲子|百合|银耳|燕窝|阿胶|花生|核桃|腰果)",
        skip=r"[店馆居楼堂坊厅城家宴席]|氨|酸|钠|酚|吃|做|炒|制|的|盐酸|汽油|柴油|石油|果然|若干|能干|水管|减肥",
        min_frequency=60,
    ),
    "herb": Spec("herbs and other materia medica of Chinese medicine"),
    "institution": Spec("institutions: name endings of health care bodies, and authorities, media and societies"),
    "title": Spec("professional titles, posts and honours of medical and scientific persons"),
    "military": Spec("words of the armed forces and the police"),
    "celebrity-role": Spec("roles of celebrities and internet personalities"),
    "relation": Spec("words for patients, customers, relatives and acquaintances that speak in testimonials"),
    "official-name": Spec("official names and fixed terms with a superlative-looking or banned-looking word in them"),
    "tcm-action": Spec("actions of Chinese medicine, verb and object; two in a row make a claim"),
    "goods-bodily": Spec("bodily things of which an ad for ordinary goods must not report a change"),
    "goods-change": Spec("changes that ads report of an illness or a part of the body"),
    "goods-act": Spec("verbs of treating, repairing and driving out, as ads for ordinary goods use them"),
    "neutral-superlative": Spec("words with 最, 第一, 首, 顶, 极 or 唯 that praise nothing"),
}


@dataclass(frozen=True)
class Derived:
    """A lexicon made of others."""

    title: str
    of: tuple[str, ...]
    without: tuple[str, ...] = ()  # lexicons whose words are left out


DERIVED: dict[str, Derived] = {
    "ad-illness": Derived(
        "illnesses as ads for ordinary goods name them: disease and disease-general without words that ordinary "
        "speech needs (fatigue, obesity, ageing, short sight), with lay words",
        of=("disease", "disease-general"),
    ),
    "ad-symptom": Derived("symptoms of illness: symptom without everyday complaints", ("symptom",), ("ad-illness",)),
    "ad-complaint": Derived("ad-illness and ad-symptom in one: one list is faster", ("ad-illness", "ad-symptom")),
}


def read_source(name: str) -> tuple[set[str], set[str]]:
    """Return the project's own entries of a lexicon and the words it refuses."""
    keep: set[str] = set()
    refuse: set[str] = set()
    for line in (SOURCES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        for word in line.split():
            if word.startswith("-"):
                refuse.add(word[1:])
            else:
                keep.add(word.replace("_", " "))
    return keep, refuse


def read_thuocl(path: Path) -> dict[str, int]:
    """Return word -> document frequency of a THUOCL file."""
    words: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, frequency = line.partition("\t")
        if word.strip():
            words[word.strip()] = int(re.sub(r"\D", "", frequency) or 0)  # one count is "125472s"
    return words


def select(spec: Spec, words: dict[str, int]) -> set[str]:
    """Return the THUOCL words that belong to the lexicon."""
    if not spec.take:
        return set()
    take = re.compile(spec.take)
    skip = re.compile(spec.skip) if spec.skip else None
    return {
        word
        for word, frequency in words.items()
        if len(word) >= spec.min_length
        and frequency >= spec.min_frequency
        and take.fullmatch(word)
        and not (skip and skip.search(word))
    }


def render(spec: Spec, own: set[str], taken: set[str]) -> str:
    """Return the text of a lexicon file."""
    lines = [f"# Lexicon (zh): {spec.title}.", f"# source: {OWN[0]}", f"# licence: {OWN[1]}"]
    if taken:
        lines += [f"# source: {THUOCL.format(spec.thuocl)} (second part)", "# licence: MIT"]
        lines += ["# Built by scripts/build_lexicons.py; edit scripts/lexicon_sources, not this file.", "# -- adcheck"]
    else:
        lines += ["# Built by scripts/build_lexicons.py; edit scripts/lexicon_sources, not this file."]
    lines += sorted(own)
    if taken:
        lines += ["# -- THUOCL", *sorted(taken)]
    return "\n".join(lines) + "\n"


def read_lexicon(path: Path) -> set[str]:
    """Return the words of a built lexicon."""
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def derive(out: Path) -> None:
    """Write the lexicons that are made of others."""
    for name, spec in DERIVED.items():
        own, refuse = read_source(name) if (SOURCES / f"{name}.txt").exists() else (set(), set())
        words = own.union(*(read_lexicon(out / f"{other}.txt") for other in spec.of)) - refuse
        words = words.difference(*(read_lexicon(out / f"{other}.txt") for other in spec.without))
        lines = [f"# Lexicon (zh): {spec.title}.", f"# source: {OWN[0]}", f"# licence: {OWN[1]}"]
        lines += [f"# source: {THUOCL.format('medical')}", "# licence: MIT"]
        lines += ["# Built by scripts/build_lexicons.py; edit scripts/lexicon_sources, not this file.", *sorted(words)]
        (out / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        print(f"{name:22} {len(words):5} derived")


def main() -> None:
    """Write every lexicon whose source exists."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("thuocl", type=Path, nargs="?", help="folder with THUOCL_medical.txt and THUOCL_food.txt")
    parser.add_argument("--derived", action="store_true", help="build only the lexicons made of others")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    if args.derived:
        derive(args.out)
        return
    if not args.thuocl:
        parser.error("the THUOCL folder is needed, or --derived")
    lists = {name: read_thuocl(args.thuocl / f"THUOCL_{name}.txt") for name in ("medical", "food")}
    args.out.mkdir(parents=True, exist_ok=True)
    notice = (args.thuocl / "THUOCL_LICENSE.txt").read_text(encoding="utf-8")  # MIT: goes with every copy
    (args.out / "THUOCL.LICENSE").write_text(notice, encoding="utf-8", newline="\n")
    for name, spec in SPECS.items():
        if not (SOURCES / f"{name}.txt").exists():
            print(f"{name:22} no source")
            continue
        own, refuse = read_source(name)
        taken = select(spec, lists[spec.thuocl]) - own - refuse
        (args.out / f"{name}.txt").write_text(render(spec, own, taken), encoding="utf-8", newline="\n")
        print(f"{name:22} {len(own):5} own + {len(taken):5} THUOCL")
    derive(args.out)


if __name__ == "__main__":
    main()
