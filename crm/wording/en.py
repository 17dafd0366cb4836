"""English."""

from crm.wording.enums import Kind
from crm.wording.rules import Rules, rules

_SHE = (
    r"women|woman|girls?|lady|ladies|females?|saleswom[ae]n|salesgirls?|salesladies|saleslady|waitress(?:es)?|housewife"
    r"|housewives|chambermaids?"
)
_HE = r"men|man|boys?|guys?|males?|gentlem[ae]n|salesm[ae]n|handym[ae]n|workmen|foreman|lads?"
_OR = r"(?: (?:and|or|as well as|both|a|an|the))*"
_REFUSED = (
    r"(?:need not apply|not apply|should not apply|please do not|do not apply|not accepted|not considered|not hired|excluded|don't"
    r"|do not call|not wanted|no thanks)"
)
_NO_MATTER = (
    r"(?:does not matter|doesn't matter|is not important|not important|irrelevant|regardless|no restrictions?|no limits?|not required"
    r"|any|all|equally|no difference|not considered|not a factor)"
)
_WELCOME = r"(?:encouraged|welcome|welcomed|invited|too(?= *(?:$|[,.;!]))|also|as well|supported|suits?|suitable|ideal for|perfect for|convenient)"
_CARE = r"(?:car(?:e|es|ing|er|egiver)|look(?:ing)? after|nurse|assist(?:ing|ant|ance)?|help(?:ing)?|companion|tutor|teach\w*|nann(?:y|ies))"
_CHILD = r"(?:child|children|kids?|pupils?|students?|learners?|babies|baby|toddlers?|infants?|teen\w*|son|daughter|boys?|girls?|schoolchildren)"
_ONE = (
    r"(?:person|people|staff|candidates?|applicants?|waiters?|waitress(?:es)?|sellers?|receptionists?|administrators?|secretar(?:y|ies)"
    r"|cashiers?|assistants?|workers?|employees?|models?|hosts?|hostess(?:es)?|cooks?|drivers?|specialists?|professionals?|team members?"
    r"|salesperson|sales assistants?|shop assistants?|promoters?|barista|bartenders?)"
)

LANGUAGE: Rules = rules(
    found={
        Kind.GENDER_FEMALE: [
            r"(?:a |an )?(?:only |young |nice |cleaning )?(?:<SHE>)\b(?: only)?",
            r"(?:<HE>)\b(?= ~<REFUSED>)|\bno (?:<HE>)\b",
        ],
        Kind.GENDER_MALE: [r"(?:a |an )?(?:only |young |strong |delivery )?(?:<HE>)\b(?: only)?", r"(?:<SHE>)\b(?= ~<REFUSED>)|\bno (?:<SHE>)\b"],
        Kind.AGE: [
            r"(?:aged?|ages)(?: (?:between|from|range|limit|group|is|under|over|below|above|up to|max|maximum|minimum|must be))* [1-7]\d(?: (?:to|and|-))? ?(?:[1-7]\d)?(?: years?)?",
            r"(?:between )?[1-7]\d(?: (?:to|and|-|–))? ?[1-7]\d (?:years? (?:old|of age)|y ?o\b|yrs? old|year olds?)",
            r"(?:under|below|up to|not older than|no older than|younger than|not over|over|above|older than|at least|maximum|max|not more than|at most) (?:the age of )?[1-7]\d(?: (?:years?|yrs)(?: (?:old|of age))?)?(?= *(?:$|[,.;!)]|years? old|years? of age|yrs old|only|<ONE>|preferred|need|please|wanted|and|<SHE>|<HE>))",
            r"(?:years? old|of age),? (?:max\w*|under)|born (?:in |after |before |between |since )+(?:19|20)\d\d",
            r"(?:between )[1-7]\d and [1-7]\d(?= *(?:$|[,.;!)]|years? (?:old|of age)))",
            r"(?:young|youthful)(?: and \w+| energetic| \w+ and \w+)?(?: <ONE>|(?= *(?:$|[,.;!])))",
            r"young (?:and )?(?:energetic|dynamic|active|enthusiastic|ambitious)",
            r"(?:pensioners|retired people|retirees|elderly people|older people|seniors)(?= ~<REFUSED>)",
            r"middle aged?|recent school leavers only|maximum age|age limit(?! ~(?:none|no))",
        ],
        Kind.APPEARANCE: [
            r"(?:pleasant|attractive|nice|good|pretty|beautiful|presentable|excellent|appealing|model|charming)(?: \w+)? (?:appearance|looks|looking|features|figure)",
            r"(?:good|nice|great|best) ?looking|goodlooking|presentable|photogenic|physical(?:ly)? (?:appearance|attractive)|model looks|slim|slender|well built",
            r"(?:attractive|pretty|beautiful|handsome|charming|cute|tall|sexy|gorgeous)(?: and \w+| young| friendly)?(?= (?:<SHE>|<HE>|<ONE>))",
            r"(?:must|should|always|who|you) look (?:very )?(?:beautiful|pretty|attractive|good|nice|handsome|young)\b",
            r"(?:be|is|are) (?:very )?(?:attractive|pretty|beautiful|handsome|tall|charming|cute)\b",
            r"(?:attractive|handsome|pretty|tall)(?= *(?:$|[,.;!]| and (?:friendly|polite|young)))",
            r"(?:minimum )?height(?: (?:of|from|at least|minimum|is|over|above))* 1 ?[.,]? ?[5-9]\d(?: ?(?:cm|m))?|at least 1 ?[.,]? ?[5-9]\d ?(?:cm|m)(?: tall)?",
            r"(?:no tattoos|not overweight|overweight|well proportioned|fit body)|appearance (?:is )?(?:important|matters|essential|required)",
        ],
        Kind.MARITAL_FAMILY: [
            r"(?:un)?married(?: <SHE>| <HE>| <ONE>)?|single(?: (?:<SHE>|<HE>|<ONE>)|(?=,? (?:no|without|and (?:no|without|child)|or|preferred|only|people|not))|(?= *(?:$|[,.;!])))|divorced|widow\w*|childless|pregnant(?: <SHE>)?",
            r"(?:no|without|not have|have no|with no|without any|no small|without small|without young|no young) (?:small |young |little )?(?:children|kids|child|dependents?|family (?:commitments|obligations|responsibilities)|babies)",
            r"(?:marital|family) status|(?:mothers|women|parents|those|people|applicants|candidates)? ?(?:with|who have) (?:small |young |little )?(?:children|kids)(?= ~<REFUSED>)|mothers(?= ~<REFUSED>)",
            r"not (?:be )?(?:plan\w*|going|intend\w*)(?: \w+){0,3} (?:pregnan\w*|maternity|children|family|a baby|marry|marriage)",
        ],
    },
    surely={
        Kind.GENDER_FEMALE: [r"(?:only (?:<SHE>)|(?:<SHE>) only)\b(?! (?:gym|salon|club))"],
        Kind.GENDER_MALE: [r"(?:only (?:<HE>)|(?:<HE>) only)\b(?! (?:gym|salon|club))"],
    },
    quiet={
        Kind.GENDER_FEMALE: [
            r"(?:<SHE>),?<OR> (?:<HE>)\b",
            r"(?:<HE>),?<OR> (?:<SHE>)\b",
            r"(?:<SHE>)s?(?: and children| (?:\w+ )?(?:entrepreneur|leader|client|customer|wear|cloth|shoe|fashion|health|right|cent|organi|hair|salon|football|team|market|group|owned|led|founded|network|resource|empower|section|department|department|shop|garment|dress|underwear|bag|toilet|ward|patient|student|footwear|accessor|gym|fitness|refuge|shelter|cooperative|association|boutique|tailor|barber|beaut|product|perfume|magazine|volleyball|business|guest|visitor|doctor|school|college|academy|hostel|dormitor|class|hospital|clinic))\w*",
            r"(?!(?:job|work|vacanc|position|opportunit|opening|only|role|looking|search|hiring|seek|wanted|need|ask)\w*)\w+ for (?:\w+ )?(?:<SHE>)\b",
            r"(?:<CARE>)(?: \w+){0,5} (?:<SHE>)\b",
            r"(?:elderly|old|older|sick|disabled) (?:<SHE>)\b(?= *(?:$|[,.;]| (?:at|in|who|with|of)))",
            r"(?:gender|sex|<SHE>|<HE>)(?: \w+){0,4} <NO>\b|<NO>(?: \w+){0,2} (?:gender|sex|genders)",
            r"(?:<SHE>)(?: \w+){0,4} (?:<WELCOME>)\b|(?:<WELCOME>) (?:<SHE>)\b|also (?:<SHE>)\b",
            r"(?:team|staff|group|collective|cooperative|run|owned|led|founded|managed) (?:\w+ )?(?:by|of) (?:\w+ )?(?:<SHE>)\b",
            r"waiters? (?:or )?waitress(?:es)?|hosts? (?:or )?hostess(?:es)?|(?:with|by|to|among|support|train|teach|dress) (?:\w+ )?(?:<SHE>)\b",
            r"(?:pregnant|married|single|divorced|unmarried) (?:<SHE>)\b|(?:<SHE>) with (?:\w+ )?(?:children|kids)",
            r"(?:<SHE>)\b(?= ~<REFUSED>)|\bno (?:<SHE>)\b",
            r"^.*\b(?:everyone|everybody|anyone|all) (?:is |are )?(?:can apply|may apply|welcome)",
        ],
        Kind.GENDER_MALE: [
            r"(?:<SHE>),?<OR> (?:<HE>)\b",
            r"(?:<HE>),?<OR> (?:<SHE>)\b",
            r"(?:<HE>)s?(?: and children| (?:\w+ )?(?:client|customer|wear|cloth|shoe|fashion|health|hair|salon|football|team|section|department|shop|garment|suit|bag|toilet|ward|patient|student|footwear|accessor|gym|barber|tailor|perfume|volleyball|grooming|school|college|academy|hostel|dormitor|class))\w*",
            r"(?!(?:job|work|vacanc|position|opportunit|opening|only|role|looking|search|hiring|seek|wanted|need|ask)\w*)\w+ for (?:\w+ )?(?:<HE>)\b",
            r"(?:<CARE>)(?: \w+){0,5} (?:<HE>)\b",
            r"(?:elderly|old|older|sick|disabled) (?:<HE>)\b(?= *(?:$|[,.;]| (?:at|in|who|with|of)))",
            r"(?:gender|sex|<SHE>|<HE>)(?: \w+){0,4} <NO>\b|<NO>(?: \w+){0,2} (?:gender|sex|genders)",
            r"(?:<HE>)(?: \w+){0,4} (?:<WELCOME>)\b|also (?:<HE>)\b",
            r"(?:with|by|to|among|dress) (?:\w+ )?(?:<HE>)\b",
            r"(?:<HE>)\b(?= ~<REFUSED>)|\bno (?:<HE>)\b",
            r"^.*\b(?:everyone|everybody|anyone|all) (?:is |are )?(?:can apply|may apply|welcome)",
            r"(?:pregnant|married|single|divorced|unmarried) (?:<SHE>)\b|(?:<SHE>) with (?:\w+ )?(?:children|kids)",
        ],
        Kind.AGE: [
            r"\d+(?: (?:to|and|-|–))? ?\d* (?:years?|yrs?) (?:of )?(?:\w+ )?(?:experience|practice|warranty|guarantee|business|market|contract|work|in)\w*",
            r"(?:<CHILD>)(?: \w+){0,4} \d+(?: (?:to|and|-|–))? ?\d*(?: years? old)?",
            r"\d+(?: (?:to|and|-|–))? ?\d*(?: years?)?(?: ?old)? (?:<CHILD>)",
            r"(?:<CARE>)(?: \w+){0,5} \d+(?: years? old)?|\d+ years? old (?:\w+ )?(?:company|firm|business|brand|building|patient|lady|woman|man|grandmother|grandfather|mother|father)",
            r"(?:over|above|at least|older than|minimum|min|from|aged?|ages?|minimum age|age from|be)(?: (?:the age of|of|is|over|at least|from))* 1[0-8](?: (?:years?|yrs)(?: (?:old|of age))?)?(?: (?:or|and) (?:over|older|above))?(?! ?(?:to|-|–|and) ?\d)",
            r"(?:age|ages|aged)(?: \w+){0,4} <NO>\b|<NO> (?:\w+ )?ages?|no (?:upper )?age limits?",
            r"(?:age )?1[0-8] ?\+",
            r"(?:customers?|clients?|audience|guests?|participants?|readers?|patients?|members?)(?: \w+){0,4} \d+(?: (?:to|and|-|–))? ?\d*",
            r"young (?:team|company|children|learners|audience|brand|mothers|families|business|readers|entrepreneurs|clients|patients|animals|people s)",
            r"(?:working with|teach\w*|for|to) young (?:\w+)",
            r"(?:pensioners|retired people|young people|students|older people|seniors)(?: \w+){0,4} (?:<WELCOME>)\b",
            r"(?:under|over|up to|at least|maximum|max) \d+ (?:minutes?|hours?|days?|kg|km|azn|manats?|percent|people|women|weeks?|months?)",
        ],
        Kind.APPEARANCE: [
            r"(?:neat|tidy|clean|professional|smart)(?: and \w+)? appearance",
            r"(?:attractive|beautiful|pretty|nice|tall|charming|presentable)(?: and \w+)? (?!<SHE>|<HE>|<ONE>|(?:and|in|at|on|with|for|to)\b|appearance|looks?\b|looking|young|friendly|features|figure)\w+",
            r"appearance of (?:the )?\w+",
        ],
        Kind.MARITAL_FAMILY: [
            r"(?:marital|family) status(?: \w+){0,4} <NO>\b|<NO>(?: of)? (?:\w+ )?(?:marital|family) status",
            r"single (?:shift|point|room|bed|use|day|entry|contract|page|window|person contract|handed)",
            r"(?:for|with|to) (?:married couples|pregnant (?:women|ladies))|pregnant women(?: \w+){0,3} (?:class|cloth|yoga|clinic|<WELCOME>)\w*|single (?:mothers|parents|moms)(?: \w+){0,4} (?:<WELCOME>)",
            r"(?:family|families|home|couple)(?: \w+){0,3} (?:with|without|no) (?:\w+ )?(?:children|kids)|(?:parents|mothers|women|those) with (?:\w+ )?(?:children|kids)(?: \w+){0,4} (?:<WELCOME>)",
        ],
    },
    parts={
        "SHE": _SHE, "HE": _HE, "OR": _OR, "REFUSED": _REFUSED, "NO": _NO_MATTER, "WELCOME": _WELCOME, "CARE": _CARE,
        "CHILD": _CHILD, "ONE": _ONE,
    },
)  # fmt: skip
