"""What women asked for, as those may see it who may see them."""

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from crm.accounts.models import User
from crm.members import queries
from crm.members.models import Member
from crm.members.request_models import MemberRequest


def visible_to(user: User) -> Select[MemberRequest]:
    hers = queries.visible_to(user).with_only_columns(Member.id)
    return select(MemberRequest).where(MemberRequest.member_id.in_(hers))


def of_member(user: User, member_id: int) -> Select[MemberRequest]:
    """The newest first."""
    return visible_to(user).where(MemberRequest.member_id == member_id).order_by(MemberRequest.id.desc())


def open_of(user: User, member_id: int) -> Select[MemberRequest]:
    return of_member(user, member_id).where(MemberRequest.closed_at.is_(None))


def waiting(user: User) -> Select[MemberRequest]:
    """Open ones, the most urgent first."""
    her = contains_eager(MemberRequest.member)
    return (
        visible_to(user)
        .where(MemberRequest.closed_at.is_(None))
        .join(MemberRequest.member)
        .options(her.joinedload(Member.safe_contact), her.joinedload(Member.centre))
        .order_by(MemberRequest.due_on, MemberRequest.id)
    )
