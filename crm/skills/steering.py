"""What the words around a found concept make of it: had, wished for or denied, and how well. Also what stayed unread."""

from collections.abc import Iterator
from enum import StrEnum

from crm.skills import cues
from crm.skills.kin import of_kin
from crm.skills.lexicon import Meeting
from crm.skills.segments import Break, Word
from crm.skills.suffixes import Ending, splits


class Voice(StrEnum):
    """How a concept is spoken of."""

    HAS = "has"
    WISH = "wish"
    DENIED = "denied"


class Steering:
    """Cues of one text. `used` are positions that belong to a found label: "zəhmətdən qorxmur" denies nothing."""

    def __init__(self, words: list[Word], meetings: list[tuple[Meeting, ...]], used: set[int]) -> None:
        self._words = words
        self._used = used
        self._predicates = [_is_predicate(word, met) for word, met in zip(words, meetings, strict=True)]
        self._voices = [Voice.HAS] * len(words)
        self._levels: dict[int, int] = {}
        for position, word in enumerate(words):
            if position not in used:
                self._note(position, word)
        for others in of_kin(words):
            self._mark(others, Voice.DENIED)

    def voice(self, at: tuple[int, ...], *, denied: bool = False) -> Voice:
        """How the concept at these positions is spoken of; `denied` when its own verb says "not" (bişirmir)."""
        return Voice.DENIED if denied else self._voices[at[0]]

    def level(self, at: tuple[int, ...]) -> int | None:
        """1 a little, 2 ordinary, 3 good: the nearest such word in the same piece of the sentence."""
        start, end = self._piece(at[0], Break.AND)
        end = max(end, self._piece(at[-1], Break.AND)[1])
        near = [(self._distance(at, place), level) for place, level in self._levels.items() if start <= place < end]
        return min(near)[1] if near else None

    def unread(self, text: str) -> Iterator[str]:
        """Pieces of the text that say something and were not understood."""
        start = 0
        for position in range(1, len(self._words) + 1):
            if position == len(self._words) or self._words[position].break_before >= Break.AND:
                piece = range(start, position)
                if not self._used.intersection(piece) and any(_tells(self._words[place]) for place in piece):
                    yield text[self._words[start].start : self._words[position - 1].end]
                start = position

    def _note(self, position: int, word: Word) -> None:
        key = word.key
        level = _level(self._words, position)
        if level:
            self._levels[position] = level
        if key in cues.WISH_AFTER:
            self._mark_before(position, Voice.WISH)
        elif key in cues.DENIED_AFTER or _denies(word):
            self._mark_before(position, Voice.DENIED)
        elif key in cues.WISH_BEFORE:
            self._mark_around(position, Voice.WISH)
        elif key in cues.DENIED_BEFORE:
            self._mark_around(position, Voice.DENIED)

    def _mark_before(self, position: int, voice: Voice) -> None:
        """Azerbaijani says it last: back to the verb before, through "və" but not through a comma."""
        start, end = self._piece(position, Break.COMMA)
        before = position - 1
        while before >= start and not (self._predicates[before] and before not in self._used):
            before -= 1
        scope = range(before + 1, position)
        if not self._used.intersection(scope):
            scope = range(position, end)  # "istəyirəm tikiş öyrənim"
        self._mark(scope, voice)

    def _mark_around(self, position: int, voice: Voice) -> None:
        """Russian and English say it first: the piece it stands in, and a short one after "и", "and"."""
        start, end = self._piece(position, Break.AND)
        if end < len(self._words) and self._words[end].break_before is Break.AND:
            further = self._piece(end, Break.AND)[1]
            if further - end <= 2:
                end = further
        self._mark(range(start, end), voice)

    def _mark(self, scope: range, voice: Voice) -> None:
        for place in scope:
            if self._voices[place] is not Voice.DENIED:
                self._voices[place] = voice

    def _piece(self, position: int, strength: Break) -> tuple[int, int]:
        start = position
        while start > 0 and self._words[start].break_before < strength:
            start -= 1
        end = position + 1
        while end < len(self._words) and self._words[end].break_before < strength:
            end += 1
        return start, end

    @staticmethod
    def _distance(at: tuple[int, ...], place: int) -> int:
        # A word of degree stands before a verb or after a noun; the one after the concept is the likelier.
        return 2 * (place - at[-1]) if place > at[-1] else 2 * abs(at[0] - place) + 1


def _level(words: list[Word], position: int) -> int | None:
    key = words[position].key
    before = words[position - 1].key if position else ""
    if key in cues.A_LITTLE[1] and before in cues.A_LITTLE[0]:
        return 1
    for level, keys in ((1, cues.LEVEL_1), (2, cues.LEVEL_2), (3, cues.LEVEL_3)):
        if key in keys:
            return level
    if key in cues.YEAR_WORDS and before.isdecimal():
        return 3 if int(before) >= 3 else 2
    return None


def _is_predicate(word: Word, met: tuple[Meeting, ...]) -> bool:
    if any(meeting.finite for meeting in met):
        return True
    return any(
        ending & Ending.FINITE and stem in cues.LIGHT_STEMS for stem, ending in splits(word.key, cyrillic=word.cyrillic)
    )


def _denies(word: Word) -> bool:
    return any(
        ending & Ending.DENIED and stem in cues.DENIABLE_STEMS
        for stem, ending in splits(word.key, cyrillic=word.cyrillic)
    )


def _tells(word: Word) -> bool:
    """Whether a word could name a skill: not a small word, a number, a cue or a light verb."""
    key = word.key
    if len(key) < 3 or key[0].isdigit() or key in _SAYS_NOTHING:
        return False
    return not any(
        ending & Ending.VERB and stem in cues.LIGHT_STEMS for stem, ending in splits(key, cyrillic=word.cyrillic)
    )


_SAYS_NOTHING = (
    cues.STOP | cues.WISH_AFTER | cues.WISH_BEFORE | cues.DENIED_AFTER | cues.DENIED_BEFORE
    | cues.LEVEL_1 | cues.LEVEL_2 | cues.LEVEL_3
)  # fmt: skip
