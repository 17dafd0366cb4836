"""What a partner's page shows, newest first: everything starts from what the partner may see."""

from sqlalchemy import Select
from sqlalchemy.orm import joinedload

from crm.accounts.models import User
from crm.referrals import queries as referral_queries
from crm.referrals.models import Referral
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.models import Vacancy


def openings(user: User) -> Select[Vacancy]:
    return vacancy_queries.visible_to(user).order_by(Vacancy.id.desc())


def candidates(user: User) -> Select[Referral]:
    """Only women who agreed that this partner may see them."""
    shown = (joinedload(Referral.member), joinedload(Referral.vacancy))
    return referral_queries.visible_to(user).options(*shown).order_by(Referral.id.desc())
