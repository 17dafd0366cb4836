"""Writing down a session that was held: who came, what was heard and promised, the opening, the next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm import files
from crm.audit.operations import record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import BAKU
from crm.info_sessions.enums import Attendance, Interest, NotHeldReason, Objection, SessionState
from crm.info_sessions.models import InfoSession, SessionAttendance, SessionObjection
from crm.info_sessions.preparing import another_time
from crm.offers.enums import OfferKind
from crm.offers.operations import draft_offer
from crm.partners.enums import CommitmentKind, Stage
from crm.partners.models import Commitment, Contact, Partner
from crm.partners.operations import advance, plan_next_step, promise
from crm.partners.people import add_contact
from crm.vacancies.models import Vacancy
from crm.vacancies.operations import draft_vacancy

NOTHING_CAME = frozenset({SessionState.NOT_HELD, SessionState.CANCELLED})
IN_TOUCH = frozenset({Attendance.CAME, Attendance.SENT_SOMEBODY})


@dataclass(frozen=True)
class WhoCame:
    contact: Contact
    attendance: Attendance
    decided_there: bool = False


@dataclass(frozen=True)
class NewPerson:
    """Somebody met for the first time in the room."""

    partner: Partner
    name: str
    position: str = ""
    decides: bool = False


@dataclass(frozen=True)
class NewPromise:
    partner: Partner
    kind: CommitmentKind
    quantity: int
    due_on: date
    words: str = ""

    def is_noted_as(self, one: Commitment) -> bool:
        """Nothing but the words differs."""
        noted = one.partner_id, one.kind, one.quantity, one.due_on
        return noted == (self.partner.id, self.kind, self.quantity, self.due_on)


@dataclass(frozen=True)
class SessionLog:
    """What is written down after a session. `opening` is what a partner said about people it looks for; `offer`
    what one has for women who run a business."""

    people: Sequence[WhoCame] = ()
    newcomers: Sequence[NewPerson] = ()
    objections: Sequence[Objection] = ()
    promises: Sequence[NewPromise] = ()
    opening: str = ""
    opening_of: Partner | None = None
    offer_kind: OfferKind | None = None
    offer: str = ""
    offer_of: Partner | None = None
    heard: str = ""
    interest: Interest | None = None
    materials: str = ""
    next_step: str = ""
    next_step_due: date | None = None


def hold_session(*, info_session: InfoSession, log: SessionLog) -> Vacancy | None:
    """The session took place. Returns the draft vacancy of an opening heard in it, if there was one.

    Written down again, people and objections are replaced; promises, openings and offers are added to the earlier ones.
    The same promise again, but for its words, is no new one."""
    info_session.calendar_sequence += info_session.state in NOTHING_CAME
    info_session.state, info_session.not_held_why, info_session.not_held_reason = SessionState.HELD, None, ""
    info_session.starts_at = min(info_session.starts_at, now())  # it went on earlier than planned
    for name in ("heard", "interest", "materials"):
        setattr(info_session, name, getattr(log, name))
    _note_people(info_session, log)
    _note_objections(info_session, log)
    _set_next_step(info_session, log.next_step, log.next_step_due)
    _saved(info_session)
    made_on = info_session.starts_at.astimezone(BAKU).date()
    noted = list(info_session.commitments)
    for given in log.promises:
        if not any(given.is_noted_as(one) for one in noted):
            promise(**_fields(given), info_session=info_session, made_on=made_on)
    _move_partners_on(info_session, {given.partner.id for given in log.promises})
    if log.offer_kind:
        giver = log.offer_of or info_session.host
        draft_offer(partner=giver, kind=log.offer_kind, text=log.offer, info_session=info_session)
    if not log.opening:
        return None
    partner = log.opening_of or info_session.host
    return draft_vacancy(partner=partner, text=log.opening, info_session=info_session)


def keep_sheet(*, info_session: InfoSession, sent: Any) -> None:
    """The signed list of who was there; a new one takes the place of the old one. Raises files.NotAccepted."""
    before = info_session.sheet
    info_session.sheet = files.keep(sent=sent, centre_id=info_session.centre_id)
    _saved(info_session)
    if before is not None:
        db.session.delete(before)
        db.session.flush()


def not_held(
    *,
    info_session: InfoSession,
    why: NotHeldReason,
    words: str = "",
    next_step: str = "",
    next_step_due: date | None = None,
) -> None:
    """It was planned but did not take place: why, to be counted, and in somebody's words."""
    _did_not_come_about(info_session, SessionState.NOT_HELD, why, words)
    _set_next_step(info_session, next_step, next_step_due)
    if not next_step and not next_step_due:
        _try_again(info_session, why)
    _saved(info_session)


def call_off(*, info_session: InfoSession, why: NotHeldReason, words: str = "") -> None:
    """Before it was held, and why; `restore` takes that back."""
    if info_session.state == SessionState.PLANNED:
        _did_not_come_about(info_session, SessionState.CANCELLED, why, words)
        _try_again(info_session, why)
        _saved(info_session)


def _did_not_come_about(info_session: InfoSession, state: SessionState, why: NotHeldReason, words: str) -> None:
    info_session.calendar_sequence += info_session.state not in NOTHING_CAME
    info_session.state, info_session.not_held_why, info_session.not_held_reason = state, why, words


def _try_again(info_session: InfoSession, why: NotHeldReason) -> None:
    """Partners who have a step of their own keep it."""
    info_session.next_step, info_session.next_step_due = another_time(why)
    for guest in info_session.guests:
        if not guest.partner.next_step and not guest.partner.next_step_due:
            plan_next_step(partner=guest.partner, next_step=info_session.next_step, due=info_session.next_step_due)


def _saved(info_session: InfoSession) -> None:
    info_session.updated_at = now()
    record_changes(info_session)
    db.session.flush()


def _fields(given: NewPromise) -> dict[str, Any]:
    return {name: getattr(given, name) for name in ("partner", "kind", "quantity", "due_on", "words")}


def _note_people(info_session: InfoSession, log: SessionLog) -> None:
    came = list(log.people)
    for one in log.newcomers:
        contact = add_contact(partner=one.partner, name=one.name, position=one.position, decides=one.decides)
        came.append(WhoCame(contact, Attendance.CAME, one.decides))
    seats = {seat.contact_id: seat for seat in info_session.attendances}
    info_session.attendances = [_seat(seats.get(one.contact.id), one) for one in came]


def _seat(seat: SessionAttendance | None, one: WhoCame) -> SessionAttendance:
    seat = seat or SessionAttendance(contact=one.contact)
    seat.attendance = one.attendance
    seat.decided_there = one.decided_there and one.attendance == Attendance.CAME
    return seat


def _note_objections(info_session: InfoSession, log: SessionLog) -> None:
    """An objection noted before keeps the owner's words."""
    known = {objection.code: objection for objection in info_session.objections}
    info_session.objections = [known.get(code) or SessionObjection(code=code) for code in dict.fromkeys(log.objections)]


def _set_next_step(info_session: InfoSession, next_step: str, due: date | None) -> None:
    """The partners' next step is the one agreed last; an empty one leaves theirs as it is."""
    info_session.next_step, info_session.next_step_due = next_step, due
    if next_step or due:
        for guest in info_session.guests:
            plan_next_step(partner=guest.partner, next_step=next_step or guest.partner.next_step, due=due)


def _move_partners_on(info_session: InfoSession, promised: set[int]) -> None:
    """Whoever was in the room has had its session; a guest of whom nobody came has not."""
    for guest in info_session.guests:
        noted = [seat.attendance for seat in info_session.attendances if seat.contact.partner_id == guest.partner_id]
        there = guest.partner_id == info_session.host_id or not noted or not IN_TOUCH.isdisjoint(noted)
        if guest.partner_id in promised:
            advance(partner=guest.partner, stage=Stage.COMMITTED)
        elif there:
            advance(partner=guest.partner, stage=Stage.SESSION_HELD)
