"""A hire written down, and what follows: other referrals end, the opening counts down, the partner has come far."""

from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.events.models import Event
from crm.extensions import db
from crm.i18n import _
from crm.members.models import Member
from crm.partners.enums import Stage
from crm.partners.models import Partner
from crm.partners.operations import advance
from crm.referrals import queries, steps
from crm.referrals.enums import ContractType, Evidence, ReferralState
from crm.referrals.models import Placement, Referral
from crm.referrals.moves import FULL_TIME_HOURS, IllegalMove
from crm.vacancies import operations as vacancy_operations
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy


def record_placement(
    *,
    member: Member,
    partner: Partner,
    started_on: date,
    contract: ContractType,
    evidence: Evidence = Evidence.SHE_SAYS,
    weekly_hours: int | None = None,
    pay: Decimal | None = None,
    contract_number: str = "",
    event: Event | None = None,
    referral: Referral | None = None,
    by: User | None = None,
) -> Placement:
    """A hire, with or without a referral. A full-time one ends her other open referrals."""
    if member.centre_id != partner.centre_id:
        raise IllegalMove(_("She is registered at another centre."))
    placement = Placement(
        centre_id=member.centre_id,
        member=member,
        partner=partner,
        started_on=started_on,
        contract=contract,
        evidence=evidence,
        weekly_hours=weekly_hours,
        pay=pay,
        contract_number=contract_number,
        event=event,
        referral=referral,
    )
    db.session.add(placement)
    db.session.flush()
    record(Action.CREATED, placement)
    if is_full_time(placement):
        for other in db.session.scalars(queries.open_of(member.id)).all():
            steps.move(other, ReferralState.OBSOLETE, by)
    advance(partner=partner, stage=Stage.PARTNER)
    return placement


def is_full_time(placement: Placement) -> bool:
    if placement.weekly_hours is None:
        return placement.contract == ContractType.PERMANENT
    return placement.weekly_hours >= FULL_TIME_HOURS


def count_down(vacancy: Vacancy) -> None:
    """The vacancy is filled once as many women were hired as it has openings."""
    hired = select(func.count()).where(Referral.vacancy_id == vacancy.id, Referral.state == ReferralState.HIRED)
    if vacancy.state == VacancyState.OPEN and (db.session.scalar(hired) or 0) >= vacancy.openings:
        vacancy_operations.close(vacancy=vacancy, filled=True)
