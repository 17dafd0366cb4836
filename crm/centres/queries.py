"""Centres as somebody may see them; whether this installation holds examples."""

from sqlalchemy import Select, false, select
from sqlalchemy.orm import joinedload

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Centre, Installation
from crm.extensions import db


def visible_to(user: User) -> Select[Centre]:
    """The administrator and observers of the whole programme see every centre, staff their own."""
    statement = select(Centre).options(joinedload(Centre.rayon)).order_by(Centre.name)
    if user.role == Role.ADMINISTRATOR or (user.role == Role.OBSERVER and user.centre_id is None):
        return statement
    if user.role in (Role.STAFF, Role.OBSERVER):
        return statement.where(Centre.id == user.centre_id)
    return statement.where(false())


def holds_examples() -> bool:
    """True when this database holds the invented examples."""
    return bool(db.session.scalar(select(Installation.is_demo).where(Installation.id == 1)))
