"""Sentences with spelling folded away and their way back to the text; patterns written as people write. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crm.skills.fold import match_key

#: Stands before a capitalised word that does not open its sentence: a name, mostly.
NAME = "^"
#: Whatever may stand between two words.
ANY_GAP = r"[\W_]"


@dataclass(frozen=True)
class Sentence:
    """The keys of the words with what stands between them, and where each word stood in the text."""

    folded: str
    cyrillic: bool
    latin: bool
    places: tuple[tuple[int, int, int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the words stand that touch folded[start:end]."""
        touched = [place for place in self.places if place[0] < end and place[1] > start]
        return touched[0][2], touched[-1][3]


def sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for stop in [*(hit.start() for hit in _STOP.finditer(text)), len(text)]:
        if text[start:stop].strip():
            yield _folded(text, start, stop)
        start = stop


def _folded(text: str, start: int, stop: int) -> Sentence:
    words = list(_WORD.finditer(text, start, stop))
    shouted = text[start:stop].isupper()
    folded, places, end = "", [], start
    for number, word in enumerate(words):
        gap = text[end : word.start()]
        typed, end = word.group(), word.end()
        named = number and not shouted and typed[0].isupper() and not typed[1:].isupper()
        folded += gap + (NAME if named else "")
        key = match_key(typed)
        places.append((len(folded), len(folded) + len(key), word.start(), word.end()))
        folded += key
    folded += text[end:stop]
    letters = "".join(word.group() for word in words)
    cyrillic = sum(1 for letter in letters if "Ѐ" <= letter <= "ӿ")
    latin = sum(1 for letter in letters if letter.isalpha()) - cyrillic
    return Sentence(folded, cyrillic > 0, latin > 0, tuple(places))


def folded_pattern(written: str, gap: str = ANY_GAP, **parts: str) -> str:
    """A pattern over folded text out of one written in plain spelling: "satıcı qız\\w*".

    A space is one `gap` or more between two words, `~` up to three words, `<name>` one of the parts."""
    for name, part in parts.items():
        written = written.replace(f"<{name}>", f"(?:{part})")
    keyed = _LETTERS.sub(lambda run: run.group() if run.group().startswith("\\") else match_key(run.group()), written)
    keyed = keyed.replace("~", r"(?:\w+ ){0,3}")
    return _SPACES.sub(lambda space: f"{gap}*" if len(space.group()) > 1 else f"{gap}+", keyed)


_STOP = re.compile(r"(?<=[;!?…\n])|\.(?=\s|$)|(?<=[a-zəğışçöüа-я])\.(?=[A-ZƏĞİŞÇÖÜА-Я])")
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻ`´ʹ][^\W_]+)*")
_LETTERS = re.compile(r"\\.|[^\W\d_]+")
_SPACES = re.compile(r" [?*]?")
