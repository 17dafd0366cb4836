"""What is open with a colleague, as far as the one who looks may see it; the latest hand-overs."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from crm import access
from crm.access import Role
from crm.accounts import queries as account_queries
from crm.accounts.models import User
from crm.handover.models import HandOver
from crm.info_sessions import queries as session_queries
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession
from crm.members.models import Member
from crm.offers import queries as offer_queries
from crm.offers.enums import OfferState
from crm.offers.models import Offer
from crm.partners import queries as partner_queries
from crm.partners.enums import CommitmentState, Stage
from crm.partners.models import Commitment, Partner
from crm.referrals import queries as referral_queries
from crm.referrals.models import Referral
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

OPEN_VACANCIES = (VacancyState.DRAFT, VacancyState.WAITING, VacancyState.OPEN)


def visible_to(user: User) -> Select[HandOver]:
    people = joinedload(HandOver.from_user), joinedload(HandOver.to_user)
    return access.own_centre(select(HandOver), HandOver.centre_id, user).options(*people)


def latest(user: User) -> Select[HandOver]:
    return visible_to(user).order_by(HandOver.id.desc()).limit(5)


def colleagues(user: User) -> Select[User]:
    """Staff of the centre, those who left too: they are why there is something to hand over."""
    office = select(User).where(User.role.in_((Role.STAFF, Role.ADMINISTRATOR)))
    return access.own_centre(office, User.centre_id, user).order_by(User.name, User.id)


def who_may_take_over(user: User, person: User) -> Select[User]:
    """Active colleagues of the same centre, and the administrator."""
    others = account_queries.colleagues_of(user).where(User.id != person.id)
    if person.centre_id is None:
        return others
    return others.where((User.centre_id == person.centre_id) | (User.role == Role.ADMINISTRATOR))


def sessions_of(user: User, person_id: int) -> Select[InfoSession]:
    """Planned ones this colleague would go to."""
    mine = InfoSession.facilitator_id == person_id, InfoSession.state == SessionState.PLANNED
    statement = session_queries.visible_to(user).where(*mine)
    return statement.options(joinedload(InfoSession.host)).order_by(InfoSession.starts_at, InfoSession.id)


def partners_of(user: User, person_id: int) -> Select[Partner]:
    """Those this colleague looks after, with their next step; what does not go on is not open."""
    mine = Partner.responsible_id == person_id, Partner.stage != Stage.LOST
    due_first = (Partner.next_step_due.is_(None), Partner.next_step_due, Partner.search_name, Partner.id)
    return partner_queries.visible_to(user).where(*mine).order_by(*due_first)


def promises_of(user: User, person_id: int) -> Select[Commitment]:
    still_open = _with(user, person_id, Commitment.partner_id), Commitment.state == CommitmentState.OPEN
    statement = partner_queries.commitments_visible_to(user).where(*still_open)
    return statement.options(joinedload(Commitment.partner)).order_by(Commitment.due_on, Commitment.id)


def vacancies_of(user: User, person_id: int) -> Select[Vacancy]:
    still_open = _with(user, person_id, Vacancy.partner_id), Vacancy.state.in_(OPEN_VACANCIES)
    statement = vacancy_queries.visible_to(user).where(*still_open)
    return statement.options(joinedload(Vacancy.partner)).order_by(Vacancy.id.desc())


def offers_of(user: User, person_id: int) -> Select[Offer]:
    still_open = _with(user, person_id, Offer.partner_id), Offer.state != OfferState.CLOSED
    return offer_queries.visible_to(user).where(*still_open).order_by(Offer.id.desc())


def referrals_of(user: User, person_id: int) -> Select[Referral]:
    statement = referral_queries.visible_to(user).join(Vacancy, Vacancy.id == Referral.vacancy_id)
    still_open = _with(user, person_id, Vacancy.partner_id), Referral.state.in_(referral_queries.OPEN_STATES)
    shown = joinedload(Referral.member).joinedload(Member.safe_contact), joinedload(Referral.vacancy)
    due_first = (Referral.next_step_due.is_(None), Referral.next_step_due, Referral.id)
    return statement.where(*still_open).options(*shown).order_by(*due_first)


def _with(user: User, person_id: int, partner_id: Any) -> Any:
    return partner_id.in_(partners_of(user, person_id).order_by(None).with_only_columns(Partner.id))


def numbers_per_person(user: User) -> Select[int | None, int]:
    """(user id, partners looked after), to show where something is open."""
    counted = partner_queries.visible_to(user).where(Partner.responsible_id.is_not(None), Partner.stage != Stage.LOST)
    return counted.with_only_columns(Partner.responsible_id, func.count()).group_by(Partner.responsible_id)


def sessions_among(ids: Sequence[int], holder_id: int) -> Select[InfoSession]:
    """Those of these sessions that are still with this colleague."""
    return select(InfoSession).where(InfoSession.id.in_(ids), InfoSession.facilitator_id == holder_id)


def partners_among(ids: Sequence[int], holder_id: int) -> Select[Partner]:
    return select(Partner).where(Partner.id.in_(ids), Partner.responsible_id == holder_id)


#: What belongs to a partner and goes with it.
GOES_ALONG: dict[str, Callable[[User, int], Select[Any]]] = {
    "promises": promises_of,
    "vacancies": vacancies_of,
    "offers": offers_of,
    "referrals": referrals_of,
}
