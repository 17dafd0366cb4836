"""What happens to a partner: written down, corrected, moved along the road from first contact to first hire."""

from datetime import date
from typing import Any

from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.partners.models import Partner
from crm.partners.next_step import plan
from crm.partners.promises import promise, reopen, settle, tie_to_offer, tie_to_vacancy
from crm.partners.road import ReasonMissing, advance, enter, move_stage, resume
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
    "resume",
    "settle",
    "tie_to_offer",
    "tie_to_vacancy",
]


def create_partner(*, centre_id: int, name: str, **values: Any) -> Partner:
    """A partner of a centre; the name is enough."""
    partner = Partner(centre_id=centre_id, name=name, stage_since=today(), **_known(values))
    _keep_in_step(partner)
    db.session.add(partner)
    enter(partner)
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


def plan_next_step(*, partner: Partner, next_step: str, due: date | None) -> None:
    plan(partner, next_step, due)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """What was left out takes the model's own default."""
    return {name: value for name, value in values.items() if value is not None}


def _keep_in_step(partner: Partner) -> None:
    """The folded name for searching, and the rayon of the village."""
    partner.search_name = search_key(partner.name)[:300]
    if partner.settlement_id is not None:
        settlement = place_queries.settlement_with_rayon(partner.settlement_id)
        partner.rayon_id = settlement.rayon_id if settlement else partner.rayon_id
