"""What a partner sees of its own offers: how many women are asked, and who agreed that it may see her.

The cards are those of openings (referrals/cards.py): the same fields as she was shown before her yes."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from crm.i18n import _l
from crm.members.enums import Purpose
from crm.members.hidden import hides_from_any
from crm.members.models import Consent, Member
from crm.members.queries import in_force
from crm.offers.enums import OfferState, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.places.models import Settlement
from crm.referrals.cards import KnownCard, bare

WORDS = {
    TalkState.AGREED: _l("She wants your offer. Call her, or wait for the centre to bring you together."),
    TalkState.INTRODUCED: _l("You know of each other. Tell the centre how it went."),
    TalkState.RECEIVED: _l("She has it. Thank you!"),
}


def own(partners: Select[int]) -> Select[Offer]:
    """Open ones first, the newest on top. What the centre has only noted down is not an offer yet."""
    theirs = select(Offer).where(Offer.partner_id.in_(partners), Offer.state != OfferState.DRAFT)
    return theirs.order_by(Offer.state.desc(), Offer.id.desc())


def known(partners: Select[int]) -> Select[OfferTalk]:
    """Women who want an offer of these partners and let its partner see them today; who wants it newest first."""
    said = (
        select(Consent.id)
        .where(
            Consent.member_id == OfferTalk.member_id,
            Consent.partner_id == Offer.partner_id,
            Consent.purpose == Purpose.SHARING,
            *in_force(),
        )
        .correlate(OfferTalk, Offer)
    )
    mine = Offer.partner_id.in_(partners), Offer.state != OfferState.DRAFT, OfferTalk.state.in_(WORDS)
    talks = select(OfferTalk).join(Offer, Offer.id == OfferTalk.offer_id).where(*mine, said.exists())
    her = joinedload(OfferTalk.member).joinedload(Member.settlement).joinedload(Settlement.rayon)
    return talks.where(~hides_from_any(OfferTalk.member_id, partners)).options(her).order_by(OfferTalk.id.desc())


def counted(partners: Select[int], offer_ids: Collection[int]) -> Select[int, int]:
    """(offer, women who want it and are known to its partner)."""
    plain = known(partners).where(OfferTalk.offer_id.in_(offer_ids)).order_by(None)
    return plain.with_only_columns(OfferTalk.offer_id, func.count()).group_by(OfferTalk.offer_id)


def asked(partners: Select[int], offer_id: int) -> Select[int]:
    """How many women are being asked; nobody learns who they are."""
    waiting = select(func.count(OfferTalk.id)).join(Offer, Offer.id == OfferTalk.offer_id)
    return waiting.where(
        OfferTalk.offer_id == offer_id, Offer.partner_id.in_(partners), OfferTalk.state == TalkState.ASKED
    )


def card_of(talk: OfferTalk) -> KnownCard:
    return replace(bare(talk.member), words=WORDS[talk.state])
