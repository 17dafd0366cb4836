"""Users as those may see them who manage access; the user behind a cookie."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Select, false, or_, select
from sqlalchemy.orm import joinedload

from crm.access import Role
from crm.accounts.models import Pin, SavedFilter, SignInSession, SignInWait, User
from crm.db import now
from crm.members.models import MemberUser
from crm.partners.models import PartnerUser

#: What they wrote without signal is sent when the browser opens again: the cookie outlives it, for a working day.
IN_THE_FIELD = frozenset({Role.STAFF, Role.ADMINISTRATOR})
WORKING_DAY = timedelta(hours=14)


def visible_to(user: User) -> Select[User]:
    """The administrator sees every user, anybody else only herself or himself."""
    statement = select(User)
    return statement if user.role == Role.ADMINISTRATOR else statement.where(User.id == user.id)


@dataclass(frozen=True)
class Filters:
    """What the list of users is narrowed to; empty means no limit."""

    search: str = ""
    role: Role | None = None
    centre_id: int | None = None
    active: bool | None = None


def listing(user: User, asked: Filters, ids: Collection[int] | None = None) -> Select[User]:
    """By name; `ids` are what a search meant that found nothing as it was typed."""
    statement = visible_to(user).options(joinedload(User.centre)).order_by(User.name, User.id)
    if ids is not None:
        statement = statement.where(User.id.in_(ids))
    for word in asked.search.split():
        statement = statement.where(
            or_(User.name.icontains(word, autoescape=True), User.login.icontains(word, autoescape=True))
        )
    limits = ((User.role, asked.role), (User.centre_id, asked.centre_id), (User.active, asked.active))
    return statement.where(*(column == wanted for column, wanted in limits if wanted is not None))


def names(user: User, asked: Filters) -> Select[int, str]:
    """Id and words to search in."""
    listed = listing(user, asked).options().order_by(None)
    return listed.with_only_columns(User.id, User.name + " " + User.login)


def partner_of(user: User) -> Select[int]:
    """The partner this user signs in for."""
    return select(PartnerUser.partner_id).where(PartnerUser.user_id == user.id)


def member_of(user: User) -> Select[int]:
    return select(MemberUser.member_id).where(MemberUser.user_id == user.id)


def sign_ins_visible_to(user: User) -> Select[SignInSession]:
    """Open sign-ins, the newest first: one's own, and everybody's for the administrator."""
    statement = select(SignInSession).order_by(SignInSession.created_at.desc(), SignInSession.id.desc())
    return statement if user.role == Role.ADMINISTRATOR else statement.where(SignInSession.user_id == user.id)


def sign_ins_of(user: User) -> Select[SignInSession]:
    return sign_ins_visible_to(user).where(SignInSession.user_id == user.id)


def sign_in_with(token_digest: str) -> Select[SignInSession]:
    return select(SignInSession).where(SignInSession.token_digest == token_digest)


def user_with_login(login: str) -> Select[User]:
    return select(User).where(User.login == login)


def user_behind(token_digest: str) -> Select[User]:
    """The active user of a sign-in row; in the field a row is good for one working day, whatever the cookie says."""
    return (
        select(User)
        .join(SignInSession, SignInSession.user_id == User.id)
        .where(SignInSession.token_digest == token_digest, User.active)
        .where(or_(User.role.not_in(IN_THE_FIELD), SignInSession.created_at > now() - WORKING_DAY))
        .options(joinedload(User.centre))
    )


def colleagues_of(user: User) -> Select[User]:
    """Active staff who may be responsible for something: of the user's centre, or all for the administrator."""
    statement = select(User).where(User.active, User.role.in_([Role.STAFF, Role.ADMINISTRATOR])).order_by(User.name)
    if user.role == Role.ADMINISTRATOR:
        return statement
    if user.role == Role.STAFF:
        return statement.where((User.centre_id == user.centre_id) | (User.id == user.id))
    return statement.where(false())


def saved_filters_visible_to(user: User) -> Select[SavedFilter]:
    """Everybody's own, and nobody else's."""
    return select(SavedFilter).where(SavedFilter.user_id == user.id)


def pin_of(user_id: int) -> Select[Pin]:
    return select(Pin).where(Pin.user_id == user_id)


def pin_typed(code: str, phone: str) -> Select[Pin]:
    """The card with this code, or the one whose holder may type this number."""
    by_phone = Pin.phone == phone if phone else false()
    return select(Pin).where(or_(Pin.code == code, by_phone) if code else by_phone).options(joinedload(Pin.user))


def wait_for(key: str) -> Select[SignInWait]:
    return select(SignInWait).where(SignInWait.key == key)
