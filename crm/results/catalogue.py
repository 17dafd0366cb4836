"""The indicators of crm/data/indicators.csv and their names for people. Figures are counted elsewhere, never kept."""

import csv
from dataclasses import dataclass
from functools import cache

from flask_babel.speaklater import LazyString

from crm.config import ROOT
from crm.i18n import _l

FILE = ROOT / "crm" / "data" / "indicators.csv"

#: The name on pages, and so the indicators we count; the order is the order of the report.
NAMES: dict[str, LazyString] = {
    "OC1": _l("Women with a better livelihood"),
    "OC2": _l("Women who use economic opportunities"),
    "OC4": _l("Start-ups women founded"),
    "OC5": _l("Women hired by start-ups"),
    "OP1": _l("Women registered as members"),
    "OP2": _l("Women at trainings and awareness meetings"),
    "OP3": _l("Civil-society organisations that grew stronger"),
    "OP4": _l("Centres registered as legal entities"),
    "OP5": _l("Informational sessions in partners' offices"),
    "OP6": _l("Companies and banks that promised something"),
    "OP7": _l("Promises kept within 90 days"),
    "OP8": _l("Hired through a job fair"),
    "OP9": _l("Start-up grants handed over"),
    "OP10": _l("Advertisements whose wording was corrected"),
}

#: Their records are not kept yet: checks of retention, hours before and after, costs.
NOT_MEASURED: dict[str, LazyString] = {
    "OC3": _l("women still in the job after 3, 6 and 12 months"),
    "OC6": _l("full-time jobs created"),
    "OC7": _l("net jobs"),
    "EF1": _l("cost of a placement"),
    "EF2": _l("cost of a job"),
    "EF3": _l("benefit against cost"),
}


@dataclass(frozen=True)
class Indicator:
    """`official` is the name of the donor's framework, in English; `baseline` is None where the framework has none."""

    code: str
    level: str
    official: str
    unit: str
    rule: str
    baseline: int | None

    @property
    def name(self) -> LazyString:
        return NAMES[self.code]

    @property
    def is_percent(self) -> bool:
        return self.unit.startswith("%")


@cache
def indicators() -> tuple[Indicator, ...]:
    """Those we count, outcomes first."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        found = {row["code"]: row for row in csv.DictReader(lines)}
    return tuple(_indicator(found[code]) for code in NAMES)


def _indicator(row: dict[str, str]) -> Indicator:
    note = row["baseline_note"].strip()
    return Indicator(
        code=row["code"],
        level=row["level"],
        official=row["indicator"],
        unit=row["unit"],
        rule=row["counting_rule"],
        baseline=int(note) if note.isdecimal() else None,
    )
