"""An offer is written down, corrected, closed and opened again."""

from typing import Any

from crm.audit import operations as audit
from crm.audit.enums import Action
from crm.extensions import db
from crm.offers.enums import OfferState
from crm.offers.models import Offer
from crm.partners.models import Partner


def make_offer(*, partner: Partner, **values: Any) -> Offer:
    """The offer belongs to the centre that knows the partner."""
    made = Offer(centre_id=partner.centre_id, partner_id=partner.id, **values)
    db.session.add(made)
    db.session.flush()
    audit.record(Action.CREATED, made)
    return made


def change_offer(*, offer: Offer, **values: Any) -> None:
    for name, value in values.items():
        setattr(offer, name, value)
    audit.record_changes(offer)
    db.session.flush()


def close(*, offer: Offer) -> None:
    change_offer(offer=offer, state=OfferState.CLOSED)


def reopen(*, offer: Offer) -> None:
    change_offer(offer=offer, state=OfferState.OPEN)
