"""Who is left out: women nobody suggested, openings nobody was suggested for, partners nobody visited,
women whom no report counts because they have not agreed to it."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Select, func, select

from crm.db import now
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, SessionPartner
from crm.members.enums import Seeking
from crm.members.models import Member
from crm.partners.enums import PartnerKind, Stage
from crm.partners.models import Partner
from crm.referrals.models import Placement, Referral
from crm.results.scope import Scope
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

LONG = timedelta(days=60)


def never_suggested(scope: Scope) -> Select[int]:
    """They seek work, have none through us, and no opening was ever thought of for them."""
    return _seeking(scope).where(Member.id.not_in(select(Referral.member_id)))


def long_waiting(scope: Scope) -> Select[int]:
    """The last suggestion is more than 60 days old."""
    last = select(Referral.member_id).group_by(Referral.member_id).having(func.max(Referral.created_at) < now() - LONG)
    return _seeking(scope).where(Member.id.in_(last))


def openings_without_anybody(scope: Scope) -> Select[int]:
    return select(Vacancy.id).where(
        Vacancy.state == VacancyState.OPEN,
        Vacancy.id.not_in(select(Referral.vacancy_id)),
        scope.of_centre(Vacancy.centre_id),
    )


def partners_without_session(scope: Scope) -> Select[int]:
    """Companies and banks that were neither host nor guest of a held session; those not going on left aside."""
    held = InfoSession.state == SessionState.HELD
    guests = select(SessionPartner.partner_id).where(SessionPartner.info_session.has(held))
    return select(Partner.id).where(
        Partner.kind.in_((PartnerKind.COMPANY, PartnerKind.BANK)),
        Partner.stage != Stage.LOST,
        Partner.id.not_in(select(InfoSession.host_id).where(held)),
        Partner.id.not_in(guests),
        scope.of_centre(Partner.centre_id),
    )


def not_in_reports(scope: Scope) -> Select[int]:
    """Nobody asked them whether reports may count them, or they said no."""
    return select(Member.id).where(scope.refused.of_women(), Member.erased_on.is_(None))


def _seeking(scope: Scope) -> Select[int]:
    works = select(Placement.member_id).where(Placement.ended_on.is_(None))
    return select(Member.id).where(
        Member.seeking.in_((Seeking.JOB, Seeking.BOTH)),
        Member.erased_on.is_(None),
        Member.id.not_in(works),
        scope.of_centre(Member.centre_id),
    )


GROUPS: dict[str, Callable[[Scope], Select[int]]] = {
    "never_suggested": never_suggested,
    "long_waiting": long_waiting,
    "openings_without_anybody": openings_without_anybody,
    "partners_without_session": partners_without_session,
    "not_in_reports": not_in_reports,
}


def sizes(scope: Scope) -> Select[*tuple[int, ...]]:
    """One row: how many are in each group, in the order of GROUPS."""
    return select(
        *(
            select(func.count()).select_from(group(scope).subquery()).scalar_subquery().label(name)
            for name, group in GROUPS.items()
        )
    )
