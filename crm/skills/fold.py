"""Spelling folded away: one key for search boxes, one for matching words across az, ru and en. Pure; no vocabulary here."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps

#: Letters of the longest word worth remembering.
LONGEST_WORD = 60


def remembered(function: Callable[[str], str]) -> Callable[[str], str]:
    """Remembers the answers for words; what is longer than any word is worked out anew, so that nobody fills the memory."""
    cached = lru_cache(maxsize=65_536)(function)

    @wraps(function)
    def answer(word: str) -> str:
        return cached(word) if len(word) <= LONGEST_WORD else function(word)

    return answer


def search_key(text: str) -> str:
    """Gentle key for search boxes and names: "Biləsuvar" and "bilesuvar" meet, Cyrillic stays Cyrillic. Idempotent."""
    return " ".join(_plain(word) for word in words_of(text))


@remembered
def match_key(text: str) -> str:
    """Strong key for matching words: romanised, sh/ch/gh and w/q merged, doubles collapsed. Idempotent."""
    return " ".join(match_word(word) for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Lower-case words of `text` in order, without punctuation and marks that stand alone; letters keep their language."""
    # A hyphen inside a number range or a word parts it like a space does; an apostrophe (mə'lumat) parts nothing.
    lowered = _lower(_APOSTROPHE.sub("", unicodedata.normalize("NFC", text)))
    if _LATIN_ALONE.fullmatch(lowered):
        bare = lowered
    else:
        bare = "".join(_bare(char) for char in lowered if unicodedata.category(char)[0] != "M")
    return [_one_script(word) for word in _NOT_WORD.split(bare) if word]


@remembered
def match_word(word: str) -> str:
    """`match_key` of one word out of `words_of`."""
    roman = _plain("".join(_CYRILLIC_SOUND.get(char, char) for char in word))
    key = _settle(roman)
    # A lone hard or soft sign has no sound; it still has to be found again.
    return key or word


def _lower(text: str) -> str:
    """Turkic lower case: I is dotless, İ dotted. For English "I" this is harmless, both become i in the keys."""
    return text.translate(_TURKIC_CAPITALS).lower()


def _bare(char: str) -> str:
    """Cyrillic letters lose their marks first (ё is е), so that both keys see the same letter; й is a letter of its own."""
    return _plain_letter(char) if "Ѐ" <= char <= "ӿ" else char


def _one_script(word: str) -> str:
    """People type Cyrillic ә, а or с inside a Latin word; bring the word into the script most of it is written in."""
    if word.isascii():
        return word
    cyrillic = sum(1 for char in word if "Ѐ" <= char <= "ӿ")
    latin = sum(1 for char in word if "a" <= _plain_letter(char) <= "z")
    if not cyrillic or not latin:
        return word
    # A Cyrillic schwa says nothing: keyboards without ə lend it to Latin words.
    if latin >= cyrillic - word.count("ә"):
        return "".join(_CYRILLIC_LOOK.get(char) or _CYRILLIC_SOUND.get(char, char) for char in word)
    return "".join(_LATIN_LOOK.get(char) or _LATIN_LOOK.get(_plain_letter(char), char) for char in word)


@remembered
def _plain(word: str) -> str:
    return "".join(_plain_letter(char) for char in word)


@lru_cache(maxsize=4_096)
def _plain_letter(char: str) -> str:
    if char.isascii() or char == "й":
        return char
    if char in _LATIN_PLAIN:
        return _LATIN_PLAIN[char]
    base = "".join(part for part in unicodedata.normalize("NFD", char) if unicodedata.category(part)[0] != "M")
    return _LATIN_PLAIN.get(base, base) or char


def _settle(word: str) -> str:
    """Merge digraphs and doubles until nothing changes: "sshh" must not need a second call."""
    while True:
        merged = word
        for pair, letter in _DIGRAPHS:
            merged = merged.replace(pair, letter)
        merged = _DOUBLED.sub(r"\1", merged)
        if merged == word:
            return word
        word = merged


def _pairs(spelled: str) -> Iterable[tuple[str, str]]:
    """ "аa бb" -> ("а", "a"), ("б", "b"): the first letter of each item is what is typed, the rest what it becomes."""
    return ((item[0], item[1:]) for item in spelled.split())


_TURKIC_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼʻ`´ʹ](?=\w)")
#: Latin letters without separate marks, as most text is.
_LATIN_ALONE = re.compile(r"[\0-ʯ]*")
_NOT_WORD = re.compile(r"[\W_]+")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_DIGRAPHS = (
    ("sh", "s"), ("ch", "c"), ("gh", "g"), ("zh", "j"), ("kh", "x"), ("dj", "c"), ("w", "v"), ("q", "g"),
)  # fmt: skip
_LATIN_PLAIN = dict(_pairs("əe ǝe ıi öo üu şs çc ğg"))
# Russian and Azerbaijani Cyrillic by sound.
_CYRILLIC_SOUND = dict(
    _pairs(
        "аa бb вv гg ғg дd еe жj зz иi іi йy јy кk ҝg қg лl мm нn оo өo пp рr сs тt уu үu фf хx һh цs чc ҹc ҷc"
        " шs щs ъ ыi ь эe әe юyu яya єe"
    )
)
# Cyrillic letters that look like another Latin letter than the one they sound like, and the way back.
_CYRILLIC_LOOK = dict(_pairs("аa вb еe кk мm нn оo рp сc тt уy хx іi јj һh әə"))
_LATIN_LOOK = dict(_pairs("aа bв cс eе hн iі kк mм oо pр tт xх yу əә"))
