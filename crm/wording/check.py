"""What an advertisement says of sex, age, looks and family, and where. Pure: no database.

Facts and sources stand in `advice`. The rules are lists of words and their surroundings, no statistics: a person can
read why something was found."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from crm.wording import az, en, ru
from crm.wording.enums import Kind
from crm.wording.folded import Sentence, sentences
from crm.wording.rules import Rules

#: Kind, start, end, language.
Stretch = tuple[Kind, int, int, str]


@dataclass(frozen=True)
class Finding:
    """One kind of wording, the words that say it, their place in the text and their language (az, ru or en)."""

    kind: Kind
    phrase: str
    start: int
    end: int
    language: str


def check(text: str) -> list[Finding]:
    """Findings in the order of the text; of one kind, stretches that touch are one finding."""
    text = unicodedata.normalize("NFC", text)
    found = []
    for sentence in sentences(text):
        named = [hit.span() for hit in _QUOTED.finditer(sentence.folded)]
        for language, said in _languages(sentence):
            for kind in Kind:
                for start, end in said.hits(kind, sentence.folded):
                    if not any(first <= start and end <= last for first, last in named):
                        found.append((kind, *sentence.place(start, end), language))
    return [Finding(kind, text[start:end], start, end, language) for kind, start, end, language in _merged(found)]


def _languages(sentence: Sentence) -> Iterator[tuple[str, Rules]]:
    if sentence.cyrillic:
        yield "ru", ru.LANGUAGE
    if sentence.latin:
        english, azerbaijani = _ENGLISH.search(sentence.folded), _AZERBAIJANI.search(sentence.folded)
        if azerbaijani or not english:
            yield "az", az.LANGUAGE
        if english or not azerbaijani:
            yield "en", en.LANGUAGE


def _merged(found: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for kind, start, end, language in sorted(set(found), key=lambda one: (one[0], one[1], one[2])):
        last = merged[-1] if merged else None
        if last and last[0] == kind and start <= last[2] + 1:
            merged[-1] = (kind, last[1], max(last[2], end), last[3])
        else:
            merged.append((kind, start, end, language))
    return sorted(merged, key=lambda one: one[1:3])


#: A name in quotation marks is the name of a shop, not a wish.
_QUOTED = re.compile(r"[\"«“„](?:[^\"«»“”„]{1,40})[\"»”“]")
#: Words that only Azerbaijani has, as they look folded. "Boy 170" is a height, not a boy.
_AZERBAIJANI = re.compile(
    r"\b(?:ve|ucun|da|de|teleb\w*|olunur|lazim\w*|axtar\w*|olsun|olmali\w*|olmasin|olan\w*|yas\w*|ise|isi|isci\w*|muraciet\w*"
    r"|gadin\w*|xanim\w*|giz\w*|kisi\w*|oglan\w*|bey\w*|boy\w*|satici\w*|ofise|mes?hul\w*|namized\w*|genc\w*|gozel\w*|evli|subay"
    r"|usag\w*|manat|maas|saat|\w+(?:lar|ler)(?:in|i|dan|den)|\w+(?:lidir|malidir|melidir))\b"
)
#: Words that only English has; w and q are folded, so "vith" and "vanted" are how they look.
_ENGLISH = re.compile(
    r"\b(?:the|of|for|and|vith|is|are|our|looking|vanted|required|need|must|only|age|aged|years|under|over|not|vork|an|be|should"
    r"|single|maried|apearance|vomen|voman|ladies|lady|girl|girls|male|female|young|pleasant|atractive|good|hiring|seeking)\b"
)
