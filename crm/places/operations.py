"""Places that change: the shipped facts into the tables, the settlement a list or a person means."""

from sqlalchemy import select

from crm.extensions import db
from crm.places import names, queries, shipped
from crm.places.distance import Point, as_point, km_between
from crm.places.enums import RayonKind, SettlementKind
from crm.places.gazetteer import Entry, Gazetteer
from crm.places.models import EconomicRegion, Rayon, Settlement
from crm.skills.fold import search_key

#: A list that says where a village lies means the known one of that name when it is at most so far away.
SAME_VILLAGE_KM = 8.0
#: Likeness (0 to 100) from which a misspelt village of the same rayon is taken without asking.
SURELY_MEANT = 86


def load_places() -> None:
    """Economic regions, rayons and settlements of crm/data into the tables; repeatable, keeps what imports added."""
    _load_rayons(shipped.rayon_rows())
    gazetteer = Gazetteer()
    by_name = {rayon.name_az: rayon for rayon in gazetteer.rayons}
    for row in shipped.settlement_rows():
        gazetteer.put(_shipped(row, by_name[row["rayon"]]), ours=True)
    db.session.flush()


def find_settlement(
    name: str | None,
    rayon: Rayon | str | None = None,
    lat: object = None,
    lon: object = None,
    create: bool = False,
) -> Settlement | None:
    """The settlement a list means by name, rayon and coordinates as far as it has them; None when that is not clear.

    A known settlement without coordinates gets those of the list. `create` adds an unknown one, but only where
    coordinates (in degrees) say that there is a place: else a slip of the pen would become a village."""
    name, after = names.split_label(name or "")
    near = _rayons_meant(rayon or after)
    point = as_point(lat, lon)
    if not names.name_key(name):
        return None
    found = _the_one(queries.settlements_named(name, [one.id for one in near] or None), point, sure=not create)
    found = found or _misspelt(name, near, point)
    if found is None and create and point:
        return _create(name, near, point)
    if found and point and found.point is None:
        found.lat, found.lon = point
        db.session.flush()
    return found


def _load_rayons(rows: list[dict[str, str]]) -> None:
    regions = {region.name_az: region for region in db.session.scalars(select(EconomicRegion))}
    known = {rayon.name_az: rayon for rayon in db.session.scalars(queries.rayons())}
    for row in rows:
        region = regions.setdefault(row["region_az"], EconomicRegion(name_az=row["region_az"]))
        region.name_ru, region.name_en = row["region_ru"], row["region_en"]
        rayon = known.get(row["name_az"]) or Rayon(name_az=row["name_az"])
        rayon.region = region
        rayon.iso_code = row["iso_code"] or None
        rayon.kind = RayonKind.parse(row["kind"]) or RayonKind.RAYON
        rayon.name_ru, rayon.name_en = row["name_ru"], row["name_en"]
        rayon.lat, rayon.lon = as_point(row["lat"], row["lon"]) or (None, None)
        called = [rayon.name_az, rayon.name_ru, rayon.name_en, *names.split_alternates(row["other_names"])]
        rayon.search_text = names.search_text(called, longest=500)
        db.session.add_all((region, rayon))
    db.session.flush()


def _shipped(row: dict[str, str], rayon: Rayon) -> Entry:
    return Entry(
        rayon=rayon,
        kind=SettlementKind.parse(row["kind"]) or SettlementKind.VILLAGE,
        name_az=row["name_az"],
        name_ru=row["name_ru"],
        name_en=row["name_en"],
        alternates=tuple(names.split_alternates(row["alternates"])),
        point=as_point(row["lat"], row["lon"]),
        population=int(row["population"]) if row["population"] else None,
        geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
        source=row["source"],
    )


def _rayons_meant(rayon: Rayon | str) -> list[Rayon]:
    """With its twin, where a city has the name of a rayon; the one that is written so first. Empty: any rayon."""
    text = rayon if isinstance(rayon, str) else rayon.name_az
    return sorted(queries.rayons_named(text), key=lambda one: search_key(one.name_az) != search_key(text))


def _the_one(found: list[Settlement], point: Point | None, *, sure: bool) -> Settlement | None:
    """`sure`: a single settlement of the name is meant even when the coordinates put it elsewhere."""
    if point:
        close = [one for one in found if one.point and km_between(one.point, point) <= SAME_VILLAGE_KM]
        if close:
            return min(close, key=lambda one: km_between(one.point or point, point))
        unplaced = [one for one in found if one.point is None and _near_centre(one.rayon, point)]
        if len(unplaced) == 1:
            return unplaced[0]
        if not sure:
            return None
    centres = [one for one in found if names.is_centre(one)]
    clear = found if len(found) == 1 else centres
    return clear[0] if len(clear) == 1 else None


def _near_centre(rayon: Rayon, point: Point) -> bool:
    """No rayon reaches farther than this from its town; Baku's islands aside, and they have coordinates."""
    return rayon.lat is None or rayon.lon is None or km_between((rayon.lat, rayon.lon), point) <= 60


def _misspelt(name: str, near: list[Rayon], point: Point | None) -> Settlement | None:
    """A village of these rayons under a slip of the pen; of the same spot where coordinates tell."""
    if not near:
        return None
    alike = queries.alike_in(name, [rayon.id for rayon in near], SURELY_MEANT)
    found = [
        one
        for one in db.session.scalars(queries.settlements().where(Settlement.id.in_(alike)))
        if names.word_for_word(name, one)
    ]
    if point:
        here = [one for one in found if one.point and km_between(one.point, point) <= 1.0]
        return max(here, key=lambda one: alike[one.id], default=None)
    best = [one for one in found if alike[one.id] == max(alike.values())]
    return best[0] if len(best) == 1 else None


def _create(name: str, near: list[Rayon], point: Point) -> Settlement | None:
    gazetteer = Gazetteer()
    rayon = near[0] if near else gazetteer.nearest_rayon(point)
    if rayon is None:
        return None
    entry = Entry(rayon=rayon, name_az=names.without_kind(name)[:90], point=point, source="import")
    gazetteer.put(entry)
    db.session.flush()
    made = queries.settlements_named(entry.name_az, [rayon.id])
    return _the_one(made, point, sure=False)
