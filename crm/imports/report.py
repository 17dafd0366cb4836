"""What became of the rows of one list, and taking them in one by one: a bad row never spoils the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from crm.imports.cells import BadRow, Unsure
from crm.imports.headers import Row

#: How many of those that will be made the preview shows.
SAMPLE = 20


class Fate(StrEnum):
    CREATED = "created"
    MERGED = "merged"


@dataclass
class Report:
    """`withheld` counts cells about health, displacement or family for which no consent is recorded."""

    created: int = 0
    merged: int = 0
    withheld: int = 0
    needs_decision: list[dict[str, Any]] = field(default_factory=list)
    rejected: list[dict[str, Any]] = field(default_factory=list)
    sample: list[dict[str, Any]] = field(default_factory=list)

    @property
    def usable(self) -> int:
        return self.created + self.merged

    def numbers(self) -> dict[str, Any]:
        """What the command prints."""
        shown = ("created", "merged", "withheld", "needs_decision", "rejected")
        return {name: getattr(self, name) for name in shown}

    def note(self, row: Row, fate: Fate, name: str) -> None:
        if fate == Fate.CREATED:
            self.created += 1
        else:
            self.merged += 1
        if len(self.sample) < SAMPLE:
            self.sample.append({"row": row.line, "name": name, "fate": fate.value})


def take_each(rows: Iterable[Row], report: Report, take: Callable[[Row], None]) -> Report:
    for row in rows:
        try:
            take(row)
        except BadRow as wrong:
            report.rejected.append({"row": row.line, "reason": str(wrong)})
        except Unsure as unclear:
            report.needs_decision.append({"row": row.line, "reason": str(unclear)})
    return report
