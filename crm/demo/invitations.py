"""Times proposed by a link: one still open, one picked, and one where nothing suited and the owner says what would."""

from collections.abc import Sequence
from datetime import timedelta

from crm.demo.world import World
from crm.extensions import db
from crm.info_sessions.models import InfoSession, Invitation, ProposedTime


def invite(world: World, planned: InfoSession, *, ago: int, other_hours: Sequence[int] = ()) -> Invitation:
    """Sent `ago` days before today: the time that is planned, and other hours of the same day."""
    hours = [timedelta(0), *(timedelta(hours=hours) for hours in other_hours)]
    times = [ProposedTime(starts_at=planned.starts_at + later) for later in hours]
    invitation = Invitation(info_session=planned, public_id=world.public_id(), sent_on=world.day(ago), times=times)
    db.session.add(invitation)
    return invitation


def picked(world: World, invitation: Invitation, *, ago: int) -> None:
    """The owner took the time that is planned."""
    invitation.times[0].chosen = True
    invitation.answered_at, invitation.handled_on = world.moment(ago, 19), world.day(max(ago - 1, 0))


def nothing_suits(world: World, invitation: Invitation, *, ago: int, words: str) -> None:
    invitation.answered_at, invitation.words = world.moment(ago, 20), words
