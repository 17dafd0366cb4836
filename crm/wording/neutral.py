"""A word for anybody in place of a sex, in its case and number, and nothing at all where a trade beside it is enough. Pure."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Around:
    """A phrase and what stands before and after it in its part of the sentence."""

    before: str
    phrase: str
    after: str


def neutral(said: Around, language: str) -> Around:
    person = _PERSON.search(said.phrase)
    if not person:
        return Around(said.before, "", said.after)
    before = said.before + said.phrase[: person.start()]
    after = said.phrase[person.end() :] + said.after
    only = bool(_ONLY.search(before[len(said.before) :]) or _ONLY.match(after))
    before, after = _YOUNG.sub("", _ONLY_LAST.sub("", before)), _ONLY.sub("", after)
    changed = {"az": _azerbaijani, "ru": _russian, "en": _english}[language](before, person.group(), after, only)
    return Around(changed.before, _capital(changed.phrase, person.group(), said, language), changed.after)


def only_persons(phrase: str) -> bool:
    """Whether it names nobody but a sex: "yalnız kişilər"."""
    if any(word.lower() in _EN_TRADES for word in phrase.split()):
        return False
    return not re.search(r"\w", _YOUNG.sub("", _ONLY.sub("", _PERSON.sub("", phrase))))


def _capital(word: str, person: str, said: Around, language: str) -> str:
    opens = not said.before.strip() and said.phrase[:1].isupper()
    return capital(word, language) if word and opens else word


def capital(text: str, language: str) -> str:
    first = "İ" if language == "az" and text[:1] == "i" else text[:1].upper()
    return first + text[1:]


def _azerbaijani(before: str, person: str, after: str, only: bool) -> Around:
    hit = re.search(r"(?i)l[aəe]r", person)
    plural, ending = hit is not None, person[hit.end() :] if hit else _AZ_STEM.sub("", person)
    case = next((name for name, form in _AZ_CASES.items() if re.fullmatch(form, ending.lower())), "")
    if only and not ending and not plural and (beside := _AZ_TRADE_NEXT.match(after)):
        many = "bütün" if re.search(r"(?i)l[aəe]r", beside.group()) else ""
        return Around(before, many, after if many else after.lstrip(" -"))
    trade = _AZ_TRADE_LAST.search(before)
    if not trade and (only or re.match(r"\s*[üu][çc][üu]n", after)):
        return Around(before, "hər kəs" + {"dat": "ə", "gen": "in", "acc": "i", "abl": "dən"}.get(case, ""), after)
    if trade:
        return Around(before.rstrip() + _az_ending(trade.group().strip(), case), "", after)
    if not ending and not plural and _AZ_TRADE_NEXT.match(after):
        return Around(before, "", after.lstrip(" -"))
    word = "işçilər" if plural else "işçi"
    return Around(before, word + _az_ending(word, case), after)


def _az_ending(word: str, case: str) -> str:
    """The ending of a case after this word, in harmony with its last vowel."""
    vowels = re.findall(r"[aıouəeiöü]", word.lower()) or ["i"]
    back, open_end = vowels[-1] in "aıou", word[-1:].lower() in "aıouəeiöü"
    wide = "a" if back else "ə"
    narrow = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowels[-1], "i")
    joined = {"dat": "y" + wide, "acc": "n" + narrow, "gen": "n" + narrow + "n"}
    if not case:
        return ""
    if case in joined:
        return joined[case] if open_end else joined[case][1:]
    return "d" + wide + ("n" if case == "abl" else "")


def _russian(before: str, person: str, after: str, only: bool) -> Around:
    if re.search(r"(?i)\bдля\s*$", before):
        return Around(before, "всех", after)
    if before.endswith("-"):
        return Around(before[:-1], "", after)
    feminine = re.search(r"(?i)(?:женщина|девушка|женщину|девушку|дама|даму)$", person)
    if after.startswith("-") or _RU_TRADE_NEXT.match(after):
        if feminine and not re.match(r"\W*\w*[аяую]\b", after):
            before = _masculine(before)
        return Around(before, "", after.lstrip(" -"))
    if only:
        return Around(before, "все желающие", after)
    word = next((found for ending, found in _RU_PERSONS if re.search(rf"(?i)(?:{ending})$", person)), "сотрудник")
    if feminine:
        before = _masculine(before)
    return Around(before, word, after)


def _masculine(before: str) -> str:
    """The adjectives and numbers right before a word that is no longer feminine; "нужна" too."""
    words = re.split(r"(\s+)", before)
    for place in range(len(words) - 1, -1, -1):
        if not words[place].strip():
            continue
        turned = words[place]
        for feminine, masculine in _RU_TURNS:
            turned = re.sub(rf"(?i){feminine}$", masculine, turned)
        if turned == words[place]:
            break
        words[place] = turned
    return "".join(words)


def _english(before: str, person: str, after: str, only: bool) -> Around:
    trade = _EN_TRADES.get(person.lower())
    if trade:
        word = trade
    elif only or (re.search(r"(?i)\bfor\s*$", before) and person.lower() in _EN_MANY):
        word = "everybody"
    elif _EN_TRADE_NEXT.match(after):
        return Around(before, "", after.lstrip())
    else:
        word = "people" if person.lower() in _EN_MANY else "person"
    return Around(before, word, after)


_ONLY = re.compile(r"(?i)\s*\b(?:yaln[iı]z|ancaq|t[əe]kc[əe]|s[iı]rf|только|исключительно|only)\b")
_ONLY_LAST = re.compile(_ONLY.pattern + r"(?=(?:\s+\w+)?\s*$)")
_YOUNG = re.compile(r"(?i)\b(?:g[əe]nc|cavan|evdar|молод\w+|young)\s*$")
_PERSON = re.compile(
    r"(?i)\b(?:(?:qad[iı]n|xan[iı]m|q[iı]z|ki[şs]i|o[ğg]lan|b[əe]y|erk[əe]k|g[əe]lin|devu[şs]ka|bac[ıi])\w*"
    r"|молод(?:ой|ого|ому|ым) человек\w*|(?:женщин|девуш|девоч|девчон|дам|барыш|мужчин|парен|парн|юнош|мужик)\w*"
    r"|wom[ae]n|girls?|lad(?:y|ies)|females?|sales(?:wom|m)[ae]n|salesgirls?|saleslad(?:y|ies)|waitress(?:es)?|hostess(?:es)?|chambermaids?"
    r"|housewi(?:fe|ves)|m[ae]n|boys?|guys?|males?|gentlem[ae]n|handym[ae]n|workmen|foreman|lads?)\b"
)
_AZ_STEM = re.compile(r"(?i)^(?:qad[iı]n|xan[iı]m|q[iı]z|ki[şs]i|o[ğg]lan|b[əe]y|erk[əe]k|g[əe]lin|devu[şs]ka|bac[ıi])")
_AZ_CASES = {"dat": "y?[aəe]", "acc": "n?[ıiuü]", "gen": "n?[ıiuü]n", "loc": "d[aəe]", "abl": "d[aəe]n"}
_AZ_TRADE = (
    r"(?:i[şs][çc]i|sat[ıi]c[ıi]|ofisiant|administrator|resepsionist|katib[əe]?|kassir|operator|menecer[ıi]?|a[şs]paz|usta|f[əe]hl[əe]|kuryer"
    r"|d[əe]rzi|xadim[əe]|day[əe]|qabyuyan|yuyan|barmen|barista|b[əe]rb[əe]r|m[üu]hasib|m[üu][əe]llim|h[əe]kim|model|promouter|hostes|konsultant"
    r"|t[əe]l[əe]b[əe]|k[öo]m[əe]k[çc]i(?:si)?|m[üu]t[əe]x[əe]ssis|namiz[əe]d|[əe]m[əe]kda[şs]|s[üu]r[üu]c[üu]|\w{3,}[çc][ıiuü](?:s[ıiuü])?|bax[ıi]c[ıi])"
)
_AZ_TRADE_LAST = re.compile(rf"(?i)\b{_AZ_TRADE}\s*$")
_AZ_TRADE_NEXT = re.compile(rf"(?i)[ -]+{_AZ_TRADE}(?:l[aəe]r)?\w{{0,3}}\b")
_RU_TRADE_NEXT = re.compile(
    r"(?i) (?:администратор|официант|продав|кассир|оператор|менеджер|повар|секретар|консультант|водител|помощни|уборщи|курьер|бармен|бариста"
    r"|грузчик|сотрудни|работник|няню|няня|промоутер|хостес|мастер|швея|швею|кондуктор|бухгалтер)"
)
_RU_PERSONS = (
    ("женщину|девушку|мужчину|парня|юношу|даму|человека", "сотрудника"), ("женщин|девушек|парней|мужчин|дам|юношей", "сотрудников"),
    ("женщины|девушки|мужчины|парни|юноши|дамы", "сотрудники"), ("женщинам|девушкам|мужчинам|парням", "сотрудникам"),
)  # fmt: skip
_RU_TURNS = (
    ("([нН])ужна", r"\1ужен"), ("([оО])дна", r"\1дин"), ("([оО])дну", r"\1дного"), ("([гкхжшчщ])ая", r"\1ий"), ("ая", "ый"), ("яя", "ий"),
    ("ую", "ого"), ("юю", "его"),
)  # fmt: skip
_EN_TRADES = {
    "waitress": "waiter", "waitresses": "waiters", "hostess": "host", "hostesses": "hosts", "saleswoman": "salesperson",
    "saleswomen": "salespeople", "salesman": "salesperson", "salesmen": "salespeople", "salesgirl": "salesperson",
    "salesgirls": "salespeople", "saleslady": "salesperson", "salesladies": "salespeople", "chambermaid": "room attendant",
    "chambermaids": "room attendants", "handyman": "repairer", "handymen": "repairers", "workmen": "workers", "foreman": "supervisor",
}  # fmt: skip
_EN_MANY = {
    "women", "men", "girls", "boys", "ladies", "guys", "females", "males", "gentlemen", "lads", "housewives",
}  # fmt: skip
_EN_TRADE_NEXT = re.compile(
    r"(?i) +(?:[a-z]+ )?(?:[a-z]{2,}(?:er|or|ist|ant|ian)s?|cooks?|staff|nurses?|barista|secretar(?:y|ies)|candidates?|models?|guards?|nanny|nannies)\b"
)
