"""One next step with a day on each session, where nobody wrote another: the call before it, another time after it failed."""

from datetime import date, datetime, timedelta

from crm.db import now
from crm.forms import BAKU, today
from crm.i18n import _
from crm.info_sessions.enums import NotHeldReason
from crm.info_sessions.models import InfoSession

#: After these nobody calls at once.
LATER = frozenset({NotHeldReason.SEASON, NotHeldReason.CHANGED_MIND})
SOON, LATE = timedelta(days=7), timedelta(days=30)


def day_before(starts_at: datetime) -> date:
    """The day to call the owner; never one that has gone by."""
    return max(starts_at.astimezone(BAKU).date() - timedelta(days=1), today())


def plan_call(info_session: InfoSession) -> None:
    """Before a session that is still to come."""
    if info_session.starts_at > now():
        info_session.next_step = str(_("Call the owner, print “Women near you”"))
        info_session.next_step_due = day_before(info_session.starts_at)


def move_call(info_session: InfoSession, earlier: datetime) -> None:
    """The session is at another time now, and so is the step planned for the day before it."""
    if info_session.next_step and info_session.next_step_due == day_before(earlier):
        info_session.next_step_due = day_before(info_session.starts_at)


def another_time(why: NotHeldReason) -> tuple[str, date]:
    """What comes after a session that did not take place."""
    return str(_("Find another time with the owner")), today() + (LATE if why in LATER else SOON)
