"""The people of a partner: contacts, and the users who sign in for it."""

from datetime import date
from typing import Any

from crm.access import Role
from crm.accounts import operations as accounts
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.partners.models import Contact, Partner, PartnerUser


def add_contact(*, partner: Partner, name: str, **values: Any) -> Contact:
    contact = Contact(partner=partner, name=name, **{key: value for key, value in values.items() if value is not None})
    db.session.add(contact)
    db.session.flush()
    record(Action.CREATED, contact)
    return contact


def change_contact(*, contact: Contact, works_there: bool, inactive_on: date | None = None, **values: Any) -> None:
    """Whoever left stays in the history with the day, the one we heard of it where nobody knows better."""
    for name, value in values.items():
        setattr(contact, name, value)
    contact.inactive_on = None if works_there else inactive_on or contact.inactive_on or today()
    contact.updated_at = now()
    record_changes(contact)
    db.session.flush()


def give_access(*, partner: Partner, login: str, name: str) -> str:
    """A user who signs in for the partner; returns the invented password, which is kept nowhere.

    Raises ValueError when somebody signs in with this login already."""
    password = accounts.invent_password()
    user = accounts.create_user(login=login, name=name, role=Role.PARTNER, password=password)
    db.session.add(PartnerUser(user_id=user.id, partner_id=partner.id))
    db.session.flush()
    record(Action.CHANGED, partner, access_given_to=user.login)
    return password


def renew_password(*, user: User) -> str:
    """A new invented password; whoever is signed in with the old one is signed out."""
    password = accounts.invent_password()
    accounts.set_password(user=user, password=password)
    return password
