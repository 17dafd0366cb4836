"""What the two themselves say between staff's steps: she would like this work, she changes her mind, why she said no;
the partner would like to meet her, has not met her yet. Each comes to staff the same day."""

from datetime import timedelta

from sqlalchemy import select

from crm.accounts.models import User
from crm.audit.operations import record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import BAKU, today
from crm.members.consents import withdraw_consent
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.members.queries import consent_in_force
from crm.referrals import operations, steps
from crm.referrals.enums import DeclinedBy, DeclineReason, ReferralState
from crm.referrals.models import Referral
from crm.referrals.moves import IllegalMove
from crm.referrals.queries import KNOWN_TO_PARTNER
from crm.vacancies.models import Vacancy

NOT_MET_YET = (ReferralState.AGREED, ReferralState.INTRODUCED)
CONSIDERED = (ReferralState.SUGGESTED, ReferralState.ASKED)


def wish_for_work(*, vacancy: Vacancy, member: Member, by: User) -> Referral:
    """She would like this work: her way to it begins, or the one begun is marked; after her own no she is asked again.
    The partner learns nothing of it."""
    referral = operations.suggest(vacancy=vacancy, member=member, by=by)
    if referral.state == ReferralState.DECLINED and referral.declined_by == DeclinedBy.MEMBER:
        operations.ask(referral=referral, by=by)
    if referral.state in CONSIDERED and referral.wished_by_member_at is None:
        referral.wished_by_member_at, referral.next_step_due, referral.later_until = now(), today(), None
        record_changes(referral)
        db.session.flush()
    return referral


def wish_to_meet(*, referral: Referral) -> None:
    """The partner would like to meet a woman it does not know yet. Saying so twice changes nothing."""
    if referral.state not in CONSIDERED:
        raise IllegalMove
    if referral.wished_by_partner_at is None:
        referral.wished_by_partner_at, referral.next_step_due = now(), today()
        record_changes(referral)
        db.session.flush()


def not_met_yet(*, referral: Referral, by: User, note: str = "") -> None:
    """They know of each other and have not met: staff hears of it tomorrow at the latest."""
    if referral.state not in NOT_MET_YET:
        raise IllegalMove
    steps.wait(referral, by, today() + timedelta(days=1), note)


def may_change_her_answer(referral: Referral) -> bool:
    """On the day of her answer, as long as nothing followed from it."""
    answered = referral.state == ReferralState.AGREED or (
        referral.state == ReferralState.DECLINED and referral.declined_by == DeclinedBy.MEMBER
    )
    return answered and referral.state_since.astimezone(BAKU).date() == today()


def take_back_answer(*, referral: Referral, by: User) -> None:
    """She is asked again, as if she had not answered. With a yes goes the consent it gave. Raises IllegalMove."""
    if not may_change_her_answer(referral):
        raise IllegalMove
    if referral.state == ReferralState.AGREED:
        operations.decline(referral=referral, by=by, declined_by=DeclinedBy.MEMBER, reason=DeclineReason.OTHER)
        if _given_with_this_yes(referral):
            withdraw_consent(member=referral.member, purpose=Purpose.SHARING, partner=referral.vacancy.partner)
    operations.ask(referral=referral, by=by)


def tell_why(*, referral: Referral, reason: DeclineReason) -> None:
    """Why she said no, told after the no. Raises IllegalMove where she did not say it."""
    if referral.state != ReferralState.DECLINED or referral.declined_by != DeclinedBy.MEMBER:
        raise IllegalMove
    referral.decline_reason = reason
    record_changes(referral)
    db.session.flush()


def _given_with_this_yes(referral: Referral) -> bool:
    """Her consent is of today, and she lets the same partner see her for no other opening."""
    partner_id = referral.vacancy.partner_id
    given = db.session.scalars(consent_in_force(referral.member_id, Purpose.SHARING, partner_id)).all()
    others = (
        select(Referral.id)
        .join(Vacancy, Vacancy.id == Referral.vacancy_id)
        .where(
            Referral.id != referral.id,
            Referral.member_id == referral.member_id,
            Referral.state.in_(KNOWN_TO_PARTNER),
            Vacancy.partner_id == partner_id,
        )
    )
    return all(one.given_on == today() for one in given) and db.session.scalars(others.limit(1)).first() is None
