"""Messages as those may see them who look: staff those of their centre, but of no woman who hides from them."""

from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.base import ExecutableOption

from crm import access
from crm.accounts.models import User
from crm.members.hidden import may_be_seen_by
from crm.members.models import Member
from crm.messages.enums import NEEDS_A_CALL, Channel, MessageState
from crm.messages.models import Message
from crm.partners.models import Partner
from crm.skills.fold import search_key


def visible_to(user: User) -> Select[Message]:
    seen = select(Message).where(or_(Message.member_id.is_(None), may_be_seen_by(user, Message.member_id)))
    return access.own_centre(seen, Message.centre_id, user)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    state: MessageState | None = None
    channel: Channel | None = None
    member_id: int | None = None
    partner_id: int | None = None

    @property
    def any(self) -> bool:
        return any((self.search, self.state, self.channel, self.member_id, self.partner_id))


def listing(user: User, asked: Filters) -> Select[Message]:
    """Newest first."""
    statement = visible_to(user).options(joinedload(Message.member), joinedload(Message.partner))
    for word in search_key(asked.search).split():
        hers = Message.member.has(Member.search_text.contains(word, autoescape=True))
        theirs = Message.partner.has(Partner.search_name.contains(word, autoescape=True))
        statement = statement.where(or_(hers, theirs))
    equal = {"state": asked.state, "channel": asked.channel, "member_id": asked.member_id}
    equal["partner_id"] = asked.partner_id
    statement = statement.filter_by(**{name: value for name, value in equal.items() if value is not None})
    return statement.order_by(Message.id.desc())


def last_of(user: User, limit: int = 3, **about: int) -> Select[Message]:
    """The last ones about one thing, or to one woman or partner."""
    return visible_to(user).filter_by(**about).order_by(Message.id.desc()).limit(limit)


def to_call(user: User) -> Select[Message]:
    """What did not get through, or was not to be sent: a person rings instead. The oldest first."""
    return visible_to(user).where(Message.state.in_(NEEDS_A_CALL)).order_by(Message.created_at, Message.id)


def on_today() -> tuple[ExecutableOption, ...]:
    her = joinedload(Message.member).joinedload(Member.safe_contact)
    return her, joinedload(Message.partner), joinedload(Message.contact), joinedload(Message.centre)
