"""The steps of a referral: suggest, ask, answer, introduce, interview, hire, decline. Placements are in placing.py."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.events.models import Event
from crm.extensions import db
from crm.forms import today
from crm.i18n import _
from crm.matching.standing import as_it_stands
from crm.members.consents import give_consent, has_consent
from crm.members.enums import ConsentManner, Purpose
from crm.members.hidings import may_meet
from crm.members.models import Member
from crm.referrals import steps
from crm.referrals.enums import ContractType, DeclinedBy, DeclineReason, Evidence, ReferralState
from crm.referrals.models import Placement, Referral
from crm.referrals.moves import LOOK_AGAIN_AFTER, IllegalMove, check
from crm.referrals.placing import count_down, record_placement
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy

__all__ = [
    "IllegalMove", "answer", "ask", "decline", "hire", "interviewed", "introduce", "pin", "put_off", "record_placement",
    "suggest",
]  # fmt: skip


def suggest(*, vacancy: Vacancy, member: Member, by: User | None, event: Event | None = None) -> Referral:
    """Begins her way to this opening, or gives the one already begun. Nobody is told yet.

    The score, its parts and her rank are kept as they are at this moment: they are what the ranking is judged by later."""
    _one_at_a_time(vacancy)
    begun = select(Referral).where(Referral.member_id == member.id, Referral.vacancy_id == vacancy.id)
    if existing := db.session.scalar(begun):
        return existing
    if member.centre_id != vacancy.centre_id:
        raise IllegalMove(_("She is registered at another centre."))
    if not may_meet(member=member, partner_id=vacancy.partner_id):
        raise IllegalMove(_("Not suggested, as she asked: this partner must not see her."))
    if vacancy.state != VacancyState.OPEN:
        raise IllegalMove(_("The vacancy is not open."))
    referral = Referral(
        centre_id=vacancy.centre_id,
        member=member,
        vacancy=vacancy,
        event=event,
        **as_it_stands(vacancy=vacancy, member=member),
        state=ReferralState.SUGGESTED,
        next_step_due=today() + timedelta(days=LOOK_AGAIN_AFTER[ReferralState.SUGGESTED]),
    )
    db.session.add(referral)
    steps.write_down(referral, by)
    db.session.flush()
    record(Action.CREATED, referral)
    return referral


def pin(*, referral: Referral, reason: str) -> None:
    """She stands first among the suggestions for this vacancy; without a reason, by her fit again."""
    referral.pinned_reason = reason
    record_changes(referral)
    db.session.flush()


def put_off(*, referral: Referral, by: User, until: date | None = None) -> None:
    """Not today: it comes back on that day. Nothing is asked meanwhile."""
    if referral.state not in (ReferralState.SUGGESTED, ReferralState.ASKED):
        raise IllegalMove
    steps.wait(referral, by, until)


def ask(*, referral: Referral, by: User) -> None:
    """She is asked whether she wants to be introduced; also again, after a no."""
    steps.move(referral, ReferralState.ASKED, by)


def answer(
    *,
    referral: Referral,
    reply: str,
    by: User | None,
    later_until: date | None = None,
    manner: ConsentManner = ConsentManner.SCREEN,
    reason: DeclineReason = DeclineReason.OTHER,
    note: str = "",
) -> None:
    """Her "yes", "no" or "later". A yes is her consent that this partner may see her; `manner` says how she gave it."""
    if reply == "yes":
        steps.move(referral, ReferralState.AGREED, by, note)
        partner = referral.vacancy.partner
        if not has_consent(member_id=referral.member_id, purpose=Purpose.SHARING, partner_id=partner.id):
            give_consent(member=referral.member, purpose=Purpose.SHARING, manner=manner, partner=partner, by=by)
    elif reply == "no":
        decline(referral=referral, by=by, declined_by=DeclinedBy.MEMBER, reason=reason, note=note)
    elif reply == "later" and referral.state == ReferralState.ASKED:
        steps.wait(referral, by, later_until, note)
    else:
        raise IllegalMove


def introduce(*, referral: Referral, by: User) -> None:
    """The partner gets to know who she is: only with her consent in force."""
    check(referral.state, ReferralState.INTRODUCED)
    partner_id = referral.vacancy.partner_id
    if not has_consent(member_id=referral.member_id, purpose=Purpose.SHARING, partner_id=partner_id):
        raise IllegalMove(_("She has not agreed that this partner may see her."))
    steps.move(referral, ReferralState.INTRODUCED, by)


def interviewed(*, referral: Referral, by: User, note: str = "", happened_at: datetime | None = None) -> None:
    steps.move(referral, ReferralState.INTERVIEWED, by, note, happened_at)


def hire(
    *,
    referral: Referral,
    by: User | None,
    started_on: date,
    contract: ContractType,
    evidence: Evidence,
    weekly_hours: int | None = None,
    pay: Decimal | None = None,
    contract_number: str = "",
) -> Placement:
    """She begins to work. The opening counts down, and a full-time hire ends her other ways."""
    _one_at_a_time(referral.vacancy)
    steps.move(referral, ReferralState.HIRED, by)
    placement = record_placement(
        member=referral.member,
        partner=referral.vacancy.partner,
        started_on=started_on,
        contract=contract,
        evidence=evidence,
        weekly_hours=weekly_hours,
        pay=pay,
        contract_number=contract_number,
        event=referral.event,
        referral=referral,
        by=by,
    )
    count_down(referral.vacancy)
    return placement


def decline(
    *, referral: Referral, by: User | None, declined_by: DeclinedBy, reason: DeclineReason, note: str = ""
) -> None:
    check(referral.state, ReferralState.DECLINED)
    referral.declined_by, referral.decline_reason = declined_by, reason
    steps.move(referral, ReferralState.DECLINED, by, note)


def _one_at_a_time(vacancy: Vacancy) -> None:
    """Two colleagues at one vacancy at once: the second waits here, and then sees what the first did."""
    db.session.execute(select(Vacancy.id).where(Vacancy.id == vacancy.id).with_for_update())
