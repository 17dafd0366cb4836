"""What can be done with a member: register, correct, choose her skills, note a service, let her sign in.

Consents and the notes that need one are in consents.py."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from crm.access import Role
from crm.accounts import pins
from crm.accounts.models import Pin, User
from crm.accounts.operations import create_user, invent_password, set_active
from crm.accounts.queries import pin_of, pin_typed
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.members import names, queries
from crm.members.consents import (
    ConsentMissing,
    give_consent,
    has_consent,
    withdraw_consent,
    write_special_note,
)
from crm.members.enums import ConceptRole, ConceptSource, ServiceKind
from crm.members.models import Member, MemberConcept, MemberUser, Service
from crm.members.understanding import TEXTS, read_member, understand
from crm.skills import queries as skill_queries
from crm.skills.models import Concept

__all__ = [
    "ConsentMissing",
    "LoginTaken",
    "add_service",
    "change_member",
    "give_access",
    "give_consent",
    "has_consent",
    "pick_concept",
    "register_member",
    "renew_access",
    "say_meant",
    "set_concepts",
    "switch_access",
    "understand",
    "withdraw_consent",
    "write_special_note",
]


#: An emptied field of these keeps what was known.
NEVER_EMPTY = frozenset({"joined_on", "seeking"})


class LoginTaken(Exception):
    """Somebody signs in with this name already."""


def register_member(*, centre_id: int, **values: Any) -> Member:
    """A woman of this centre; her texts are read at once. Empty values keep their defaults."""
    given = {name: value for name, value in values.items() if value is not None}
    member = Member(centre_id=centre_id, **{"joined_on": today(), **given})
    _keep_findable(member)
    db.session.add(member)
    db.session.flush()
    understand(member=member)
    record(Action.CREATED, member)
    return member


def change_member(*, member: Member, **values: Any) -> Member:
    """Corrects fields. Changed texts are read again; what staff chose or took away stays."""
    before = (
        read_member(member) if any(name in values and values[name] != getattr(member, name) for name in TEXTS) else None
    )
    number = names.digits_of(member.phone)
    for name, value in values.items():
        if value is not None or name not in NEVER_EMPTY:
            setattr(member, name, value)
    _keep_findable(member)
    if names.digits_of(member.phone or "") != number and (user := db.session.scalar(queries.user_of(member.id))):
        pins.follow_phone(user_id=user.id, old=number, new=names.digits_of(member.phone or ""))
    record_changes(member)
    db.session.flush()
    if before is not None:
        understand(member=member, before=before)
    return member


def _keep_findable(member: Member) -> None:
    member.search_text = names.search_text(
        member.first_name, member.last_name or "", member.father_name or "", member.phone or "", member.reference
    )


def set_concepts(*, member: Member, levels: Mapping[int, int | None], removed: set[int]) -> None:
    """`levels`: row id -> 1 to 3 or unsaid; `removed`: ids of rows read wrongly. Rows of hers only."""
    for row in list(member.concepts):
        if row.id in removed:
            member.concepts.remove(row)
            record(Action.CHANGED, member, concept=[row.concept.code, None])
        elif row.id in levels and row.level != levels[row.id]:
            record(Action.CHANGED, member, **{f"level of {row.concept.code}": [row.level, levels[row.id]]})
            row.level, row.source = levels[row.id], ConceptSource.PICKED  # a person looked at it
    member.updated_at = now()  # her version grows: a second person with the old list is told
    db.session.flush()


def pick_concept(
    *, member: Member, concept: Concept, role: ConceptRole = ConceptRole.SKILL, level: int | None = None
) -> None:
    """Chosen from the vocabulary by a person: surer than anything read."""
    row = next((one for one in member.concepts if one.concept_id == concept.id and one.role == role), None)
    if row is None:
        row = MemberConcept(concept=concept, concept_id=concept.id, role=role)
        member.concepts.append(row)
    row.source, row.confidence = ConceptSource.PICKED, 1.0
    row.level = level or row.level
    record(Action.CHANGED, member, concept=[None, concept.code])
    db.session.flush()


def say_meant(*, member: Member, answers: Mapping[str, Collection[str]]) -> None:
    """What was read -> what she means by it, by code, as a person says. What was not read of her is left alone."""
    asked = set(answers) | {code for codes in answers.values() for code in codes}
    concepts = {concept.code: concept for concept in db.session.scalars(skill_queries.coded(asked))}
    for row in list(member.concepts):
        meant = answers.get(row.concept.code, ())
        chosen = [concepts[code] for code in meant if code in concepts]
        if row.source != ConceptSource.TEXT or not chosen:
            continue
        if row.concept.code not in meant:
            member.concepts.remove(row)
            record(Action.CHANGED, member, concept=[row.concept.code, None])
        for concept in chosen:
            pick_concept(member=member, concept=concept, role=row.role, level=row.level)
    db.session.flush()


def add_service(
    *, member: Member, kind: ServiceKind, given_on: date, note: str = "", by: User | None = None
) -> Service:
    service = Service(member=member, kind=kind, given_on=given_on, note=note, by=by)
    db.session.add(service)
    db.session.flush()
    record(Action.CREATED, service)
    return service


def give_access(*, member: Member, by_phone: bool = False) -> tuple[Pin, str]:
    """Lets her sign in: her card and its PIN, which is shown once. Raises LoginTaken when her number is somebody's."""
    phone = names.digits_of(member.phone) if by_phone else None
    if phone and db.session.scalar(pin_typed("", phone)):
        raise LoginTaken
    code = pins.invent_code()
    user = create_user(login=code, name=member.first_name, role=Role.MEMBER, password=invent_password())
    pin = pins.give_card(user=user, code=code, phone=phone)
    db.session.add(MemberUser(user=user, member=member))
    db.session.flush()
    record(Action.CHANGED, member, access=[None, "card"])
    return db.session.execute(pin_of(user.id)).scalar_one(), pin


def renew_access(*, member: Member) -> tuple[Pin, str]:
    """A new PIN for her, shown once; every open sign-in of hers ends."""
    return pins.renew(user=_user_of(member))


def switch_access(*, member: Member, on: bool) -> None:
    """Off: she is signed out at once and cannot come in."""
    set_active(user=_user_of(member), active=on)


def _user_of(member: Member) -> User:
    return db.session.execute(queries.user_of(member.id)).scalar_one()
