"""What happens to an informational session: planned, changed, called off. Writing it down afterwards: holding.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.info_sessions.enums import SessionKind, SessionState
from crm.info_sessions.holding import NewPerson, NewPromise, SessionLog, WhoCame, call_off, hold_session, not_held
from crm.info_sessions.inviting import time_was_set
from crm.info_sessions.models import InfoSession, SessionPartner
from crm.info_sessions.preparing import move_call, plan_call
from crm.partners.enums import Stage
from crm.partners.models import Partner
from crm.partners.operations import advance

__all__ = [
    "NewPerson",
    "NewPromise",
    "NewVisit",
    "SessionLog",
    "WhoCame",
    "call_off",
    "change_session",
    "hold_session",
    "not_held",
    "plan_session",
    "plan_visits",
    "restore",
]


def plan_session(
    *,
    host: Partner,
    starts_at: datetime,
    guests: Sequence[Partner] = (),
    kind: SessionKind = SessionKind.INDIVIDUAL,
    facilitator: User | None = None,
    **values: Any,
) -> InfoSession:
    """A session in the office of the host. Guests make it a small group."""
    info_session = InfoSession(
        centre_id=host.centre_id,
        host=host,
        starts_at=starts_at,
        facilitator=facilitator,
        **{name: value for name, value in values.items() if value is not None},
    )
    _seat(info_session, host, guests, kind)
    if not info_session.next_step:
        plan_call(info_session)
    db.session.add(info_session)
    db.session.flush()
    record(Action.CREATED, info_session)
    for partner in {host, *guests}:
        advance(partner=partner, stage=Stage.SESSION_PLANNED)
    return info_session


@dataclass(frozen=True)
class NewVisit:
    """One session of a plan, before it is one."""

    host: Partner
    guests: Sequence[Partner]
    starts_at: datetime
    minutes: int
    agenda: Sequence[str] = ()
    topics: str = ""


def plan_visits(*, visits: Sequence[NewVisit], facilitator: User | None) -> list[InfoSession]:
    """All sessions of a plan in one step."""
    return [
        plan_session(
            host=visit.host,
            guests=visit.guests,
            starts_at=visit.starts_at,
            minutes=visit.minutes,
            agenda=list(visit.agenda),
            topics=visit.topics,
            facilitator=facilitator,
        )
        for visit in visits
    ]


def change_session(
    *, info_session: InfoSession, host: Partner, guests: Sequence[Partner], kind: SessionKind, **values: Any
) -> None:
    """Corrects the plan, also of a session that was held. People of partners who are no longer in it leave the room."""
    agreed, before, in_calendars = info_session.starts_at, info_session.host_id, _in_calendars(info_session)
    for name, value in values.items():
        setattr(info_session, name, value)
    if info_session.state == SessionState.PLANNED and info_session.starts_at != agreed:
        info_session.moved_from = agreed
        move_call(info_session, agreed)
    info_session.host, info_session.host_id = host, host.id
    info_session.calendar_sequence += in_calendars != _in_calendars(info_session)
    _seat(info_session, host, guests, kind)
    if info_session.invitation and (info_session.starts_at != agreed or host.id != before):
        time_was_set(invitation=info_session.invitation, another_host=host.id != before)
    invited = {host.id, *(guest.id for guest in guests)}
    for attendance in [one for one in info_session.attendances if one.contact.partner_id not in invited]:
        info_session.attendances.remove(attendance)
    info_session.updated_at = now()
    record_changes(info_session)
    db.session.flush()


def restore(*, info_session: InfoSession) -> None:
    """What was called off or did not take place is planned again."""
    if info_session.state not in (SessionState.CANCELLED, SessionState.NOT_HELD):
        return
    info_session.state, info_session.not_held_why, info_session.not_held_reason = SessionState.PLANNED, None, ""
    info_session.calendar_sequence += 1
    plan_call(info_session)
    record_changes(info_session)
    db.session.flush()


def _in_calendars(info_session: InfoSession) -> tuple[Any, ...]:
    """What people keep in their calendars; when it changes, theirs are told so by the next number."""
    return info_session.starts_at, info_session.minutes, info_session.host_id


def _seat(info_session: InfoSession, host: Partner, guests: Sequence[Partner], kind: SessionKind) -> None:
    """The host and every guest once; whoever keeps the seat keeps the row."""
    room = {partner.id: partner for partner in (host, *guests)}
    kept = [seat for seat in info_session.guests if seat.partner_id in room]
    taken = {seat.partner_id for seat in kept}
    info_session.guests = kept + [
        SessionPartner(partner=partner) for partner_id, partner in room.items() if partner_id not in taken
    ]
    info_session.kind = SessionKind.SMALL_GROUP if len(room) > 1 else kind
