"""What an administrator does with the users: change them, switch them off and on. Somebody must always be left to do it."""

from typing import Any

from sqlalchemy import select

from crm.access import Role
from crm.accounts import operations
from crm.accounts.models import User
from crm.audit.operations import record_changes
from crm.extensions import db
from crm.i18n import _

#: Who works with the program as a whole. Partners and women get their sign-in on their own pages.
OFFICE = (Role.STAFF, Role.ADMINISTRATOR, Role.OBSERVER)


class NotAllowed(Exception):
    """The text says why not, in the reader's language."""


def change_user(*, user: User, by: User, **values: Any) -> None:
    """Raises NotAllowed when it would take the last administrator away, or one's own rights."""
    if values.get("role", user.role) != user.role:
        _stays_administrator(user, by)
    for name, value in values.items():
        setattr(user, name, value)
    record_changes(user)
    db.session.flush()


def switch_user(*, user: User, by: User, on: bool) -> None:
    """Raises NotAllowed as `change_user` does. Who is switched off is signed out at once."""
    if not on:
        if user.id == by.id:
            raise NotAllowed(_("You cannot switch yourself off."))
        _stays_administrator(user, by)
    operations.set_active(user=user, active=on)


def _stays_administrator(user: User, by: User) -> None:
    if user.role != Role.ADMINISTRATOR:
        return
    if user.id == by.id:
        raise NotAllowed(_("You cannot take your own rights away. Ask another administrator."))
    # Locked, so that two administrators cannot remove each other at the same moment.
    active = select(User.id).where(User.role == Role.ADMINISTRATOR, User.active).with_for_update()
    if set(db.session.scalars(active)) <= {user.id}:
        raise NotAllowed(_("This is the last administrator. Name another one first."))
