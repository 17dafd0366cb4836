"""The good rows of a list taken in, in small steps with a count of how far it is. A short list is in at once."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select

from crm import background
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.background import Hold
from crm.db import now
from crm.extensions import db
from crm.imports.cells import BadRow, Unsure
from crm.imports.enums import GOOD, Decision, ImportState, RowState
from crm.imports.members_rows import Taker, Written
from crm.imports.models import ImportRun
from crm.imports.report import Fate
from crm.imports.row_models import ImportRow, packed

#: Rows of one step: how long others wait to write. A list as short as this many is taken in at once.
STEP, SHORT = 50, 200


def begin(*, run: ImportRun) -> None:
    """Once is enough: a list that is in already stays as it is."""
    db.session.refresh(run, with_for_update=True)
    if run.state != ImportState.PREVIEWED:
        return
    run.state = ImportState.TAKING
    record(Action.CHANGED, run, state=["previewed", "taking"])
    db.session.flush()
    run_id = run.id
    good = select(func.count()).select_from(ImportRow).where(ImportRow.run_id == run_id, ImportRow.state.in_(GOOD))
    if (db.session.scalar(good) or 0) <= SHORT:
        turn = Turn(run_id)
        while turn.step():
            pass
    else:
        background.after_answer(lambda: background.keep_on(Turn(run_id).step))


def go_on_if_stopped(run: ImportRun) -> None:
    """After a process ended in the middle."""
    if run.state == ImportState.TAKING and background.has_stopped(run):
        background.keep_on(Turn(run.id).step)


@dataclass
class Turn:
    """One thread at work on one list."""

    run_id: int
    hold: Hold = field(default_factory=Hold)
    taker: Taker | None = None
    after: int = 0

    def step(self) -> bool:
        """The next few rows; False when none is left or somebody else is at it."""
        run = self._take()
        if run is None:
            return False
        asked = select(ImportRow).where(ImportRow.run_id == run.id, ImportRow.state.in_(GOOD)).order_by(ImportRow.line)
        rows = db.session.scalars(asked.limit(STEP)).all()
        if not rows:
            run.state, run.taken_at = ImportState.DONE, now()
            self.hold.let_go(run)
            db.session.flush()
            return False
        if self.taker is None or rows[0].line <= self.after:  # the last step was undone: what it knew never was
            self.taker = Taker(run.centre)
        for row in rows:
            _take_row(row, self.taker, run.titles)
            self.after = row.line
        db.session.flush()
        return True

    def _take(self) -> ImportRun | None:
        return self.hold.take(ImportRun, (ImportRun.id == self.run_id) & (ImportRun.state == ImportState.TAKING))


def _take_row(row: ImportRow, taker: Taker, titles: dict[str, str]) -> None:
    """Somebody may have stored her since the list was looked through: then the row waits for a person once more."""
    decided, member_id = row.decision in (Decision.NEW, Decision.SAME), row.known_id
    if row.decision == Decision.NEW:
        member_id = None
    elif row.known_line is not None:
        decided, member_id = True, _of_line(row)
    try:
        written = taker.write(taker.judge(row.as_row(titles), decided, member_id))
    except (BadRow, Unsure) as wrong:
        row.state = RowState.UNDECIDED if isinstance(wrong, Unsure) else RowState.REFUSED
        row.reason = str(wrong)[:500]
        return
    _note(row, written)


def _of_line(row: ImportRow) -> int | None:
    asked = select(ImportRow.member_id).where(ImportRow.run_id == row.run_id, ImportRow.line == row.known_line)
    found: int | None = db.session.scalar(asked)
    return found


def _note(row: ImportRow, written: Written) -> None:
    """What is needed to take the row back."""
    member = written.member
    row.state = RowState.CREATED if written.fate == Fate.CREATED else RowState.UPDATED
    row.withheld += written.withheld
    changed = {name: [plain(was), plain(new)] for name, (was, new) in written.changed.items()}
    row.undo = packed({"changed": changed, "wished": written.wished})
    row.member_id, row.version_after = member.id, member.version


def plain(value: Any) -> Any:
    """As it stands in the undo."""
    return value.isoformat() if isinstance(value, date) else value
