"""Labels prepared for finding: their words numbered, and every place in a text where one of them may stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crm.skills import everyday
from crm.skills.concept_file import Label
from crm.skills.cues import LIGHT, PARTICLES, PLAIN, STOP, is_broad
from crm.skills.lexicon import Lexicon, Meeting
from crm.skills.segments import Break, Word, words_in

# What a loose fit costs: a foreign word in between, another order, a comma or a line in between.
GAP_COST, ORDER_COST, COMMA_COST = 0.03, 0.02, 0.04
# Foreign words allowed inside a label, and how far from it its light words may stand.
WIDEST_GAP, LIGHT_REACH = 2, 2
# In a list each item's own words are nearer than the next item's.
COMMA_AS_WORDS = 5
# A word in the names of so many concepts names none of them alone: "sifariş aparmaq" needs its verb.
SHARED_BY = 3
# A misspelt word that nothing beside it confirms has to be this much alike: one letter in five.
ALONE_MISSPELT = 0.82


@dataclass(frozen=True, slots=True)
class Prepared:
    """A label with the numbers of its telling words and of its light ones, which the text may leave out.

    `broad`: its one telling word is too broad alone, so a light word must be there too (sosial iş)."""

    label: Label
    telling: tuple[int, ...]
    light: frozenset[int]
    broad: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A label standing in the text: word positions it uses and how well it fits (0..1)."""

    label: Label
    at: tuple[int, ...]
    light_at: tuple[int, ...]
    fit: float
    via: str
    breaks: float = 0
    denied: bool = False

    @property
    def rank(self) -> tuple[float, ...]:
        """More of the text explained first, then the better fit, then the shorter label; a comma outweighs a word."""
        return (len(self.at) * self.fit - self.breaks, len(self.light_at), -len(self.label.text))


class LabelIndex:
    """All labels by their rarest telling word."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self.lexicon = Lexicon()
        labels = list(labels)
        self._shared = _shared_words(labels)
        prepared = [entry for label in labels for entry in self._prepare(label)]
        self.lexicon.seal()
        frequency = Counter(number for entry in prepared for number in set(entry.telling))
        self._by_anchor: dict[int, list[Prepared]] = defaultdict(list)
        for entry in prepared:
            self._by_anchor[min(entry.telling, key=lambda number: frequency[number])].append(entry)

    def places(self, words: list[Word], meetings: list[tuple[Meeting, ...]]) -> Iterator[Place]:
        """Every label that may stand somewhere in the text; they may overlap."""
        by_position = [{meeting.token: meeting for meeting in met} for met in meetings]
        for position, met in enumerate(meetings):
            for meeting in met:
                for entry in self._by_anchor.get(meeting.token, ()):
                    place = self._fit(entry, meeting, position, words, by_position)
                    if place:
                        yield place

    def _prepare(self, label: Label) -> Iterator[Prepared]:
        keys = [word.key for word in words_in(label.text)]
        if not keys:
            return
        small = LIGHT.get(label.lang, frozenset())
        light = [key for key in keys if key in small]
        telling = [key for key in keys if key not in small]
        broad = len(telling) == 1 and len(keys) > 1 and self._is_broad(telling[0], label)
        if broad:
            light = [key for key in light if key not in PARTICLES]
        if not telling or (broad and not light):
            light, telling, broad = [], keys, False
        alone = len(keys) == 1
        last = keys[-1]
        numbers = tuple(self.lexicon.number(key, label.lang, alone=alone, last=key == last) for key in telling)
        small_numbers = frozenset(self.lexicon.number(key, label.lang, alone=False, last=key == last) for key in light)
        yield Prepared(label, numbers, small_numbers, broad)
        if len(keys) == 2 and not light:
            # People write "qab yuyan" and "qabyuyan", "pos terminal" and "posterminal".
            yield Prepared(
                label, (self.lexicon.number("".join(keys), label.lang, alone=True, rigid=True),), frozenset()
            )

    def _is_broad(self, key: str, label: Label) -> bool:
        return is_broad(key, label.lang) or label.concept not in self._shared.get((label.lang, key), (label.concept,))

    @staticmethod
    def _fit(
        entry: Prepared, anchor: Meeting, position: int, words: list[Word], met: list[dict[int, Meeting]]
    ) -> Place | None:
        """The nearest words for the label's other words; None when one is missing."""
        taken = {position: anchor}
        order: list[int] = []
        reach = len(entry.telling) + len(entry.light) + WIDEST_GAP
        low, high = _sentence(words, position, reach)
        nearest = sorted(range(low, high), key=lambda other: (_far(words, position, other), -other))
        anchored = False
        for number in entry.telling:
            if number == anchor.token and not anchored:
                anchored = True
                order.append(position)
                continue
            found = next((other for other in nearest if other not in taken and number in met[other]), None)
            if found is None:
                return None
            taken[found] = met[found][number]
            order.append(found)
        at = tuple(sorted(taken))
        light_at = _light_near(entry, at, words, met)
        if len(at) == 1 and not light_at and (entry.broad or _names_nothing_alone(words[at[0]], anchor)):
            return None
        inside = range(at[0], at[-1] + 1)
        gaps = sum(1 for other in inside if other not in taken and other not in light_at)
        commas = sum(_BREAKS.get(words[other].break_before, 0.0) for other in inside if other != at[0])
        if gaps > WIDEST_GAP:
            return None
        quality = sum(meeting.quality for meeting in taken.values()) / len(taken)
        worst = min(taken.values(), key=lambda meeting: meeting.quality)
        if len(taken) == 1 and worst.via == "fuzzy" and worst.quality < ALONE_MISSPELT:
            return None
        fit = quality - GAP_COST * gaps - COMMA_COST * commas - (ORDER_COST if order != sorted(order) else 0)
        denied = any(meeting.denied for meeting in taken.values())
        return Place(entry.label, at, light_at, fit, worst.via, commas, denied)


def _shared_words(labels: Iterable[Label]) -> dict[tuple[str, str], set[str]]:
    """Words that help to name several kinds of work (sifariş, clothes) -> the concepts they are a whole name of."""
    used: dict[tuple[str, str], set[str]] = defaultdict(set)
    whole: dict[tuple[str, str], set[str]] = defaultdict(set)
    for label in labels:
        keys = [word.key for word in words_in(label.text)]
        for key in keys:
            used[label.lang, key].add(label.concept)
        if len(keys) == 1:
            whole[label.lang, keys[0]].add(label.concept)
    return {word: whole[word] for word, concepts in used.items() if len(concepts) >= SHARED_BY}


# "Word və Excel" is one thing oftener than "Word, Excel".
_BREAKS = {Break.AND: 0.5, Break.COMMA: 1.0}


def _far(words: list[Word], position: int, other: int) -> float:
    """Words between two positions; a comma counts like several, so that each item of a list keeps its own words."""
    low, high = sorted((position, other))
    parted = sum(_BREAKS.get(words[place].break_before, 0.0) for place in range(low + 1, high + 1))
    return high - low + COMMA_AS_WORDS * parted


def _light_near(
    entry: Prepared, at: tuple[int, ...], words: list[Word], met: list[dict[int, Meeting]]
) -> tuple[int, ...]:
    """Positions of the label's light words beside or among its telling ones, in the same piece of the sentence."""
    low, high = at[0], at[-1] + 1
    while low > 0 and at[0] - low < LIGHT_REACH and words[low].break_before < Break.COMMA:
        low -= 1
    while high < len(words) and high - at[-1] <= LIGHT_REACH and words[high].break_before < Break.COMMA:
        high += 1
    return tuple(other for other in range(low, high) if other not in at and _has_light(entry, met[other]))


def _has_light(entry: Prepared, met: dict[int, Meeting]) -> bool:
    return any(token in met and not met[token].denied for token in entry.light)


def _names_nothing_alone(word: Word, meeting: Meeting) -> bool:
    """An everyday word names something alone only when a label is just that word."""
    return word.key in _NEVER_ALONE or (meeting.via != "exact" and word.key in everyday.WORDS)


_NEVER_ALONE = PLAIN | STOP


def _sentence(words: list[Word], position: int, reach: int) -> tuple[int, int]:
    """The stretch of `reach` words around `position` that does not leave its sentence."""
    low = position
    while low > 0 and position - low < reach and words[low].break_before is not Break.SENTENCE:
        low -= 1
    high = position + 1
    while high < len(words) and high - position <= reach and words[high].break_before is not Break.SENTENCE:
        high += 1
    return low, high
