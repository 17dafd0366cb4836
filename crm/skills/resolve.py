"""Free text in az, ru or en read into concepts, wishes, what is denied, and what was not understood. No database, no Flask."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crm.skills.beyond import CERTAIN, Beyond, is_code, places_beyond, with_codes
from crm.skills.concept_file import ConceptRow, Label, read_skills_csv
from crm.skills.cues import HELPER_AFTER, HELPER_BEFORE
from crm.skills.fold import match_key
from crm.skills.labels import LabelIndex, Place
from crm.skills.segments import Break, Word, words_in
from crm.skills.steering import Steering, Voice
from crm.skills.suggest import closest_labels

__all__ = ["ConceptRow", "Found", "Label", "Mention", "Passage", "Resolution", "Vocabulary", "read_skills_csv"]

# Below this a phrase is not understood; staff attach it to a concept once.
BAR = 0.62
# A broad word (operator, usta) is a hint only, and never stands beside something surer in the same piece.
GENERIC_WORTH = 0.65
# "aşpaz köməkçisi" is not an aşpaz, unless the vocabulary knows the pair.
HELPER_WORTH = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A concept met in a text. `matched` is her own words; `level` 1 a little, 2 ordinary, 3 good, None unsaid."""

    concept: str
    label: str
    confidence: float
    matched: str
    level: int | None
    via: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text says, each concept once: concepts had, wished for, denied; and phrases not understood."""

    concepts: tuple[Found, ...]
    wishes: tuple[Found, ...]
    denied: tuple[Found, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A found concept with the positions of its words, for readers that need the surroundings (vacancies)."""

    found: Found
    at: tuple[int, ...]
    voice: Voice


@dataclass(frozen=True, slots=True)
class Passage:
    """A text read: its words, the concepts mentioned in text order, the phrases not understood."""

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    unknown: tuple[str, ...]


class Vocabulary:
    """The concepts' names, ready to be found in text. Built once (0.8 s for 11,000 names), then only read."""

    def __init__(self, labels: Iterable[Label], beyond: Beyond | None = None) -> None:
        """`beyond` is asked for what these labels left unread."""
        self._labels = tuple(labels)
        self._beyond = beyond
        self._keys = tuple(match_key(label.text) for label in self._labels)
        self._index = LabelIndex(self._labels)

    def resolve(self, text: str) -> Resolution:
        """Concepts of `text`. A concept is taken on a whole label or a word of its own, never on a loose ratio."""
        passage = self.read(text)
        by_voice: dict[Voice, dict[str, Found]] = {voice: {} for voice in Voice}
        for mention in passage.mentions:
            found = mention.found
            known = by_voice[mention.voice].get(found.concept)
            if known is None or (found.confidence, found.level or 0) > (known.confidence, known.level or 0):
                by_voice[mention.voice][found.concept] = found
        has = by_voice[Voice.HAS]
        return Resolution(
            tuple(has.values()),
            tuple(found for found in by_voice[Voice.WISH].values() if found.concept not in has),
            tuple(found for found in by_voice[Voice.DENIED].values() if found.concept not in has),
            passage.unknown,
        )

    def read(self, text: str) -> Passage:
        """Every mention of a concept in `text`, with where it stands and how it is spoken of."""
        text = unicodedata.normalize("NFC", text)  # the words' places are those of the composed text
        words = with_codes(text, words_in(text))
        meetings = [() if is_code(word.key) else self._index.lexicon.meet(word) for word in words]
        places = _choose(words, self._index.places(words, meetings))
        used = {position for place in places for position in place.at}
        more = list(places_beyond(words, used, self._beyond)) if self._beyond else []
        steering = Steering(words, meetings, used.union(*(at for at, _ in more)))
        met = [
            *(
                (place.at, place.label, round(_confidence(place, words), 3), place.via, place.denied)
                for place in places
            ),
            *((at, label, CERTAIN, "esco", False) for at, label in more),
        ]
        mentions = tuple(
            Mention(
                Found(
                    label.concept,
                    label.text,
                    confidence,
                    text[words[at[0]].start : words[at[-1]].end],
                    steering.level(at),
                    via,
                ),
                at,
                steering.voice(at, denied=denied),
            )
            for at, label, confidence, via, denied in sorted(met, key=lambda one: one[0])
        )
        return Passage(tuple(words), mentions, tuple(steering.unread(text)))

    def suggest(self, text: str, limit: int = 5) -> list[Found]:
        """The closest concepts for a phrase being typed or one not understood, best first; for people to choose from."""
        return [
            Found(label.concept, label.text, round(score, 3), text, None, "exact" if score >= 1 else "fuzzy")
            for label, score in closest_labels(text, self._labels, self._keys, limit)
        ]


def _choose(words: list[Word], places: Iterable[Place]) -> list[Place]:
    """The best places that do not claim the same words, in text order."""
    taken: set[int] = set()
    chosen: list[Place] = []
    for place in sorted(places, key=lambda place: place.rank, reverse=True):
        if _confidence(place, words) < BAR:
            continue
        shared = taken.intersection(place.at)
        if shared and not _shares_a_verb(place, shared, words):
            continue
        chosen.append(place)
        taken.update(place.at)
    sure = [place for place in chosen if not place.label.generic]
    chosen = [
        place
        for place in chosen
        if not place.label.generic or not any(_same_piece(place, other, words) for other in sure)
    ]
    chosen = [place for place in chosen if not (_hangs_by_a_word(place) and _beside_a_whole(place, chosen, words))]
    return sorted(chosen, key=lambda place: place.at)


def _hangs_by_a_word(place: Place) -> bool:
    """One word of a longer name, or one misspelt: "uşaqlara" for "uşaqla məşğul olmaq"."""
    return (
        len(place.at) == 1
        and not place.light_at
        and (place.via == "fuzzy" or (place.via == "stem" and " " in place.label.text))
    )


def _beside_a_whole(place: Place, others: Iterable[Place], words: list[Word]) -> bool:
    return any(len(other.at) > 1 and _same_piece(place, other, words) for other in others)


def _confidence(place: Place, words: list[Word]) -> float:
    worth = place.fit
    if place.label.generic:
        worth *= GENERIC_WORTH
    if _is_a_helper(place, words):
        worth *= HELPER_WORTH
    return max(0.0, min(1.0, worth))


def _is_a_helper(place: Place, words: list[Word]) -> bool:
    after, before = place.at[-1] + 1, place.at[0] - 1
    if after < len(words) and words[after].key in HELPER_AFTER and words[after].break_before is Break.NONE:
        return True
    return before >= 0 and words[before].key in HELPER_BEFORE and words[before + 1].break_before is Break.NONE


def _shares_a_verb(place: Place, shared: set[int], words: list[Word]) -> bool:
    """ "ərizə, arayış yazır": the last word serves each item of the list before it."""
    if shared != {place.at[-1]} or len(place.at) < 2:
        return False
    return any(words[position].break_before >= Break.AND for position in range(place.at[0] + 1, place.at[-1] + 1))


def _same_piece(place: Place, other: Place, words: list[Word]) -> bool:
    low, high = sorted((place.at[0], other.at[0]))
    return all(words[position].break_before is Break.NONE for position in range(low + 1, high + 1))


def named(rows: Iterable[ConceptRow]) -> Iterator[Label]:
    """The names of all rows, as a vocabulary takes them."""
    for row in rows:
        yield from row.names()
