"""Any vocabulary's rows ranked for a phrase by how alike the words are. Pure; knows no concept of ours and no language.

An id is judged by its best name (letters, words, beginnings of words, then word by word), by all its names together,
and by how many of them agree. Everything is folded as elsewhere, so spelling and script do not count."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from crm.skills.features import Features, Weights
from crm.skills.fold import match_key
from crm.skills.names import beginnings, plain_words, poor_keyboard, stretches, writings

#: Ids looked at closely, of those that share letters with the phrase; those whose names are compared word by word.
CLOSELY, WORD_BY_WORD, NAMES_EACH, SLIPS = 80, 40, 3, 10
#: Shares of the score: the best name by its letters, words and beginnings of words ...
LETTERS, WORDS, BEGINNINGS = 0.18, 0.04, 0.05
#: ... all names of the id together by letters and words, and how many of them agree ...
ALL_LETTERS, ALL_WORDS, AGREEING = 0.18, 0.16, 0.13
#: ... the best name word by word, misspelt ones too, and as a whole in any order of words.
WORD_FOR_WORD, ANY_ORDER = 0.11, 0.15
#: A name that is the phrase itself, in whatever number, comes before every other. Of a phrase of words no name has,
#: a name counts that differs from it by few letters.
SAME, MISSPELT, ALMOST_SAME_FROM = 0.1, 0.9, 0.45
#: How alike two spellings are: letters in common, slips of the finger (swapped neighbours are one), the same beginning.
COMMON, SLIPPED, BEGUN = 0.25, 0.5, 0.25
#: So many letters may be wrong in a misspelt name, and no more than half of them; beyond, it is another phrase.
FEW = 3
#: Two words less alike than this have nothing in common.
LEAST_ALIKE = 60.0


@dataclass(frozen=True, slots=True)
class Hit:
    """An id with its name nearest to the phrase; score 0..1."""

    id: str
    label: str
    score: float


class Linker:
    """The rows (id, label) of a vocabulary, several an id allowed. Built once, then only asked."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        numbers: dict[str, int] = {}
        known: set[tuple[int, str]] = set()
        self._labels: list[str] = []
        self._keys: list[str] = []
        self._poor: list[str] = []
        self._label_of: array[int] = array("i")
        self._owners: array[int] = array("i")
        self._names: list[array[int]] = []
        self._same: dict[str, list[int]] = defaultdict(list)
        for code, label in rows:
            owner = numbers.setdefault(code, len(numbers))
            if owner == len(self._names):
                self._names.append(array("i"))
            self._labels.append(label)
            for key in writings(label):
                plain = _plain(key)
                if owner not in self._same[plain]:
                    self._same[plain].append(owner)
                if (owner, key) not in known:
                    known.add((owner, key))
                    self._names[owner].append(len(self._keys))
                    self._keys.append(key)
                    self._poor.append(poor_keyboard(key))
                    self._owners.append(owner)
                    self._label_of.append(len(self._labels) - 1)
        self._ids = list(numbers)
        self._letters = Features(self._keys, self._names, stretches)
        self._words = Features(self._keys, self._names, plain_words)
        self._beginnings = Features(self._keys, self._names, beginnings)
        self._pairs: dict[tuple[str, str], float] = {}

    def rank(self, text: str, top: int) -> list[Hit]:
        """Up to `top` ids for `text`, best first; equal scores in the order of the rows."""
        key = match_key(text)
        if not key:
            return []
        closely = max(CLOSELY, top)
        letters, words = self._letters.weigh(stretches(key)), self._words.weigh(plain_words(key))
        starts = self._beginnings.weigh(beginnings(key))
        all_letters = self._letters.ids_that_share(letters)
        all_words = self._words.ids_that_share(words)
        same = set(self._same.get(_plain(key), ()))
        slips = self._unknown_share(key)
        misspelt = self._misspelt(key) if slips else {}
        slips = slips if misspelt else 0.0
        near = self._near(all_letters, all_words, closely) | same | misspelt.keys()
        rough = [self._roughly(owner, letters, words, starts, all_letters[owner], all_words[owner]) for owner in near]
        rough.sort(key=lambda item: (-item[1][0][0], item[0]))
        cut = max(WORD_BY_WORD, top)
        nearest = rough[:cut] + [one for one in rough[cut:] if one[0] in misspelt]
        found = []
        for owner, best in nearest:
            if owner in misspelt:
                best.append((best[-1][0], misspelt[owner]))
            found.append(self._finely(key, owner, best, slips, same=owner in same))
        return sorted(found, key=lambda hit: -hit.score)[:top]

    def _roughly(
        self, owner: int, letters: Weights, words: Weights, starts: Weights, all_letters: float, all_words: float
    ) -> tuple[int, list[tuple[float, int]]]:
        """The id and its best names, each with its score so far."""
        scores: list[tuple[float, int]] = []
        agreeing = 0.0
        for name in self._names[owner]:
            begin = self._beginnings.alike(starts, name)
            agreeing += begin**3
            score = LETTERS * self._letters.alike(letters, name) + WORDS * self._words.alike(words, name)
            scores.append((score + BEGINNINGS * begin, name))
        whole = ALL_LETTERS * all_letters + ALL_WORDS * all_words + AGREEING * min(1.0, agreeing ** (1 / 3))
        return owner, [(score + whole, name) for score, name in nlargest(NAMES_EACH, scores)]

    def _near(self, all_letters: list[float], all_words: list[float], count: int) -> set[int]:
        """Ids worth a close look: alike as a whole, or long and holding much of the phrase."""
        lengths = self._letters.id_length
        shared = [owner for owner, score in enumerate(all_letters) if score]
        near = nlargest(count, shared, key=lambda owner: all_letters[owner] + all_words[owner])
        holding = nlargest(count, shared, key=lambda owner: all_letters[owner] * lengths[owner])
        return {*near, *holding}

    def _misspelt(self, key: str) -> dict[int, int]:
        """Ids with their name that differs by few letters, if one differs by so few that it may be meant."""
        poor = poor_keyboard(key)
        few = min(FEW, (len(poor) + 1) // 2)
        slipped = process.extract(poor, self._poor, scorer=OSA.distance, score_cutoff=few, limit=SLIPS)
        if not slipped:
            return {}
        alike = process.extract(poor, self._poor, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, limit=SLIPS)
        return {self._owners[name]: name for _, _, name in reversed([*alike, *slipped])}

    def _unknown_share(self, key: str) -> float:
        """How much of the phrase is in words no name has: those are likely misspelt."""
        words = key.split()
        unknown = sum(len(word) for word in words if not self._words.knows(_plain(word)))
        return min(1.0, 2 * unknown / len(key))

    def _finely(self, key: str, owner: int, best: list[tuple[float, int]], slips: float, *, same: bool) -> Hit:
        words = key.split()
        score, name = max(
            (
                score
                + WORD_FOR_WORD * self._word_for_word(words, self._keys[name].split())
                + ANY_ORDER * fuzz.token_sort_ratio(key, self._keys[name]) / 100,
                -name,
            )
            for score, name in best
        )
        if slips:
            slips *= MISSPELT
            almost = max(_almost_same(key, self._keys[name]) for _, name in best)
            score = (1 - slips) * score + slips * almost
        score = (1 - SAME) * min(1.0, score) + (SAME if same else 0.0)
        return Hit(self._ids[owner], self._labels[self._label_of[-name]], round(score, 6))

    def _word_for_word(self, said: list[str], named: list[str]) -> float:
        """Dice's share of words that meet, each as much as it tells and as far as it is alike."""
        if not said or not named:
            return 0.0
        met = total = 0.0
        for ones, others in ((said, named), (named, said)):
            for word in ones:
                telling = self._words.telling(_plain(word))
                total += telling
                met += telling * max(self._pair(word, other) for other in others)
        return met / total if total else 0.0

    def _pair(self, one: str, other: str) -> float:
        if one == other:
            return 1.0
        pair = (one, other)
        if pair not in self._pairs:
            if len(self._pairs) > 500_000:
                self._pairs.clear()
            self._pairs[pair] = fuzz.ratio(one, other, score_cutoff=LEAST_ALIKE) / 100
        return self._pairs[pair]


def _almost_same(key: str, name: str) -> float:
    """1 for a name that differs by what a poor keyboard lacks, 0 for one that has little in common."""
    poor, other = poor_keyboard(key), poor_keyboard(name)
    common = (fuzz.ratio(key, name) + 2 * fuzz.ratio(poor, other)) / 300
    slipped = (OSA.normalized_similarity(key, name) + 2 * OSA.normalized_similarity(poor, other)) / 3
    alike = COMMON * common + SLIPPED * slipped + BEGUN * JaroWinkler.similarity(poor, other)
    return max(0.0, (alike - ALMOST_SAME_FROM) / (1 - ALMOST_SAME_FROM))


def _plain(key: str) -> str:
    return " ".join(plain_words(key))
