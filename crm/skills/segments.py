"""A text cut into words with the breaks between them: and, comma, sentence, or none. Knows punctuation, no vocabulary."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from crm.skills.fold import match_key


class Break(IntEnum):
    """How strongly a word is parted from the word before it."""

    NONE = 0
    AND = 1
    COMMA = 2
    SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, its matching key, its place in the text and the break before it."""

    text: str
    key: str
    start: int
    end: int
    break_before: Break
    cyrillic: bool


def words_in(text: str) -> list[Word]:
    """Words of `text` in order. Conjunctions (və, и, and) become a break, so that lists read alike with and without."""
    text = unicodedata.normalize("NFC", text)
    words: list[Word] = []
    end, pending = 0, Break.NONE
    for hit in _WORD.finditer(text):
        pending = max(pending, _break_in(text[end : hit.start()], text, end, hit.start()))
        end = hit.end()
        typed, key = hit.group(), match_key(hit.group())
        if key in _NUMBER_ENDINGS and _NUMBER_BEFORE.match(text[max(0, hit.start() - 2) : hit.start()]):
            continue  # "12-yə qədər": the number's ending is no word
        if typed.lower() in _CONJUNCTIONS:
            pending = max(pending, Break.AND)
        elif typed.lower() in _CONTRASTS:
            pending = Break.SENTENCE
        elif key:
            cyrillic = any("Ѐ" <= char <= "ӿ" for char in typed)
            words.append(Word(typed, key, hit.start(), end, pending if words else Break.SENTENCE, cyrillic))
            pending = Break.NONE
    return words


def _break_in(gap: str, text: str, start: int, end: int) -> Break:
    between_digits = (
        len(gap) == 1 and start > 0 and end < len(text) and text[start - 1].isdigit() and text[end].isdigit()
    )
    if between_digits and gap in ".,:/":  # 9:00, 1.5, 3/1
        return Break.NONE
    return _strength(gap)


def _strength(gap: str) -> Break:
    if _SENTENCE_END.search(gap):
        return Break.SENTENCE
    if _LIST_MARK.search(gap) or "  " in gap:
        return Break.COMMA
    if _ASIDE.search(gap):
        return Break.AND
    return Break.NONE


_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['’‘ʼʻ`´ʹ][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.;!?…\n\r+|•*—]|\s[-–]\s")
_ASIDE = re.compile(r"[()]")  # "prava (B)", "bank kassiri (operator)": what is inside belongs to what stands before
_LIST_MARK = re.compile(r"[,:/\[\]\"«»“”&\t]")
_NUMBER_BEFORE = re.compile(r"\d[-–]")
_NUMBER_ENDINGS = frozenset(
    match_key(ending) for ending in "ə a yə ya nə na də da dən dan dək ın in un ün nın nin ci cı cu cü".split()
)
# As typed, not as keys: the key of Russian "а" (but) is the English article.
_CONJUNCTIONS = frozenset("və vә ve hem həm hәm и вә һәм or and".split())
_CONTRASTS = frozenset("amma ama lakin ancaq fəqət но а однако but however".split())
