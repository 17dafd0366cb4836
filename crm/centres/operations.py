"""A centre is founded and corrected. Two centres never have names that only spelling tells apart."""

from typing import Any

from sqlalchemy import select

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.centres.models import Centre
from crm.extensions import db
from crm.skills.fold import match_key


class NameTaken(ValueError):
    """Another centre is called so."""


def add_centre(*, name: str, **values: Any) -> Centre:
    """Raises NameTaken."""
    if centre_called(name):
        raise NameTaken(name)
    centre = Centre(name=name, **values)
    db.session.add(centre)
    db.session.flush()
    record(Action.CREATED, centre)
    return centre


def change_centre(*, centre: Centre, name: str, **values: Any) -> None:
    """Raises NameTaken."""
    if (other := centre_called(name)) and other.id != centre.id:
        raise NameTaken(name)
    for field, value in {"name": name, **values}.items():
        setattr(centre, field, value)
    record_changes(centre)
    db.session.flush()


def centre_called(name: str) -> Centre | None:
    """Neftchala, Neftçala and NEFTCALA are one."""
    everyone = db.session.scalars(select(Centre).order_by(Centre.id)).all()
    exact = [centre for centre in everyone if centre.name == name]
    alike = [centre for centre in everyone if match_key(centre.name) == match_key(name)]
    return next(iter(exact or alike), None)
