"""Lists that were sent: each centre sees its own."""

from sqlalchemy import Select, select
from sqlalchemy.orm import defer, joinedload

from crm.access import own_centre
from crm.accounts.models import User
from crm.imports.models import ImportRun
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
