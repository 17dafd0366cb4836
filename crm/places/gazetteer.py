"""All places in memory while a list is loaded: finds the settlement a row means, completes it or adds it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import joinedload

from crm.extensions import db
from crm.places import names, queries
from crm.places.distance import Point, km_between
from crm.places.enums import SettlementKind
from crm.places.models import Rayon, Settlement
from crm.skills.fold import search_key

#: Two sources rarely put one village farther apart; two villages of one name in a rayon rarely lie nearer.
ONE_PLACE_KM = 6.0
#: GeoNames gives one village two ids now and then; so near they are one.
ONE_VILLAGE_TWO_IDS_KM = 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One settlement as a list has it."""

    rayon: Rayon
    name_az: str
    name_ru: str = ""
    name_en: str = ""
    alternates: tuple[str, ...] = ()
    point: Point | None = None
    population: int | None = None
    geonames_id: int | None = None
    kind: SettlementKind = SettlementKind.VILLAGE
    source: str = ""


class Gazetteer:
    """`put` is repeatable: the same entry twice changes nothing the second time, and no name is ever lost."""

    def __init__(self) -> None:
        statement = queries.rayons().options(joinedload(Rayon.region))
        self.rayons = list(db.session.scalars(statement))
        self._by_id: dict[int, Settlement] = {}
        self._by_name: dict[tuple[str, str], list[Settlement]] = defaultdict(list)
        self._taken: set[tuple[int, str]] = set()
        for settlement in db.session.scalars(queries.settlements()):
            self._note(settlement)

    def put(self, entry: Entry, *, ours: bool = False) -> bool:
        """Completes the settlement this entry means, or adds it: True when added.

        `ours`: the names the program ships with; they replace what another list called the place."""
        settlement = self._find(entry)
        if settlement is None:
            self._add(entry)
            return True
        self._complete(settlement, entry, ours)
        return False

    def nearest_rayon(self, point: Point, among: Iterable[Rayon] | None = None) -> Rayon | None:
        """The rayon whose centre is nearest: a guess for lists that do not say."""
        away = [
            (km_between(point, (rayon.lat, rayon.lon)), rayon.id, rayon)
            for rayon in (self.rayons if among is None else among)
            if rayon.lat is not None and rayon.lon is not None
        ]
        return min(away)[2] if away else None

    def _find(self, entry: Entry) -> Settlement | None:
        if entry.geonames_id in self._by_id:
            return self._by_id[entry.geonames_id]
        known = self._by_name[_group(entry.rayon), names.name_key(entry.name_az)]
        same = [one for one in known if _one_place(one, entry)]
        return min(same, key=lambda one: _apart(one.point, entry.point), default=None)

    def _add(self, entry: Entry) -> None:
        settlement = Settlement(
            rayon_id=entry.rayon.id,
            rayon=entry.rayon,
            kind=entry.kind,
            name_az=self._free_name(entry.rayon, entry.name_az),
            name_ru=entry.name_ru,
            name_en=entry.name_en,
            alternates=names.join_alternates(entry.alternates, (entry.name_az, entry.name_ru, entry.name_en)),
            population=entry.population,
            geonames_id=entry.geonames_id,
            source=entry.source,
        )
        if entry.point:
            settlement.lat, settlement.lon = entry.point
        names.refresh_search_text(settlement)
        db.session.add(settlement)
        self._note(settlement)

    def _complete(self, settlement: Settlement, entry: Entry, ours: bool) -> None:
        before = (settlement.name_az, settlement.name_ru, settlement.name_en, settlement.alternates)
        if ours:
            self._rename(settlement, entry)
        settlement.name_ru = settlement.name_ru or entry.name_ru
        settlement.name_en = settlement.name_en or entry.name_en
        known = (settlement.name_az.partition(" (")[0], settlement.name_ru, settlement.name_en)
        offered = (before[0].partition(" (")[0], *before[1:3], entry.name_az, entry.name_ru, entry.name_en)
        others = [*names.split_alternates(settlement.alternates), *offered, *entry.alternates]
        settlement.alternates = names.join_alternates(others, known)
        if settlement.geonames_id is None and entry.geonames_id is not None:
            settlement.geonames_id = entry.geonames_id
            settlement.source = settlement.source or entry.source
        newer = not ours and entry.geonames_id is not None and settlement.geonames_id == entry.geonames_id
        if entry.point and (newer or settlement.point is None):
            settlement.lat, settlement.lon = entry.point
            settlement.source = settlement.source or entry.source
        if entry.population and (newer or settlement.population is None):
            settlement.population = entry.population
        if before != (settlement.name_az, settlement.name_ru, settlement.name_en, settlement.alternates):
            names.refresh_search_text(settlement)
        self._note(settlement)

    def _rename(self, settlement: Settlement, entry: Entry) -> None:
        settlement.name_ru, settlement.name_en = (
            entry.name_ru or settlement.name_ru,
            entry.name_en or settlement.name_en,
        )
        settlement.kind = entry.kind
        if (entry.rayon.id, entry.name_az) not in self._taken:
            settlement.name_az = entry.name_az
            settlement.rayon_id, settlement.rayon = entry.rayon.id, entry.rayon

    def _free_name(self, rayon: Rayon, name: str) -> str:
        """The name, or "Mollalar (2)" for the second village of that name in the rayon."""
        free, number = name, 1
        while (rayon.id, free) in self._taken:
            number += 1
            free = f"{name} ({number})"
        return free

    def _note(self, settlement: Settlement) -> None:
        self._taken.add((settlement.rayon_id, settlement.name_az))
        if settlement.geonames_id is not None:
            self._by_id[settlement.geonames_id] = settlement
        called = [settlement.name_az.partition(" (")[0], *names.split_alternates(settlement.alternates)]
        for key in {names.name_key(name) for name in called}:
            known = self._by_name[_group(settlement.rayon), key]
            if settlement not in known:
                known.append(settlement)


def exactly(rayons: Iterable[Rayon], text: str) -> list[Rayon]:
    """The rayons so called; of "Şəki" and "Şəki şəhəri" the one that is written so comes first."""
    key = names.name_key(text)
    found = [rayon for rayon in rayons if key and key in names.keys_in(rayon.search_text)]
    return sorted(found, key=lambda rayon: search_key(rayon.name_az) != search_key(text))


def _group(rayon: Rayon) -> str:
    """Şəki rayon and Şəki city: registers put the villages into either, so for finding they are one."""
    return names.name_key(rayon.name_az)


def _one_place(settlement: Settlement, entry: Entry) -> bool:
    apart = _apart(settlement.point, entry.point)
    if None not in (settlement.geonames_id, entry.geonames_id):
        return settlement.point is not None and entry.point is not None and apart <= ONE_VILLAGE_TWO_IDS_KM
    return apart <= ONE_PLACE_KM


def _apart(one: Point | None, other: Point | None) -> float:
    """Kilometres; 0 where one of them is not known: nothing speaks against it then."""
    return km_between(one, other) if one and other else 0.0
