"""All that is open with a colleague goes to another one, and comes back when that was a mistake."""

from collections.abc import Iterable

from crm.access import Role
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.handover import queries
from crm.handover.models import HandOver
from crm.info_sessions.models import InfoSession
from crm.partners.models import Partner


def hand_over(
    *, from_user: User, to_user: User, by: User, sessions: Iterable[InfoSession], partners: Iterable[Partner]
) -> HandOver:
    """Staff gets only what belongs to the own centre: the rest would be lost to it."""
    taken = [one for one in sessions if _may_take(to_user, one.centre_id)]
    looked_after = [one for one in partners if _may_take(to_user, one.centre_id)]
    _give(taken, looked_after, to_user.id)
    made = HandOver(
        centre_id=from_user.centre_id,
        from_id=from_user.id,
        to_id=to_user.id,
        by_id=by.id,
        session_ids=[one.id for one in taken],
        partner_ids=[one.id for one in looked_after],
    )
    db.session.add(made)
    db.session.flush()
    record(Action.CREATED, made, sessions=len(taken), partners=len(looked_after))
    return made


def undo(*, made: HandOver) -> bool:
    """What the other one still has goes back; what was given on since stays there. False after a day."""
    if not made.can_be_undone:
        return False
    sessions = db.session.scalars(queries.sessions_among(made.session_ids, made.to_id)).all()
    partners = db.session.scalars(queries.partners_among(made.partner_ids, made.to_id)).all()
    _give(sessions, partners, made.from_id)
    made.undone_at = now()
    record_changes(made)
    db.session.flush()
    return True


def _give(sessions: Iterable[InfoSession], partners: Iterable[Partner], to_id: int) -> None:
    for session in sessions:
        session.facilitator_id = to_id
        record_changes(session)
    for partner in partners:
        partner.responsible_id = to_id
        record_changes(partner)
    db.session.flush()


def _may_take(user: User, centre_id: int) -> bool:
    return user.role == Role.ADMINISTRATOR or user.centre_id == centre_id
