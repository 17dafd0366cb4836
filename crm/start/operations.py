"""The first centre and its administrator, into an installation that nobody uses yet."""

from sqlalchemy import select, text

from crm.access import Role
from crm.accounts.models import User
from crm.accounts.operations import create_user
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.centres.models import Centre, Installation
from crm.demo.load import is_empty, load_facts
from crm.extensions import db
from crm.places.models import Rayon


class InUse(Exception):
    """Somebody was quicker: there is a user or a centre already."""


def start_empty(*, centre_name: str, rayon: str, name: str, login: str, password: str, language: str) -> User:
    """`rayon` by its Azerbaijani name. Raises InUse."""
    if db.session.connection().dialect.name == "postgresql":
        # Two first administrators at once: the second waits here and then finds the first. SQLite lets one in anyway.
        db.session.execute(text("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE"))
    if not is_empty():
        raise InUse
    place = _rayon(rayon)
    if place is None:
        load_facts()
        place = _rayon(rayon)
    centre = Centre(name=centre_name, rayon=place)
    db.session.add(centre)
    db.session.merge(Installation(id=1, is_demo=False))
    db.session.flush()
    record(Action.CREATED, centre)
    return create_user(
        login=login, name=name, role=Role.ADMINISTRATOR, password=password, centre_id=centre.id, language=language
    )


def _rayon(name_az: str) -> Rayon | None:
    return db.session.scalar(select(Rayon).where(Rayon.name_az == name_az))
