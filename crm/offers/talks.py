"""How a woman and an offer come together: asked, her answer, introduced to the partner, received; never without her yes."""

from collections.abc import Mapping

from sqlalchemy import select

from crm.accounts.models import User
from crm.audit import operations as audit
from crm.audit.enums import Action
from crm.db import now
from crm.extensions import db
from crm.i18n import _
from crm.members.consents import give_consent, has_consent
from crm.members.enums import ConsentManner, Purpose
from crm.members.models import Member
from crm.offers.enums import OfferState, TalkState
from crm.offers.models import Offer, OfferTalk

#: From None: nobody has asked her yet. Her own wish needs no question.
MOVES: Mapping[TalkState | None, tuple[TalkState, ...]] = {
    None: (TalkState.ASKED, TalkState.AGREED),
    TalkState.ASKED: (TalkState.AGREED, TalkState.DECLINED),
    TalkState.AGREED: (TalkState.INTRODUCED, TalkState.DECLINED),
    TalkState.INTRODUCED: (TalkState.RECEIVED, TalkState.DECLINED),
    TalkState.RECEIVED: (),
    TalkState.DECLINED: (TalkState.ASKED, TalkState.AGREED),
}


class NotPossible(Exception):
    """The move is not one of MOVES, or her consent or the offer is missing; `why` is for people."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def move(
    *,
    offer: Offer,
    member: Member,
    to: TalkState,
    by: User | None,
    manner: ConsentManner = ConsentManner.SCREEN,
) -> OfferTalk:
    """One step on. Her yes is her consent that this partner may learn who she is; `manner` says how she gave it."""
    if member.centre_id != offer.centre_id:
        raise NotPossible(_("She is registered at another centre."))
    talk = db.session.scalar(select(OfferTalk).filter_by(member_id=member.id, offer_id=offer.id))
    if talk is not None and talk.state == to:
        return talk
    if to not in MOVES[talk.state if talk else None]:
        raise NotPossible(_("This step is not possible now. Look at how far she is."))
    if to in (TalkState.ASKED, TalkState.AGREED) and offer.state != OfferState.OPEN:
        raise NotPossible(_("The offer is closed."))
    agreed = has_consent(member_id=member.id, purpose=Purpose.SHARING, partner_id=offer.partner_id)
    if to == TalkState.AGREED and not agreed:
        give_consent(member=member, purpose=Purpose.SHARING, manner=manner, partner=offer.partner, by=by)
    if to == TalkState.INTRODUCED and not agreed:
        raise NotPossible(_("She has not agreed that this partner may see her."))
    if talk is None:
        talk = OfferTalk(centre_id=offer.centre_id, member_id=member.id, offer_id=offer.id, state=to)
        db.session.add(talk)
        db.session.flush()
        audit.record(Action.CREATED, talk, state=[None, str(to)])
        return talk
    talk.state, talk.state_since = to, now()
    audit.record_changes(talk)
    db.session.flush()
    return talk
