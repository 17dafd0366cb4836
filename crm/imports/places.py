"""The settlement a row names, looked up once for each place. An unknown one is created where coordinates say so."""

import re

from crm.imports.headers import Row
from crm.imports.written import split_place
from crm.places.operations import find_settlement

#: "Sabirabad rayonu, Qalaqayın kəndi": the wider place stands first.
RAYON_FIRST = re.compile(r"[^,;]+\s(rayon\w*|ray\.?|r\.|район|р-н)\s*[,;]?\s*\w", re.IGNORECASE)

COLUMNS = {
    "place": (
        "yer",
        "kənd",
        "kənd qəsəbə",
        "yaşayış yeri",
        "yaşadığı yer",
        "ünvan kənd",
        "ünvan",
        "ünvanı",
        "yaşayış ünvanı",
        "адрес",
        "address",
        "село",
        "населённый пункт",
        "место",
        "village",
        "town",
        "settlement",
    ),
    "rayon": ("район", "rayonu", "district", "rayon və ya şəhər"),
    "lat": ("latitude", "en dairəsi", "широта"),
    "lon": ("lng", "longitude", "uzunluq dairəsi", "долгота"),
}


class Places:
    """`create`: a place that is not known and has coordinates is added; looking a list through adds nothing."""

    def __init__(self, create: bool = True) -> None:
        self._create = create
        self._known: dict[tuple[str, ...], int | None] = {}

    def of(self, row: Row) -> int | None:
        """The id, or None where it is not clear which place is meant: she is taken in without one."""
        key = tuple(row.cells.get(column, "") for column in COLUMNS)
        if not key[0]:
            return None
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def _find(self, name: str, rayon: str, lat: str, lon: str) -> int | None:
        village, its_rayon = split_place(name)
        if its_rayon and village and RAYON_FIRST.match(name):
            name, rayon = village, rayon or its_rayon
        found = find_settlement(name, rayon or None, lat or None, lon or None, create=self._create)
        if found is None and its_rayon:
            found = find_settlement(village or its_rayon, rayon or its_rayon)
        return found.id if found else None
