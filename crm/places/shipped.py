"""The place facts the program ships with (crm/data): read into rows. What they mean is decided elsewhere."""

import csv
from collections import defaultdict

from crm.config import ROOT

DATA = ROOT / "crm" / "data"


def rayon_rows() -> list[dict[str, str]]:
    return _rows("rayons.csv")


def settlement_rows() -> list[dict[str, str]]:
    return _rows("settlements.csv")


def rayons_by_geonames_code() -> dict[str, set[str]]:
    """GeoNames' first-level code to the Azerbaijani names of its rayons: several in Nakhchivan, else one."""
    codes: dict[str, set[str]] = defaultdict(set)
    for row in rayon_rows():
        codes[row["geonames_admin1"]].add(row["name_az"])
    return codes


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
