"""Gene variants found in one person: HGVS notation beside words for a person's result (GB/T 35273 biometric data)."""

from __future__ import annotations

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.context import Voice
from adcheck.privacy.labelled import WindowedRecognizer
from adcheck.text.lazy import LazyPattern

CASES = Cases(
    bad=(
        "患者张伟检出[[BRCA1 c.68_69delAG]]",
        "她的检测结果：[[EGFR p.Leu858Arg]]",
        "姓名：李娜，基因型[[rs671 AG]]",
        "报告提示本人携带[[CFTR c.1521_1523delCTT]]",
        "The patient carries [[BRCA2 c.5946delT]]",
        "Her result: [[p.Arg175His]]",
        "my report shows [[NM_007294.4:c.5266dupC]]",
    ),
    good=(
        "BRCA1 c.68_69delAG在人群中的频率为1%",
        "适用于EGFR p.Leu858Arg突变的患者",
        "本药用于携带BRCA1 c.68_69delAG的成人患者",
        "研究显示rs671 AG与饮酒有关",
        "Indicated for patients with EGFR p.Leu858Arg",
        "population frequency of rs671 AG",
        "网址 c.123.com",
    ),
)
_SYMBOL = r"(?:[A-Z][A-Z0-9]{1,7}(?:-[A-Z0-9]{1,4})?(?:基因)?[ :,]{0,2})"
_CODING = (
    r"(?:NM_\d+(?:\.\d+)?(?:\([A-Z0-9]+\))?:)?[cgmn]\.[-*]?\d+(?:[+-]\d+)?(?:_[-*]?\d+(?:[+-]\d+)?)?"
    r"(?:[ACGT]>[ACGT]|delins[ACGT]+|del[ACGT]*|dup[ACGT]*|ins[ACGT]+)"
)
_PROTEIN = r"p\.\(?(?:[A-Z][a-z]{2}\d+(?:[A-Z][a-z]{2}(?:fs[*\w]*)?|\*|=|fs[*\w]*|del|dup)|[A-Z]\d+[A-Z*])\)?"
_AMINO = "[ACDEFGHIKLMNPQRSTVWY]"
_SHORT = rf"{_SYMBOL}-?{_AMINO}[1-9]\d{{1,3}}(?:{_AMINO}|\*|fs|del)(?:/{_AMINO}\d+(?:{_AMINO}|del))?|[A-Z][A-Z0-9]{{2,6}} ?\d{{3,4}} ?[ACGT]{{2}}"
_EXON = (
    r"[A-Z][A-Z0-9]{2,7}(?:基因)?[ 的第]{0,3}(?:\d+(?:[-~]\d+)?(?:号)?外显子(?:[A-Z]\d+[A-Z])?|(?i:exons? ?\d+(?:-\d+)?)|(?i:ex)\d+)[ ]?"
    r"(?:纯合|杂合|框内)?(?:缺失|插入|重复|突变|(?i:deletion|insertion|duplication|del|ins|mutation|skipping))(?:突变)?"
)
_ALLELE = (
    r"HLA-B ?27(?: ?(?:positive|negative|阳性|阴性|\([+-]\)))?|"
    r"(?:CYP\d[A-Z]\d+|HLA-[A-Z]+\d?|TPMT|NUDT15|UGT1A1|DPYD|SLCO1B1|NAT2) ?\*?\d+(?:[:*]\d+)*(?:/\*\d+(?:[:*]\d"
    r"+)*)?|APOE ?(?:[εEe]\d|\d)(?:/ ?[εEe]?\d)?"
)
_REPEATS = (
    r"(?:HTT|FMR1|ATXN\d|DMPK|C9orf72|AR)[ :]*(?:CAG|CGG|CTG|GGGGCC)?[ ]?(?:repeats?|重复)(?:次数|数)?[ :=]*\d{2,4}"
)
_KARYOTYPE = r"4[5-7], ?X[XYON]?(?:, ?(?:[+-]\d{1,2}|(?:t|del|inv|dup|rob|i)\([\w;]+\)(?:\([\w;.]+\))?)){0,3}"
_KNOWN = (
    "BRCA[12]|EGFR|ALK|ROS1|KRAS|NRAS|BRAF|PIK3CA|TP53|MLH1|MSH[26]|PMS2|APC|PALB2|ATM|CHEK2|CDH1|PTEN|STK11|RET|JAK2|CALR|MPL|FLT3(?:-ITD)?|NPM1|"
    "IDH[12]|BCR[-:]+ABL1?|PML[-:]+RARA|HTT|FMR1|DMD|SMN[12]|CFTR|GJB2|SLC26A4|HB[AB][12]?|MTHFR|APOE|LDLR|PCSK9|PAH|GBA1?|LRRK2|SOD1|C9orf72|VHL|"
    "NF[12]|TSC[12]|MEN1|COL1A[12]|FBN1|MYH7|MYBPC3|KCNQ1|SCN5A|TTR|ATP7B|G6PD|HFE|MECP2|PKD[12]|RB1|WT1|ALDH2|HLA-B27"
)
_LOOSE = (
    rf"(?:{_KNOWN})(?:基因)?[ ]?(?:(?:c\.|p\.)?[\w>*()]{{0,12}} ?)(?:致病性?|疑似致病"
    rf"|双等位|纯合|杂合|胚系|体系|生殖系|(?i:pathogenic|germline|heterozygous|homozygous))?(?:的)?[ ]?"
    r"(?:变异|突变|缺失|扩增|重排|融合|拷贝|携带者|(?i:mutation|variant|deletion|carrier|rearrangement|fusion|expansion))(?:阳性|\(\+\))?"
)
_PRECISE = f"{_SYMBOL}?(?:{_CODING}(?: ?[(,;] ?{_PROTEIN}\\)?)?|{_PROTEIN})|{_EXON}|{_ALLELE}|{_REPEATS}|{_SHORT}"
_CERTAIN = LazyPattern(rf"{_SYMBOL}?(?:{_CODING}|{_PROTEIN})|{_KARYOTYPE}|rs\d")
_OWN = LazyPattern(r"姓名|受检者|先证者|送检者|本人|她的|他的|(?i:(?<![A-Za-z])(?:my|her|his|proband)(?![A-Za-z]))")
_INTRODUCED = LazyPattern(
    r"(?:^|[。;；\n])\s*[\u4e00-\u9fff]{2,3}[,:][^。]{0,20}$|(?<![Dd]r )(?<![Dd]r\. )[A-Z][a-z]+ [A-Z][a-z]+(?: is| was| has|:|,)[^.]{0,20}$"
)
_GROUP = LazyPattern(r"(?:基因)?(?:突变|变异|阳性|携带)?(?:的|成人|晚期|肺癌|乳腺癌)*(?:患者|人群|者)|在人群")


class GeneRecognizer(WindowedRecognizer):
    """A variant that a passage reports of one person: beside words for a single person's result, or beside a name."""

    entity = "GENE"
    trace = r"[pcgmn]\.|rs\d|[A-Z]\d|\*\d|[A-Z]-?\d|4[5-7],|APOE|(?:变异|突变|缺失|阳性|(?i:mutation|variant|positive|repeat))|重复"
    shapes = (
        Shape(rf"(?<![0-9A-Za-z.])(?P<value>{_PRECISE})(?![A-Za-z\d])", 0.3),
        Shape(r"(?<![0-9A-Za-z.])(?P<value>rs\d{3,10} ?[(:]? ?[ACGT][/|;]?[ACGT]\)?)(?![A-Za-z\d])", 0.3),
        Shape(rf"(?<![0-9A-Za-z.])(?P<value>{_KARYOTYPE})(?![A-Za-z\d])", 0.3),
        Shape(rf"(?<![0-9A-Za-z.])(?P<value>{_LOOSE})", 0.2),
    )
    pros = (
        "检出", "查出", "受检者", "先证者", "送检者", "检测结果", "基因检测(?!项目|套餐|服务|中心)", "报告", "半合子", "杂合", "纯合",
        "阳性", "姓名", "本人", "她", "他", "先生", "女士", "患者(?!们|人群|均)", "基因型", "核型", "patient(?!s)", "her", "his", "he",
        "she", "my", "mr", "mrs", "ms", "result", "tested", "carries", "carrier of", "positive for", "proband", "heterozygous",
        "homozygous", "genotype", "karyotype",
    )  # fmt: skip
    cons = (
        "人群", "研究", "频率", "适用", "用于", "文献", "发生率", "靶向", "药", "位点", "试剂盒", "检测项目", "包括", "覆盖", "如",
        "population", "study", "trial", "indicated", "patients with", "frequency", "literature", "panel", "such as", "assay", "kit",
        "approved for", "people with", "women with",
    )  # fmt: skip
    reach = 30
    note = 10

    def listen(self, text: str, start: int, end: int) -> Voice:
        """The words around; where they are silent, a private person's name in the passage."""
        voice = super().listen(text, start, end)
        introduced = _INTRODUCED.search(text[max(0, start - 40) : start])
        return Voice(1, "a name") if not voice.sign and (introduced or _named(text, start, end)) else voice

    def accept(self, text: str, start: int, end: int) -> bool:
        """Not of a group of people; a form that general texts use too only beside a name or a person's own words."""
        if _GROUP.match(text, end):
            return False
        own = _OWN.search(text, max(0, start - 60), start)
        if _INTRODUCED.search(text[max(0, start - 40) : start]):
            return True
        return bool(_CERTAIN.match(text, start)) or own is not None or _named(text, start, end)


def _named(text: str, start: int, end: int) -> bool:
    """Whether a private person is named near by; the finder is loaded only where a variant stands."""
    from adcheck.privacy.names import PATIENT, people

    near = text[max(0, start - 120) : end + 60]
    return any(person.role == PATIENT for person in people(near))
