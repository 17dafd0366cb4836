"""What a woman's own page reads."""

from sqlalchemy import Select
from sqlalchemy.orm import joinedload

from crm.accounts.models import User
from crm.places.models import Settlement
from crm.referrals import queries
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy


def asked(user: User) -> Select[Referral]:
    """The openings, not closed since, she is asked about and has not said yes or no to; the longest waiting first."""
    vacancy = joinedload(Referral.vacancy)
    return (
        queries.visible_to(user)
        .where(Referral.state == ReferralState.ASKED, Referral.vacancy.has(Vacancy.state == VacancyState.OPEN))
        .options(
            vacancy.joinedload(Vacancy.partner), vacancy.joinedload(Vacancy.settlement).joinedload(Settlement.rayon)
        )
        .order_by(Referral.state_since, Referral.id)
    )
