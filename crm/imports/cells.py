"""What a cell says: numbers, yes and no, one of our choices. Raises BadRow with the column and what stood there."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from crm.forms import EARLIEST, today
from crm.i18n import _
from crm.imports import written
from crm.imports.headers import Row
from crm.skills.fold import search_key

Choice = TypeVar("Choice", bound=StrEnum)

YES = frozenset("1 true yes y beli he hə var да есть +".split())
NO = frozenset("0 false no n xeyr yox нет -".split())


class BadRow(ValueError):
    """This row cannot be taken in; the message says why."""


class Unsure(ValueError):
    """A person must decide about this row; the message says what is unclear. `known_id`: whom it may be about."""

    def __init__(self, message: str, known_id: int | None = None) -> None:
        super().__init__(message)
        self.known_id = known_id


def text(row: Row, column: str, longest: int) -> str:
    return row.cells.get(column, "")[:longest]


def one_line(row: Row, column: str, longest: int) -> str:
    return " ".join(row.cells.get(column, "").split())[:longest]


def whole(row: Row, column: str, low: int, high: int) -> int | None:
    said = row.cells.get(column, "")
    if not said:
        return None
    number = re.sub(r"\s|azn|manat|₼|km|км|il$|лет$|\.0+$", "", said.casefold())
    if not re.fullmatch(r"-?\d{1,9}", number) or not low <= int(number) <= high:
        raise BadRow(
            _(
                "%(column)s: a number from %(low)s to %(high)s is expected, not “%(said)s”",
                **_where(row, column, said),
                low=low,
                high=high,
            )
        )
    return int(number)


def year(row: Row, column: str, low: int, high: int) -> int | None:
    """A year, or the year of a day however it is written."""
    found = written.read_year(row.cells.get(column, ""))
    return found if found is not None and low <= found <= high else whole(row, column, low, high)


def day(row: Row, column: str) -> date | None:
    said = row.cells.get(column, "")
    if not said:
        return None
    found = written.read_day(said)
    if found is None or not EARLIEST <= found <= today():
        raise BadRow(_("%(column)s: a day is expected, not “%(said)s”", **_where(row, column, said)))
    return found


def yes_no(row: Row, column: str) -> bool | None:
    said = row.cells.get(column, "")
    key = search_key(said) or said
    if not said:
        return None
    if key in YES or key in NO:
        return key in YES
    raise BadRow(_("%(column)s: yes or no is expected, not “%(said)s”", **_where(row, column, said)))


def choice(row: Row, column: str, enum: type[Choice], called: Mapping[str, str] | None = None) -> Choice | None:
    """By its value or by what people call it (folded word -> value)."""
    said = row.cells.get(column, "")
    if not said:
        return None
    key = search_key(said)
    value = (called or {}).get(key, key.replace(" ", "_"))
    found = next((one for one in enum if one.value == value), None)
    if found is None:
        raise BadRow(_("%(column)s: “%(said)s” is not known", **_where(row, column, said)))
    return found


def _where(row: Row, column: str, said: str) -> dict[str, str]:
    return {"column": row.titles.get(column, column), "said": said[:40]}
