"""What happens with an event: it is planned, women sign up and come, employers take tables."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from crm.audit import operations as audit
from crm.audit.enums import Action
from crm.db import now
from crm.events.enums import Participation
from crm.events.models import Event, EventBooth, EventParticipant
from crm.extensions import db
from crm.members.models import Member
from crm.partners.models import Partner


def plan_event(*, centre_id: int, **values: Any) -> Event:
    event = Event(centre_id=centre_id, **values)
    db.session.add(event)
    db.session.flush()
    audit.record(Action.CREATED, event)
    return event


def change_event(*, event: Event, **values: Any) -> None:
    for name, value in values.items():
        setattr(event, name, value)
    audit.record_changes(event)
    db.session.flush()


def sign_up(*, event: Event, member: Member, participation: Participation = Participation.REGISTERED) -> None:
    """She is on the list once, however often she is added. `member` is of the event's centre: the query says so."""
    known = select(EventParticipant.id).filter_by(event_id=event.id, member_id=member.id)
    if db.session.scalar(known) is not None:
        return
    made = EventParticipant(event_id=event.id, member_id=member.id, participation=participation)
    db.session.add(made)
    db.session.flush()
    audit.record(Action.CREATED, made)


def note_attendance(*, event: Event, participants: Sequence[EventParticipant], came: Collection[int]) -> None:
    """Those whose id is in `came` were there, the others were not. The event's version tells of it."""
    for participant in participants:
        participant.participation = Participation.CAME if participant.id in came else Participation.ABSENT
        audit.record_changes(participant)
    event.updated_at = now()
    db.session.flush()


def take_off(*, participant: EventParticipant) -> None:
    """Written on the list by mistake."""
    audit.record(Action.CHANGED, participant, taken_off=[participant.member_id, None])
    db.session.delete(participant)
    db.session.flush()


def set_booth(*, event: Event, partner: Partner, places_offered: int) -> EventBooth:
    """An employer's table; a second time the number of places is corrected."""
    booth = db.session.scalar(select(EventBooth).filter_by(event_id=event.id, partner_id=partner.id))
    if booth is None:
        booth = EventBooth(event_id=event.id, partner_id=partner.id, places_offered=places_offered)
        db.session.add(booth)
        db.session.flush()
        audit.record(Action.CREATED, booth)
        return booth
    booth.places_offered = places_offered
    audit.record_changes(booth)
    db.session.flush()
    return booth
