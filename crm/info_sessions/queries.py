"""Informational sessions as those may see them who look: staff by centre; who can be in the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, case, or_, select
from sqlalchemy.orm import joinedload, selectinload

from crm import access
from crm.accounts.models import User
from crm.forms import end_of_day, start_of_day, today
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, Invitation, SessionAttendance, SessionPartner
from crm.offers.models import Offer
from crm.partners.models import Contact, Partner
from crm.partners.queries import contacts_visible_to
from crm.places.models import Settlement
from crm.skills.fold import search_key
from crm.vacancies.models import Vacancy


def visible_to(user: User) -> Select[InfoSession]:
    return access.own_centre(select(InfoSession), InfoSession.centre_id, user)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    state: SessionState | None = None
    partner_id: int | None = None
    mine: bool = False


def listing(user: User, asked: Filters, ids: Sequence[int] | None = None) -> Select[InfoSession]:
    """Planned ones first, the nearest on top; then the past, the newest on top. `ids` stand in for a failed search."""
    place = joinedload(InfoSession.host).joinedload(Partner.settlement).joinedload(Settlement.rayon)
    guests = selectinload(InfoSession.guests).joinedload(SessionPartner.partner)
    statement = visible_to(user).join(Partner, Partner.id == InfoSession.host_id)
    people = selectinload(InfoSession.attendances).joinedload(SessionAttendance.contact)
    statement = statement.options(place, joinedload(InfoSession.facilitator), guests, people)
    if ids is not None:
        statement = statement.where(InfoSession.id.in_(ids))
    for word in search_key(asked.search).split() if ids is None else ():
        statement = statement.where(
            or_(Partner.search_name.contains(word, autoescape=True), InfoSession.id.in_(_with_guest_named(word)))
        )
    if asked.state is not None:
        statement = statement.where(InfoSession.state == asked.state)
    if asked.partner_id is not None:
        statement = statement.where(InfoSession.id.in_(_with_partner(asked.partner_id)))
    if asked.mine:
        statement = statement.where(InfoSession.facilitator_id == user.id)
    if asked.state == SessionState.PLANNED:
        return statement.order_by(InfoSession.starts_at, InfoSession.id)
    planned_first = InfoSession.state != SessionState.PLANNED
    return statement.order_by(planned_first, InfoSession.starts_at.desc(), InfoSession.id.desc())


def folded_names(user: User) -> Select[int, str]:
    """Id and the host's folded name, for the search that forgives typos."""
    statement = visible_to(user).join(Partner, Partner.id == InfoSession.host_id)
    return statement.with_only_columns(InfoSession.id, Partner.search_name)


def of_partner(user: User, partner_id: int) -> Select[InfoSession]:
    """Every session a partner hosted or came to, the newest first."""
    statement = visible_to(user).where(InfoSession.id.in_(_with_partner(partner_id)))
    return statement.options(joinedload(InfoSession.facilitator)).order_by(InfoSession.starts_at.desc())


def to_be_held(user: User) -> Select[InfoSession]:
    """Planned for today, by the clock; then the earlier ones that nobody wrote down, the newest on top."""
    earlier = InfoSession.starts_at < start_of_day(today())
    days_late = case((earlier, InfoSession.starts_at))
    statement = _planned(user).where(InfoSession.starts_at < end_of_day(today()))
    return statement.order_by(earlier, days_late.desc(), InfoSession.starts_at, InfoSession.id)


def coming_up(user: User, days: int) -> Select[InfoSession]:
    """Planned for the days after today."""
    last = today() + timedelta(days=days)
    ahead = InfoSession.starts_at >= end_of_day(today()), InfoSession.starts_at < end_of_day(last)
    return _planned(user).where(*ahead).order_by(InfoSession.starts_at, InfoSession.id)


def planned_on(user: User, partner_id: int, on: date) -> Select[InfoSession]:
    """Planned for that day in the office of this partner, the earliest first."""
    that_day = InfoSession.starts_at >= start_of_day(on), InfoSession.starts_at < end_of_day(on)
    return _planned(user).where(InfoSession.host_id == partner_id, *that_day).order_by(InfoSession.starts_at)


def known_people(user: User, partner_id: int | None, limit: int = 200) -> Select[Contact]:
    """Who may have been there: those who work at the partner, at any partner of the centre when none is chosen."""
    statement = contacts_visible_to(user).where(Contact.inactive_on.is_(None)).options(joinedload(Contact.partner))
    if partner_id is not None:
        statement = statement.where(Contact.partner_id == partner_id)
    return statement.order_by(Contact.name, Contact.id).limit(limit)


def _planned(user: User) -> Select[InfoSession]:
    return visible_to(user).where(InfoSession.state == SessionState.PLANNED)


def whole(user: User) -> Select[InfoSession]:
    """One session with everything its page and its form show."""
    contact = selectinload(InfoSession.attendances).joinedload(SessionAttendance.contact)
    return visible_to(user).options(
        joinedload(InfoSession.host).joinedload(Partner.settlement).joinedload(Settlement.rayon),
        joinedload(InfoSession.facilitator),
        joinedload(InfoSession.sheet),
        selectinload(InfoSession.guests).joinedload(SessionPartner.partner),
        contact.joinedload(Contact.partner),
        selectinload(InfoSession.objections),
        selectinload(InfoSession.commitments),
        joinedload(InfoSession.invitation).selectinload(Invitation.times),
    )


#: Days an owner has before a call or a message reminds.
REMIND_AFTER = 2


def invitations_to_handle(user: User) -> Select[Invitation]:
    """Answers nobody has seen, the newest first; then those who got times a while ago and did not answer."""
    silent = Invitation.answered_at.is_(None)
    due = or_(~silent, Invitation.sent_on <= today() - timedelta(days=REMIND_AFTER))
    planned = _planned(user).with_only_columns(InfoSession.id)
    statement = select(Invitation).join(Invitation.info_session).options(selectinload(Invitation.times))
    statement = statement.where(Invitation.info_session_id.in_(planned), Invitation.handled_on.is_(None), due)
    return statement.order_by(silent, Invitation.answered_at.desc(), Invitation.sent_on, Invitation.id)


def of_link(public_id: UUID, number: int) -> Select[Invitation]:
    """The invitation a link opens, with what its page and its calendar file show."""
    session = joinedload(Invitation.info_session)
    host = session.joinedload(InfoSession.host)
    return (
        select(Invitation)
        .where(Invitation.public_id == public_id, Invitation.links_number == number)
        .options(
            selectinload(Invitation.times),
            session.joinedload(InfoSession.centre),
            session.joinedload(InfoSession.facilitator),
            session.selectinload(InfoSession.guests).joinedload(SessionPartner.partner).selectinload(Partner.contacts),
            host.selectinload(Partner.contacts),
            host.joinedload(Partner.settlement).joinedload(Settlement.rayon),
        )
    )


def works_at(partner_ids: Sequence[int]) -> Select[Contact]:
    """The people of these partners who still work there."""
    here = Contact.partner_id.in_(partner_ids), Contact.inactive_on.is_(None)
    return select(Contact).where(*here).order_by(Contact.partner_id, Contact.id)


def people_for(info_session: InfoSession) -> Select[Contact]:
    """Whoever can be in the room: those who work at its partners, and those noted before, even if they left since."""
    room = [guest.partner_id for guest in info_session.guests]
    noted = [attendance.contact_id for attendance in info_session.attendances]
    works_there = Contact.partner_id.in_(room) & Contact.inactive_on.is_(None)
    statement = select(Contact).where(or_(works_there, Contact.id.in_(noted)))
    host_first = Contact.partner_id != info_session.host_id
    return statement.options(joinedload(Contact.partner)).order_by(host_first, Contact.partner_id, Contact.id)


def offers_heard_in(info_session: InfoSession) -> Select[Offer]:
    return select(Offer).where(Offer.info_session_id == info_session.id).order_by(Offer.id)


def vacancies_heard_in(info_session: InfoSession) -> Select[Vacancy]:
    statement = select(Vacancy).where(Vacancy.info_session_id == info_session.id)
    return statement.options(joinedload(Vacancy.partner)).order_by(Vacancy.id)


def _with_partner(partner_id: int) -> Select[int]:
    return select(SessionPartner.info_session_id).where(SessionPartner.partner_id == partner_id)


def _with_guest_named(word: str) -> Select[int]:
    guest = select(SessionPartner.info_session_id).join(Partner, Partner.id == SessionPartner.partner_id)
    return guest.where(Partner.search_name.contains(word, autoescape=True))


def with_step_due(user: User, by: date) -> Select[InfoSession]:
    """Planned ones with a step of their own due by this day; once held, their steps are their partners'."""
    return _planned(user).where(InfoSession.next_step_due <= by).order_by(InfoSession.next_step_due, InfoSession.id)
