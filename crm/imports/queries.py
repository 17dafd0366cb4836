"""Lists that were sent: each centre sees its own."""

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import defer, joinedload

from crm.access import own_centre
from crm.accounts.models import User
from crm.imports.enums import RowState
from crm.imports.models import ImportRun
from crm.imports.row_models import ImportRow
from crm.members.hidden import may_be_seen_by_reader
from crm.members.models import Member
from crm.members.safe_models import MemberHiding


def visible_to(user: User) -> Select[ImportRun]:
    return own_centre(select(ImportRun), ImportRun.centre_id, user)


def names_hidden_from(user: User) -> Select[str]:
    """Names of women who must not be shown to this user: what a list says of them stays out of its page."""
    named = select(MemberHiding.member_id).where(MemberHiding.user_id == user.id)
    return select(Member.first_name + " " + Member.last_name).where(Member.id.in_(named))


def listing(user: User, search: str = "") -> Select[ImportRun]:
    """Newest first; the files themselves stay where they are."""
    statement = visible_to(user).options(
        defer(ImportRun.content), joinedload(ImportRun.centre), joinedload(ImportRun.user)
    )
    if search:
        statement = statement.where(ImportRun.file_name.icontains(search, autoescape=True))
    return statement.order_by(ImportRun.created_at.desc(), ImportRun.id.desc())


def rows_of(run: ImportRun, state: RowState | None = None) -> Select[ImportRow]:
    """In the order of the list."""
    statement = select(ImportRow).where(ImportRow.run_id == run.id, *_may_be_seen())
    statement = statement.where(ImportRow.state == state) if state else statement
    return statement.options(joinedload(ImportRow.member), joinedload(ImportRow.known)).order_by(ImportRow.line)


def states_of(run: ImportRun) -> Select[RowState, int, int]:
    """(state, rows, cells withheld)."""
    counted = select(ImportRow.state, func.count(), func.sum(ImportRow.withheld)).where(
        ImportRow.run_id == run.id, *_may_be_seen()
    )
    return counted.group_by(ImportRow.state)


def next_unclear(run: ImportRun, row: ImportRow) -> Select[int]:
    """The id of the next row that waits for a person, after this one first."""
    waiting = select(ImportRow.id).where(ImportRow.run_id == run.id, ImportRow.state == RowState.UNDECIDED)
    return (
        waiting.where(ImportRow.id != row.id, *_may_be_seen())
        .order_by(ImportRow.line < row.line, ImportRow.line)
        .limit(1)
    )


def _may_be_seen() -> list[ColumnElement[bool]]:
    """A row about a woman who must not be shown to the reader is not there; somebody else decides it."""
    return [or_(one.is_(None), may_be_seen_by_reader(one)) for one in (ImportRow.known_id, ImportRow.member_id)]
