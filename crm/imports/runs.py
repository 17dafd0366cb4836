"""An uploaded list: looked through first, then taken in or thrown away. The file goes as soon as it is decided."""

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.centres.models import Centre
from crm.extensions import db
from crm.imports import looking, taking
from crm.imports.enums import ImportKind, ImportState
from crm.imports.models import ImportRun
from crm.imports.operations import take_in


def look_through(*, kind: ImportKind, centre: Centre, name: str, content: bytes, by: User) -> ImportRun:
    """Keeps the file, or its rows, and what would become of its rows; changes nothing else. Raises UnreadableFile."""
    if kind == ImportKind.MEMBERS:
        return looking.look_through(centre=centre, name=name, content=content, by=by)
    report = take_in(kind=kind, centre=centre, name=name, content=content, dry_run=True)
    run = ImportRun(
        centre=centre,
        user=by,
        kind=kind,
        file_name=name[:200],
        content=content,
        report=report.numbers() | {"sample": report.sample},
    )
    db.session.add(run)
    db.session.flush()
    record(Action.CREATED, run)
    return run


def take(*, run: ImportRun) -> None:
    """For good. Once is enough: a list that is in already stays as it is. Raises UnreadableFile."""
    if run.by_rows:
        taking.begin(run=run)
        return
    db.session.refresh(run, with_for_update=True)
    if run.content is None:
        return
    report = take_in(kind=run.kind, centre=run.centre, name=run.file_name, content=run.content)
    run.state, run.content, run.report = ImportState.DONE, None, report.numbers() | {"sample": []}
    record(Action.CHANGED, run, created=report.created, merged=report.merged)
    db.session.flush()


def throw_away(*, run: ImportRun) -> None:
    """Only what was not taken in: the way back stands in the rows."""
    if run.state != ImportState.PREVIEWED:
        return
    record(Action.CHANGED, run, thrown_away=run.file_name)
    db.session.delete(run)
    db.session.flush()
