"""Taking a list in: looked through first without keeping anything, or for good."""

from collections.abc import Callable, Mapping, Sequence

from crm.centres.models import Centre
from crm.extensions import db
from crm.imports import members_rows, partners_rows, vacancies_rows, women_cells
from crm.imports.enums import ImportKind
from crm.imports.read import Row, read_rows
from crm.imports.report import Report

Columns = Mapping[str, Sequence[str]]

#: The columns of each kind of list, of which one must be there, and who takes its rows in.
KINDS: dict[ImportKind, tuple[Columns, Sequence[str], Callable[[Centre, list[Row]], Report]]] = {
    ImportKind.MEMBERS: (women_cells.COLUMNS, women_cells.NEEDED, members_rows.take_in),
    ImportKind.PARTNERS: (partners_rows.COLUMNS, partners_rows.NEEDED, partners_rows.take_in),
    ImportKind.VACANCIES: (vacancies_rows.COLUMNS, vacancies_rows.NEEDED, vacancies_rows.take_in),
}


def take_in(*, kind: ImportKind, centre: Centre, name: str, content: bytes, dry_run: bool = False) -> Report:
    """Raises UnreadableFile. Good rows are taken in whatever the others are; a dry run undoes them all."""
    columns, needed, take = KINDS[kind]
    rows = read_rows(name, content, columns, needed)
    inner = db.session.begin_nested()
    report = take(centre, rows)
    db.session.flush()
    if dry_run:
        inner.rollback()
    else:
        inner.commit()
    return report
