"""Lists to take along: one table as an Excel file or as a page to print, with what the viewer may see and no more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any

from flask import Response, abort, make_response, request
from flask_babel.speaklater import LazyString
from sqlalchemy import Select

from crm.audit.enums import Action
from crm.audit.operations import note_look
from crm.forms import BAKU, today
from crm.i18n import LabelledEnum
from crm.search import Finding, forgiving_rows
from crm.web import page

#: The longest list that is written; who needs more narrows it.
MOST = 20_000
EXCEL, PAPER = "xlsx", "html"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A text stays a text for the spreadsheet, whatever it begins with: no formula, no link, no number is guessed.
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}

Cell = str | int | float | Decimal | date | datetime | StrEnum | None


@dataclass(frozen=True)
class Column:
    """`value` reads the cell from a record (or from a whole row, where the list has such)."""

    title: LazyString
    value: Callable[[Any], Cell]
    width: int = 22


@dataclass(frozen=True)
class Sheet:
    """`of` is the model the list shows; `personal`: who takes it is noted in the audit."""

    name: str
    title: LazyString
    of: type[Any]
    columns: Sequence[Column]
    personal: bool = True


def answer(shape: str, sheet: Sheet, records: Sequence[Any]) -> Response:
    """The list in this shape; 404 for a shape there is not."""
    if shape not in (EXCEL, PAPER):
        abort(404)
    if sheet.personal:
        asked_for = " ".join(f"{name}={text[:100]}" for name, text in request.args.items())
        note_look(sheet.of(), Action.EXPORTED, rows=len(records), filters=asked_for)
    table = [[column.value(record) for column in sheet.columns] for record in records]
    if shape == PAPER:
        lines = [[as_text(cell) for cell in line] for line in table]
        return page("list_on_paper.html", sheet=sheet, lines=lines, day=today())
    response = make_response(as_excel(sheet, table))
    response.mimetype = MIME
    response.headers["Content-Disposition"] = f'attachment; filename="korpu-{sheet.name}-{today().isoformat()}.xlsx"'
    response.headers["Cache-Control"] = "no-store"
    return response


def forgiving_answer(shape: str, sheet: Sheet, find: Finding, search: str, names: Select[*tuple[Any, ...]]) -> Response:
    """The list as it is narrowed, whole, found as `search.forgiving_page` finds its pages."""
    return answer(shape, sheet, forgiving_rows(find, search, names, MOST))


def as_excel(sheet: Sheet, table: Iterable[Sequence[Cell]]) -> bytes:
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, PLAIN_TEXT)
    bold = book.add_format({"bold": True})
    formats: dict[type, Any] = {
        date: book.add_format({"num_format": "dd.mm.yyyy"}),
        datetime: book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
    }
    written = book.add_worksheet(sheet.name[:31])
    for number, column in enumerate(sheet.columns):
        written.set_column(number, number, column.width)
        written.write_string(0, number, str(column.title), bold)
    last = 0
    for last, line in enumerate(table, 1):
        for number, cell in enumerate(line):
            _write(written, last, number, cell, formats)
    written.freeze_panes(1, 0)
    written.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    book.close()
    return out.getvalue()


def _write(sheet: Any, row: int, number: int, cell: Cell, formats: dict[type, Any]) -> None:
    if isinstance(cell, datetime):
        sheet.write_datetime(row, number, cell.astimezone(BAKU).replace(tzinfo=None), formats[datetime])
    elif isinstance(cell, date):
        sheet.write_datetime(row, number, cell, formats[date])
    elif isinstance(cell, str):
        sheet.write_string(row, number, as_text(cell)[:32_000])
    elif cell is not None:
        sheet.write_number(row, number, cell)


def as_text(cell: Cell) -> str:
    """A cell as a person reads it."""
    if isinstance(cell, LabelledEnum):
        return str(cell.label)
    if isinstance(cell, datetime):
        return cell.astimezone(BAKU).strftime("%d.%m.%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    return "" if cell is None else str(cell)
