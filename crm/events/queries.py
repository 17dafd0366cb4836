"""Events of the centres somebody may see, and what belongs to one event."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from crm import access
from crm.accounts.models import User
from crm.events.enums import EventKind, Participation
from crm.events.models import Event, EventBooth, EventParticipant
from crm.members import queries as member_queries
from crm.members.hidden import may_be_seen_by_reader
from crm.members.models import Member
from crm.referrals.models import Placement, Referral
from crm.skills.fold import search_key
from crm.vacancies.models import Vacancy

FOUND_AT_MOST = 10


def visible_to(user: User) -> Select[Event]:
    """All for the administrator, the centre's for its staff."""
    return access.own_centre(select(Event).options(joinedload(Event.settlement)), Event.centre_id, user)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    kind: EventKind | None = None


def names(user: User) -> Select[int, str]:
    """Id and words to search in. Events are few, so the search folds them on the way."""
    return visible_to(user).with_only_columns(Event.id, Event.title + " " + Event.topic + " " + Event.venue)


def listing(user: User, asked: Filters, ids: Collection[int] | None = None) -> Select[Event, int, int]:
    """(event, signed up, were there), the newest first; `ids` are what a search found."""
    here = EventParticipant.event_id == Event.id
    signed_up = select(func.count()).where(here).scalar_subquery()
    came = select(func.count()).where(here, EventParticipant.participation == Participation.CAME).scalar_subquery()
    statement = visible_to(user).add_columns(signed_up, came)
    if ids is not None:
        statement = statement.where(Event.id.in_(ids))
    if asked.kind is not None:
        statement = statement.where(Event.kind == asked.kind)
    return statement.order_by(Event.starts_at.desc(), Event.id.desc())


def participants_of(event: Event) -> Select[EventParticipant]:
    return (
        select(EventParticipant)
        .join(Member, Member.id == EventParticipant.member_id)
        .where(EventParticipant.event_id == event.id, may_be_seen_by_reader(EventParticipant.member_id))
        .options(joinedload(EventParticipant.member))
        .order_by(Member.search_text, EventParticipant.id)
    )


def booths_of(event: Event) -> Select[EventBooth]:
    tables = select(EventBooth).where(EventBooth.event_id == event.id).options(joinedload(EventBooth.partner))
    return tables.order_by(EventBooth.id)


def women_to_add(user: User, event: Event, search: str) -> Select[Member]:
    """Women who may still join, by name, phone or reference."""
    statement = _may_join(user, event)
    for word in search_key(search).split():
        held = (Member.search_text, Member.phone, Member.reference)
        statement = statement.where(or_(*(column.contains(word, autoescape=True) for column in held)))
    return statement.options(joinedload(Member.settlement)).order_by(Member.search_text, Member.id).limit(FOUND_AT_MOST)


def one_to_add(user: User, event: Event, member_id: int | None) -> Select[Member]:
    """This woman, if she may still join; nobody otherwise."""
    return _may_join(user, event).where(Member.id == member_id)


def _may_join(user: User, event: Event) -> Select[Member]:
    """Women of the event's centre who are not on its list yet."""
    on_the_list = select(EventParticipant.member_id).where(EventParticipant.event_id == event.id)
    own = member_queries.visible_to(user)
    return own.where(Member.centre_id == event.centre_id, Member.id.not_in(on_the_list))


def slips_of(event: Event) -> Select[Referral]:
    """Introductions begun at this fair."""
    shown = joinedload(Referral.vacancy).joinedload(Vacancy.partner)
    return (
        select(Referral)
        .where(Referral.event_id == event.id, may_be_seen_by_reader(Referral.member_id))
        .options(joinedload(Referral.member), shown)
        .order_by(Referral.id)
    )


def hires_of(event: Event) -> Select[Placement]:
    """Hires that came of this fair."""
    return (
        select(Placement)
        .where(Placement.event_id == event.id, may_be_seen_by_reader(Placement.member_id))
        .options(joinedload(Placement.member), joinedload(Placement.partner))
        .order_by(Placement.started_on, Placement.id)
    )
