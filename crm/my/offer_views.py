"""Her answer to an offer for her business."""

from uuid import UUID

from flask import Response, abort
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.members.models import Member
from crm.my import queries
from crm.my.forms import OfferAnswerForm
from crm.my.views import herself
from crm.offers import talks
from crm.offers.enums import TalkState
from crm.web import get_or_404, go_to


@may(Permission.MY_USE)
@herself
def answer_offer(member: Member, open_offer_id: UUID) -> Response:
    offer, form = get_or_404(queries.offers(current_user), public_id=open_offer_id), OfferAnswerForm()
    if not form.validate_on_submit():
        abort(400)
    wants = form.reply.data == "yes"
    try:
        talks.move(offer=offer, member=member, to=TalkState.AGREED if wants else TalkState.DECLINED, by=current_user)
    except talks.NotPossible:
        return go_to("my.index", _("This cannot be changed here any more. Call the centre, they help you."), "warning")
    said = _("Thank you! The centre will introduce you.") if wants else _("That is all right. We keep looking for you.")
    return go_to("my.index", said)
