"""Users as those may see them who manage access; the user behind a cookie."""

from sqlalchemy import Select, false, select
from sqlalchemy.orm import joinedload

from crm.access import Role
from crm.accounts.models import SignInSession, User


def visible_to(user: User) -> Select[User]:
    """The administrator sees every user, anybody else only herself or himself."""
    statement = select(User)
    return statement if user.role == Role.ADMINISTRATOR else statement.where(User.id == user.id)


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
    """The active user of a sign-in row."""
    return (
        select(User)
        .join(SignInSession, SignInSession.user_id == User.id)
        .where(SignInSession.token_digest == token_digest, User.active)
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
