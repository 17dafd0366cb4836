"""Labels prepared for finding: their words numbered, and every place in a text where one of them may stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crm.skills.concept_file import Label
from crm.skills.cues import LIGHT
from crm.skills.fold import match_key
from crm.skills.lexicon import Lexicon, Meeting
from crm.skills.segments import Break, Word

# What a loose fit costs: a foreign word in between, another order, a comma or a line in between.
GAP_COST, ORDER_COST, COMMA_COST = 0.03, 0.02, 0.04
WIDEST_GAP = 2
# A word that only one concept uses, in several of its names, may stand for it alone (inkubator), with less certainty.
LONE_WORD = 0.66
SHORTEST_LONE = 5
FEWEST_CARRIERS = 3


@dataclass(frozen=True, slots=True)
class Prepared:
    """A label with the numbers of its telling words and of its light ones, which the text may leave out."""

    label: Label
    telling: tuple[int, ...]
    light: frozenset[int]


@dataclass(frozen=True, slots=True)
class Place:
    """A label standing in the text: word positions it uses and how well it fits (0..1)."""

    label: Label
    at: tuple[int, ...]
    light_at: tuple[int, ...]
    fit: float
    via: str
    breaks: int = 0
    denied: bool = False

    @property
    def rank(self) -> tuple[float, ...]:
        """More of the text explained first, then the better fit, then the shorter label; a comma outweighs a word."""
        return (len(self.at) * self.fit - self.breaks, len(self.light_at), -len(self.label.text))


class LabelIndex:
    """All labels by their rarest telling word."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self.lexicon = Lexicon()
        prepared = [entry for label in labels for entry in self._prepare(label)]
        self.lexicon.seal()
        frequency = Counter(number for entry in prepared for number in set(entry.telling))
        self._by_anchor: dict[int, list[tuple[int, Prepared]]] = defaultdict(list)
        for entry in prepared:
            rarest = min(range(len(entry.telling)), key=lambda place: frequency[entry.telling[place]])
            self._by_anchor[entry.telling[rarest]].append((rarest, entry))
        self._lone = self._lone_words(prepared)

    def places(self, words: list[Word], meetings: list[tuple[Meeting, ...]]) -> Iterator[Place]:
        """Every label that may stand somewhere in the text; they may overlap."""
        by_position = [{meeting.token: meeting for meeting in met} for met in meetings]
        for position, met in enumerate(meetings):
            for meeting in met:
                for _, entry in self._by_anchor.get(meeting.token, ()):
                    place = self._fit(entry, meeting, position, words, by_position)
                    if place:
                        yield place
                lone = self._lone.get(meeting.token)
                if lone and meeting.via != "fuzzy":
                    yield Place(lone, (position,), (), LONE_WORD * meeting.quality, meeting.via, 0, meeting.denied)

    def _prepare(self, label: Label) -> Iterator[Prepared]:
        keys = match_key(label.text).split()
        if not keys:
            return
        light = [key for key in keys if key in LIGHT]
        telling = [key for key in keys if key not in LIGHT]
        if not telling:
            light, telling = [], keys
        alone = len(keys) == 1
        numbers = tuple(self.lexicon.number(key, label.lang, alone=alone) for key in telling)
        yield Prepared(label, numbers, frozenset(self.lexicon.number(key, label.lang, alone=False) for key in light))
        if len(keys) == 2 and not light:
            # People write "qab yuyan" and "qabyuyan", "pos terminal" and "posterminal".
            yield Prepared(label, (self.lexicon.number("".join(keys), label.lang, alone=True),), frozenset())

    def _lone_words(self, prepared: list[Prepared]) -> dict[int, Label]:
        concepts: dict[int, set[str]] = defaultdict(set)
        carriers: Counter[int] = Counter()
        shortest: dict[int, Label] = {}
        for entry in prepared:
            for number in entry.telling:
                concepts[number].add(entry.label.concept)
                carriers[number] += 1
                known = shortest.get(number)
                if known is None or len(entry.label.text) < len(known.text):
                    shortest[number] = entry.label
        keys = self.lexicon.keys
        return {
            number: shortest[number]
            for number, owners in concepts.items()
            if len(owners) == 1 and carriers[number] >= FEWEST_CARRIERS and len(keys[number]) >= SHORTEST_LONE
        }

    @staticmethod
    def _fit(
        entry: Prepared, anchor: Meeting, position: int, words: list[Word], met: list[dict[int, Meeting]]
    ) -> Place | None:
        """The nearest words for the label's other words; None when one is missing."""
        taken = {position: anchor}
        order: list[int] = []
        reach = len(entry.telling) + len(entry.light) + WIDEST_GAP
        low, high = _sentence(words, position, reach)
        nearest = sorted(range(low, high), key=lambda other: (abs(other - position), -other))
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
        light_at = tuple(
            other for other in range(low, high) if other not in taken and _has_light(entry, met[other])
        )
        at = tuple(sorted(taken))
        inside = range(at[0], at[-1] + 1)
        gaps = sum(1 for other in inside if other not in taken and other not in light_at)
        commas = sum(1 for other in inside if other != at[0] and words[other].break_before in (Break.AND, Break.COMMA))
        if gaps > WIDEST_GAP:
            return None
        quality = sum(meeting.quality for meeting in taken.values()) / len(taken)
        worst = min(taken.values(), key=lambda meeting: meeting.quality)
        fit = quality - GAP_COST * gaps - COMMA_COST * commas - (ORDER_COST if order != sorted(order) else 0)
        denied = any(meeting.denied for meeting in taken.values())
        return Place(entry.label, at, light_at, fit, worst.via, commas, denied)


def _has_light(entry: Prepared, met: dict[int, Meeting]) -> bool:
    return any(token in met and not met[token].denied for token in entry.light)


def _sentence(words: list[Word], position: int, reach: int) -> tuple[int, int]:
    """The stretch of `reach` words around `position` that does not leave its sentence."""
    low = position
    while low > 0 and position - low < reach and words[low].break_before is not Break.SENTENCE:
        low -= 1
    high = position + 1
    while high < len(words) and high - position <= reach and words[high].break_before is not Break.SENTENCE:
        high += 1
    return low, high
