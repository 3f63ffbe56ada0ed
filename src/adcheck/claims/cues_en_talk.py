"""English cues of talk about claims: quotation, warnings, reports, law; and of somebody who sells."""

from __future__ import annotations

from typing import Final

from adcheck.claims.cues_en import words
from adcheck.text.lazy import LazyPattern

ADVERT_TALK: Final = LazyPattern(
    "(?<![a-z])(?:ads?|adverts?|advertis(?:ements?|ing|ers?|ed|e)|marketing|marketers?|copywriters?|"
    "copy|wording|words?|terms?|phrases?|expressions?|claims?|"
    "slogans?|taglines?|testimonials?|statements?|code|guidelines?|guidance|compliance|regulations?|"
    "regulators?|rules?|asa|ftc|fda|tga|"
    "mhra|ahpra|cap|accc|dshea|law|act|rulings?|draft|review(?:er|ers)?|headline|leaflet|poster)(?![a-z])"
)
MENTION_NOUN: Final = LazyPattern(
    "(?<![a-z])(?:words?|terms?|phrases?|expressions?|claims?|statements?|wording|language|slogans?|"
    "taglines?|headlines?|superlatives?|"
    "buzzwords?|adjectives?|descriptors?|labels?|promises?|messages?|hashtags?|representations?|"
    "boasts?|advertis(?:ing|ements?)|ads?|adverts?|assertions?|pitches|lines)"
    "(?: [a-z]+){0,3}?(?: such as| like| including| e\\.g\\.,?| for example,?| that| of| about|:| is| are)?"
    '(?: the| an?)?,? ?(?:["\'“][^"”]{1,60}["\'”],?(?: (?:and|or))? ?){0,6}["\'“]?$'
)
"""A noun for words, directly before the match or its quotation."""

MENTION_LIST: Final = LazyPattern(
    "(?<!our )(?<!my )(?<![a-z])(?:words?|terms?|phrases?|expressions?|claims?|statements?|wording|"
    "language|slogans?|taglines?|headlines?|superlatives?|"
    "buzzwords?|adjectives?|promises?|messages?|representations?|ads?|adverts?|"
    "advertisements?)(?: [a-z]+){0,3}? (?:such as|like|including|e\\.g\\.|for example|that (?:say|"
    "claim|promise|state|suggest|imply|read))"
)
MENTION_AFTER: Final = LazyPattern(
    '[.,!]?["\'”],? (?:(?:and|or) ["\'“][^"”]{1,40}["\'”],? )*(?:is|are|was|were|can|could|may|'
    "should|would|means?|refers?|implies|suggests|appears?|has no|have no|in (?:an? |the |its |"
    "their )?(?:ads?|advert[a-z]*|heading|headline|title)|"
    "as (?:used|defined)|claims?|statements?|wording|phrase|label|type|style|language)(?![a-z])"
)
DISTANCED: Final = LazyPattern(
    "(?<![a-z])(?:so called|self proclaimed|self styled|purported(?:ly)?|supposed(?:ly)?|"
    "alleged(?:ly)?|touted as|hyped as|billed as|marketed as|"
    "advertised as|promoted as|sold as|passed off as|masquerading as|posing as|dubious|bogus|fake|"
    "phoney|phony|quack|sham|fraudulent|unproven|"
    "unsubstantiated|false|misleading|deceptive|exaggerated|unscrupulous)(?: [a-z']+){0,2}? (?:an? )?[\"'“]?$"
)
WORKS: Final = LazyPattern(
    "(?<![a-z])(?:novel|film|movie|song|album|band|episode|documentary|memoir|poem|play|exhibition|"
    "podcast|television series|lecture|talk|"
    "symposium|paper|article|chapter|book|thesis|report|seminar)(?:,| called| titled| entitled|"
    ' named| on)? (?:the )?["\'“](?:[^"”]*)$|(?<![a-z])(?:titled|entitled|labelled|labeled|'
    'inscribed|engraved|nicknamed|dubbed|bearing the (?:words|slogan|legend)|marked) ["\'“]?[^"”]*$|'
    "(?<![a-z])(?:novel|film|movie|song|album|band|documentary|memoir|poem|play|podcast|"
    "sitcom),? (?:called |titled |the |a )*$"
)

WARN: Final = LazyPattern(
    words(
        "beware(?: of)?",
        "(?:be|is|are|stay|remain) (?:very |extremely |especially |always )?(?:wary|cautious|sceptical|"
        "skeptical|suspicious|careful)(?: of| about| with| when)?",
        "watch out for", "look out for (?:claims?|ads?|signs?|sellers?|words?|phrases?|promises?)",
        "(?:steer|stay|keep) (?:well )?(?:clear of|away from) (?:any|anyone|all|those|these|clinics?|"
        "sites?|websites?|products?|sellers?|people|ads|adverts|"
        "offers?|companies|promises|claims|providers|practitioners|supplements|pills|diets|treatments|"
        "places|deals|injectors|online)(?: [a-z]+)?",
        "avoid (?:any(?:one|thing|body)?|all|the|online|those|these)? ?(?:[a-z]+ ){0,2}?(?:products?|"
        "clinics?|sellers?|websites?|sites?|people|companies|providers?|practitioners?|supplements?|"
        "pills?|ads?|adverts?|offers?|deals?|injectors?|diets?)? ?(?:that|who|which|promis[a-z]+|"
        "claim[a-z]*|offering|advertis[a-z]+)",
        "(?:don't|do not|never|not) (?:be (?:fooled|taken in|misled|tempted|swayed|deceived)|fall (?:for|"
        "prey)|trust|believe|buy into|accept|rely on)(?! us| our| in)",
        "red flags?", "warning signs?", "too good to be true", "scams?", "scammers?", "fraud(?:ulent|sters?|s)?",
        "bogus", "quacks?", "quackery",
        "rogue", "con artists?", "snake oil", "hoax(?:es)?", "think twice", "be on (?:your|the) guard",
        "consumer alert", "health fraud",
        "(?:question|challenge|report|ignore|reject|distrust|walk away from) (?:any|anyone|all|those|"
        "every|a)(?: [a-z]+){0,4} (?:that|who|which|promis[a-z]+|claim[a-z]*|offering)",
        "(?:if|when(?:ever)?|anyone|someone|anybody|those|people|sellers?|websites?|companies|clinics?|"
        "ads?|adverts?|products?|supplements?|practitioners?|surgeons?)"
        "(?: [a-z]+){0,4}? (?:that|who|which)? ?(?:promis(?:es?|ing)|offering to|peddling|"
        "claims?(?: to)?|claiming|guarantees? you|guaranteeing|says? (?:it|they|he|she) can|boasts?|"
        "offers? a (?:miracle|quick))",
        "(?:if|whenever) you (?:see|read|hear|notice|come across|spot|find|are offered)(?: [a-z]+){0,4}",
        "report (?:it|them|such)(?! missing)",
        "prey(?:s|ed|ing)? on", "vulnerable (?:people|patients|consumers)",
    )
)  # fmt: skip
WARN_NOT: Final = LazyPattern(
    "(?<![a-z])(?:no|not an?|isn't an?|without|never an?|zero) (?:[a-z]+ )?(?:scams?|hoax|fraud|"
    "gimmicks?|snake oil|quackery)|"
    "beware of (?:cheap |fake |poor |inferior )*(?:imitations?|copies|copycats|counterfeits?|fakes|"
    "lookalikes)|(?:we|our|us|i)(?: [a-z]+){0,4}? (?:promis(?:es?|ing)|claims?|guarantees?|offers?)|"
    "(?:don't|do not|never) (?:trust|believe) (?:anyone else|your|us|in miracles)|risk free|(?:fraud|"
    "scam) (?:protection|free|proof)"
)
"""What looks like a warning and sells."""

REGULATOR: Final = (
    "(?:the )?(?:asa|ftc|fda|tga|mhra|ahpra|accc|ema|nafdac|health canada|hsa|cap|nad|gmc|gdc|nmc|"
    "trading standards|watchdogs?|regulators?|"
    "advertising standards(?: authority)?|federal trade commission|food and drug administration|"
    "therapeutic goods administration|"
    "medicines and healthcare products regulatory agency|medical board|dental board|"
    "department of health|customs and excise|attorney general|"
    "courts?|judges?|tribunal|jury|prosecutors?|agency|commission|authority|council|board|ministry|"
    "officials|inspectors?|investigators?|police|"
    "consumer (?:groups?|protection|council|watchdog)|lawsuit|complain(?:t|ts|ants?)|plaintiffs?|"
    "ruling|adjudication|investigation|inquiry|whistleblower)"
)
REPORT: Final = LazyPattern(
    words(
        REGULATOR
        + "(?:'s)?(?: [a-z0-9,']+){0,8}? (?:rul(?:ed|es|ing|ings)|upheld|upholds|told|tells|warn(?:s|ed|"
        "ing|ings)?|charg(?:ed|es)|alleg(?:ed|es|ing|ations?)|fin(?:ed|es)|"
        "sued|sues|bann?(?:ed|s)|order(?:ed|s)|accus(?:ed|es)|found that|finds that|found the|found an?|"
        "challeng(?:ed|es)|settle(?:d|ment|s)|seiz(?:ed|es|ure)|prosecut(?:ed|es|ion)|convict(?:ed|s|"
        "ion)|"
        "jailed|sentenced|investigat(?:ed|es|ing)|complain(?:ed|s)|consider(?:ed|s) (?:that )?(?:the|"
        "these|consumers|readers)|concluded|noted|"
        "reprimand(?:ed|s)|disciplin(?:ed|es)|suspend(?:ed|s)|understood|acted against|took action|"
        "takes? (?:a dim view|action)|pointed out|objected|crack(?:s|ed|ing)? down|announced (?:charges|"
        "action|a)|"
        "argued|cited|heard|asked|questioned|queried|suing|investigating|prosecuting|targeting|"
        "advis(?:es|ed) (?:consumers|the public|advertisers|against)|does not (?:allow|permit|accept|"
        "endorse|approve)|prohibits?|forbids?|concern(?:ed|s)|issued (?:[a-z]+ ){0,4}(?:notices?|"
        "warnings?|alerts?|recalls?|orders?|fines?|proceedings|guidance|statements?))",
        "(?:her|his|their|its|the|an?|any|this|that|these|those|such|all) claims? (?:that|to (?!fame)|of)",
        "(?:over|about|against|after|for making|for) (?:[a-z]+ ){0,2}claims? (?:that|of|to)",
        "(?:fined|sued|convicted|jailed|prosecuted|struck off|accused|sanctioned|reprimanded|penalised|"
        "penalized|censured|disciplined|"
        "arrested|sentenced|rapped|criticised|criticized|slammed|banned|barred|shut down|pleaded guilty|"
        "ordered to pay|cautioned|ordered to stop|withdrawn|pulled|taken down)(?: [a-z0-9$£€,.']+){0,7}? (?:for|over|after|of|to|by|because)",
        "paid (?:out )?(?:[$£€]|[a-z]+ )?[0-9][0-9,.]*(?: (?:million|thousand|dollars|pounds|euros))* (?:for|over|"
        "after|to settle)",
        "used to (?:say|claim|read|promise|state|advertise)",
        "(?:it is|it's|this is|that is) (?:untrue|false|wrong|incorrect|a lie|nonsense|a myth) (?:that|to)",
        "(?:was|were|been|is|are|got|be) (?:arrested|fined|jailed|convicted|sued|shut down|struck off|"
        "prosecuted|deported)",
        "(?:posters?|ads?|adverts?|leaflets?|flyers?|stickers|emails?|websites|sellers|traders|"
        "stalls) (?:offering|promising|claiming|advertising|touting|that (?:offer|promise|claim))",
        "(?:fake|bogus|quack|rogue|unlicensed|unqualified|sham|phoney|phony) (?:doctors?|practitioners?|"
        "healers?|clinics?|injectors?|sellers?|surgeons?|dentists?|pharmac[a-z]+)",
        "(?:charged|suspended|investigated|under fire|in trouble|in court|on trial|"
        "before the courts?)(?: [a-z]+){0,4}? (?:with|for|over|after)(?! free)",
        "(?:falsely|misleadingly|wrongly|deceptively|dishonestly|fraudulently|illegally|unlawfully|"
        "baselessly) (?:claim|advertis|promot|market|stat|suggest|imply|impli|represent|tell|told|"
        "s[ae]ll|sold|boast|promis|guarante)[a-z]*",
        "(?:false|misleading|deceptive|unproven|unsubstantiated|unfounded|exaggerated|baseless|bogus|"
        "unverified|illegal|fraudulent|dubious|unsupported|inflated|unlawful|untrue|dishonest) "
        "(?:[a-z]+ )?(?:claims?|ads?|adverts?|advertis[a-z]+|promises?|statements?|marketing|"
        "testimonials?|representations?|treatments?|therap(?:y|ies)|cures?|remed(?:y|ies)|promotions?|"
        "assertions?)",
        "debunk(?:s|ed|ing)?", "myths?", "misinformation", "disinformation", "rumou?rs?", "conspiracy",
        "pseudoscien(?:ce|tific)", "warning letters?", "class action",
        "fact check(?:s|ed|ers?|ing)?", "urban legend", "old wives' tale", "misconceptions?", "fallacy",
        "contrary to (?:popular belief|claims|what)",
        "(?:the|an?|its|their|one|another|this|several|some|many|two|three) (?:[a-z]+ ){0,4}?(?:ads?|"
        "adverts?|advertisements?|leaflets?|posters?|websites?|flyers?|article|story|version|"
        "infomercials?|newsletter|listings?|pamphlets?|billboards?|voice ?over|medicines?|products?|"
        "labels?|posts?|listings?|brochures?|compan(?:y|ies)|firms?|seller|"
        "advertisers?|defendants?|claims?|marketers?|influencers?|retailers?|emails?|packaging|vendors?|"
        "clinics?|manufacturers?|promoters?|owner|director|caption|tweet|video)(?: [a-z]+){0,6}? "
        "(?:had |has |have |also |further |then |which )?(?:claimed|stated|said|implied|suggested|"
        "boasted|alleged|asserted|touted|purported|claims? (?:that|to|it|they|he|she)|"
        "falsely|suggesting|stating|claiming|promising|implying|promised (?:to|that|a|customers|patients|"
        "consumers|buyers)|advertised (?:as|that))",
        "(?:that|which|who) (?:had |once |also |allegedly |reportedly )*(?:promised|claimed|purported|"
        "pretended|boasted|professed)",
        "[,.!?]?[\"'”],? (?:said |read |ran |went |claimed |promised )?(?:the|an?|its|one|their|his|"
        "her) (?:[a-z]+ ){0,3}?(?:ads?|adverts?|advertisement|infomercial|poster|website|leaflet|label|"
        "seller|company|firm|headline|billboard|caption|email|spam|flyer|page|clinic)(?: (?:said|read|"
        "promised|claimed|boasted|declared|proclaimed|insisted|ran|stated|screamed))?",
        "(?:he|she|they|who|which|and|it) (?:had |has |have |also |once |then )?(?:claimed|alleged|"
        "purported|claims? (?:to (?:be|have|cure|treat|heal|prevent)|that (?:he|she|they|it|his|her|"
        "their|its)))",
        "(?:some|many|other|certain|several) (?:people |websites? |sellers? |clinics? |brands? |"
        "companies |proponents |providers )?(?:claim|argue|advertise|promise|purport)",
        "(?:some|many|other|certain|several|most) (?:people|websites?|sellers?|clinics?|brands?|"
        "companies|proponents|providers|bloggers?|influencers?) (?:describe|tout|market|sell|call|"
        "suggest|say|recommend|swear)",
        "it (?:is|was|has been) (?:sometimes |often |widely |falsely )?(?:claimed|alleged|rumoured|rumored)",
    )
)  # fmt: skip
REPORT_NOT: Final = LazyPattern(
    "(?<![a-z])(?:no|without|never|not|zero|unlike) (?:[a-z]+ )?(?:false|misleading|deceptive|"
    "exaggerated|empty|bogus|dubious|unproven|fake) [a-z]+|"
    "(?:clients?|customers?|patients?|users?|reviewers?|doctors?|women|men|members|people|subjects|"
    "participants|study|studies|research|tests?|trials?)"
    "(?: [a-z]+){0,3} (?:said|reported|suggest(?:ed|s)|stated|noted)"
)
"""What looks like a report and vouches."""

FIRST_PERSON: Final = LazyPattern(
    "(?<![a-z])(?:we|i)(?:'ve|'re|'m)? (?:(?:proudly|can|do|have|are|am|always|confidently|also|even|now) )*$"
)

LAW: Final = LazyPattern(
    "(?<![a-z])(?:no person shall|(?:a|no|any|every) (?:person|practitioner|advertiser|licensee|"
    "manufacturer|company)(?: [a-z]+){0,3}? (?:must|shall|may)(?: not)?|"
    "shall (?:not|cease|include|contain)|commits? an offence|guilty of an offence|liable (?:to|on|for)|"
    "(?:sections?|articles?|regulations?|rules?|paragraphs?|schedules?|clauses?|subsections?|cfr|"
    "u\\.s\\.c\\.?|part) [0-9]+[0-9a-z.()]*|"
    "(?:under|of|in|by|breach(?:es|ed)?|with) the (?:[a-z]+ ){0,6}?(?:act|code|regulations?|"
    "ordinance|directive|law)(?: [0-9]{4})?(?![a-z])|for the purposes of this|within the meaning of|"
    "judge?ments? (?:of|in)|(?:supreme|high|district|appeal|federal) court|court of (?:justice|appeal)|"
    "hereby|pursuant to|notwithstanding|as defined (?:in|by)|(?:cap|bcap|advertising|the) (?:code|"
    "guidelines?|guidance|rules?)(?: [a-z]+){0,3} (?:says?|states?|requires?|prohibits?|advis[a-z]+|"
    "bans?|covers?)|"
    "(?:advertisers?|marketers?|(?:ads?|adverts?|advertis(?:ements?|ing)|marketing communications?|"
    "claims?|copy|promotions?|testimonials?|practitioners?|health claims)(?: [a-z]+){0,6}?) "
    "(?:must|shall|may not|should|cannot|can not|are not (?:allowed|permitted)|is not (?:allowed|"
    "permitted)|are (?:prohibited|banned|required)|is (?:prohibited|banned|required)))(?![a-z])"
)
SELLER: Final = LazyPattern(
    "(?<![a-z])(?:our|ours|we|we're|we've|us|book (?:now|online|your|a|an|today)|call (?:now|us|"
    "today|for)|order (?:now|today|yours|here)|buy (?:now|one|today|yours)|shop now|"
    "click|free consultations?|visit us|contact us|sign up|add to (?:cart|basket)|limited time|"
    "dm (?:us|me|to)|whatsapp|only today|today only|"
    "hurry|discounts?|special offer|money back|get yours|try it)(?![a-z])|[$£€][0-9]|[0-9]% off"
)
"""Words of somebody who sells."""
