"""The audit as the administrator reads it, and the names of the things it speaks of."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from crm import access
from crm.access import Permission
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.audit.things import THINGS
from crm.centres.models import Centre
from crm.events.models import Event
from crm.forms import end_of_day, start_of_day
from crm.imports.models import ImportRun
from crm.info_sessions.models import InfoSession
from crm.members.models import Consent, Member, Service
from crm.offers.models import Offer
from crm.partners.models import Contact, Partner
from crm.places.models import Rayon, Settlement
from crm.referrals.models import Placement, Referral
from crm.skills.fold import search_key
from crm.skills.models import Concept
from crm.vacancies.models import Vacancy


def _her_name(member_id: Any) -> ColumnElement[str]:
    return select(Member.first_name + " " + Member.last_name).where(Member.id == member_id).scalar_subquery()


#: Table -> the model and its name (in Azerbaijani, where there are several). What happens to a woman bears her name.
NAMED: dict[str, tuple[Any, ColumnElement[str] | InstrumentedAttribute[str]]] = {
    "members": (Member, Member.first_name + " " + Member.last_name),
    "partners": (Partner, Partner.name),
    "contacts": (Contact, Contact.name),
    "vacancies": (Vacancy, Vacancy.title),
    "offers": (Offer, Offer.title),
    "events": (Event, Event.title),
    "centres": (Centre, Centre.name),
    "users": (User, User.name),
    "import_runs": (ImportRun, ImportRun.file_name),
    "concepts": (Concept, Concept.label_az),
    "rayons": (Rayon, Rayon.name_az),
    "settlements": (Settlement, Settlement.name_az),
    "info_sessions": (
        InfoSession,
        select(Partner.name).where(Partner.id == InfoSession.host_id).scalar_subquery(),
    ),
    "referrals": (Referral, _her_name(Referral.member_id)),
    "placements": (Placement, _her_name(Placement.member_id)),
    "consents": (Consent, _her_name(Consent.member_id)),
    "services": (Service, _her_name(Service.member_id)),
}
#: Table -> the column a search looks into. Folded ones are searched with a folded word.
FOLDED = {"members": Member.search_text, "partners": Partner.search_name, "vacancies": Vacancy.search_text}
PLAIN = {"users": User.name, "centres": Centre.name, "offers": Offer.title, "events": Event.title}


def visible_to(user: User) -> Select[AuditEntry]:
    """All for who may read the audit, the newest first; nothing for anybody else."""
    statement = select(AuditEntry).order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
    return statement if access.allowed(user, Permission.AUDIT_READ) else statement.where(false())


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit. Days are whole days in Baku, the last one included."""

    search: str = ""
    action: Action | None = None
    thing: str = ""
    user_id: int | None = None
    first: date | None = None
    last: date | None = None
    thing_id: int | None = None


def listing(user: User, asked: Filters) -> Select[AuditEntry]:
    statement = visible_to(user)
    limits = (
        (AuditEntry.action, asked.action),
        (AuditEntry.thing, asked.thing or None),
        (AuditEntry.thing_id, asked.thing_id),
        (AuditEntry.user_id, asked.user_id),
    )
    statement = statement.where(*(column == wanted for column, wanted in limits if wanted is not None))
    if asked.first:
        statement = statement.where(AuditEntry.at >= start_of_day(asked.first))
    if asked.last:
        statement = statement.where(AuditEntry.at < end_of_day(asked.last))
    return statement.where(_mentions(asked.search)) if asked.search else statement


def people(user: User) -> Select[int, str]:
    """Id and name of the users to choose from: those who work here, not the women's and partners' own sign-ins."""
    office = (access.Role.ADMINISTRATOR, access.Role.STAFF, access.Role.OBSERVER)
    statement = select(User.id, User.name).where(User.role.in_(office)).order_by(User.name, User.id)
    return statement if access.allowed(user, Permission.AUDIT_READ) else statement.where(false())


def names_of(table: str, ids: Collection[int]) -> Select[*tuple[Any, ...]] | None:
    """Id and name of these records, with the name in each language where there are several; None for a nameless thing."""
    if table not in NAMED:
        return None
    model, name = NAMED[table]
    named = [name.label("name_az")]
    for code in ("ru", "en"):
        own = getattr(model, f"name_{code}", getattr(model, f"label_{code}", None))
        named.append((own if own is not None else literal_column("NULL")).label(f"name_{code}"))
    return select(model.id, *named).where(model.id.in_(ids))


def _mentions(search: str) -> ColumnElement[bool]:
    """Who did it, the word for the kind of thing, or the name the thing has now."""
    folded = search_key(search)
    found: list[ColumnElement[bool]] = [AuditEntry.user_name.icontains(search, autoescape=True)]
    kinds = [table for table, thing in THINGS.items() if folded and folded in search_key(str(thing.label))]
    if kinds:
        found.append(AuditEntry.thing.in_(kinds))
    for table, column in FOLDED.items():
        words = [column.contains(word, autoescape=True) for word in folded.split()]
        if words:
            found.append(_named(table, and_(*words)))
    found += [_named(table, column.icontains(search, autoescape=True)) for table, column in PLAIN.items()]
    return or_(*found)


def _named(table: str, rule: ColumnElement[bool]) -> ColumnElement[bool]:
    model = NAMED[table][0]
    return and_(AuditEntry.thing == table, AuditEntry.thing_id.in_(select(model.id).where(rule)))
