"""Inviting an owner by a link: times are proposed, one is picked or none suits; what a link carries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, Invitation, ProposedTime

#: How long a link opens the page by itself, and how long whoever holds it can still exchange it for a newer one.
LINK_DAYS, RENEWABLE_DAYS = 60, 365
DAY = 24 * 3600


def propose_times(*, info_session: InfoSession, times: Iterable[datetime]) -> Invitation:
    """The times an owner may choose from. Proposed anew, an earlier answer no longer counts; the link stays the same."""
    invitation = info_session.invitation or Invitation(info_session=info_session, sent_on=today())
    wanted = sorted(set(times))
    kept = {one.starts_at: one for one in invitation.times}
    invitation.times = [kept.get(at) or ProposedTime(starts_at=at) for at in wanted]
    for one in invitation.times:
        one.chosen = False
    invitation.sent_on, invitation.answered_at, invitation.handled_on, invitation.words = today(), None, None, ""
    db.session.add(invitation)
    db.session.flush()
    record(Action.CHANGED, info_session, proposed_times=["", ", ".join(at.isoformat() for at in wanted)])
    return invitation


def can_answer(invitation: Invitation) -> bool:
    """The session is still to come, and nobody has answered yet."""
    return invitation.answered_at is None and invitation.info_session.state == SessionState.PLANNED


def pick_time(*, invitation: Invitation, time_id: int | None) -> bool:
    """The owner takes one of the times, and the session is at that time. A second tap changes nothing: False."""
    picked = next((one for one in invitation.times if one.id == time_id and one.starts_at > now()), None)
    if picked is None or not can_answer(invitation):
        return False
    picked.chosen = True
    _answered(invitation)
    info_session = invitation.info_session
    if info_session.starts_at != picked.starts_at:
        info_session.starts_at = picked.starts_at
        info_session.calendar_sequence += 1
    info_session.updated_at = now()
    record_changes(info_session)
    db.session.flush()
    return True


def none_suits(*, invitation: Invitation, words: str) -> bool:
    """No time suits the owner; the words say what would."""
    if not can_answer(invitation):
        return False
    invitation.words = words
    _answered(invitation)
    db.session.flush()
    return True


def _answered(invitation: Invitation) -> None:
    invitation.answered_at, invitation.handled_on = now(), None


def handle(*, invitation: Invitation) -> None:
    """Staff phoned or has seen the answer: no reminder any more."""
    invitation.handled_on = today()
    record_changes(invitation)
    db.session.flush()


@dataclass(frozen=True)
class Link:
    """What a token says: whose invitation, and whether it is too old to be used without asking for a newer one."""

    public_id: UUID
    old: bool


def link_token(invitation: Invitation) -> str:
    """Signed, with its day, good for this page alone."""
    token = _signer().dumps(invitation.public_id.hex)
    return token if isinstance(token, str) else token.decode()


def read_token(token: str) -> Link | None:
    """None when it is not ours, or so old that nobody can exchange it."""
    try:
        public_id, made_at = _signer().loads(token, max_age=RENEWABLE_DAYS * DAY, return_timestamp=True)
        return Link(UUID(hex=public_id), now() - made_at > timedelta(days=LINK_DAYS))
    except (BadData, ValueError, TypeError, AttributeError):
        return None


def good_until() -> date:
    """The last day of a link made today."""
    return today() + timedelta(days=LINK_DAYS)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="info_sessions.invitation")
