"""The buttons of a card: ask her, what she said, introduce her, she got it."""

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.members import queries as member_queries
from crm.members.enums import ConsentManner
from crm.offers import queries, talks
from crm.offers.forms import TalkForm
from crm.web import get_or_404, go_to


@may(Permission.OFFERS_WRITE)
def move(offer_id: int, member_id: int) -> Response:
    offer = get_or_404(queries.whole(current_user), id=offer_id)
    member = get_or_404(member_queries.visible_to(current_user), id=member_id)
    form, said = TalkForm(), (_("Please say how she agreed."), "warning")
    if form.validate_on_submit():
        try:
            manner = form.manner.data or ConsentManner.SCREEN
            talks.move(offer=offer, member=member, to=form.to.data, by=current_user, manner=manner)
            said = (_("Written down."), "success")
        except talks.NotPossible as refused:
            said = (refused.why, "warning")
    if request.args.get("from") == "member":
        return go_to("offers.for_member", *said, member_id=member.id, _anchor=f"offer-{offer.id}")
    return go_to("offers.show", *said, offer_id=offer.id, _anchor=f"woman-{member.id}")
