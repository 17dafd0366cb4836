"""Names cut into what can be compared: their other writings, plain words, beginnings of words, short stretches of letters. Pure."""

import re
from collections.abc import Iterator

from crm.skills.fold import match_key

# Long enough for a stem in the languages we met, short enough for most endings to fall off.
BEGINNING = 5
STRETCH = (2, 3, 4)


def writings(name: str) -> Iterator[str]:
    """Matching keys of a name: as it is, without what stands in brackets, each side of a slash (waiter/waitress)."""
    seen = {""}
    bare = _BRACKETS.sub(" ", name)
    for writing in (name, bare, *(_SLASH.split(bare) if "/" in bare else ())):
        key = match_key(writing)
        if key not in seen:
            seen.add(key)
            yield key


def plain_words(key: str) -> list[str]:
    """The words of a matching key without an English plural; elsewhere a final s is rarely an ending."""
    return [_singular(word) for word in key.split()]


def beginnings(key: str) -> list[str]:
    return [word[:BEGINNING] for word in key.split()]


def stretches(key: str) -> Iterator[str]:
    """Every stretch of two to four letters within a word; the word's edges are letters too."""
    for word in key.split():
        edged = f" {word} "
        for size in STRETCH:
            if len(edged) <= size:
                yield edged
                break
            for start in range(len(edged) - size + 1):
                yield edged[start : start + size]


def poor_keyboard(key: str) -> str:
    """Keyboards without ə give e or a for it, and Russian ones have х for both h and x: each pair is read as one."""
    return key.translate(_ONE_OF_A_PAIR)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("es") and word[-3] in "sxzc":
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SLASH = re.compile(r"\s*/\s*")
_ONE_OF_A_PAIR = str.maketrans("eh", "ax")
