"""The road of a partner: its stages in their order, each change kept, how long it stood in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import has_request_context
from flask_login import current_user

from crm.audit.operations import record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.partners.enums import Stage, StageReason
from crm.partners.models import Partner, StageChange

#: The road in its order. Paused and lost stand beside it.
ROAD = (
    Stage.PROSPECT,
    Stage.CONTACTED,
    Stage.SESSION_PLANNED,
    Stage.SESSION_HELD,
    Stage.COMMITTED,
    Stage.AGREEMENT,
    Stage.HIRING,
    Stage.PARTNER,
)
NEEDS_A_REASON = frozenset({Stage.PAUSED, Stage.LOST})


class ReasonMissing(Exception):
    """A partner is not paused or given up without saying why."""


@dataclass(frozen=True)
class Stay:
    """How long a partner stood in a stage. `until` is the day it left, None where it still stands."""

    change: StageChange
    until: date | None

    @property
    def days(self) -> int:
        return max(0, ((self.until or today()) - self.change.began_on).days)


def move_stage(*, partner: Partner, stage: Stage, reason: StageReason | None = None, words: str = "") -> None:
    """Any stage may follow any other; pausing or giving up says why. Raises ReasonMissing."""
    if stage in NEEDS_A_REASON and reason is None:
        raise ReasonMissing
    if stage not in NEEDS_A_REASON:
        reason, words = None, ""
    if not partner.stage_changes:
        enter(partner)
    if stage != partner.stage:
        partner.stage, partner.stage_since, partner.stage_reason = stage, today(), words
        enter(partner, reason)
    else:
        _correct(partner, reason, words)
    partner.updated_at = now()
    record_changes(partner)
    db.session.flush()


def enter(partner: Partner, reason: StageReason | None = None) -> None:
    """Keeps the stage a partner has come to, with the day and who brought it there."""
    stage = partner.stage or Stage.PROSPECT
    partner.stage_changes.append(
        StageChange(
            stage=stage,
            began_on=partner.stage_since,
            reason=reason or (StageReason.OTHER if stage in NEEDS_A_REASON else None),
            words=partner.stage_reason or "",
            by_id=current_user.id if has_request_context() and current_user.is_authenticated else None,
        )
    )


def _correct(partner: Partner, reason: StageReason | None, words: str) -> None:
    """The same stage again: only why it stands there may have changed."""
    partner.stage_reason = words
    partner.stage_changes[-1].reason, partner.stage_changes[-1].words = reason, words


def advance(*, partner: Partner, stage: Stage) -> None:
    """Forward only: what happened moves a partner on, never back. One that was paused goes on where it had been."""
    before = last_active(partner.stage_changes) if partner.stage in NEEDS_A_REASON else partner.stage
    further = max(before or stage, stage, key=ROAD.index)
    if further != partner.stage:
        move_stage(partner=partner, stage=further)


def resume(*, partner: Partner) -> None:
    """Takes up a paused or lost partner where it had been; a contacted one where nobody knows."""
    if partner.stage in NEEDS_A_REASON:
        move_stage(partner=partner, stage=last_active(partner.stage_changes) or Stage.CONTACTED)


def last_active(changes: Sequence[StageChange]) -> Stage | None:
    """The last stage on the road, before it was paused or lost; None where that was never written down."""
    return next((one.stage for one in reversed(changes) if one.stage not in NEEDS_A_REASON), None)


def stays(changes: Sequence[StageChange]) -> list[Stay]:
    """Every stay, the first one first."""
    ends: list[date | None] = [one.began_on for one in changes[1:]]
    return [Stay(change, until) for change, until in zip(changes, [*ends, None], strict=False)]
