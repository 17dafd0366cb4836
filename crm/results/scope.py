"""What a report is about: one centre or all, and the days it covers, both ends included."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, true

from crm.forms import end_of_day, start_of_day, today

#: A statement of any columns.
Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Scope:
    centre_id: int | None = None
    first: date | None = None
    last: date | None = None

    @property
    def as_of(self) -> date:
        """The day the report looks from: its last day, today at the latest."""
        return min(self.last, today()) if self.last else today()

    def within(self, column: Any) -> ColumnElement[bool]:
        """The day or moment lies in the period; without a period, records without a date count too."""
        is_day = isinstance(column.type, Date)
        bounds: list[ColumnElement[bool]] = []
        if self.first is not None:
            bounds.append(column >= (self.first if is_day else start_of_day(self.first)))
        if self.last is not None:
            bounds.append(column <= self.last if is_day else column < end_of_day(self.last))
        return and_(true(), *bounds)

    def of_centre(self, column: Any) -> ColumnElement[bool]:
        return true() if self.centre_id is None else column == self.centre_id
