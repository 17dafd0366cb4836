"""Makes records for tests with as few words as possible, and posts forms as a browser does."""

import re
import uuid
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from crm.access import Role
from crm.accounts.models import User
from crm.accounts.passwords import hash_password
from crm.centres.models import Centre
from crm.db import now
from crm.events.enums import EventKind
from crm.events.models import Event
from crm.extensions import db
from crm.info_sessions.models import InfoSession, SessionPartner
from crm.members.consent_text import VERSION
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Consent, Member, MemberConcept, MemberUser
from crm.partners.models import Contact, Partner, PartnerUser
from crm.places.models import Settlement
from crm.skills.fold import search_key
from crm.skills.models import Concept
from crm.vacancies.enums import Importance, VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed

PASSWORD = "a long enough password"
_number = count(1)


def facts() -> None:
    """The facts every installation has: places and vocabulary."""
    from crm.places.operations import load_places
    from crm.skills.operations import load_vocabulary

    load_places()
    load_vocabulary()


def save(record: Any) -> Any:
    db.session.add(record)
    db.session.flush()
    return record


@cache
def _hash() -> str:
    return hash_password(PASSWORD)


def centre(name: str = "Sabirabad") -> Centre:
    found = db.session.scalar(select(Centre).where(Centre.name == name))
    return found or save(Centre(name=name))


def user(role: Role = Role.STAFF, *, login: str | None = None, **more: Any) -> User:
    number = next(_number)
    if role == Role.STAFF and "centre" not in more:
        more["centre"] = centre()
    login = login or f"user{number}@example.com"
    return save(User(login=login, name=more.pop("name", f"User {number}"), role=role, password_hash=_hash(), **more))


def partner(name: str | None = None, **more: Any) -> Partner:
    name = name or f"Company {next(_number)}"
    more.setdefault("centre", centre())
    return save(Partner(name=name, search_name=search_key(name), stage_since=date(2026, 1, 1), **more))


def contact(of: Partner, name: str = "Elçin Məmmədov", **more: Any) -> Contact:
    return save(Contact(partner=of, name=name, **more))


def partner_user(of: Partner) -> User:
    made = user(Role.PARTNER, centre=None)
    save(PartnerUser(user=made, partner=of))
    return made


def settlement(name: str = "Sabirabad") -> Settlement:
    found = db.session.scalars(select(Settlement).where(Settlement.name_az == name)).first()
    assert found is not None, f"no settlement {name}"
    return found


def concept(code: str) -> Concept:
    found = db.session.scalar(select(Concept).where(Concept.code == code))
    assert found is not None, f"no concept {code}"
    return found


def member(
    first_name: str = "Aygün",
    last_name: str = "Həsənova",
    *,
    skills: tuple[str, ...] = (),
    agrees_to: tuple[Purpose, ...] = (Purpose.REPORTS,),
    **more: Any,
) -> Member:
    more.setdefault("centre", centre())
    more.setdefault("joined_on", date(2026, 1, 1))
    made = save(
        Member(first_name=first_name, last_name=last_name, search_text=search_key(f"{first_name} {last_name}"), **more)
    )
    for purpose in agrees_to:
        consent(made, purpose)
    for code in skills:
        save(MemberConcept(member=made, concept=concept(code), words=code))
    return made


def consent(of: Member, purpose: Purpose, partner: Partner | None = None, **more: Any) -> Consent:
    more = {"manner": ConsentManner.PAPER, "text_version": VERSION, "given_on": date(2026, 1, 1), **more}
    return save(Consent(member=of, purpose=purpose, partner=partner, **more))


def member_user(of: Member) -> User:
    made = user(Role.MEMBER, centre=None)
    save(MemberUser(user=made, member=of))
    return made


def vacancy(of: Partner | None = None, *, needs: tuple[str, ...] = (), **more: Any) -> Vacancy:
    of = of or partner()
    more.setdefault("title", f"Vacancy {next(_number)}")
    more.setdefault("state", VacancyState.OPEN)
    made = save(Vacancy(centre=of.centre, partner=of, **more))
    for code in needs:
        save(VacancyNeed(vacancy=made, concept=concept(code), importance=Importance.REQUIRED, words=code))
    return made


def info_session(host: Partner | None = None, **more: Any) -> InfoSession:
    host = host or partner()
    more.setdefault("starts_at", now() + timedelta(days=1))
    made = save(InfoSession(centre=host.centre, host=host, **more))
    save(SessionPartner(info_session=made, partner=host))
    return made


def event(kind: EventKind = EventKind.TRAINING, **more: Any) -> Event:
    more.setdefault("centre", centre())
    more.setdefault("starts_at", now() - timedelta(days=10))
    return save(Event(kind=kind, title=more.pop("title", f"Event {next(_number)}"), **more))


def post(browser: FlaskClient, url: str, form_at: str | None = None, **fields: Any) -> TestResponse:
    """Fetches the page of the form for its CSRF token, then posts the fields with a fresh client key."""
    page = browser.get(form_at or url)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token, f"no form on {form_at or url}: {page.status_code}"
    return browser.post(url, data={"csrf_token": token.group(1), "client_key": uuid.uuid4().hex, **fields})
