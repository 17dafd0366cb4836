"""A visit written down at the doorstep: the session of that day when one is planned, a new one otherwise; held at once."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from crm.accounts.models import User
from crm.info_sessions.enums import Attendance
from crm.info_sessions.holding import NewPerson, SessionLog, WhoCame, hold_session
from crm.info_sessions.models import InfoSession
from crm.info_sessions.operations import plan_session
from crm.partners.models import Contact, Partner
from crm.search import nearest
from crm.skills.fold import search_key

#: What people put between two names, in three languages.
BETWEEN_NAMES = re.compile(r"\s*[,;/+&]\s*|\s+(?:və|and|и)\s+", re.IGNORECASE)


def log_quickly(
    *,
    partner: Partner,
    by: User,
    at: datetime,
    planned: InfoSession | None,
    who: str,
    heard: str,
    next_step: str = "",
    next_step_due: date | None = None,
) -> InfoSession:
    """`planned` is the session of that day with this partner, if there is one. Names not known yet become contacts."""
    info_session = planned or plan_session(host=partner, starts_at=at, facilitator=by)
    known = [contact for contact in partner.contacts if contact.inactive_on is None]
    log = SessionLog(
        people=list(_known(who, known)),
        newcomers=[NewPerson(partner, name) for name in _names(who) if _person(name, known) is None],
        heard=heard,
        materials=info_session.materials,
        next_step=next_step,
        next_step_due=next_step_due,
    )
    hold_session(info_session=info_session, log=log)
    return info_session


def _known(who: str, contacts: Sequence[Contact]) -> Iterator[WhoCame]:
    found = (_person(name, contacts) for name in _names(who))
    for contact in dict.fromkeys(one for one in found if one):
        yield WhoCame(contact, Attendance.CAME, contact.decides)


def _names(who: str) -> list[str]:
    return [name[:200] for name in dict.fromkeys(BETWEEN_NAMES.split(who.strip())) if name]


def _person(name: str, contacts: Sequence[Contact]) -> Contact | None:
    """The contact a name means: part of it is enough, and a slip of the pen does no harm."""
    best = nearest(name, ((contact.id, search_key(contact.name)) for contact in contacts), limit=1)
    return next((contact for contact in contacts if contact.id in best), None)
