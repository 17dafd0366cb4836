"""A list of women looked through row by row: each new, known, unclear or of no use. Nothing but the list itself is kept."""

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.centres.models import Centre
from crm.extensions import db
from crm.i18n import _
from crm.imports.cells import BadRow, Unsure
from crm.imports.enums import OPEN, Decision, ImportKind, RowState
from crm.imports.headers import Row
from crm.imports.members_rows import SPECIAL, Judged, Taker, withhold
from crm.imports.models import ImportRun
from crm.imports.operations import read_rows
from crm.imports.row_models import ImportRow, packed
from crm.members import keys, operations
from crm.members.enums import Purpose
from crm.members.same_woman import KeyKind, Person, compare

LONGEST_REASON = 500


def look_through(*, centre: Centre, name: str, content: bytes, by: User) -> ImportRun:
    """Raises UnreadableFile."""
    rows = read_rows(kind=ImportKind.MEMBERS, name=name, content=content)
    titles = dict(rows[0].titles) if rows else {}
    run = ImportRun(centre=centre, user=by, kind=ImportKind.MEMBERS, file_name=name[:200], titles=titles)
    db.session.add(run)
    db.session.flush()
    taker, above = Taker(centre, create_places=False), _Above()
    for row in rows:
        kept = ImportRow(run_id=run.id, line=row.line, cells="{}", state=RowState.NEW)
        judged = _judge(kept, row, taker)
        _keep(kept, row)
        if judged is not None:
            above.compare(kept, judged)
        db.session.add(kept)
    db.session.flush()
    record(Action.CREATED, run)
    return run


def decide(*, row: ImportRow, decision: Decision) -> None:
    """A person says who she is. Once the list is being taken in, nothing is changed any more."""
    if row.state not in OPEN or (decision == Decision.SAME and row.known_id is None and row.known_line is None):
        return
    row.decision = decision
    if decision == Decision.SKIP:
        row.state = RowState.SKIPPED
    else:
        judge_again(row)


def correct(*, row: ImportRow, cells: dict[str, str]) -> None:
    """Cells as a person corrects them; the row is judged anew."""
    if row.state in OPEN:
        said = {**row.said, **cells}
        row.cells = packed({name: cell for name, cell in said.items() if cell and name not in SPECIAL})
        row.decision = None if row.decision == Decision.SKIP else row.decision
        judge_again(row)


def judge_again(row: ImportRow) -> None:
    line = row.known_line
    _judge(row, row.as_row(row.run.titles), Taker(row.run.centre, create_places=False))
    if row.decision == Decision.SAME:
        row.known_line = line
    db.session.flush()


def _judge(kept: ImportRow, row: Row, taker: Taker) -> Judged | None:
    """Sets its state, why, and who she is."""
    decided = kept.decision in (Decision.NEW, Decision.SAME)
    known_id = kept.known_id if kept.decision == Decision.SAME else None
    kept.reason = ""
    try:
        judged = taker.judge(row, decided, known_id)
    except (BadRow, Unsure) as wrong:
        unclear = isinstance(wrong, Unsure)
        kept.state, kept.reason = RowState.UNDECIDED if unclear else RowState.REFUSED, str(wrong)[:LONGEST_REASON]
        kept.known_id = wrong.known_id if isinstance(wrong, Unsure) else kept.known_id
        return None
    if not decided:
        kept.known_id = judged.member_id
    if judged.member_id is not None:
        taker.seen(judged.member_id)
    kept.state = RowState.SAME if judged.member_id or kept.decision == Decision.SAME else RowState.NEW
    return judged


def _keep(kept: ImportRow, row: Row) -> None:
    """Its cells, without those on health, displacement and family unless she agreed to that."""
    cells = {name: cell for name, cell in row.cells.items() if cell}
    agreed = kept.known_id is not None and operations.has_consent(
        member_id=kept.known_id, purpose=Purpose.SPECIAL_CATEGORIES
    )
    if not agreed:
        special = {name: cells.pop(name) for name in SPECIAL if name in cells}
        kept.withheld = withhold(cells, special)
    kept.cells = packed(cells)


class _Above:
    """The rows above one in the same list, for women that stand in it twice."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[KeyKind, str], list[Person]] = {}
        self._references: dict[int, str | None] = {}
        self._lines: dict[str, int] = {}

    def compare(self, kept: ImportRow, judged: Judged) -> None:
        one, reference = keys.person(judged.values, kept.line), judged.values["reference"]
        if kept.state == RowState.NEW:
            self._mark(kept, one, reference)
        if kept.state == RowState.NEW:
            for key in sorted(Person.keys(one)):
                self._by_key.setdefault(key, []).append(one)
            self._references[kept.line] = reference
            self._lines |= {reference: kept.line} if reference else {}

    def _mark(self, kept: ImportRow, one: Person, reference: str | None) -> None:
        if reference and reference in self._lines:
            self._same(kept, self._lines[reference])
            return
        near = {other.id: other for key in Person.keys(one) for other in self._by_key.get(key, ())}
        for line, other in sorted(near.items()):
            likeness = compare(one, other)
            if likeness is not None and likeness.sure:
                self._same(kept, line)
                return
            if likeness is not None and (reference is None or self._references[line] is None):
                kept.state, kept.known_line = RowState.UNDECIDED, line
                kept.reason = _("She may be the woman of row %(line)d of this list.", line=line)
                return

    def _same(self, kept: ImportRow, line: int) -> None:
        kept.state, kept.known_line = RowState.SAME, line
        kept.reason = _("The same woman as in row %(line)d of this list.", line=line)
