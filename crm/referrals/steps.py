"""One step of a referral written down: the move itself, its date, by whom, the audit. Rules are in moves.py."""

from datetime import date, datetime, timedelta

from crm.accounts.models import User
from crm.audit.operations import record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral, ReferralStep
from crm.referrals.moves import LOOK_AGAIN_AFTER, check

LATER_DAYS = 14


def move(
    referral: Referral, state: ReferralState, by: User | None, note: str = "", happened_at: datetime | None = None
) -> None:
    """Raises IllegalMove before anything is changed. `happened_at` is the present moment unless told."""
    check(referral.state, state)
    referral.state, referral.state_since, referral.later_until = state, now(), None
    if state != ReferralState.DECLINED:
        referral.declined_by = referral.decline_reason = None
    days = LOOK_AGAIN_AFTER.get(state)
    referral.next_step_due = today() + timedelta(days=days) if days else None
    record_changes(referral)
    write_down(referral, by, note, happened_at)
    db.session.flush()


def wait(referral: Referral, by: User | None, until: date | None, note: str = "") -> None:
    """It stays where it is and comes back on a day. In the steps, a state that follows itself is such a wait."""
    referral.later_until = referral.next_step_due = until or today() + timedelta(days=LATER_DAYS)
    record_changes(referral)
    write_down(referral, by, note)
    db.session.flush()


def write_down(referral: Referral, by: User | None, note: str = "", happened_at: datetime | None = None) -> None:
    referral.steps.append(
        ReferralStep(
            state=referral.state, by_id=by.id if by else None, note=note[:500], happened_at=happened_at or now()
        )
    )
