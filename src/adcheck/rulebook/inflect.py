"""English inflection for the notation ``cure~``: a rule's word in all its regular and common irregular forms.

A rule-based inflector over spelling (Quirk et al., *A Comprehensive Grammar of the English Language*, 1985, 3.5-3.20 and
5.80-5.85): plural and third person in ``-s``, past in ``-ed``, participle in ``-ing``, doubled consonants, silent ``e``,
``y`` to ``i``; irregular verbs and nouns stand in a table. Forms that don't exist (``miracled``) do no harm.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_IRREGULAR: Final[dict[str, str]] = {
    "be": "be am is are was were been being", "have": "have has had having", "do": "do does did done doing",
    "go": "go goes went gone going", "get": "get gets got gotten getting", "lose": "lose loses lost losing",
    "make": "make makes made making", "take": "take takes took taken taking", "give": "give gives gave given giving",
    "feel": "feel feels felt feeling", "say": "say says said saying", "see": "see sees saw seen seeing",
    "find": "find finds found finding", "keep": "keep keeps kept keeping", "leave": "leave leaves left leaving",
    "come": "come comes came coming", "become": "become becomes became becoming", "eat": "eat eats ate eaten eating",
    "drink": "drink drinks drank drunk drinking", "fall": "fall falls fell fallen falling",
    "grow": "grow grows grew grown growing", "regrow": "regrow regrows regrew regrown regrowing",
    "know": "know knows knew known knowing", "shrink": "shrink shrinks shrank shrunk shrinking",
    "beat": "beat beats beaten beating", "fight": "fight fights fought fighting", "win": "win wins won winning",
    "break": "break breaks broke broken breaking", "speak": "speak speaks spoke spoken speaking",
    "wake": "wake wakes woke woken waking", "write": "write writes wrote written writing",
    "choose": "choose chooses chose chosen choosing", "begin": "begin begins began begun beginning",
    "rise": "rise rises rose risen rising", "cut": "cut cuts cutting", "put": "put puts putting", "set": "set sets setting",
    "let": "let lets letting", "quit": "quit quits quitting", "hit": "hit hits hitting", "rid": "rid rids ridding",
    "shed": "shed sheds shedding", "spread": "spread spreads spreading", "sleep": "sleep sleeps slept sleeping",
    "stick": "stick sticks stuck sticking", "buy": "buy buys bought buying", "bring": "bring brings brought bringing",
    "think": "think thinks thought thinking", "teach": "teach teaches taught teaching",
    "catch": "catch catches caught catching", "stand": "stand stands stood standing",
    "understand": "understand understands understood understanding", "tell": "tell tells told telling",
    "sell": "sell sells sold selling", "hold": "hold holds held holding", "build": "build builds built building",
    "rebuild": "rebuild rebuilds rebuilt rebuilding", "spend": "spend spends spent spending",
    "lend": "lend lends lent lending", "send": "send sends sent sending", "mean": "mean means meant meaning",
    "meet": "meet meets met meeting", "lead": "lead leads led leading", "read": "read reads reading",
    "hear": "hear hears heard hearing", "undo": "undo undoes undid undone undoing", "undergo":
    "undergo undergoes underwent undergone undergoing", "overcome": "overcome overcomes overcame overcoming",
    "forget": "forget forgets forgot forgotten forgetting", "pay": "pay pays paid paying", "lay": "lay lays laid laying",
    "lie": "lie lies lay lain lied lying", "die": "die dies died dying", "run": "run runs ran running",
    "swell": "swell swells swelled swollen swelling", "wear": "wear wears wore worn wearing",
    "sweep": "sweep sweeps swept sweeping", "burn": "burn burns burned burnt burning",
    "man": "man men", "woman": "woman women", "child": "child children", "tooth": "tooth teeth", "foot": "foot feet",
    "person": "person persons people", "life": "life lives", "knife": "knife knives", "diagnosis": "diagnosis diagnoses",
}  # fmt: skip
_STRESSED_LAST: Final = frozenset(
    "admit commit control occur prefer refer regret compel expel repel deter confer defer transfer permit submit omit excel "
    "rebut reset upset format program enrol fulfil instil distil travel cancel label model".split()
)
_ONE_SYLLABLE: Final = re.compile("[^aeiou]*[aeiou][bdfgklmnprtvz]")
_NOTATION: Final = re.compile("([a-z]+)~")


@cache
def forms(word: str) -> tuple[str, ...]:
    """All forms of a verb or noun in lower case, itself first."""
    if word in _IRREGULAR:
        return tuple(dict.fromkeys(_IRREGULAR[word].split()))
    stem = _stem(word)
    past = word + "d" if word.endswith("e") else word[:-1] + "ied" if _consonant_y(word) else stem + "ed"
    return tuple(dict.fromkeys((word, plural(word), past, _participle(word, stem))))


def plural(word: str) -> str:
    """The plural of a noun or the third person of a verb, by rule."""
    if _consonant_y(word):
        return word[:-1] + "ies"
    if re.search("(?:s|x|z|ch|sh)$", word):
        return word + "es"
    return word + "s"


def _consonant_y(word: str) -> bool:
    return re.search("[^aeiou]y$", word) is not None


def _stem(word: str) -> str:
    """The word before ``-ed`` and ``-ing``: its last consonant doubled where spelling asks for it."""
    if word in _STRESSED_LAST or _ONE_SYLLABLE.fullmatch(word):
        return word + word[-1]
    return word


def _participle(word: str, stem: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return stem + "ing"


def inflected_terms(term: str) -> tuple[str, ...]:
    """A term with every ``word~`` in each of its forms; the term itself if it has none."""
    found = _NOTATION.search(term)
    if found is None:
        return (term,)
    return tuple(
        more for form in forms(found[1]) for more in inflected_terms(term[: found.start()] + form + term[found.end() :])
    )


def inflected_expression(expression: str) -> str:
    """An expression with every ``word~`` as a group of its forms, which stand as whole words."""
    return _NOTATION.sub(lambda m: f"(?<![a-z])(?:{'|'.join(forms(m[1]))})(?![a-z])", expression)
