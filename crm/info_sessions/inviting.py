"""Inviting an owner by a link: times are proposed, one is picked or none suits; what a link carries."""

from collections.abc import Iterable
from datetime import datetime

from crm import links
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, Invitation, ProposedTime, SessionPartner
from crm.info_sessions.preparing import move_call

#: The page a link opens; `crm.links` signs it.
OWNERS_PAGE = "info_sessions.invitation"


def propose_times(*, info_session: InfoSession, times: Iterable[datetime]) -> Invitation:
    """The times an owner may choose from. Proposed anew, an earlier answer no longer counts; the link stays the same."""
    for seat in info_session.guests:
        seat.coming, seat.words = None, ""
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


def time_was_set(*, invitation: Invitation, another_host: bool = False) -> None:
    """Staff gave the session another time: whoever is invited is asked whether it suits. A link given to an earlier
    host opens nothing any more."""
    propose_times(info_session=invitation.info_session, times=[invitation.info_session.starts_at])
    if another_host:
        call_links_back(invitation=invitation)


def is_set(invitation: Invitation) -> bool:
    """The centre named the one time that is planned, and nobody has said yet whether it suits."""
    only = [one.starts_at for one in invitation.times]
    return invitation.answered_at is None and only == [invitation.info_session.starts_at]


def can_answer(invitation: Invitation) -> bool:
    """The session is still to come, and no time is picked; after "none suits", one of them may suit after all."""
    return invitation.chosen is None and invitation.info_session.state == SessionState.PLANNED


def pick_time(*, invitation: Invitation, time_id: int | None) -> bool:
    """The owner takes one of the times, and the session is at that time. A second tap changes nothing: False."""
    picked = next((one for one in invitation.times if one.id == time_id and one.starts_at > now()), None)
    if picked is None or not can_answer(invitation):
        return False
    picked.chosen, invitation.words = True, ""
    _answered(invitation)
    info_session = invitation.info_session
    if (earlier := info_session.starts_at) != picked.starts_at:
        info_session.starts_at = picked.starts_at
        move_call(info_session, earlier)
        info_session.calendar_sequence += 1
    info_session.updated_at = now()
    record_changes(info_session)
    db.session.flush()
    return True


def none_suits(*, invitation: Invitation, words: str) -> bool:
    """No time suits the owner, or the one picked does not any more; the words say what would. The session stays where
    it is until staff has called."""
    if invitation.info_session.state != SessionState.PLANNED:
        return False
    picked, invitation.words = invitation.chosen, words
    if picked is not None:
        picked.chosen = False
        record(Action.CHANGED, invitation.info_session, picked_time=[picked.starts_at.isoformat(), ""])
    _answered(invitation)
    db.session.flush()
    return True


def guest_answers(*, seat: SessionPartner, coming: bool, words: str = "") -> bool:
    """A guest comes or does not; may be changed until the session is over. Staff has something new to look at."""
    info_session = seat.info_session
    if info_session.state != SessionState.PLANNED:
        return False
    if (seat.coming, seat.words) != (coming, words):
        seat.coming, seat.words = coming, words
        if info_session.invitation:
            info_session.invitation.handled_on = None
        record(Action.CHANGED, info_session, guest=["", f"{seat.partner.name}: {'+' if coming else '-'}"])
        db.session.flush()
    return True


def _answered(invitation: Invitation) -> None:
    invitation.answered_at, invitation.handled_on = now(), None


def handle(*, invitation: Invitation) -> None:
    """Staff phoned or has seen the answer: no reminder any more."""
    invitation.handled_on = today()
    record_changes(invitation)
    db.session.flush()


def call_links_back(*, invitation: Invitation) -> None:
    """Links given so far open nothing any more."""
    invitation.links_number += 1
    record_changes(invitation)
    db.session.flush()


def link_token(invitation: Invitation, seat: SessionPartner | None = None) -> str:
    """The host's link; with a seat, the link of that guest."""
    return links.sign(OWNERS_PAGE, invitation.public_id, invitation.links_number, seat.id if seat else 0)
