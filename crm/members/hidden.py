"""Whom a woman never wants to see her: conditions that every reading of women starts from. Staff she named meet her
nowhere and are not told why; companies she named do not meet her even without a name. The administrator sees all."""

from typing import Any

from flask import has_request_context
from flask_login import current_user
from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import aliased

from crm.access import Role
from crm.accounts.models import User
from crm.members.models import Member
from crm.members.safe_models import MemberHiding


def may_be_seen_by(user: User, member_id: Any) -> ColumnElement[bool]:
    """True of every woman but those who named this user and those who were erased."""
    if user.role != Role.STAFF:
        return still_here(member_id)
    named: ColumnElement[bool] = member_id.in_(select(MemberHiding.member_id).where(MemberHiding.user_id == user.id))
    return and_(still_here(member_id), ~named)


def still_here(member_id: Any) -> ColumnElement[bool]:
    """Not erased: of an erased woman only counts are left."""
    gone = aliased(Member)
    erased: ColumnElement[bool] = member_id.in_(select(gone.id).where(gone.erased_on.is_not(None)))
    return ~erased


def may_be_seen_by_reader(member_id: Any) -> ColumnElement[bool]:
    """The same for whoever reads this page; a command and a visitor are nobody she named."""
    if not has_request_context() or not current_user.is_authenticated:
        return still_here(member_id)
    return may_be_seen_by(current_user, member_id)


def hides_from(member_id: Any, partner_id: Any) -> ColumnElement[bool]:
    """She named this company, or a person of it."""
    return exists().where(MemberHiding.member_id == member_id, MemberHiding.partner_id == partner_id)


def hides_from_any(member_id: Any, partners: Select[int]) -> ColumnElement[bool]:
    return exists().where(MemberHiding.member_id == member_id, MemberHiding.partner_id.in_(partners))


def partners_hidden_from(member_id: int) -> Select[int | None]:
    """The companies she named, persons of them included."""
    return select(MemberHiding.partner_id).where(
        MemberHiding.member_id == member_id, MemberHiding.partner_id.is_not(None)
    )
