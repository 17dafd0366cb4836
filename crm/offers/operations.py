"""An offer is written down, corrected, closed and opened again."""

import re
from typing import Any

from crm.audit import operations as audit
from crm.audit.enums import Action
from crm.extensions import db
from crm.info_sessions.models import InfoSession
from crm.offers.enums import OfferKind, OfferState
from crm.offers.models import Offer
from crm.partners.models import Partner

#: A first sentence longer than this is no title.
LONGEST_TITLE = 120


def make_offer(*, partner: Partner, **values: Any) -> Offer:
    """The offer belongs to the centre that knows the partner."""
    made = Offer(centre_id=partner.centre_id, partner_id=partner.id, **values)
    db.session.add(made)
    db.session.flush()
    audit.record(Action.CREATED, made)
    return made


def draft_offer(*, partner: Partner, kind: OfferKind, text: str, info_session: InfoSession) -> Offer:
    """From what was heard in a session: somebody looks it through before women are told of it."""
    first = re.split(r"(?<=[.!?])\s|\n", text.strip(), maxsplit=1)[0].rstrip(".")
    title = first if 0 < len(first) <= LONGEST_TITLE else f"{kind.label}: {partner.name}"[:200]
    return make_offer(
        partner=partner, kind=kind, state=OfferState.DRAFT, title=title, text=text, info_session_id=info_session.id
    )


def change_offer(*, offer: Offer, **values: Any) -> None:
    for name, value in values.items():
        setattr(offer, name, value)
    audit.record_changes(offer)
    db.session.flush()


def close(*, offer: Offer) -> None:
    change_offer(offer=offer, state=OfferState.CLOSED)


def reopen(*, offer: Offer) -> None:
    change_offer(offer=offer, state=OfferState.OPEN)
