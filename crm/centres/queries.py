"""Centres as somebody may see them; whether this installation holds examples."""

from collections.abc import Collection

from sqlalchemy import Select, false, func, select
from sqlalchemy.orm import joinedload

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Centre, Installation
from crm.extensions import db
from crm.members.models import Member
from crm.partners.models import Partner
from crm.places.models import Rayon


def visible_to(user: User) -> Select[Centre]:
    """The administrator and observers of the whole programme see every centre, staff their own."""
    statement = select(Centre).options(joinedload(Centre.rayon)).order_by(Centre.name)
    if user.role == Role.ADMINISTRATOR or (user.role == Role.OBSERVER and user.centre_id is None):
        return statement
    if user.role in (Role.STAFF, Role.OBSERVER):
        return statement.where(Centre.id == user.centre_id)
    return statement.where(false())


def names(user: User) -> Select[int, str]:
    """Id and words to search in."""
    rayon = func.coalesce(Rayon.name_az + " " + Rayon.name_ru + " " + Rayon.name_en, "")
    named = visible_to(user).outerjoin(Rayon, Rayon.id == Centre.rayon_id).order_by(None)
    return named.with_only_columns(Centre.id, Centre.name + " " + rayon)


def listing(user: User, ids: Collection[int] | None = None) -> Select[Centre, int, int, int]:
    """Centres with the numbers of their women, partners and active staff."""
    statement = visible_to(user)
    if ids is not None:
        statement = statement.where(Centre.id.in_(ids))
    counts = (
        select(func.count()).where(Member.centre_id == Centre.id).scalar_subquery().label("members"),
        select(func.count()).where(Partner.centre_id == Centre.id).scalar_subquery().label("partners"),
        select(func.count())
        .where(User.centre_id == Centre.id, User.active, User.role == Role.STAFF)
        .scalar_subquery()
        .label("people"),
    )
    return statement.add_columns(*counts)


def staff_of(centre: Centre) -> Select[User]:
    """The active staff of a centre that somebody may see."""
    return select(User).where(User.centre_id == centre.id, User.active, User.role == Role.STAFF).order_by(User.name)


def holds_examples() -> bool:
    """True when this database holds the invented examples."""
    return bool(db.session.scalar(select(Installation.is_demo).where(Installation.id == 1)))
