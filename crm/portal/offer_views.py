"""A partner's own offer, with the women who want it and agreed to be seen."""

from uuid import UUID

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.offers import shown
from crm.offers.models import Offer, OfferTalk
from crm.referrals.queries import partners_of
from crm.web import get_or_404, page, rows, tuples, value


@may(Permission.PORTAL_USE)
def show(open_offer_id: UUID) -> Response:
    partners = partners_of(current_user)
    offer = get_or_404(shown.own(partners), public_id=open_offer_id)
    talks = rows(shown.known(partners).where(OfferTalk.offer_id == offer.id))
    for talk in talks:
        note_look(talk.member)
    known = [shown.card_of(talk) for talk in talks]
    return page("portal/offer.html", offer=offer, known=known, asked=value(shown.asked(partners, offer.id)) or 0)


def offers_of() -> list[tuple[Offer, int]]:
    """Each own offer with the number of women who want it."""
    partners = partners_of(current_user)
    found = rows(shown.own(partners))
    wanted = dict(tuples(shown.counted(partners, [one.id for one in found])))
    return [(one, wanted.get(one.id, 0)) for one in found]
