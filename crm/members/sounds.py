"""Names as they sound, however they are spelt: Гюнель, Günel and Gunel are one. Pure; what is compared and kept as keys."""

import re
from functools import lru_cache

from crm.skills.fold import match_word, words_of

#: Russian writes one е for e and ye: Ağayeva is Агаева, Yeganə is Егана.
_GLIDE = re.compile(r"(?<=[abcdefghijklmnopqrstuvxz])y(?=[aeiou])|^y(?=e)")
#: Azerbaijani h, x, q and k are all written г, х or к by one or another clerk, j stands for c, and е for ə and э.
_ALIKE = str.maketrans("yeohxqkj", "iauggggc")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aiu]")
#: Endings of a family name, in sounds: -ova, -eva, -yeva and the man's form of them.
_FAMILY = re.compile(r"(?<=..)[ua]va?$")
#: "Rəşid qızı", "Рашид кызы", "Рашидовна" say no more than Rəşid.
_DAUGHTER = frozenset({"gizi", "gisi", "ugli", "uglu"})
_PATRONYMIC = re.compile(r"(?<=..)i?[ua]vna$")


@lru_cache(maxsize=65_536)
def sound(name: str) -> str:
    """All words of the name as one word of sounds; "" for a name without letters."""
    return "".join(_word(word) for word in words_of(name))


@lru_cache(maxsize=65_536)
def father_sound(name: str) -> str:
    words = [_word(word) for word in words_of(name)]
    return _PATRONYMIC.sub("", "".join(word for word in words if word not in _DAUGHTER))


def family_stem(sounds: str) -> str:
    return _FAMILY.sub("", sounds)


def bones(sounds: str) -> str:
    """First letter and consonants: what a missing or wrong vowel leaves as it is."""
    return sounds[:1] + _VOWEL.sub("", sounds[1:])


def _word(word: str) -> str:
    spoken = _GLIDE.sub("", _DOUBLED.sub(r"\1", match_word(word))).replace("iy", "i").translate(_ALIKE)
    return _DOUBLED.sub(r"\1", spoken)
