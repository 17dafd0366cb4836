"""The month in which something happened, by the clock in Baku: what happens at one in the morning is of that day."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, DateTime, extract
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from crm.forms import BAKU


class OnTheClockInBaku(FunctionElement[datetime]):
    """A moment without its zone, as the clock there shows it."""

    type = DateTime()
    inherit_cache = True


@compiles(OnTheClockInBaku)
def _by_name(element: Any, compiler: Any, **options: Any) -> str:
    return f"timezone('{BAKU.key}', {compiler.process(element.clauses, **options)})"


@compiles(OnTheClockInBaku, "sqlite")
def _by_hours(element: Any, compiler: Any, **options: Any) -> str:
    """SQLite knows no zones. Baku has been four hours ahead without summer time since 2016."""
    return f"datetime({compiler.process(element.clauses, **options)}, '+4 hours')"


def year_and_month(when: Any) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Of a column of days or of moments."""
    local = when if isinstance(when.type, Date) else OnTheClockInBaku(when)
    return extract("year", local), extract("month", local)


def month_of(when: date | datetime) -> str:
    """As 2026-11."""
    local = when.astimezone(BAKU) if isinstance(when, datetime) else when
    return f"{local:%Y-%m}"
