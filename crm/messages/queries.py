"""Messages as those may see them who look: staff those of their centre, but of no woman who hides from them."""

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from crm import access
from crm.accounts.models import User
from crm.members.hidden import may_be_seen_by
from crm.messages.enums import MessageState
from crm.messages.models import Message


def visible_to(user: User) -> Select[Message]:
    seen = select(Message).where(or_(Message.member_id.is_(None), may_be_seen_by(user, Message.member_id)))
    return access.own_centre(seen, Message.centre_id, user)


def listing(user: User, state: MessageState | None) -> Select[Message]:
    """Newest first."""
    statement = visible_to(user).options(joinedload(Message.member), joinedload(Message.partner))
    if state is not None:
        statement = statement.where(Message.state == state)
    return statement.order_by(Message.id.desc())
