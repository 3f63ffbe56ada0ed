"""The words by which an English context shows itself; folded text, used by the English judge only.

Cues are kept by what they do, as in ConText (Harkema et al. 2009): triggers that reach forward or backward, words
that look like triggers and are none, and words that end a scope.
"""

from __future__ import annotations

from typing import Final

from adcheck.text.lazy import LazyPattern


def words(*alternatives: str) -> str:
    """The alternatives, as whole words."""
    return f"(?<![a-z'])(?:{'|'.join(alternatives)})(?:(?<![a-z])|(?![a-z]))"


NOT: Final = (
    "(?:do|does|did|will|would|could|should|shall|must|may|might|is|are|was|were|has|have|had|am)(?: not|n't)|"
    "can(?:not| not|'t)|won't|shan't|ain't"
)
SPEECH: Final = (
    "claim|state|say|tell|imply|suggest|promise|guarantee|advertise|publish|describe|call|refer|"
    "mention|represent|assert|"
    "boast|pretend|warrant|pledge|make (?:any |such |unproven |medical |health |false )?(?:claims?|"
    "promises?|guarantees?|statements?)|"
    "offer (?:any |a |you (?:a|any) )?(?:guarantees?|promises?|assurances?)|give (?:any |a |you (?:a|"
    "any) )?(?:guarantees?|promises?|assurances?)|"
    "endorse|profess|exaggerate"
)
SPEAKING: Final = (
    "(?:claim|stat|tell|imply|suggest|promis|guarantee|advertis|publish|describ|call|referr|mention|"
    "represent|assert|boast|pretend|"
    "warrant|pledg|say|exaggerat)ing|making (?:any |such |unproven |medical |health |"
    "false )?(?:claims?|promises?|statements?)"
)
SCOPE_END: Final = LazyPattern(
    ";| - |--|(?<=[a-z])-(?=[a-z]|$)|(?<![a-z])(?:but|however|(?<!not )yet(?! to| been| be)|although|"
    "whereas|nevertheless|nonetheless|instead|except|fortunately|luckily|"
    "so (?:you|we|that you|your)|which is why|that's why|because|thanks to|therefore|just (?:real|"
    "results|pure|proven|guaranteed))(?![a-z])|"
    ",(?: and| so)? (?:you|we|our|it|they|he|she|i|this|ours|your|the result)(?:'ll|'re|'s|"
    "'ve)? (?!or |and |not |never )(?=[a-z]|$)|"
    ", (?:just|only|simply|try|use|choose|switch|get|call|book|come|enjoy|take|order|with|thanks)(?![a-z])|"
    "(?<![a-z])and (?:you|we|it|they|i|your|our|now|then|finally|today)(?:'ll|'m|'ve| will| can| are|"
    " is| am| have)(?! not| never)(?![a-z])|"
    ": (?:our|we|with|try|get|this)(?![a-z])|(?<![a-z])(?:and now|and yes|and (?:get|say|try|start|"
    "enjoy|feel|switch|choose|discover|let|see|achieve|finally|live)|(?:until|before) (?:i|we|our|"
    "she|he|they|you|your|my|the))(?![a-z])"
)
"""What ends the reach of a cue within a sentence."""

NEGATION: Final = LazyPattern(
    words(
        NOT, "not", "never", "neither", "nor", "nobody", "no one", "none of", "nothing", "unable to", "incapable of",
        "fails? to", "failed to", "hardly", "rarely", "seldom", "unlikely to", "far from", "anything but",
        "by no means",
        "in no way", "under no circumstances", "on no account", "yet to", "cannot hope to", "impossible to",
        "stops? short of",
        "doubt(?:ful)? (?:that|whether|if)", "no longer", "rather than", "as opposed to",
        "free (?:of|from) (?:any )?claims",
        f"without (?:{SPEAKING})", "without (?:any )?(?:guarantee|promise|claim|assurance)s?",
        "(?:lacks?|lacking|little|insufficient|limited|scant|weak|poor|"
        "conflicting) (?:of )?(?:scientific |clinical |good |reliable |robust )?evidence",
    )
    + "|(?<=[a-z])n't(?![a-z])"
)  # fmt: skip
"""Triggers of negation that reach forward."""

NO_THING: Final = LazyPattern(
    words(
        "no (?:such thing as|guarantees?|promises?|claims?|assurances?|evidence|proof|certainty|"
        "reason to (?:believe|think|expect)|"
        "suggestion|data|studies|study|research|trials?|way (?:to|of) (?:guarantee|promis|cur|"
        "know)[a-z]*|right to|intention of|"
        "basis for|scientific (?:evidence|proof|basis)|good evidence|reliable evidence|credible evidence|"
        "clinical evidence)",
        "no (?:(?!that|our|we|is|are|secret|other|better)[a-z]+ ){0,3}?(?:treatments?|surger(?:y|ies)|"
        "procedures?|medicines?|medications?|drugs?|doctors?|surgeons?|dentists?|one|"
        "products?|clinics?|hospitals?|operations?|tests?|vaccines?|supplements?|diets?|foods?|creams?|"
        "therap(?:y|ies)|devices?|methods?|"
        "person|body|pills?|herbs?|remed(?:y|ies)|vitamins?|practitioners?|specialists?|patients?|"
        "interventions?|anaesthetic|anesthetic) "
        "(?:[a-z]+ ){0,4}?(?:is|are|can|could|will|would|has|have|should|ever|works?|cures?|guarantees?|"
        "comes?|exists?|known|proven|that|which)",
        "no (?:treatment|surgery|procedure|medicine|medication|doctor|surgeon|dentist|product|clinic|"
        "hospital|operation|vaccine|supplement|vitamin|diet|food|cream|therapy|device|pill|herb|"
        "remedy)(?= $)",
    )
)  # fmt: skip
"""A negated noun that takes the rest of the clause with it."""

NO_ADJACENT: Final = LazyPattern(
    "(?<![a-z])(?:no|nor|without(?: an?)?|isn't an?|not an?|not the)(?: (?:known|real|permanent|"
    "proven|guaranteed|guarantee of|miracle|magic|instant|quick|"
    "single|one|simple|easy|overnight|universal|definitive|complete|total|lasting|effective|certain|"
    "absolute|scientific|medical|"
    "clinical|reliable|approved|licensed|specific|available|current|long term|true|established|"
    "effective|such|perfect|evidence based|"
    "claim of|promise of|claims of|promises of|or|and)){0,4} $"
)
"""A negated noun phrase that ends where the match begins."""

LOOKS_NEGATED: Final = LazyPattern(
    words(
        f"(?:{NOT}|not|never)(?: be)?(?: just| only| merely| simply| solely| even| least| to mention|"
        " because| surprising(?:ly)?)",
        f"(?:{NOT}|never) (?:believe|regret|look back|find (?:a |any )?(?:better|safer|cheaper)|"
        "been (?:an? )?(?:easier|better|simpler|faster|so|this|more|happier|safer)|"
        "(?:buy|get|ask for|imagine|hope for|want|see|be) (?:an? |any )?(?:more|better|safer|faster|"
        "cheaper|stronger|finer|happier|easier)|(?:thought|believed|imagined|expected|dreamed|dreamt|"
        "knew|think (?:it|that)|believe (?:it|that|how|my)|expect|know that|realise|realize)|"
        "felt (?:so|better|this)|be (?:easier|simpler|better|happier|the same|disappointed|beaten|sorry|"
        "without|too late)|go wrong|have to|need|fail|disappoint|compromise|"
        "know what|your average|like (?:other|the other))",
        "(?:don't|do not|never|won't|can't|cannot|needn't|shouldn't|no need to|(?:don't|won't|"
        "never) (?:have|need) to)(?: just| ever| even| simply)? (?:wait|miss|delay|suffer|"
        "let|settle|worry|risk|hesitate|put (?:it |this )?(?:off|up)|live|spend|waste|give up|struggle|"
        "forget|ignore|stop (?:at|until|there)|rest|afford|"
        "want|fear|panic|despair|lose (?:hope|out|time)|think twice|fool yourself|underestimate|beat|"
        "take (?:our|my|chances))",
        "[a-z]+n't (?:it|you|we|they|i|he|she)",
        f"(?:{NOT}|never) want (?:you|us|anyone|people|patients|the public) to",
        "(?:we're|we are|i'm|i am|they're|they are) not (?:allowed|permitted|supposed)(?=[^.?!]*, (?:so|"
        "but)(?![a-z]))",
        "say(?:ing)? no to", f"(?:{NOT}) (?:stand a|have a|leave any) (?:chance|hope|doubt)",
        "no (?:wonder|doubt|matter|need|other|better|greater|finer|safer|faster|more|longer wait|"
        "less than|time|nonsense|one else|"
        "stone unturned|secret|surprise|coincidence|accident|small feat|limits?|fewer than|hidden|fuss|"
        "mess|hassle|obligation|question|strings|false (?:claims|promises)|empty promises|gimmicks?|"
        "scams?)",
        "(?:nobody|no one|nothing|none)(?: [a-z]+){0,4} (?:better|faster|quicker|safer|cheaper|like|"
        "beats?|compares?|comes close|more)",
        "nothing (?:else|short of|but|less than|like|to lose)", "nobody else", "not? more than",
        "(?:whether|if|why|or|maybe|or else) not",
        "not (?:for profit|a day|a moment|one but|once but|satisfied|happy|sure|convinced|a (?:scam|"
        "gimmick|hoax|fad|myth|dream))",
        "never again", "never ending", "second to none", "isn't everything", "(?:until|till) now[^.?!]{0,30}? no",
        "not long ago",
    )
)  # fmt: skip
"""What holds a word of negation and negates nothing."""

CONDITION: Final = LazyPattern("(?<![a-z])(?:if|when|where|should|in case|even though)(?: [a-z']+){1,3} $")
"""Directly before a negation: *if it does not cure you, ...*; also what the others could not do."""

OTHERS: Final = LazyPattern(
    "(?<![a-z])(?:that|because|as) (?:other |most |even |your |my |the )?(?:others?|doctors?|drugs?|"
    "creams?|hospitals?)(?: [a-z]+)? $|"
    "(?<![a-z])(?:what|where|when|which|after|even if|unlike)(?: [a-z']+){0,2}?(?: (?:others?|"
    "doctors?|hospitals?|clinics?|drugs?|pills?|creams?|"
    "medicines?|medications?|medicine|specialists?|surgeons?|competitors?|products?|brands?|"
    "treatments?|everything|nothing|anyone|surgery|diets?|else|they))"
    "(?: [a-z]+)? $"
)
DOUBLE: Final = LazyPattern(
    "(?<![a-z])(?:no|nothing|nobody|no one|none|never|hardly|not an?|isn't an?|there isn't an?|"
    "rarely|not)(?: [a-z]+){0,3} $"
)
"""A negation that turns the next one round."""

DENIED_AFTER: Final = LazyPattern(
    f"(?:(?!(?<![a-z])(?:that|which|who)(?![a-z]))[^,;:.?!]){{0,40}}?(?<![a-z'])(?:{NOT}|never|(?:is|"
    "are|was|were|be|has|have)(?: [a-z]+)? (?:not|never|no)|seem to (?:not|never))"
    "(?: [a-z]+)?(?: be| been| be seen as| mean(?:t)?| yet)*(?: an?| any| to be| as an?| the)? ?"
    "(?:guarantee|promise|possible|exist|proven|proved|prove|establish|support|claim|expected|"
    "assured|realistic|intended|true|achiev|always|"
    "shown|demonstrated|confirmed|work|evidence|known|approved for|licensed for|recommended|"
    "supported|backed|happen|medically|scientific|"
    "real|available for|found|a substitute|rule out|replace|mean(?! you)|make up for|indicate|equal|reliable)[a-z]*"
    "|[^,;:.?!]{0,30}?(?<![a-z])(?:is|are|remains?|was|were) (?:an? |still |currently |simply |just |"
    "pure |largely |medically )*(?:impossible|myths?|unproven|unrealistic|unlikely|"
    "fiction|fantasy|nonsense|false|untrue|unsupported|unsubstantiated|unknown|elusive|out of reach|"
    "misinformation|a long way off|years away)"
    "|[^,;:.?!]{0,30}?(?<![a-z])(?:depends? on|var(?:y|ies) (?:from|between|by|with|depending|"
    "according|greatly|widely|considerably)|lacks? (?:scientific |clinical |any |good )?evidence)"
)
"""A denial behind the match."""

DENIED_NEXT: Final = LazyPattern(
    f"[\\s\"'”)]*(?:it|they|this|that|these|which|he|she) (?:{NOT})[.!;]|"
    "[\\s\"'”)]*(?:this|that|it|these|these claims|this claim|the claim|both|all of these)(?: is|"
    " are| was| were|'s|'re) (?:not true|wrong|a mistake|an error|incorrect|false|untrue|wrong|"
    "a myth|myths|incorrect|misinformation|nonsense|misleading|a scam|not so|not the case)|"
    "[\\s\"'”)]*(?:and |so )?is (?:that|this|it) (?:really |actually )?(?:right|true|correct|so|"
    "possible|safe|ok|legal)\\?"
)
"""A whole sentence of denial that follows: *It does not.*"""

INNER_NEGATION: Final = LazyPattern(
    f"(?<![a-z'])(?:{NOT}|not|never)(?: [a-z]+)?(?: be| been| a| an| any| yet)? (?:cure|guarantee|"
    "promise|treat|prevent|heal|prove|claim|know|suitable|"
    "approved|licensed|intended|recommended|a cure|a substitute)[a-z]*"
)
"""A denial within a long match."""

FORBID: Final = LazyPattern(
    words(
        "(?:must|may|shall|should|ought|can)(?: not|n't)(?: to)?(?: ever| also| be allowed to|"
        " be used to| be permitted to)?(?! (?:miss|wait|suffer|have|"
        "delay|live|put|ignore|be (?:painful|without|missed)))",
        f"(?:cannot|can't|can not) (?:ever |legally |lawfully )*(?=(?:be used to|{SPEECH})(?![a-z]))",
        f"(?:do|does|did|will|would|is|are)(?: not|n't)(?: ever| yet)? (?=(?:to )?(?:{SPEECH}|permitted|allowed))",
        f"(?:don't|do not|never|not to|nor|neither) (?:ever )?(?=(?:{SPEECH})(?![a-z]))",
        "(?:no one|nobody|no [a-z]+) (?:can|could|should|may|will|would|is able to|"
        f"has the right to) (?:[a-z]+ly |ever )*(?=(?:{SPEECH})(?![a-z]))",
        "(?:don't|do not|never|not to) (?:ever )?(?:use|include|contain|feature|publish|make|display|"
        "write|quote|post|print|run|put|show|add|"
        "present|rely on|trust|believe|fall for|buy into|accept|share|repeat|expect)(?= (?:any |the |"
        "such |these |those |of |that |words?|terms?|phrases?|"
        "expressions?|claims?|language|wording|statements?|testimonials?|images?|before|superlatives?|"
        "promises?|anyone|someone|people|"
        "websites?|ads?|adverts?|sellers?|a |an |[\"'“]))",
        "(?:banned|prohibited|forbidden|barred|prevented|precluded|stopped|restrained|enjoined|"
        "prohibits?|forbids?|bars?|bans?|precludes?)"
        "(?: [a-z]+){0,5}? (?:from|for|of|the use of|any|claims?|ads?|adverts?|advertis[a-z]+|"
        "statements?|use|using|references?|"
        "representations?|testimonials?|promises?|words?|terms?|such|suggest[a-z]*|claim[a-z]*)",
        "(?:unlawful|illegal|an offence|a crime|against the (?:law|rules|code)|not (?:allowed|permitted|"
        "acceptable|lawful|legal)|"
        "unacceptable|misleading|irresponsible|unethical|dishonest|wrong|inaccurate|incorrect|premature|"
        "naive|foolish|dangerous|a mistake|unwise)(?: for [a-z ]{2,30})? to",
        "avoid (?:using|saying|claiming|making|stating|suggesting|implying|promising|words?|terms?|"
        "phrases?|language|claims?|promises?|statements?|"
        "wording|superlatives?|expressions?|any|absolute|unproven|exaggerated|such|the (?:word|term|"
        "phrase|claim)s?|[\"'“])",
        f"refus(?:e|es|ed|ing) to (?=(?:{SPEECH})(?![a-z]))",
        f"(?:refrain|abstain|desist) from|stop (?:{SPEAKING}|using)|steer clear of (?:words?|terms?|"
        "phrases?|language|claims?)",
        "(?:remove|delete|removed|deleted|removes|removing|deleting|withdrew|withdrawn|took down|"
        "taken down|take down|replaced|reworded|replace|reword|rephrase|strike|strike out|drop|change|"
        "amend|withdraw|take down|take out|cut|omit|reconsider) "
        "(?:(?:all |any |the |every |this |that |our )*(?:words?|terms?|phrases?|claims?|references?|"
        "statements?|sentences?|wording|line|headline|lines|"
        "slogan|tagline|ads?|mentions?|copy|post|testimonials?|bullet)(?: to| of| that| about| saying|"
        " such as)?|[\"'“])",
        "(?:told|ordered|required|instructed|asked|advised|warned|reminded|"
        "directed)(?: [a-z]+){0,4} not to|not to (?=" + SPEECH + ")",
        "(?:banned|prohibited|forbidden|restricted|problem|risky|problematic|non compliant|misleading|"
        "red flag|unacceptable|disallowed) "
        "(?:words?|terms?|phrases?|claims?|expressions?|wording|language|statements?|examples?)",
        "(?:needs?|requires?|require|without|hold|must have|demand)(?: [a-z]+){0,4} (?:evidence|"
        "substantiation|proof)(?: [a-z]+){0,4} (?:before|for|to|when)",
    )
)  # fmt: skip
"""Triggers of prohibition, which reach over commas and quotation marks."""

FORBIDDEN_AFTER: Final = LazyPattern(
    "(?<![a-z])(?:(?:is|are|was|were|be|as|being|considered|deemed|found|ruled|looks?|"
    "appears?) (?:[a-z]+ ){0,3}?|rightly |clearly )"
    "(?:prohibited|banned|forbidden|not allowed|not permitted|not acceptable|unacceptable|misleading|"
    "deceptive|unlawful|illegal|in breach|"
    "a breach|non compliant|not compliant|not compliance|an offence|disallowed|false|unsubstantiated|"
    "unproven|exaggerated|restricted representation|"
    "prohibited representation|removed|deleted|withdrawn|reworded|replaced|questioned|problematic|"
    "a red flag|red flags|warning signs?|"
    "high risk|risky|irresponsible|bogus|nonsense|suspect|suspicious|against the (?:law|rules|code)|"
    "likely to (?:breach|mislead))"
    "|(?<![a-z])(?:should|must|may|can|could|shall|will)(?: not|n't|not)? (?:be )?(?:(?:ever |never |"
    "only )?(?:used|appear|made|published|claimed|included|avoided|removed|"
    "replaced|deleted|reworded|substantiated|changed|withdrawn|challenged|mislead|breach|"
    "supported by)|raise (?:an? )?(?:red flag|suspicion|alarm)|ring alarm)"
    "|(?<![a-z])(?:breach(?:es|ed)?|contravenes?|violat(?:es?|ed)|infring(?:es?|ed)|mislead(?:s|"
    "ing)?|requires? (?:robust |strong |good |clinical |adequate |prior )?(?:evidence|substantiation|"
    "approval)|"
    "needs? (?:robust |strong |good |clinical |adequate )?(?:evidence|substantiation|approval)|"
    "without (?:evidence|substantiation|proof)|would need|to be avoided)(?![a-z])"
)
"""A prohibition or verdict behind the match; only in talk of advertising or behind a quotation."""
