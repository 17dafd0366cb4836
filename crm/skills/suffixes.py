"""Endings of Azerbaijani, Russian and English words, written in matching keys: which splits into stem and ending are possible."""

import re
from collections.abc import Iterator
from enum import Flag, auto
from functools import lru_cache

from crm.skills.fold import match_key

#: No ending is longer; the cache of endings stays small whatever is typed.
LONGEST_ENDING = 14


class Ending(Flag):
    """What an ending can be attached to; DERIVED makes another word of it (qutab -> qutabçı), DENIED says "not"."""

    NOUN = auto()
    VERB = auto()
    RUSSIAN = auto()
    ENGLISH = auto()
    DERIVED = auto()
    DENIED = auto()
    FINITE = auto()


NONE = Ending(0)


def splits(key: str, *, cyrillic: bool) -> Iterator[tuple[str, Ending]]:
    """Possible (stem, ending) pairs of a word as typed, longest stem first; at least two letters stay in the stem."""
    for cut in range(len(key) - 1, 1, -1):
        ending = endings(key[cut : cut + LONGEST_ENDING + 1], cyrillic)
        if key[cut - 1] in _MERGED and not ending & Ending.NOUN:
            ending |= endings(key[cut - 1 : cut + LONGEST_ENDING], cyrillic) & _NOUN_ALONE
        if ending:
            yield key[:cut], ending


def label_stems(key: str, lang: str, *, alone: bool, last: bool = True) -> set[tuple[str, Ending]]:
    """The stems under which a label's word is found. A one-word label is cut less: nothing else would confirm it.

    Only the `last` word of an Azerbaijani phrase can be its verb."""
    if alone and len(key) < 3:
        return set()  # SMM is "sm" in the key: only ever found whole
    if lang == "ru":
        return _russian_stems(key)
    if lang == "en":
        return _english_stems(key)
    if lang == "az":
        return _azerbaijani_stems(key, alone=alone, last=last)
    return {(key, Ending.NOUN | Ending.ENGLISH | Ending.RUSSIAN)}  # a language whose endings we do not know


@lru_cache(maxsize=65_536)
def endings(ending: str, cyrillic: bool) -> Ending:
    """What `ending` can be. Latin text is Azerbaijani or English, Cyrillic text Russian or Azerbaijani."""
    found = NONE
    if len(ending) > LONGEST_ENDING:
        return found
    if _NOUN.fullmatch(ending):
        found |= Ending.NOUN
    elif _NOUN_DERIVED.fullmatch(ending):
        found |= Ending.NOUN | Ending.DERIVED
    if _VERB_DENIED.fullmatch(ending):
        found |= Ending.VERB | Ending.DENIED | Ending.FINITE
    elif _VERB.fullmatch(ending):
        found |= Ending.VERB | (Ending.FINITE if _VERB_FINITE.fullmatch(ending) else NONE)
    elif _VERB_AGENT.fullmatch(ending):
        found |= Ending.VERB | Ending.DERIVED
    if cyrillic and ending in _RUSSIAN:
        found |= Ending.RUSSIAN
    if not cyrillic and ending in _ENGLISH:
        found |= Ending.ENGLISH
    return found


def _azerbaijani_stems(key: str, *, alone: bool, last: bool) -> set[tuple[str, Ending]]:
    stems = {(key, Ending.NOUN)}
    if len(key) >= 4 and key.endswith("k"):
        stems.add((key[:-1] + "y", Ending.NOUN))  # çörək, çörəyi
    verb = _INFINITIVE.sub("", key)
    if verb != key and len(verb) >= (4 if key.endswith(("ma", "me", "masi", "mesi")) else 2):
        stems.add((verb, Ending.VERB))
        if verb.endswith("t"):
            stems.add((verb[:-1] + "d", Ending.VERB))  # qurutmaq, qurudur
        return stems
    if alone:
        return stems
    finite = _LABEL_FINITE.sub("", key)
    if last and finite != key and len(finite) >= 2:
        stems.add((finite, Ending.VERB))
    for cut in range(len(key) - 1, 2, -1):
        if _LABEL_CASE.fullmatch(key[cut:]) and (cut >= 4 or len(key) - cut <= 2):
            stems.add((key[:cut], Ending.NOUN))
            if key[cut - 1] == "y" and cut >= 4:
                stems.add((key[: cut - 1] + "k", Ending.NOUN))
    return stems


def _russian_stems(key: str) -> set[tuple[str, Ending]]:
    stems = {(key, Ending.RUSSIAN)}
    for cut in range(len(key) - 1, 2, -1):
        if key[cut:] in _RUSSIAN and (cut >= 4 or len(key) - cut <= 2):
            stems.add((key[:cut], Ending.RUSSIAN))
    return stems


def _english_stems(key: str) -> set[tuple[str, Ending]]:
    stems = {(key, Ending.ENGLISH)}
    for cut in range(len(key) - 1, 2, -1):
        if key[cut:] in _ENGLISH:
            stems.add((key[:cut], Ending.ENGLISH))
    return stems


# Keys hold no doubles: "dillər" is dil-er, its ending begins with the letter before it (-lər, -dan, -nın, -mız).
_MERGED = frozenset("ldnm")
_NOUN_ALONE = Ending.NOUN | Ending.DERIVED

# Azerbaijani. In matching keys the vowels of an ending are a/e or i/u, q and ğ are g.
_PLURAL = r"(?:l[ae]r)?"
_POSSESSIVE = r"(?:[iu]m|[iu]n|s?[iu]|[iu]m[iu]z|[iu]n[iu]z|m|n)?"
_CASE = r"(?:n?[iu]n|[ny]?[iu]|[yn]?[ae]|n?d[ae]n?|y?l[ae]|n?d[ae]k[iu]|l[iu])?"
_COPULA = r"(?:d[iu]r?(?:l[ae]r)?|y?[ae]m|s[ae]n|s[iu]n[iu]z|y?d[iu]|y?m[iu]s)?"
_NOUN = re.compile(_PLURAL + _POSSESSIVE + _CASE + _COPULA)
_NOUN_DERIVED = re.compile(r"(?:c[iu]|l[iu][gk]|c[iu]l[iu][gk]|c[ae])" + _NOUN.pattern)
_VOICE = r"(?:d[iu]r|[iu]l|[iu]n|[iu]s|l|n|t|d)?"
_PERSON = r"(?:[ae]m|s[ae]n|[iu]g|s[iu]n[iu]z|l[ae]r|d[iu]r(?:l[ae]r)?|m|n|g|k)?"
_PAST = r"(?:d[iu]|m[iu]s)?"
_TENSE = r"(?:y?[iu]r|y?[ae]r|y?[iu]b|d[iu]|m[iu]s|y?[ae]c[ae][gkyx])"
_VERB_FINITE = re.compile(_VOICE + _TENSE + _PAST + _PERSON)
_NOMINAL_VERB = r"(?:m[ae][gkyx]?|y?[ae]n|d[iu][gk]|[iu]s|m[ae]l[iu]|[ae]r[ae]k|y?[iu]nc[ae]|s[ae])"
_VERB = re.compile(f"{_VOICE}(?:{_TENSE}{_PAST}{_PERSON}|{_NOMINAL_VERB}{_NOUN.pattern})")
_VERB_AGENT = re.compile(r"y?[iu]c[iu]" + _NOUN.pattern)
_VERB_DENIED = re.compile(
    rf"{_VOICE}m(?:[iu]r|[ae]y[iu]b|[ae]z|[ae]d[iu]|[ae]m[iu]s|[ae]y[ae]c[ae][gk]|[ae]y[ae]n){_PAST}{_PERSON}"
)
_INFINITIVE = re.compile(r"m(?:[ae]g|[ae]k|[ae]s[iu]|[ae]g[iu]|[ae]y[iu]|[ae])$")
_LABEL_FINITE = re.compile(r"(?:y?[iu]r|y?[iu]b|y?[ae]n)$")
_LABEL_CASE = re.compile(r"(?:l[ae]r)?(?:s?[iu]nd[ae]n?|s?[iu]n[iu]|s?[iu]n[ae]|s?[iu]|d[ae]n?|l[ae]r|[ae])")

# Russian: declension, conjugation, participles, verbal nouns; a fleeting о (хлопок, хлопка).
_RUSSIAN = frozenset(
    match_key(ending)
    for ending in (
        "а я ы и у ю е о ой ей ою ею ом ем ам ям ах ях ами ями ов ев ий ью ию ия ие ии иям иях иями ием ок ек ка ки ку кой ке ек"
        " ый ая яя ое ее ые ого его ому ему ым им ую юю ых их ыми ими"
        " ти л ла ло ли лю ет ют ит ят ат ут ешь ишь ете ите ал ала али ать ает ают аю яет яют яю ял яла яли ять ил ила или ить"
        " ел ела ели еть еет еют овал овала овать ует уют ую ся сь ется ется ится ются ился илась лась лся ться"
        " ен ена ено ены ан ана ано аны н на но ны нный нная ный ная ное ные ной ных ным ную"
        " ние ния нию нием ний ание ания анию анием ение ения ению ением ка вка вку вки вкой"
        " ющий ющая вший вшая в вши я а"
    ).split()
    if match_key(ending)
) | {"t"}  # ть loses its soft sign in the key
_ENGLISH = frozenset("s es d ed e ing ings y ies ied".split())
