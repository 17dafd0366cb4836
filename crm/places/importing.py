"""Lists of settlements from outside into the tables: a CSV in our columns, the country file of GeoNames. Repeatable."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from rapidfuzz import fuzz

from crm.extensions import db
from crm.places import names, shipped
from crm.places.distance import Point, as_point
from crm.places.enums import SettlementKind
from crm.places.gazetteer import Entry, Gazetteer, exactly
from crm.places.models import Rayon
from crm.skills.fold import match_key

Row = Mapping[str, str]

NEEDED = ("name_az", "rayon")
LONGEST_NAME = 90
LARGEST_NUMBER = 2**31 - 1

#: The columns of GeoNames' country files (geonames.org/export, readme.txt), in order.
GEONAMES = (
    *("geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code"),
    *("country_code", "cc2", "admin1", "admin2", "admin3", "admin4", "population", "elevation", "dem", "timezone"),
    "modified",
)
#: Feature codes of populated places that are no more: abandoned, historical, destroyed.
GONE = frozenset({"PPLQ", "PPLH", "PPLW"})
TOWNS = frozenset({"PPLC", "PPLA"})
OWN_LETTERS = frozenset("əğıöüşçƏĞÖÜŞÇİ")


class WrongFile(ValueError):
    """The file is no such list at all; the message says what is expected."""


class BadRow(ValueError):
    """This row cannot be used; the message says why."""


@dataclass
class Loaded:
    """What became of the rows. `rejected`: line number and reason."""

    added: int = 0
    known: int = 0
    rejected: list[tuple[int, str]] = field(default_factory=list)


def load_list(lines: Iterable[str]) -> Loaded:
    """A CSV with the columns name_az and rayon, and any of name_ru, name_en, rayon_iso, region, lat, lon, population,
    alt_names (between bars), geonames_id, level, source. Raises WrongFile."""
    lines = iter(lines)
    head = next(lines, "").removeprefix("\ufeff")
    # Excel in Azerbaijan separates by semicolons.
    reader = csv.DictReader(chain([head], lines), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise WrongFile(f"The first line must name the columns; missing: {', '.join(missing)}.")

    def rows() -> Iterator[tuple[int, Row]]:
        for row in reader:
            yield reader.line_num, {key: (text or "").strip() for key, text in row.items() if isinstance(key, str)}

    try:
        return _load(rows(), _listed)
    except csv.Error as wrong:
        raise WrongFile(f"Not a CSV file: {wrong} (line {reader.line_num}).") from wrong


def load_geonames(lines: Iterable[str]) -> Loaded:
    """The populated places of a GeoNames country file; those that are no more stay out. Raises WrongFile."""

    def rows() -> Iterator[tuple[int, Row]]:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if number == 1 and len(cells) != len(GEONAMES):
                raise WrongFile(f"Not a GeoNames country file: {len(GEONAMES)} columns between tabs are expected.")
            yield number, dict(zip(GEONAMES, cells, strict=False))

    codes = shipped.rayons_by_geonames_code()
    return _load(rows(), lambda gazetteer, row: _from_geonames(gazetteer, codes, row))


def _load(rows: Iterable[tuple[int, Row]], read: Callable[[Gazetteer, Row], Entry | None]) -> Loaded:
    gazetteer, loaded = Gazetteer(), Loaded()
    for number, row in rows:
        try:
            entry = read(gazetteer, row)
        except BadRow as wrong:
            loaded.rejected.append((number, str(wrong)))
            continue
        if entry is None:
            continue
        if gazetteer.put(entry):
            loaded.added += 1
        else:
            loaded.known += 1
    db.session.flush()
    return loaded


def _listed(gazetteer: Gazetteer, row: Row) -> Entry:
    point = _point(row.get("lat", ""), row.get("lon", ""))
    return Entry(
        rayon=_rayon(gazetteer, row, point),
        name_az=_name(row["name_az"]),
        name_ru=row.get("name_ru", "")[:LONGEST_NAME],
        name_en=row.get("name_en", "")[:LONGEST_NAME],
        alternates=tuple(names.split_alternates(row.get("alt_names", ""))),
        point=point,
        population=_number(row.get("population", ""), "population"),
        geonames_id=_number(row.get("geonames_id", ""), "geonames_id"),
        kind=SettlementKind.TOWN if row.get("level") == "rayon_centre" else SettlementKind.VILLAGE,
        source=row.get("source", "")[:100],
    )


def _rayon(gazetteer: Gazetteer, row: Row, point: Point | None) -> Rayon:
    """By ISO code, by name, and for a list that names only the region (Nakhchivan) by the nearest centre in it."""
    for rayon in gazetteer.rayons:
        if rayon.iso_code and rayon.iso_code == row.get("rayon_iso"):
            return rayon
    found = exactly(gazetteer.rayons, row["rayon"])
    if found:
        return found[0]
    region = names.name_key(row.get("region", ""))
    inside = [rayon for rayon in gazetteer.rayons if region and names.name_key(rayon.region.name_az) == region]
    nearest = gazetteer.nearest_rayon(point, inside) if point and inside else None
    if nearest is None:
        raise BadRow(f"unknown rayon {row['rayon']!r}" if row["rayon"] else "no rayon")
    return nearest


def _from_geonames(gazetteer: Gazetteer, codes: Mapping[str, set[str]], row: Row) -> Entry | None:
    if len(row) < len(GEONAMES):
        raise BadRow(f"{len(row)} columns instead of {len(GEONAMES)}")
    if row["feature_class"] != "P" or row["feature_code"] in GONE or row["country_code"] != "AZ":
        return None
    point = _point(row["latitude"], row["longitude"])
    if point is None:
        raise BadRow("no coordinates")
    # The codes are older than some rayons, and Nakhchivan's rayons share one: the nearest centre decides then.
    coded = [rayon for rayon in gazetteer.rayons if rayon.name_az in codes.get(row["admin1"], ())]
    rayon = gazetteer.nearest_rayon(point, coded) or gazetteer.nearest_rayon(point)
    if rayon is None:
        raise BadRow("no rayon is known yet: run the program's set-up first")
    written = [_own_letters(name) for name in (row["name"], *row["alternatenames"].split(",")) if name.strip()]
    known_as = [name.strip() for name in written if _readable(name)]
    return Entry(
        rayon=rayon,
        name_az=_name(_azerbaijani(known_as) if known_as else row["name"]),
        alternates=tuple(known_as),
        point=point,
        population=_number(row["population"], "population") or None,
        geonames_id=_number(row["geonameid"], "geonameid"),
        kind=SettlementKind.TOWN if row["feature_code"] in TOWNS else SettlementKind.VILLAGE,
        source="GeoNames",
    )


def _azerbaijani(known_as: list[str]) -> str:
    """GeoNames does not say which name is Azerbaijani: the one in our letters that sounds like the main name."""
    main = match_key(known_as[0])
    ours = [name for name in known_as if OWN_LETTERS & set(name) and fuzz.ratio(match_key(name), main) >= 70]
    return max(ours, key=lambda name: sum(letter in OWN_LETTERS for letter in name), default=known_as[0])


def _own_letters(name: str) -> str:
    """GeoNames writes our ə as a look-alike (U+01DD) in many names."""
    return name.replace("ǝ", "ə").replace("Ǝ", "Ə")


def _readable(name: str) -> bool:
    """Latin and Russian names help somebody who searches here; Chinese, Arabic and airport codes do not."""
    letters = [letter for letter in name if letter.isalpha()]
    known = all(letter < "ɐ" or "А" <= letter <= "ё" or letter in OWN_LETTERS for letter in letters)
    return bool(letters) and known and len(name) <= LONGEST_NAME and not name.isupper() and name[0].upper() == name[0]


def _name(text: str) -> str:
    name = names.without_kind(text)
    if not names.name_key(name):
        raise BadRow("no name")
    if len(name) > LONGEST_NAME:
        raise BadRow(f"the name has more than {LONGEST_NAME} characters")
    if "\x00" in name:
        raise BadRow("the name holds a character that no text has")
    return name


def _point(lat: str, lon: str) -> Point | None:
    if not lat and not lon:
        return None
    point = as_point(lat, lon)
    if point is None:
        raise BadRow(f"no point in Azerbaijan: {lat!r}, {lon!r}")
    return point


def _number(text: str, column: str) -> int | None:
    if not text:
        return None
    digits = text.removesuffix(".0")
    if not (digits.isascii() and digits.isdecimal() and int(digits[:12]) <= LARGEST_NUMBER and len(digits) <= 12):
        raise BadRow(f"{column} is no whole number: {text[:40]!r}")
    return int(digits)
