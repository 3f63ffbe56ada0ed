"""English cues of what readers get: research, advice, questions, required statements, news, names."""

from __future__ import annotations

from typing import Final

from adcheck.claims.cues_en import words
from adcheck.text.lazy import LazyPattern

AIM: Final = LazyPattern(
    words(
        "(?:search|hunt|quest|race|fight|push|drive|campaign|walk|run|ride|hope|hopes|funding|money|"
        "prayers?|wait|waiting|waits)(?:ing)? (?:for|to find|to fund)(?: [a-z]+){0,3}",
        "(?:hop(?:e|es|ed|ing)|work(?:s|ed|ing)?|aim(?:s|ed|ing)?|try(?:ing)?|tries|striv(?:e|es|ing)|"
        "seek(?:s|ing)?|helping)(?: [a-z]+){0,3}? (?:to (?:find|discover|develop|fund)|towards?|for|"
        "at finding)(?: [a-z]+){0,4}",
        "(?:towards?|until(?: there is| we find)?|if|closer to|step towards?|progress towards?|"
        "research (?:into|for|on)|donate (?:to|towards)|search for|search of|"
        "fund(?:s|ing)? (?:research into|the search for)|money for|awareness (?:of|and)|lead to|"
        "pave the way (?:for|to)|potential|possible|future|eventual|elusive)"
        "(?: an?| the| new| potential| possible| future| better| eventual| functional| permanent)*",
        "(?:one day|someday|in the future|eventually|may one day|could one day|might one day|"
        "could lead to|may lead to)(?: [a-z]+){0,6}",
    )
    + " ?$"
)  # fmt: skip
"""Research that hopes; ends where the match begins."""

CURE_NOUN: Final = LazyPattern(
    "(?:an? |the |new |possible |potential )*(?:[a-z]+ )?(?:cures?|vaccines?|treatments?|"
    "breakthroughs?|remed(?:y|ies))(?![a-z])"
)

STATISTICS: Final = LazyPattern(
    "(?<![a-z])(?:p ?[<=>] ?0?\\.[0-9]+|(?:95|99)% ci|confidence intervals?|hazard ratios?|"
    "odds ratios?|relative risk|n ?= ?[0-9]+|primary (?:endpoints?|outcomes?)|"
    "secondary (?:endpoints?|outcomes?)|"
    "(?:were|was) randomi[sz]ed|randomi[sz]ed (?:controlled|trial|to)|randomly (?:assigned|"
    "allocated)|nct[0-9]{4,}|systematic reviews?|meta analys[ei]s|cochrane|double blind(?:ed)?|"
    "placebo(?: controlled)?|"
    "(?:background|objectives?|methods?|results?|conclusions?|findings|abstract|design|setting|"
    "participants|aims?):|participants|cohort|between groups?|statistically|standard deviation|"
    "median|interquartile|"
    "side effects were|adverse events|follow up|et al|doi|j [a-z]+ [a-z]+ [0-9]{4})(?![a-z])"
)
"""Words of a study's report; two of them make one."""

STUDY: Final = LazyPattern(
    "(?<![a-z])(?:(?:this|the|a|an|ongoing|current|new|phase [0-9i]+|pilot|randomi[sz]ed|controlled|"
    "clinical) (?:[a-z]+ ){0,4}?(?:study|trials?|review|research|survey|project|paper|work|"
    "programme)(?: [a-z]+){0,2}? "
    "(?:aims?|aimed|will|evaluat(?:es?|ed|ing)|assess(?:es|ed|ing)?|investigat(?:es?|ed|ing)|"
    "examin(?:es?|ed|ing)|explor(?:es?|ed|ing)|test(?:s|ed|ing)? whether|is (?:recruiting|testing|"
    "investigating|evaluating|looking)|to (?:test|determine|assess|evaluate|see|find)|seeks?|asks?|"
    "compar(?:es?|ed|ing))|"
    "(?:researchers|scientists|investigators|authors|the team)(?: [a-z]+){0,6}? (?:are|hope|hoped|"
    "investigat[a-z]+|caution(?:ed)?|warn(?:ed)?|studied|examined|found no|looked|want)|"
    "(?:whether|(?:see|test|determine|know|find out|learn|ask|asked|assess|sure|tell|"
    "clear) if) (?:[a-z]+ ){0,6}?(?:can|could|might|may|would|will|is|are|helps?|works?|reduces?|"
    "cures?|treats?|prevents?)|more research|further (?:research|studies)|larger (?:trials|studies)|"
    "(?:hoped|hope|hopes|hoping) (?:it|that|this|they|the)|found no|evidence[^.?!]{0,80}(?:is|was|"
    "remains|were|are) (?:very |still |too )?(?:weak|poor|limited|lacking|mixed|inconclusive|thin|"
    "low|scarce|insufficient)|(?:showed|shows|had|has|have) no (?:effect|benefit|difference|"
    "advantage)|no better than (?:a )?(?:placebo|sham)|beyond placebo|"
    "(?:is|are) (?:still )?needed (?:before|to)|before (?:anyone|we|doctors|scientists) can (?:say|"
    "claim|conclude|recommend)|too (?:early|soon) to|"
    "(?:in|on) (?:mice|rats|animals?|cell cultures?|cultured cells|test tubes?|zebrafish))(?![a-z])"
)
"""What asks and does not answer."""

PROVES: Final = LazyPattern(
    "(?<![a-z])(?:prov(?:e|es|ed|en)|clinically|shows? that|confirms?|confirmed|guarante[a-z]+|"
    "breakthrough|miracle|amazing|incredible|revolutionary)(?![a-z])"
)

ADVICE: Final = LazyPattern(
    words(
        "(?:ask|asking|consult|see|speak (?:to|with)|talk (?:to|with)|talking to|check with|contact|tell|"
        "visit|discuss[a-z]*(?: [a-z]+){0,4}? with|advice (?:from|of)|seek)(?: [a-z]+){0,3}? "
        "(?:doctors?|gp|physicians?|pharmacists?|dentists?|nurses?|midwife|healthcare (?:provider|"
        "professional|team)s?|health (?:provider|professional|visitor)s?|surgeons?|practitioners?|"
        "specialists?|"
        "oncologists?|care team|provider|medical (?:advice|attention|help|care|team)|emergency (?:care|"
        "help|department)|urgent (?:care|help))",
        "call (?:999|911|000|112|111|triple zero|an ambulance|emergency)",
        "(?:seek|get) (?:immediate |urgent |prompt |independent )?(?:medical|professional|"
        "emergency) (?:advice|attention|help|care)",
        "(?:do not|don't|never) (?:stop|start|change|take|give|use|exceed|drive|ignore|share|skip|"
        "self medicate|rely|attempt|combine|mix|apply|swallow)(?! settling)",
        "(?:read|follow|check) (?:the |all |any |always )*(?:label|leaflet|instructions|directions|"
        "package|information)", "as prescribed", "as directed",
        "(?:possible|common|serious|rare|known|potential|other|most common|less common) (?:side effects|"
        "risks|complications|adverse (?:effects|reactions|events))",
        "side effects (?:may |can |might )?(?:include|occur|are|vary)",
        "(?:risks|complications) (?:may |can )?(?:include|involve)", "report (?:any )?(?:suspected )?side effects",
        "important safety information", "contraindicat[a-z]+", "boxed warning", "prescribing information",
        "adverse (?:events|reactions)", "like (?:all|any) (?:medicines?|surger(?:y|ies)|operations?|procedures?)",
        "on (?:their|its) own", "by (?:itself|themselves)", "self limiting", "goes? away without",
        "without (?:any )?treatment",
        "(?:all|any|every|most|both) (?:surger(?:y|ies)|medicines?|surgical procedures?|procedures?|"
        "operations?|treatments?|medications?|drugs?|vaccines?|interventions?|"
        "invasive [a-z]+) (?:[a-z]+ ){0,3}?(?:carr(?:y|ies)|ha(?:s|ve)|involves?|comes? with|"
        "can (?:cause|have)|may (?:cause|have))",
    )
)  # fmt: skip
PUBLIC_HEALTH: Final = LazyPattern(
    "(?<![a-z])(?:according to|guidance from|advice from|says|said|warns|advises) (?:the )?(?:nhs|"
    "cdc|public health [a-z]+|ukhsa|uspstf|(?:american|british|australian|canadian|european|national|"
    "irish) (?:[a-z]+ ){1,3}(?:association|foundation|society|council|college|institute|academy)|"
    "(?:heart|cancer|kidney|stroke) (?:foundation|council)|"
    "world health organi[sz]ation|nice|fda|nih|mayo clinic|cochrane|department of health|"
    "ministry of health|cancer research uk|american cancer society|american heart association|"
    "royal college)(?![a-z])"
)

QUESTION_HOOK: Final = LazyPattern(
    "(?:\\W|and |so |but |or |[a-z]+, )*(?:want|wanna|tired|sick|fed up|ready|looking|still|need|"
    "struggling|suffering|worried|embarrassed|dreaming|longing|had enough|did you know|"
    "have you (?:ever )?(?:tried|dreamed|considered|wanted|wished|heard|thought|been|had)|"
    "do you (?:want|need|wish|dream|suffer|struggle|feel|hate|have|still|know|ever|long|worry|often|"
    "really want)|are you (?:tired|sick|ready|looking|still|suffering|struggling|worried|embarrassed|"
    "fed|one of|ashamed|sure|losing|living|missing|over|under|a |bothered|unhappy|one)|"
    "would(?:n't)? (?:you|it)|don't you|isn't it|wouldn't|aren't you|haven't you|why (?:not|wait|"
    "suffer|is|does|do|are|choose|trust|us|are we|settle|pay|risk|live|let|put|spend|go|thousands|"
    "do (?:so many|thousands|patients|people|millions))|what if|what are you waiting|imagine|"
    "remember when|"
    "what makes (?:us|our|this)|who (?:says|said|wants|needs|wouldn't|doesn't)|how about|guess what|"
    "what could be|what's stopping|looking for|in need of|has (?:your|acne|pain)|is (?:your|acne|"
    "back pain|pain|hair loss|snoring|weight)|could (?:this|you)|isn't|won't you|can you imagine|"
    "when was|and the best part|the secret|the result|the best part|ever )"
)
ASKING: Final = LazyPattern(
    "(?:[^?]*?[\"'“:,] ?)?(?:q[.:)]? ?|question: ?|faqs?:? ?|[0-9]+[.)] |[-*·#]+ )?(?:so |but |and |"
    "ok |well )?(?:can|could|does|do|did|is|are|was|were|will|would|has|have|should|may|might|what|"
    "which|who|whom|whose|when|where|how (?:long|much|many|safe|effective|soon|often|painful|common|"
    "likely|do i|can i|should i|do you know|can you|well|good|risky|dangerous)|isn't there|"
    "aren't there)(?:'s|'re)?(?![a-z'])"
)
OUR: Final = LazyPattern("(?<![a-z])(?:we|our|us|ours|here at|at [a-z]+ clinic)(?![a-z])")
OPEN: Final = LazyPattern(
    "(?:[^?]*[,:] )?(?:where|which|who)(?:'s)? |.*(?<![a-z])(?:recommend|suggest) (?:a|the|any|some|me)(?![a-z])"
)
AFFIRMED: Final = LazyPattern(
    "[\\s\"'”)]*(?:a[:.] ?|answer: ?|[^.?!]{0,40} (?:say|says|said|shout) )?(?:yes|yep|yeah|"
    "absolutely|of course|definitely|certainly|sure|you bet|indeed|it (?:can|does|is|will|works)|"
    "we (?:can|do|will|have)|now you can|you can|well,? (?:now|yes)|with (?:our|us)|thanks to|meet|"
    "introducing|try|100%)(?![a-z])"
)

REQUIRED: Final = LazyPattern(
    "(?:statements?|claims?|products?|information)(?: [a-z]+){0,6}? (?:has|"
    "have) not been (?:evaluated|assessed|approved)|(?:not|nor) (?:been )?intended (?:to|for|as)|"
    "always read (?:the )?(?:label|leaflet)|"
    "(?:use|take) only as directed|if symptoms (?:persist|worsen|continue)|(?:individual |your |"
    "actual |patient )*(?:results|outcomes|experiences?) (?:may|will|can|do|might) (?:also )?(?:vary|"
    "differ)|"
    "not (?:a )?(?:substitutes?|replacements?) for|for informational purposes|not medical advice|"
    "(?:food )?supplements should not|consult (?:a|your) [a-z]+ before|"
    "varied (?:and balanced )?diet and (?:a )?healthy lifestyle|"
    "terms and conditions apply|seek a second opinion|carries risks?|results (?:are )?not (?:typical|guaranteed)"
)
HISTORY: Final = LazyPattern(
    "(?<![a-z])(?:discharged|went home|sent home|returned home|left (?:the )?hospital|"
    "recovering (?:well|at home))(?![a-z])"
)
PAST_AGE: Final = LazyPattern(
    "(?<![a-z])(?:museums?|victorian|edwardian|medieval|historians?|patent medicines?|apothecary|"
    "in (?:the )?1[0-8][0-9]{2}s?|in (?:the )?19[0-6][0-9]s?|[a-z0-9]+ century|folklore|fairy tale|"
    "once believed|people once)(?![a-z])"
)
WISH: Final = LazyPattern(
    "(?<![a-z])(?:wish(?:es|ed|ing)? (?:you|him|her|them|all|everyone|every|our|those|"
    "anyone)(?: [a-z]+){0,4}|get well|pray(?:s|ed|ing)? for)(?![a-z])"
)
NAMES: Final = LazyPattern(
    "(?<![a-z])(?:cure [a-z']+(?: [a-z']+){0,3} (?:foundation|fund|trust|charity|society|alliance|"
    "association|network|campaign|institute|research|appeal|initiative|uk|international|action|"
    "coalition)|"
    "cure (?:alzheimer's fund|parkinson's|sma|epilepsy|duchenne|leukaemia|leukemia|jm|cmd|hd|"
    "brain cancer)(?! (?:in|with|now|fast|today|using|by|at))|(?:race|walk|run|ride|relay|swim|"
    "concert|cycle|climb|light) for (?:the|a) cures?|jail and bail|the cure(?= (?:concert|album|gig|"
    "tour|band|song|frontman))|"
    "miracle ear|children's miracle network|miracle (?:mile|worker play|on [0-9]+th street)|miracle fruit|"
    "best (?:practices?|interests?|before|wishes|regards|efforts?|endeavours?|endeavors?|"
    "available evidence|evidence|supporting|known for|man|value biologic|possible (?:care|start|"
    "chance|outcomes?|advice)|medical interests?|describes?|guess|estimate|avoided|taken|stored|"
    "served|corrected)|"
    "(?:first|second|third|no\\.? ?[0-9]+|number [0-9]+) (?:[a-z]+ ){0,2}?(?:hospital|"
    "people's hospital|aid|line|trimester|degree|instance|generation|dose|visit|appointment|"
    "consultation|party|name|hand|responders?)|"
    "[a-z']+ (?:guarantee|compensation) (?:scheme|fund|corporation|association)|loan guarantee|"
    "minimum income guarantee|guaranteed (?:income|minimum|hours)|patient safety|safe (?:sleep|sex|"
    "staffing|guarding|disposal|storage|driving|drinking)|food safety|safety (?:net|information|data|"
    "first|notice|alert|board|committee|officer)|"
    "perfect (?:storm|attendance|pitch)|free (?:radicals?|t[34]|flap|nurse|of charge screening|nhs|"
    "wi fi|wifi|parking)|nhs free|leading (?:cause|causes|edge|question|to|up)|unique (?:identifier|"
    "id|reference|device)|clinical excellence|centres? of excellence|"
    "national institute for health and care excellence|"
    "world (?:first aid|health organi[sz]ation|leading cause)|better health (?:channel|programme)|"
    "top (?:up|ups|of|to|teeth|tips|surgery|layer|half|right|left)|"
    "ultimate(?:ly)? (?:responsib[a-z]+|goal|cause))(?![a-z])"
)
