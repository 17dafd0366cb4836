"""An advertisement in az, ru or en read into what the work needs and offers, each with the words it came from. No database, no Flask."""

import re
from dataclasses import dataclass, replace

from crm.skills.cues import PLAIN, STOP
from crm.skills.everyday import is_everyday
from crm.skills.fold import match_key
from crm.skills.resolve import Found, Mention, Passage, Vocabulary
from crm.skills.segments import Break, Word
from crm.skills.steering import Voice
from crm.vacancies import conditions
from crm.vacancies.hours import working_time
from crm.vacancies.noted import Noted, PlainText
from crm.vacancies.trades import SKILL_OF_TRADE

__all__ = ["Noted", "Reading", "read_vacancy"]

# Owners put what matters first. Without a word of degree the first few needs are required, what follows is welcome:
# a list of ten tasks is not ten conditions.
REQUIRED_UNSAID = 2
# A broad word (satış, sığorta) may speak of the firm or of what it offers: welcome at most.
UNSURE = 0.7
# Seen at an interview, not in a profile: never a condition, whatever the text says.
PERSONAL_QUALITIES = frozenset(
    {"teamwork", "communication", "responsibility", "diligence", "time-management"}
    | {"stress-resistance", "accuracy", "fast-learner", "creativity"}
)
# Learnt at the place itself in days: welcome at most, unless it is the only work named.
SOON_LEARNT = frozenset({"customer-service", "quality-control", "merchandising", "cold-storage", "labelling"})
# Papers the law asks for: a must by being named.
PAPERS = frozenset({"medical-book", "nurse-diploma", "driving-licence-b", "driving-licence-d", "tractor-licence"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What an advertisement says. None and empty mean it says nothing; pay is AZN a month."""

    required: tuple[Found, ...]
    desired: tuple[Found, ...]
    training: Noted[bool] | None
    hours: Noted[str] | None
    weekly_hours: Noted[int] | None
    night: Noted[bool] | None
    weekend: Noted[bool] | None
    transport: Noted[bool] | None
    home_based: Noted[bool] | None
    openings: Noted[int] | None
    pay_min: Noted[int] | None
    pay_max: Noted[int] | None
    title: str
    unknown: tuple[str, ...]


def read_vacancy(text: str, vocabulary: Vocabulary) -> Reading:
    """Read an advertisement; everything in the answer is a proposal for a person to confirm."""
    passage = vocabulary.read(text)
    plain = PlainText(text)
    training, transport, home = conditions.training(plain), conditions.transport(plain), conditions.home_based(plain)
    time = working_time(plain, home)
    pay_min, pay_max = conditions.pay(plain)
    # "Təlim verilir" is an offer, not a wish for a trainer.
    required, desired = _needs(passage, [*conditions.training_words(plain), *([transport.words] if transport else [])])
    understood = [training, transport, home, time.hours, time.night, time.weekend, pay_min, pay_max]
    said = [PlainText(noted.words).plain for noted in understood if noted]
    return Reading(
        required=required,
        desired=desired,
        training=training,
        hours=time.hours,
        weekly_hours=time.weekly,
        night=time.night,
        weekend=time.weekend,
        transport=transport,
        home_based=home,
        openings=conditions.openings(plain) or _counted(passage),
        pay_min=pay_min,
        pay_max=pay_max,
        title=_title(text),
        unknown=tuple(phrase for phrase in passage.unknown if _may_be_a_need(phrase, said)),
    )


def _needs(passage: Passage, offered: list[str]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    mentions = _of_the_work(passage)
    required: dict[str, Found] = {}
    desired: dict[str, Found] = {}
    for mention in mentions:
        found = mention.found
        if mention.voice is Voice.DENIED or any(found.matched in words for words in offered):
            continue
        if found.concept in SKILL_OF_TRADE:
            # What she must be able to do is the skill: who can, need not have done it for a wage.
            found = replace(found, concept=SKILL_OF_TRADE[found.concept])
        wanted = _wanted(mention, passage.words, first=mention is mentions[0])
        if found.concept in PERSONAL_QUALITIES | SOON_LEARNT or found.confidence < UNSURE or wanted is False:
            desired.setdefault(found.concept, found)
        elif wanted or found.concept in PAPERS or len(required) < REQUIRED_UNSAID:
            required.setdefault(found.concept, found)
        else:
            desired.setdefault(found.concept, found)
    if not required:
        # Then it is the work itself.
        required = {code: found for code, found in desired.items() if code in SOON_LEARNT}
    return tuple(required.values()), tuple(found for code, found in desired.items() if code not in required)


def _of_the_work(passage: Passage) -> list[Mention]:
    """Without what the employer gives ("yemək verilir"), ways to call him, and, if the work is named too, who he is."""
    words = passage.words
    spoken = [
        mention
        for mention in passage.mentions
        if not _GIVEN.search(_keys(_around(mention, words, Break.COMMA)))
        and not (
            mention.found.concept in _WAYS_TO_CALL and _CALL.search(_keys(_around(mention, words, Break.SENTENCE)))
        )
    ]
    seeks = next((place for place, word in enumerate(words[:SEEKER_WORDS]) if _SEEKS.match(word.key)), 0)
    work = [mention for mention in spoken if mention.at[0] > seeks]
    return work if seeks and work else spoken


def _keys(words: tuple[Word, ...]) -> str:
    return " ".join(word.key for word in words)


def _wanted(mention: Mention, words: tuple[Word, ...], *, first: bool) -> bool | None:
    """True for a must, False for a wish, None when the sentence says neither. The word of its own piece goes first.

    What is sought stands first: a wish at the end of its sentence speaks of what stands between."""
    for strength in (Break.AND, Break.COMMA, Break.SENTENCE):
        said = _keys(_around(mention, words, strength))
        if strength is Break.SENTENCE and (first or _THIS_ONE_IS_WELCOME.search(said)):
            return None
        if _WELCOME.search(said):
            return False
        if strength < Break.SENTENCE and _MUST.search(said):
            return True
    return None


def _around(mention: Mention, words: tuple[Word, ...], strength: Break) -> tuple[Word, ...]:
    start, end = mention.at[0], mention.at[-1] + 1
    while start > 0 and words[start].break_before < strength:
        start -= 1
    while end < len(words) and words[end].break_before < strength:
        end += 1
    return words[start:end]


def _counted(passage: Passage) -> Noted[int] | None:
    """ "2 ofisiant və bir aşpaz": numbers straight before what is sought or within it, added up."""
    words = passage.words
    before = {place - 1: mention for mention in passage.mentions for place in mention.at if place > 0}
    counts = [
        (number, mention.found.matched if place > mention.at[0] else f"{words[place].text} {mention.found.matched}")
        for place, mention in sorted(before.items())
        if (number := conditions.number(words[place].key)) and words[place + 1].break_before is Break.NONE
    ]
    return Noted(sum(count for count, _ in counts), ", ".join(said for _, said in counts)) if counts else None


def _title(text: str) -> str:
    """The first statement without the asking: "Marketə 2 nəfər kassir tələb olunur" -> "Marketə kassir"."""
    text = _CALL_TO_READ.sub("", text)
    first = next((piece.strip() for piece in _STATEMENT_END.split(text) if piece.strip()), "")
    before, after = first, ""
    asked = _ASKING.search(first)
    if asked:
        before, after = first[: asked.start()], first[asked.end() :]
    # What is sought stands before the verb in Azerbaijani and after it in Russian and English.
    wanted = f"{before} {after}" if len(before.split()) < 3 else before
    wanted = wanted.split(",")[0] if "," in wanted.strip(" ,") else wanted
    return " ".join(_HOW_MANY.sub(" ", wanted).split()).strip(" ,-–:")


def _may_be_a_need(phrase: str, said: list[str]) -> bool:
    plain = PlainText(phrase).plain
    if any(words in plain or plain in words for words in said) or any(char.isdigit() for char in plain):
        return False
    return any(
        len(word) > 3 and not _ADVERTISEMENT.match(word) and not _says_nothing(word) for word in _WORD.findall(plain)
    )


def _says_nothing(word: str) -> bool:
    key = match_key(word)
    return key in STOP or key in PLAIN or is_everyday(key)


# Matching keys: no doubles, q and ğ are g, Russian romanised.
_WELCOME = re.compile(
    r"ustunlu[gk]\w*|arzu ?olun\w*|arzu olun\w*|arzuedil\w*|yaxsi olar|olsa yaxsi|plyus\w*|plus\w*|olarsa|jelatelno|preimuses\w*|plyusom"
    r"|privetstvu\w*|predpoct\w*|budet plyus|desired|desirable|prefer\w*|advantage|a plus|welcome|nice to have|ideal\w*"
)
# "English, Russian is a plus": of one thing, not of the list before it.
_THIS_ONE_IS_WELCOME = re.compile(r"\bis (?:a |an )?(?:plus|advantage|asset|welcome|desir\w+|prefer\w+)")
# What stands beside it is given by the employer; a lesson that "verilir" is work, a training is read in conditions.py.
_GIVEN = re.compile(
    r"\b(?!ders)\w+ (?:ve \w+ )?(?:verilir|verirem|veririk|bizden|temin (?:olunur|edilir|edirik)|sirket hesabina|sirketden|muesiseden)\b|\bpulsuz\w*"
    r"|predostavl\w*|oplaciva\w*|besplatn\w*|za nash schet|\b(?:is|are)? ?(?:provided|ofered|included)\b|\bfre (?:meals|lunch|acomodation)"
)
_WAYS_TO_CALL = frozenset({"smartphone", "phone-calls", "email-internet", "typing", "document-preparation"})
_CALL = re.compile(
    r"muraciet|elage|zeng ed|zeng et|yazin|yaza biler|yazsin|gonder|nomre|vatsap|vhatsap|kontakt|svyaz|pisite|zvonit|po tel|rezyume|\bcv\b|contact|aply|\bcal us"
)
# "Салон красоты ищет", "Hotel seeks": what stands before is who seeks. Azerbaijani says the verb last.
SEEKER_WORDS = 8
_SEEKS = re.compile(r"ise[tm]$|priglasa|nabira|seks$|hires$|neds$|loking$|vants$")
_MUST = re.compile(
    r"mutleg\w*|sertdir|serti\b|vacibdir|olmalidir\w*|olmali\b|bilmeli\w*|bacarmali\w*|olsun\b|bilsin\w*|bacarsin\w*|lazimdi\w*|zeruri\w*|teleb olunur"
    r"|obyazatel\w*|trebuet\w*|neobxodim\w*|nujn\w*|doljn\w*|must|required|requires|esential|mandatory|ned(?:s|ed)?\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_STATEMENT_END = re.compile(r"[.;!?\n:]+(?:\s|$)|\s[-–—]\s|\s\(")
_ASKING = re.compile(
    r"(?:t[əe]l[əe]b\s+olunur|axtar[ıi]l[ıi]r|axtar[ıi]r[ıi]q|laz[ıi]md[ıi]r?|g[öo]t[üu]r[üu]l[üu]r|q[əe]bul\s+(?:olunur|edirik|edilir)"
    r"|(?:на\s+работу\s+)?требу[ею]тся|нужн[аыо]|ищем|приглаша\w+|(?:we\s+are\s+)?looking\s+for|(?:is|are)?\s*(?:needed|wanted|required)|we\s+need)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\b\d{1,3}\s*(?:n[əe]f[əe]r\w*|человек\w*|people|persons?)(?=\s|$)|\b\d{1,3}(?=\s)", re.IGNORECASE
)
_CALL_TO_READ = re.compile(
    r"^\W*(?:(?:t[əe]cili|diqq[əe]t|vakansiya|salam|срочно|внимание|вакансия|urgent(?:ly)?|vacancy)\b\W*)+",
    re.IGNORECASE,
)
_ADVERTISEMENT = re.compile(
    r"maas|emek|haqq|odenis|teleb|axtar|lazim|saat|novbe|qrafik|gun|hefte|ayda|ayliq|manat|azn|isci|tecrube|yas|qadin|xanim|qiz|namized"
    r"|muraciet|elaqe|telefon|unvan|sosial|paket|servis|nahar|yemek|kend|seher|axsam|ustunluk|mutleq|sert|olmali|olsun|veril|tam|yarim|cume|bonus|sertifikat|qida|usaq|ana|yasi|ola|razilas|pulsuz|telim|kurs|tecili|tezden|sonlari|sirket|yol\b"
    r"|зарплат|оплат|требу|график|смен|опыт|работ|возраст|женщин|девуш|полн|обяз|желат|звон|тел|час|дн|салон|компан|можно|свободн|обуч|науч|срочн|жиль|да[её]м|привоз"
    r"|salary|pay|need|require|look|shift|hours|experience|woman|women|full|part|time|phone|call|apply|work|team|company|looking|week|month|possible"
)
