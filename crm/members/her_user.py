"""The user a woman signs in as ends with her: sign-ins, card and PIN, whatever points at it."""

from sqlalchemy import delete, select, update

from crm.accounts.models import Pin, User
from crm.accounts.waits import forget
from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.members.belongings import pointing_at
from crm.members.former import former_users
from crm.members.models import MemberUser
from crm.once import Submission


def end(*, member_id: int) -> None:
    """Every user she ever had; one who was found twice had two."""
    hers = db.session.scalars(select(MemberUser.user_id).where(MemberUser.member_id == member_id)).all()
    for user_id in {*hers, *former_users(member_id)}:
        user = db.session.get(User, user_id)
        if user is not None:
            _end(user)


def _end(user: User) -> None:
    pin = db.session.scalar(select(Pin).where(Pin.user_id == user.id))
    for typed in {user.login, *((pin.code, pin.phone or "") if pin else ())} - {""}:
        forget(typed)
    db.session.execute(update(AuditEntry).where(AuditEntry.user_id == user.id).values(user_name=""))
    entries = AuditEntry.thing == "users", AuditEntry.thing_id == user.id
    db.session.execute(update(AuditEntry).where(*entries).values(changes={}))
    db.session.execute(delete(Submission).where(Submission.user_id == user.id))
    for one in pointing_at("users"):
        if one.column.nullable:
            db.session.execute(update(one.table).where(one.column == user.id).values({one.column.name: None}))
        else:
            db.session.execute(delete(one.table).where(one.column == user.id))
    db.session.execute(delete(User).where(User.id == user.id))
