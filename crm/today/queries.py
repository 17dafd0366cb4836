"""The lists of the start page, composed of what other slices find: what is due, what its rows show, how many a centre."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from crm.accounts.models import User
from crm.forms import today
from crm.info_sessions import queries as session_queries
from crm.info_sessions.models import InfoSession, Invitation
from crm.members import queries as member_queries
from crm.members import request_queries
from crm.members.models import Member
from crm.messages import queries as message_queries
from crm.messages.models import Message
from crm.offers import queries as offer_queries
from crm.offers.models import Offer, OfferTalk
from crm.partners import queries as partner_queries
from crm.partners.models import Agreement, Commitment, Partner
from crm.partners.paper_queries import agreements_ending
from crm.places.models import Settlement
from crm.referrals import queries as referral_queries
from crm.referrals.models import Referral
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: A promise shows before its day, so that a call can still help; so does a session, to prepare for it.
DAYS_AHEAD = 7


@dataclass(frozen=True)
class Due:
    """One list: the statement that finds it, what a row reads beside the record, and the column that names its centre."""

    found: Callable[[User], Select[Any]]
    shown: Sequence[ExecutableOption]
    centre_id: Any

    def rows(self, user: User) -> Select[Any]:
        return self.found(user).options(*self.shown)

    def per_centre(self, user: User) -> Select[int, int]:
        """(centre id, how many)."""
        found = self.found(user).order_by(None)
        return found.with_only_columns(self.centre_id, func.count()).group_by(self.centre_id)


def _promises(user: User) -> Select[Commitment]:
    return partner_queries.promises_due(user, today() + timedelta(days=DAYS_AHEAD))


def _steps(user: User) -> Select[Partner]:
    return partner_queries.with_step_due(user, today())


def _session_steps(user: User) -> Select[InfoSession]:
    return session_queries.with_step_due(user, today())


def _vacancy_steps(user: User) -> Select[Vacancy]:
    return vacancy_queries.with_step_due(user, today())


def _answers_of_women(user: User) -> Select[Referral]:
    return referral_queries.awaited(user, referral_queries.UP_TO_HER)


def _answers_of_owners(user: User) -> Select[Referral]:
    return referral_queries.awaited(user, referral_queries.UP_TO_THE_OWNER)


def _to_approve(user: User) -> Select[Vacancy]:
    waiting = Vacancy.state == VacancyState.WAITING
    return vacancy_queries.visible_to(user).where(waiting).order_by(Vacancy.created_at, Vacancy.id)


_host = joinedload(InfoSession.host)
_in_sessions = (
    joinedload(InfoSession.centre),
    joinedload(InfoSession.facilitator),
    _host.joinedload(Partner.settlement).joinedload(Settlement.rayon),
    _host.joinedload(Partner.rayon),
    selectinload(InfoSession.guests),
)
_in_referrals = (
    joinedload(Referral.centre),
    joinedload(Referral.member).joinedload(Member.safe_contact),
    joinedload(Referral.vacancy).joinedload(Vacancy.partner),
)
_offer = joinedload(OfferTalk.offer)
_her = joinedload(OfferTalk.member).joinedload(Member.safe_contact)
_in_talks = (_her, _offer.joinedload(Offer.partner), _offer.joinedload(Offer.centre))
_in_vacancies = (joinedload(Vacancy.centre), joinedload(Vacancy.partner))

_session = joinedload(Invitation.info_session)
_in_invitations = (_session.joinedload(InfoSession.host), _session.joinedload(InfoSession.centre))

LISTS: dict[str, Due] = {
    "calls": Due(message_queries.to_call, message_queries.on_today(), Message.centre_id),
    "sessions": Due(session_queries.to_be_held, _in_sessions, InfoSession.centre_id),
    "invitations": Due(session_queries.invitations_to_handle, _in_invitations, InfoSession.centre_id),
    "promises": Due(_promises, (joinedload(Commitment.partner).joinedload(Partner.centre),), Partner.centre_id),
    "steps": Due(_steps, (joinedload(Partner.centre), joinedload(Partner.responsible)), Partner.centre_id),
    "session_steps": Due(_session_steps, _in_sessions, InfoSession.centre_id),
    "vacancy_steps": Due(_vacancy_steps, _in_vacancies, Vacancy.centre_id),
    "agreements": Due(
        agreements_ending, (joinedload(Agreement.partner).joinedload(Partner.centre),), Partner.centre_id
    ),
    "women": Due(_answers_of_women, _in_referrals, Referral.centre_id),
    "owners": Due(_answers_of_owners, _in_referrals, Referral.centre_id),
    "requests": Due(request_queries.waiting, (), Member.centre_id),
    "talks": Due(offer_queries.to_introduce, _in_talks, OfferTalk.centre_id),
    "approvals": Due(_to_approve, _in_vacancies, Vacancy.centre_id),
    "stale": Due(vacancy_queries.going_stale, _in_vacancies, Vacancy.centre_id),
    "openings": Due(referral_queries.short_of_women, _in_vacancies, Vacancy.centre_id),
}


def coming_sessions(user: User) -> Select[InfoSession]:
    return session_queries.coming_up(user, DAYS_AHEAD).options(*_in_sessions)


def begun(user: User) -> Select[bool, bool, bool]:
    """One row: are there women, partners, sessions?"""
    women = member_queries.visible_to(user).with_only_columns(Member.id).exists()
    partners = partner_queries.visible_to(user).with_only_columns(Partner.id).exists()
    sessions = session_queries.visible_to(user).with_only_columns(InfoSession.id).exists()
    return select(women, partners, sessions)
