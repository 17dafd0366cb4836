"""The words labels are made of, and how a typed word meets them: the same, with another ending, or misspelt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from crm.skills.cues import PLAIN, STOP
from crm.skills.everyday import is_everyday
from crm.skills.segments import Word
from crm.skills.suffixes import Ending, label_stems, splits

# How sure each way of meeting is. An ending changes nothing about the meaning; an agent or abstract ending a little;
# each misspelt letter costs its share of the word.
EXACT, STEM, DERIVED = 1.0, 0.97, 0.85
SHORTEST_MISSPELT = 5
SHORTEST_SURE = 4
LEAST_ALIKE = 0.78
POOR_KEYBOARD = 0.93
# A bare stem is read in the languages of its script: Latin "mas" (maaş, wage) is not the stem of "масло".
_LATIN_KINDS = Ending.NOUN | Ending.VERB | Ending.ENGLISH
_CYRILLIC_KINDS = Ending.NOUN | Ending.VERB | Ending.RUSSIAN
# A known beginning with an ending we do not know: bisirmyi.
OPEN_ENDING, LONGEST_OPEN_ENDING, SHORTEST_OPEN_STEM = 0.82, 4, 5


_ONE_OF_A_PAIR = str.maketrans("eh", "ax")
Stems = dict[str, dict[int, Ending]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A label word met by a typed word: its number, how sure (0..1), how, and whether the ending says "not"."""

    token: int
    quality: float
    via: str
    denied: bool = False
    finite: bool = False


class Lexicon:
    """Numbered label words with their stems. Filled once, then only asked."""

    def __init__(self) -> None:
        self._count = 0
        # One-word labels have numbers of their own: their stems are stricter.
        self._numbers: dict[str, dict[bool, int]] = defaultdict(dict)
        self._stems: Stems = defaultdict(dict)
        self._poorly: Stems = defaultdict(dict)
        self._buckets: dict[tuple[str, int], list[str]] = {}
        self._met: dict[tuple[str, bool], tuple[Meeting, ...]] = {}

    def number(self, key: str, lang: str, *, alone: bool, last: bool = True, rigid: bool = False) -> int:
        """The number of a label's word, new or known, after noting its stems in the label's language.

        A `rigid` word is found as it is written, never misspelt."""
        number = self._numbers[key].setdefault(alone, self._count)
        if number == self._count:
            self._count += 1
        if rigid:
            return number
        for stem, kind in label_stems(key, lang, alone=alone, last=last):
            for stems, spelled in ((self._stems, stem), (self._poorly, _poor_keyboard(stem))):
                stems[spelled][number] = stems[spelled].get(number, Ending(0)) | kind
        return number

    def seal(self) -> None:
        """Sort stems by first letter and length, so that a misspelt word is compared with few."""
        buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for stem in self._stems:
            if len(stem) >= SHORTEST_MISSPELT - 1:
                buckets[stem[0], len(stem)].append(stem)
        self._buckets = dict(buckets)

    def meet(self, word: Word) -> tuple[Meeting, ...]:
        """Label words that `word` may stand for, each once with its best quality."""
        asked = word.key, word.cyrillic
        if asked not in self._met:
            if len(self._met) > 50_000:
                self._met.clear()
            self._met[asked] = tuple(self._look_up(*asked))
        return self._met[asked]

    def _look_up(self, key: str, cyrillic: bool) -> Iterable[Meeting]:
        best: dict[int, Meeting] = {}
        for number in self._numbers.get(key, {}).values():
            _keep(best, Meeting(number, EXACT, "exact"))
        if key in PLAIN:
            return best.values()
        longest = self._inflected(self._stems, key, cyrillic, best)
        # A short stem with an ending may be chance (satii: sat-); a near word is then heard too.
        if (
            key not in STOP
            and key not in self._numbers
            and longest < SHORTEST_SURE <= len(key)
            and not is_everyday(key)
        ):
            self._inflected(self._poorly, _poor_keyboard(key), cyrillic, best, worth=POOR_KEYBOARD)
            self._misspelt(key, cyrillic, best)
        return best.values()

    def _inflected(
        self, stems: Stems, key: str, cyrillic: bool, best: dict[int, Meeting], *, worth: float = 1.0
    ) -> int:
        """Keep the label words whose stem `key` has, bare or with a possible ending; the length of the longest stem."""
        longest = 0
        readable = _CYRILLIC_KINDS if cyrillic else _LATIN_KINDS
        via = "stem" if worth == 1.0 else "fuzzy"
        for number, kind in stems.get(key, {}).items():
            if kind & readable:
                longest = len(key)
                _keep(best, Meeting(number, STEM * worth, via))
        for stem, ending in splits(key, cyrillic=cyrillic):
            for number, kind in stems.get(stem, {}).items():
                if key in self._numbers and len(stem) < SHORTEST_SURE and not kind & ending & ~Ending.NOUN:
                    continue  # balıq is a word of its own, not bal with an ending
                if kind & ending:
                    longest = max(longest, len(stem))
                    _keep(best, _with_ending(number, kind, ending, worth, via))
        return longest

    def _misspelt(self, key: str, cyrillic: bool, best: dict[int, Meeting]) -> None:
        if len(key) < SHORTEST_MISSPELT or key.isdigit():
            return
        readable = _CYRILLIC_KINDS if cyrillic else _LATIN_KINDS
        for stem, quality in self._alike(key):
            self._keep_all(stem, readable, quality, best)
        for stem, ending in splits(key, cyrillic=cyrillic):
            if len(stem) < SHORTEST_MISSPELT - 1 or ending & Ending.DENIED:
                continue
            for near, quality in self._alike(stem):
                self._keep_all(near, ending, quality * STEM, best)
        for cut in range(len(key) - 1, max(SHORTEST_OPEN_STEM, len(key) - LONGEST_OPEN_ENDING) - 1, -1):
            if key[:cut] in self._stems:
                self._keep_all(key[:cut], readable, OPEN_ENDING, best)
                break

    def _keep_all(self, stem: str, ending: Ending, quality: float, best: dict[int, Meeting]) -> None:
        for number, kind in self._stems.get(stem, {}).items():
            if kind & ending:
                _keep(best, Meeting(number, quality, "fuzzy", finite=bool(ending & Ending.FINITE)))

    def _alike(self, key: str) -> Iterable[tuple[str, float]]:
        """Stems one letter away (two when long), swapped neighbours counting as one; the first letter or two agree."""
        allowed = 2 if len(key) >= 9 else 1
        for first in {key[0], key[1]}:
            for length in range(len(key) - allowed, len(key) + allowed + 1):
                pool = self._buckets.get((first, length))
                if pool:
                    for stem, far, _ in process.extract(key, pool, scorer=OSA.distance, score_cutoff=allowed, limit=8):
                        quality = 1 - far / max(len(key), len(stem))
                        if quality >= LEAST_ALIKE - (0.04 if len(key) < SHORTEST_MISSPELT else 0):
                            yield stem, quality


def _with_ending(number: int, kind: Ending, ending: Ending, worth: float, via: str) -> Meeting:
    shared = kind & ending
    derived = bool(ending & Ending.DERIVED) and not shared & ~(Ending.NOUN | Ending.VERB)
    denied = bool(ending & Ending.DENIED) and bool(shared & Ending.VERB) and not shared & Ending.NOUN
    finite = bool(ending & Ending.FINITE and shared & Ending.VERB)
    return Meeting(number, worth * (DERIVED if derived else STEM), via, denied, finite)


def _poor_keyboard(key: str) -> str:
    """Keyboards without ə give e or a for it, and Russian ones have х for both h and x: each pair is read as one."""
    return key.translate(_ONE_OF_A_PAIR)


def _keep(best: dict[int, Meeting], meeting: Meeting) -> None:
    known = best.get(meeting.token)
    if known is None or meeting.quality > known.quality:
        best[meeting.token] = meeting
