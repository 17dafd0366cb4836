"""Cards of the women whom somebody may see, and how they want their CV."""

from datetime import timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from crm.accounts.models import Pin, User
from crm.db import now
from crm.members import queries
from crm.members.models import Member, MemberUser
from crm.papers.models import CvChoice

#: Cards given so lately are printed together.
NEW_FOR = timedelta(days=14)


def pin_of_member(member_id: int) -> Select[Pin]:
    return select(Pin).join(MemberUser, MemberUser.user_id == Pin.user_id).where(MemberUser.member_id == member_id)


def new_cards(user: User) -> Select[Member, Pin]:
    """Women of the centre with their cards, the newest first."""
    return (
        queries.visible_to(user)
        .join(MemberUser, MemberUser.member_id == Member.id)
        .join(Pin, Pin.user_id == MemberUser.user_id)
        .where(Pin.created_at > now() - NEW_FOR)
        .options(joinedload(Member.centre))
        .order_by(Pin.created_at.desc(), Pin.id.desc())
        .add_columns(Pin)
    )


def choice_of(member_id: int) -> Select[CvChoice]:
    return select(CvChoice).where(CvChoice.member_id == member_id)
