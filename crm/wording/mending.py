"""A text without what shuts people out: a proposal that a person reads before it is used. Pure."""

import re
from dataclasses import replace

from crm.wording.check import Finding, check
from crm.wording.enums import Kind
from crm.wording.neutral import Around, capital, neutral, only_persons

_SEXES = (Kind.GENDER_FEMALE, Kind.GENDER_MALE)
TURNS = 16
#: What parts the wishes of a list written in one line.
BULLETS = "•·▪■●✅✔☑➡👉📌|"


def corrected(text: str) -> str:
    """The text with neutral words for a sex and without age, looks and family. What it answers has no findings.

    Empty where nothing is left to propose."""
    changed = text
    for turn in range(TURNS):
        found = check(changed)
        if not found:
            break
        # After some turns words are only in the way: the whole part of the sentence goes.
        changed = _mended(changed, found[0]) if turn < TURNS // 2 else _without_part(changed, found[0])
    changed = _tidy(changed)
    return changed if re.search(r"\w", changed) and not check(changed) else ""


def _mended(text: str, one: Finding) -> str:
    one = _person_only(one)
    start, end = _part(text, one)
    said = Around(text[start : one.start], one.phrase, text[one.end : end])
    around = f"{said.before} {said.after}"
    if _REFUSED.search(f"{said.before}{one.phrase}{said.after}") or text[start - 1 : start] == "(":
        return _without_part(text, one)
    if label := _LABEL.search(text[: one.start]):
        opens = max((hit.end() for hit in _EDGE.finditer(text, 0, label.start())), default=0)
        whole = _nothing_said(text[opens : label.start()])
        return _joined(text[: opens if whole else label.start()], text[end:], whole, one.language)
    if one.kind in _SEXES:
        return _for_anybody(text, start, end, said, one)
    if _nothing_said(around) or _said_elsewhere(around.strip(" .:"), text[:start] + text[end:]):
        return _without_part(text, one)
    return _without_phrase(text, one.start, one.end, one.language)


def _person_only(one: Finding) -> Finding:
    """A sex found together with the trade before a comma or bracket: only what stands behind it is mended."""
    place = max(one.phrase.rfind(mark) for mark in f",(;{BULLETS}") + 1
    if one.kind not in _SEXES or not place:
        return one
    place += len(one.phrase[place:]) - len(one.phrase[place:].lstrip())
    return replace(one, phrase=one.phrase[place:], start=one.start + place)


def _for_anybody(text: str, start: int, end: int, said: Around, one: Finding) -> str:
    if not said.before.strip() and not said.after.strip() and only_persons(one.phrase):
        return _without_part(text, one)
    if not said.after.strip() and said.before.rstrip().endswith(":") and only_persons(one.phrase):
        return text[: one.start] + text[one.end :]
    earlier = text[:start].rstrip()
    if not said.before.strip() and earlier.endswith(",") and only_persons(one.phrase) and _nothing_said(said.after):
        # "Kassir, qadın tələb olunur": whom it speaks of stands before the comma.
        return earlier[:-1] + said.after + text[end:]
    mended = neutral(said, one.language)
    if _MUST_BE.match(mended.after.strip()):
        # "Satıcı qız olmalıdır": with the sex goes what is demanded of it.
        mended = Around(mended.before, "", _MUST_BE.sub("", mended.after.strip()))
        if _nothing_said(f"{mended.before} {mended.after}"):
            return _without_part(text, one)
    return _put(text, start, end, mended, one.language)


def _put(text: str, start: int, end: int, mended: Around, language: str) -> str:
    if mended.phrase:
        return _articles(text[:start] + mended.before + mended.phrase + mended.after + text[end:])
    place = start + len(mended.before)
    whole = text[:start] + mended.before + " " + mended.after.lstrip() + text[end:]
    opened = text[start:end].strip()[:1].isupper() and not mended.before.strip()
    return _joined(whole[:place], whole[place:], opened, language)


def _without_phrase(text: str, start: int, end: int, language: str) -> str:
    before, after = text[:start].rstrip(), _LOOSE.sub("", text[end:].lstrip(" "))
    if _ARTICLE.search(before):
        # "a young, attractive cook": the article belongs to what comes after the comma.
        after = after.lstrip(" ,")
    if re.match(r"\w", after):
        return _joined(text[:start], f" {after}", not text[start].islower(), language)
    return _joined(_DANGLING.sub("", before), after, not text[start].islower(), language)


def _without_part(text: str, one: Finding) -> str:
    start, end = _part(text, one)
    heading = _HEADING.match(text[start : one.start])
    if heading and re.search(r"\w", text[end:].split("\n")[0]):
        # "Tələblər: yaraşıqlı görünüş, rus dili": what the list is called stays for the rest of it.
        start += heading.end()
    opened = not text[start:end].strip()[:1].islower()
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
        return text[:start].rstrip() + text[end:]
    return _joined(text[:start], text[end:], opened, one.language)


def _joined(before: str, after: str, opened: bool, language: str) -> str:
    """What is left of a sentence opens with a capital if what is gone did."""
    # The comma before goes with its part, the full stop after stays with the sentence before.
    before = before.rstrip(f" ,;-–—{BULLETS}")
    if not before or before[-1] in ".!?\n:(":
        stripped = after.lstrip(" ,;-–—.")
        opened = opened and before[-1:] != "("
        gap = " " if before and before[-1] not in "\n(" else ""
        after = gap + (capital(stripped, language) if opened else stripped)
    return _articles(before + after)


def _articles(text: str) -> str:
    text = re.sub(r"\b([Aa])n (?=[b-df-hj-np-tv-z])", r"\1 ", text)
    return re.sub(
        r"\b(a|A) (?=(?:assistant|accountant|administrator|operator|attractive|energetic|experienced)\b)", r"\1n ", text
    )


def _nothing_said(words: str) -> bool:
    return all(_FILLER.match(word) for word in words.split())


def _said_elsewhere(words: str, rest: str) -> bool:
    """ "Ofisiantlar 20-28 yaş" beside "Ofisiant qızlar axtarılır": without the age nothing is new."""
    return bool(_MANY.fullmatch(words)) and _MANY.sub(r"\1", words).lower() in rest.lower()


def _part(text: str, one: Finding) -> tuple[int, int]:
    """The part of a sentence it stands in, from one comma or stop to the next."""
    start = max((hit.end() for hit in _EDGE.finditer(text, 0, one.start)), default=0)
    after = _EDGE.search(text, one.end)
    return start, after.start() if after else len(text)


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
    text = re.sub(rf"(?<=\w)(?=[{BULLETS}])", " ", text)
    text = re.sub(r"[ \t]{2,}", " ", text)
    text = re.sub(r" +([,.;!?])", r"\1", text)
    text = re.sub(r":\s*[,;]", ":", text)
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    text = re.sub(r"[,;:]\s*(?=[.!?])", "", text)
    text = re.sub(r"([.!?])(?:\s*[,;])+", r"\1", text)
    text = re.sub(r"([.!?])(?:\s*\.)+", r"\1", text)
    return re.sub(r"(?m)^[\s,.;:]+", "", text).strip(" ,;:-–—")


_EDGE = re.compile(rf"[,;!?\n(){BULLETS}]|\.(?=\s|$)|(?<=\s)[-–—](?=\s)")
#: Words that say nothing once the phrase beside them is gone.
_FILLER = re.compile(
    r"(?i)^\W*(?:ol(?:sun|mal[ıi]\w*|ma[sğ]\w*|an\w*|mayan\w*)|namiz[əe]d\w*|i[şs][çc]il[əe]r\w*|m[üu]tl[əe]q\w*|[şs][əe]rt\w*|t[əe]l[əe]b\w*|olunur\w*|laz[ıi]m\w*|v[əe]|g[öo]t[üu]r\w*"
    r"|[üu]st[üu]nl[üu]k\w*|veril\w*|qazan\w*|m[üu]raci[əe]t|et?sin\w*|ed[əe]\w*|bil[əe]r\w*|vacib\w*|[əe]sas|malik|maksimum|minimum|max|min|[əe]n|az[ıi]|[çc]ox|z[əe]hm[əe]t|olmasa|axtar\w*|qəbul|edilir|yaz[ıs]\w*|iş|elan|var|[öo]n[əe]m\w*|[1-7]\d(?:[-–][1-7]\d)?"
    r"|обязательн\w*|желательн\w*|строго|только|и|кандидат\w*|сотрудник\w*|будет|плюс\w*|приветству\w*|важн\w*|требу\w*|нужн?\w*|ищ[еу]\w*|рассматрива\w*|предпочтен\w*|требован\w*|поэтому|не|нет"
    r"|required|preferred|wanted|must|be|is|an?|only|and|have|applicants?|candidates?|needed|essential|plus|should|important|hiring|seeking|looking|requirements?|no|not|one|please)?\W*$"
)
_REFUSED = re.compile(
    r"(?i)narahat|g[öo]t[üu]r[üu]lm|m[üu]raci[əe]t\w* (?:etm[əe](?!k)|el[əe]m[əe](?!k)|n[əe]z[əe]r)|z[əe]ng (?:etm[əe](?!k)|el[əe]m[əe](?!k)|vurma(?!q))|uy[ğg]un deyil|(?:ki[şs]i|qad[ıi]n) i[şs]idir|olmas[ıi]n|olmamal|q[əe]bul (?:edilm|olunm|etm)"
    r"|yazmas[ıi]n|laz[ıi]m deyil|ist[əe]mirik|не (?:звон|беспоко|обращ|предлаг|бер|рассматр|приним|писать)|need not|not apply|\bno (?:m[ae]n|wom[ae]n|girls?|boys?|ladies|guys)\b"
)
#: A form with a line for the sex: without its answer the line says nothing.
_LABEL = re.compile(r"(?i)(?:\bcins\w*|\bпол|\bgender|\bsex)\s*[:\-–—]?\s*$")
_HEADING = re.compile(r"\s*\w[\w ]{1,24}:")
_MUST_BE = re.compile(r"(?i)(?:cins\w*\s+)?ol(?:mal[ıi]\w*|sun\w*)\b")
_LOOSE = re.compile(
    r"(?i)^(?:(?:və|ve|и|and|ol(?:an|mayan|maq|ması|sun|malıdır))\s+)+(?=\w)|^(?:olan|olmayan|olsun|olmalıdır)\b"
)
_MANY = re.compile(r"(\w{3,})l[aəe]r")
_ARTICLE = re.compile(r"(?i)\b(?:a|an|the)$")
#: What cannot end a sentence.
_DANGLING = re.compile(r"(?i)\s+(?:с|со|в|на|от|до|для|без|и|или|with|of|and|or|an?|for|və|ilə)$")
