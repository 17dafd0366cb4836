"""“Women near you”: a page without names to leave with an owner. No figure on it stands for fewer than five women, and
none can be had by taking one figure from another, nor by laying two printouts side by side: all are rounded down."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crm.i18n import in_language
from crm.matching.reach import FARTHEST_KM, USUAL_LIMIT_KM, Place, road_km
from crm.members.enums import Availability, Transport
from crm.partners import near_queries
from crm.partners.models import Partner
from crm.web import tuples

#: The smallest number that is told, the steps in which numbers are told, and how many skills stand on the page.
LEAST, STEP, SKILLS = 5, 5, 12


@dataclass(frozen=True)
class Parted:
    """The parts of a whole; `other` gathers the small ones."""

    shown: tuple[tuple[Any, int], ...]
    other: int

    @property
    def about(self) -> "Parted":
        return Parted(tuple((key, about(number)) for key, number in self.shown), about(self.other))

    def of(self, key: Any) -> int | None:
        return dict(self.shown).get(key)


@dataclass(frozen=True)
class Skill:
    """`women` is None where nearly all can do it."""

    name: str
    women: int | None


@dataclass(frozen=True)
class WomenNear:
    """All numbers are rounded down. `women` is None where they are too few to tell; then nothing else is told either."""

    women: int | None
    skills: tuple[Skill, ...] = ()
    hours: Parted = Parted((), 0)
    transport: Parted = Parted((), 0)
    childcare: int | None = None
    weekends: int | None = None


def women_near(partner: Partner) -> WomenNear:
    """Counted anew each time, with two queries whatever the number of women."""
    place = partner.settlement.point if partner.settlement else None
    said = [row for row in tuples(near_queries.what_they_said(partner, place)) if within_reach(row, place)]
    women = sum(row.women for row in said)
    if women < LEAST:
        return WomenNear(None)
    can: Counter[tuple[int, str]] = Counter()
    for row in tuples(near_queries.what_they_can(partner, place)):
        if within_reach(row, place):
            can[row.id, in_language(row, "label")] += row.women
    hours, transport = _counted(said, "availability"), _counted(said, "transport")
    return WomenNear(
        about(women),
        skills_told(can, women),
        parted({one: hours[one] for one in (*Availability, None)}).about,
        parted({one: transport[one] for one in (*Transport, None)}).about,
        told(_counted(said, "needs_childcare")[True], women),
        told(_counted(said, "weekend_ok")[True], women),
    )


def within_reach(row: Any, place: Place | None) -> bool:
    """By road, as far as she said she can go; as far as most can where she said nothing."""
    if place is None or row.lat is None:
        return place is None
    limit = USUAL_LIMIT_KM if row.max_distance_km is None else row.max_distance_km
    return road_km(place, (row.lat, row.lon)) <= min(limit, FARTHEST_KM)


def parted(counts: Mapping[Any, int]) -> Parted:
    """Small numbers go together; were they still few, the smallest of the others goes with them, so that nobody can
    subtract. None ("not asked") goes there too."""
    shown = {key: number for key, number in counts.items() if number >= LEAST and key is not None}
    other = sum(counts.values()) - sum(shown.values())
    if 0 < other < LEAST and shown:
        smallest = min(shown, key=lambda key: shown[key])
        other += shown.pop(smallest)
    return Parted(tuple(shown.items()), other)


def told(number: int, women: int) -> int | None:
    """About how many, unless the number or what is left of the women is too small to be told."""
    return about(number) if number >= LEAST and not 0 < women - number < LEAST else None


def about(number: int) -> int:
    """Rounded down: who comes or goes between two printouts is not told by the difference."""
    return number - number % STEP


def skills_told(can: Mapping[tuple[int, str], int], women: int) -> tuple[Skill, ...]:
    """The most frequent first, then by name."""
    most = sorted(
        ((name, number) for (_id, name), number in can.items() if number >= LEAST), key=lambda one: (-one[1], one[0])
    )
    return tuple(Skill(name, told(number, women)) for name, number in most[:SKILLS])


def _counted(rows: Iterable[Any], column: str) -> Counter[Hashable]:
    counts: Counter[Hashable] = Counter()
    for row in rows:
        counts[getattr(row, column)] += row.women
    return counts
