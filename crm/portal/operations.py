"""What a partner reports about a woman it knows. Whoever met her was introduced, whether somebody wrote it down or not."""

from datetime import date, datetime, time
from typing import Any

from crm.accounts.models import User
from crm.forms import BAKU, today
from crm.referrals import operations
from crm.referrals.enums import DeclinedBy, DeclineReason, Evidence, ReferralState
from crm.referrals.models import Placement, Referral
from crm.vacancies import operations as vacancy_operations
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

#: Before the centre has opened it, its partner may change an opening.
CHANGEABLE = (VacancyState.DRAFT, VacancyState.WAITING)


def change_opening(*, vacancy: Vacancy, by: User, **values: Any) -> None:
    """Changed by its partner, it waits for the centre, also when it had been sent back. Raises NotNow."""
    if vacancy.state not in CHANGEABLE:
        raise vacancy_operations.NotNow
    vacancy_operations.change_vacancy(vacancy=vacancy, **values)
    if vacancy.state == VacancyState.DRAFT:
        vacancy_operations.submit(vacancy=vacancy, by=by)


def report_interview(*, referral: Referral, by: User, on: date, note: str = "") -> None:
    _introduced(referral, by)
    happened_at = None if on == today() else datetime.combine(on, time(12), BAKU)
    operations.interviewed(referral=referral, by=by, note=note, happened_at=happened_at)


def report_hire(*, referral: Referral, by: User, **terms: Any) -> Placement:
    """`terms` are those of `hire`; the employer itself is the evidence."""
    _introduced(referral, by)
    return operations.hire(referral=referral, by=by, evidence=Evidence.EMPLOYER_CONFIRMS, **terms)


def report_no(*, referral: Referral, by: User, reason: DeclineReason, note: str = "") -> None:
    operations.decline(referral=referral, by=by, declined_by=DeclinedBy.PARTNER, reason=reason, note=note)


def _introduced(referral: Referral, by: User) -> None:
    if referral.state == ReferralState.AGREED:
        operations.introduce(referral=referral, by=by)
