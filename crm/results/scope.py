"""What a report is about: one centre or all, the days it covers, both ends included, and the women who agreed to be counted."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, true

from crm.forms import end_of_day, start_of_day, today
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.members.queries import consenting

#: A statement of any columns.
Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Scope:
    centre_id: int | None = None
    first: date | None = None
    last: date | None = None
    #: Counts those who let themselves be counted; False: those who do not, to say how many they are.
    agreed: bool = True

    @property
    def refused(self) -> "Scope":
        """The same about the women the report leaves out."""
        return replace(self, agreed=False)

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

    def of_women(self) -> ColumnElement[bool]:
        """Members of the centre who agree today that reports count them; who takes it back is in none from then on."""
        counted = consenting(Purpose.REPORTS)
        return and_(self.of_centre(Member.centre_id), counted if self.agreed else ~counted)
