"""Taking a list in: looked through first without keeping anything, or for good."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crm.centres.models import Centre
from crm.extensions import db
from crm.imports import members_rows, partners_rows, vacancies_rows, women_cells
from crm.imports.enums import ImportKind
from crm.imports.headers import Columns, Looks, Row, best_sheet, missing, rows_of
from crm.imports.read import read_sheets
from crm.imports.report import Report


@dataclass(frozen=True)
class Kind:
    """The columns of a kind of list, of which one must be there, what their cells look like, and who takes its rows in."""

    columns: Columns
    needed: Sequence[str]
    take: Callable[[Centre, list[Row]], Report]
    looks: Looks = field(default_factory=dict)


KINDS = {
    ImportKind.MEMBERS: Kind(women_cells.COLUMNS, women_cells.NEEDED, members_rows.take_in, women_cells.LOOKS),
    ImportKind.PARTNERS: Kind(partners_rows.COLUMNS, partners_rows.NEEDED, partners_rows.take_in),
    ImportKind.VACANCIES: Kind(vacancies_rows.COLUMNS, vacancies_rows.NEEDED, vacancies_rows.take_in),
}


def take_in(*, kind: ImportKind, centre: Centre, name: str, content: bytes, dry_run: bool = False) -> Report:
    """Raises UnreadableFile. Good rows are taken in whatever the others are; a dry run undoes them all."""
    rows = read_rows(kind=kind, name=name, content=content)
    inner = db.session.begin_nested()
    report = KINDS[kind].take(centre, rows)
    db.session.flush()
    if dry_run:
        inner.rollback()
    else:
        inner.commit()
    return report


def read_rows(*, kind: ImportKind, name: str, content: bytes) -> list[Row]:
    """Of the sheet that holds the list. Raises UnreadableFile."""
    of = KINDS[kind]
    sheet, header, mapping = best_sheet(read_sheets(name, content), of.columns, of.needed, of.looks)
    if not set(of.needed) & set(mapping.values()):
        raise missing(of.columns, of.needed)
    return rows_of(sheet, header, mapping)
