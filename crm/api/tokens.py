"""Making, reading and ending tokens."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from crm.access import PERMISSIONS, Permission, Role
from crm.accounts.models import User
from crm.accounts.operations import digest
from crm.api.enums import ApiScope
from crm.api.models import ApiToken
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.db import now
from crm.extensions import db
from crm.forms import today

#: So that a lost token is recognised for what it is, by people and by scanners of code.
PREFIX = "korpu_"
#: How often the last use is written down.
USED_EVERY = timedelta(hours=1)
#: Whoever may read this on pages may read it by a token. A partner reads the own record.
_ROLES = {
    ApiScope.VACANCIES: PERMISSIONS[Permission.VACANCIES_READ] | {Role.PARTNER},
    ApiScope.PARTNERS: PERMISSIONS[Permission.PARTNERS_READ] | {Role.PARTNER},
    ApiScope.RESULTS: PERMISSIONS[Permission.RESULTS_READ],
}


def scopes_of(user: User) -> list[ApiScope]:
    return [scope for scope in ApiScope if user.role in _ROLES[scope]]


def tokens_of(user: User) -> Select[ApiToken]:
    return select(ApiToken).where(ApiToken.user_id == user.id).order_by(ApiToken.id.desc())


def behind(token: str) -> Select[ApiToken]:
    """The token in force, of somebody who may sign in."""
    return (
        select(ApiToken)
        .join(ApiToken.user)
        .where(ApiToken.token_digest == digest(token), ApiToken.valid_until >= today(), User.active)
        .options(joinedload(ApiToken.user))
    )


def make_token(*, user: User, name: str, scopes: Sequence[ApiScope], valid_until: date) -> str:
    """The token itself; it is shown once and kept nowhere. Scopes beyond the person's own are left out."""
    token = PREFIX + secrets.token_urlsafe(32)
    allowed = [scope.value for scope in scopes_of(user) if scope in scopes]
    made = ApiToken(user_id=user.id, name=name, token_digest=digest(token), scopes=allowed, valid_until=valid_until)
    db.session.add(made)
    db.session.flush()
    record(Action.CREATED, made, name=name, scopes=allowed, valid_until=valid_until.isoformat())
    return token


def end_token(*, token: ApiToken) -> None:
    record(Action.CHANGED, token, ended=token.name)
    db.session.delete(token)
    db.session.flush()


def note_use(token_id: int) -> None:
    token = db.session.get(ApiToken, token_id)
    if token is not None:
        token.last_used_at = now()


def use_is_old(token: ApiToken) -> bool:
    return token.last_used_at is None or now() - token.last_used_at > USED_EVERY
