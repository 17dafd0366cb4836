"""What happens to a partner: written down, corrected, moved along the road from first contact to first hire."""

from datetime import date
from typing import Any

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.partners.enums import Stage
from crm.partners.models import Partner
from crm.partners.promises import promise, reopen, settle, tie_to_vacancy
from crm.places import queries as place_queries
from crm.skills.fold import search_key

__all__ = [
    "ReasonMissing",
    "advance",
    "change_partner",
    "create_partner",
    "move_stage",
    "plan_next_step",
    "promise",
    "reopen",
    "settle",
    "tie_to_vacancy",
]

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


def create_partner(*, centre_id: int, name: str, **values: Any) -> Partner:
    """A partner of a centre; the name is enough."""
    partner = Partner(centre_id=centre_id, name=name, stage_since=today(), **_known(values))
    _keep_in_step(partner)
    db.session.add(partner)
    db.session.flush()
    record(Action.CREATED, partner)
    return partner


def change_partner(*, partner: Partner, **values: Any) -> Partner:
    for name, value in values.items():
        setattr(partner, name, value)
    _keep_in_step(partner)
    partner.updated_at = now()
    record_changes(partner)
    db.session.flush()
    return partner


def move_stage(*, partner: Partner, stage: Stage, reason: str = "") -> None:
    """Any stage may follow any other; pausing or giving up says why. Raises ReasonMissing."""
    if stage in NEEDS_A_REASON and not reason.strip():
        raise ReasonMissing
    if stage != partner.stage:
        partner.stage, partner.stage_since = stage, today()
    partner.stage_reason = reason
    partner.updated_at = now()
    record_changes(partner)
    db.session.flush()


def advance(*, partner: Partner, stage: Stage) -> None:
    """Forward only: what happened moves a partner on, also one that was paused, but never back."""
    if partner.stage in NEEDS_A_REASON or ROAD.index(partner.stage) < ROAD.index(stage):
        move_stage(partner=partner, stage=stage)


def plan_next_step(*, partner: Partner, next_step: str, due: date | None) -> None:
    partner.next_step, partner.next_step_due = next_step, due
    partner.updated_at = now()
    record_changes(partner)
    db.session.flush()


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """What was left out takes the model's own default."""
    return {name: value for name, value in values.items() if value is not None}


def _keep_in_step(partner: Partner) -> None:
    """The folded name for searching, and the rayon of the village."""
    partner.search_name = search_key(partner.name)[:300]
    if partner.settlement_id is not None:
        settlement = place_queries.settlement_with_rayon(partner.settlement_id)
        partner.rayon_id = settlement.rayon_id if settlement else partner.rayon_id
