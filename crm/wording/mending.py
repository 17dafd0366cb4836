"""A text without what shuts people out: a proposal that a person reads before it is used. Pure."""

import re

from crm.wording.check import Finding, check
from crm.wording.enums import Kind

_SEXES = (Kind.GENDER_FEMALE, Kind.GENDER_MALE)
TURNS = 16


def corrected(text: str) -> str:
    """The text with neutral words for a sex and without age, looks and family. What it answers has no findings."""
    for turn in range(TURNS):
        found = check(text)
        if not found:
            break
        # After some turns words are only in the way: the whole part of the sentence goes.
        text = _mended(text, found[0]) if turn < TURNS // 2 else _without_part(text, found[0])
    return _tidy(text) if not check(text) else ""


def _mended(text: str, one: Finding) -> str:
    start, end = _part(text, one)
    around = f"{text[start : one.start]} {text[one.end : end]}"
    if all(_FILLER.match(word) for word in around.split()) and not _asks(one, text[start:end]):
        return _cut(text, start, end)
    if one.kind in _SEXES and not _REFUSED.search(around):
        return text[: one.start] + _neutral(one) + text[one.end :]
    if _REFUSED.search(around):
        return _cut(text, start, end)
    return text[: one.start].rstrip() + " " + _LOOSE.sub("", text[one.end :].lstrip(" "))


def _asks(one: Finding, part: str) -> bool:
    """Whether somebody would be left to ask for: "Saleswoman wanted"."""
    return one.kind in _SEXES and len(part.split()) > len(one.phrase.split())


def _neutral(one: Finding) -> str:
    """The phrase with a word for anybody in place of the sex, in its case and number; a trade beside it is enough."""
    words = one.phrase.split()
    if _ONLY.match(words[0]):
        whole = {"az": "hər kəs", "ru": "все желающие", "en": "everybody"}[one.language]
        return _capital(whole, one.language) if one.phrase[0].isupper() else whole
    others = [word for word in words if not _PERSON.match(word) and not _YOUNG.match(word)]
    if others and one.language == "az":
        left = " ".join(others)
    else:
        person = next((word for word in reversed(words) if _PERSON.match(word)), words[-1])
        left = " ".join([*others, _anybody(person, one.language)])
    return _capital(left, one.language) if one.phrase[:1].isupper() else left


def _capital(text: str, language: str) -> str:
    first = "İ" if language == "az" and text[:1] == "i" else text[:1].upper()
    return first + text[1:]


def _anybody(word: str, language: str) -> str:
    if language == "az":
        ending = _CASE.search(word.lower())
        plural = re.search(r"l[aəe]r", word.lower())
        return "işçi" + ("lər" if plural else "") + (_AZ_ENDINGS.get(ending.group(1), "") if plural and ending else "")
    if language == "ru":
        for endings, person in _RU_PERSONS:
            if re.search(rf"(?:{endings})$", word.lower()):
                return person
        return "сотрудник"
    return (
        "people"
        if word.lower() in ("women", "men", "girls", "boys", "ladies", "guys", "females", "males")
        else "person"
    )


def _without_part(text: str, one: Finding) -> str:
    return _cut(text, *_part(text, one))


def _cut(text: str, start: int, end: int) -> str:
    # The comma before goes with its part, the full stop after stays with the sentence before.
    return text[:start].rstrip(" ,;-–—") + text[end:]


def _part(text: str, one: Finding) -> tuple[int, int]:
    """The part of a sentence it stands in, from one comma or stop to the next."""
    start = max((hit.end() for hit in _EDGE.finditer(text, 0, one.start)), default=0)
    after = _EDGE.search(text, one.end)
    return start, after.start() if after else len(text)


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t]{2,}", " ", text)
    text = re.sub(r" +([,.;!?])", r"\1", text)
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    text = re.sub(r"[,;:]\s*(?=[.!?])", "", text)
    text = re.sub(r"([.!?])(?:\s*\.)+", r"\1", text)
    text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
    return re.sub(r"(?m)^[\s,.;:]+", "", text).strip(" ,;:")


_EDGE = re.compile(r"[,;!?\n()]|\.(?=\s|$)")
#: Words that say nothing once the phrase beside them is gone.
_FILLER = re.compile(
    r"(?i)^\W*(?:ol(?:sun|mal[ıi]\w*|ma[sğ]\w*|an|mayan)|namiz[əe]d\w*|m[üu]tl[əe]q\w*|[şs][əe]rt\w*|t[əe]l[əe]b\w*|olunur|laz[ıi]m\w*|v[əe]|g[öo]t[üu]r\w*"
    r"|обязательн\w*|желательн\w*|строго|только|и|кандидат\w*|required|preferred|wanted|must|be|is|a|only|and|have|applicants?|candidates?|needed|essential)?\W*$"
)
_REFUSED = re.compile(
    r"(?i)narahat|g[öo]t[üu]r[üu]lm|m[üu]raci[əe]t etm[əe]|z[əe]ng etm[əe]|olmas[ıi]n|не (?:звон|беспоко|обращ|предлаг|бер)|need not|not apply"
)
_LOOSE = re.compile(r"(?i)^(?:və|ve|и|and)\s+")
_ONLY = re.compile(r"(?i)yaln[iı]z|ancaq|t[əe]kc[əe]|s[iı]rf|только|исключительно|only")
_YOUNG = re.compile(r"(?i)g[əe]nc|cavan|молод|young")
_PERSON = re.compile(
    r"(?i)qad[iı]n|xan[iı]m|q[iı]z|ki[şs]i|o[ğg]lan|b[əe]y|erk[əe]k|g[əe]lin|devu[şs]ka|женщин|девуш|девоч|девчон|дам|барыш|мужчин|парен|парн"
    r"|юнош|мужик|wom[ae]n|girls?$|lad(?:y|ies)|females?|sales(?:wom|m)[ae]n|waitress|hostess|m[ae]n$|boys?$|guys?$|males?$|gentlem|handym|lads?$"
)
_CASE = re.compile(r"l[aəe]r(?:[iı]n)?([aəe]|d[aə]n|[iı]n|[iı])?")
_AZ_ENDINGS = {"a": "ə", "ə": "ə", "e": "ə", "dan": "dən", "ın": "in", "in": "in", "ı": "i", "i": "i"}
_RU_PERSONS = (
    ("женщину|девушку|мужчину|парня|юношу", "сотрудника"), ("женщин|девушек|парней|мужчин|дам", "сотрудников"),
    ("женщины|девушки|мужчины|парни", "сотрудники"), ("женщинам|девушкам|мужчинам|парням", "сотрудникам"),
)  # fmt: skip
