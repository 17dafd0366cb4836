"""The settlement a row names, looked up once for each place. An unknown one is created where coordinates say so."""

from crm.imports.read import Row
from crm.places.operations import find_settlement

COLUMNS = {
    "place": (
        "yer",
        "kənd",
        "kənd qəsəbə",
        "yaşayış yeri",
        "yaşadığı yer",
        "ünvan kənd",
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
    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], int | None] = {}

    def of(self, row: Row) -> int | None:
        """The id, or None where it is not clear which place is meant: she is taken in without one."""
        key = tuple(row.cells.get(column, "") for column in COLUMNS)
        if not key[0]:
            return None
        if key not in self._known:
            name, rayon, lat, lon = key
            found = find_settlement(name, rayon or None, lat or None, lon or None, create=True)
            self._known[key] = found.id if found else None
        return self._known[key]
