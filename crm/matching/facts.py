"""What matching knows about a woman, an opening and the vocabulary, and the shape of its answer. No rule lives here.

Age, family, looks and nationality have no field, so no rule can ever read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Extra = Mapping[str, str | int | float]
NOTHING_MORE: Extra = MappingProxyType({})


def _nothing_more() -> Extra:
    """A read-only default all parts may share (a mappingproxy cannot be a plain default before Python 3.12)."""
    return NOTHING_MORE


class Fit(StrEnum):
    FITS = "fits"
    NEEDS_HELP = "needs_help"
    DOES_NOT_FIT = "does_not_fit"


class Verdict(StrEnum):
    FITS = "fits"
    HELPS = "helps"
    DOES_NOT_FIT = "does_not_fit"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing she can do; level 1 a little, 2 ordinary, 3 good, None unsaid; words as she said them."""

    concept: str
    level: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the opening asks for.

    `hard`: a diploma, licence or language that cannot be had on the job. `quick`: a paper that is had in
    days, such as a medical book.
    """

    concept: str
    required: bool
    level: int | None = None
    hard: bool = False
    words: str = ""
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A woman as matching sees her: what she can do, what she wishes, when and how far. None means unsaid."""

    id: int
    skills: tuple[Skill, ...]
    wishes: frozenset[str]
    seeking: str  # job, business, both
    availability: str | None  # full, part, morning, home
    night_ok: bool | None
    weekend_ok: bool | None
    max_distance_km: float | None
    transport: str | None  # bus, car, none
    min_pay: int | None
    place: tuple[float, float] | None  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Opening:
    """A vacancy as matching sees it. The needs stand in the order the employer named them."""

    id: int
    needs: tuple[Need, ...]
    hours: str | None  # full, part, morning, shift_day, shift_night, flex, seasonal, home
    weekly_hours: int | None
    night: bool | None
    weekend: bool | None
    transport_provided: bool | None
    training_provided: bool | None
    home_based: bool | None
    pay_min: int | None
    pay_max: int | None
    place: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the vocabulary knows: need -> {skill near to it: weight}, and how rare a skill is (1.0 unless known)."""

    neighbours: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    rarity: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the score stands on: what they ask, what she brings, and how much hangs on it (0 to 1)."""

    kind: str  # skill, hours, night, weekend, reach, pay, wish, training, seeking
    verdict: Verdict
    concept: str | None = None
    via: str | None = None
    weight: float = 0.0
    their: str = ""
    hers: str = ""
    extra: Extra = field(default_factory=_nothing_more)


@dataclass(frozen=True, slots=True)
class Assessment:
    candidate_id: int
    opening_id: int
    score: float
    fit: Fit
    parts: tuple[Part, ...]
