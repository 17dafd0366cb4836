"""The page that shows staff and her, before she agrees, exactly what one partner sees of her."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import offer
from crm.i18n import _
from crm.members.forms import PreviewForm
from crm.members.views import opened
from crm.partners import queries as partner_queries
from crm.partners.models import Partner
from crm.referrals.preview import preview
from crm.web import asked_id, get_or_404, page, rows


@may(Permission.MEMBERS_READ)
def show(member_id: int) -> Response:
    """`?partner_id=`: through whose eyes; without it, a choice."""
    member, chosen = opened(member_id), asked_id("partner_id")
    theirs = partner_queries.visible_to(current_user).where(Partner.centre_id == member.centre_id)
    form = PreviewForm(formdata=None, partner_id=chosen)
    offer(
        form.partner_id, [(one.id, one.name) for one in rows(theirs.order_by(Partner.search_name))], blank=_("Choose")
    )
    partner = get_or_404(theirs, id=chosen) if chosen else None
    seen = preview(member, partner) if partner else None
    return page("members/preview.html", member=member, form=form, partner=partner, preview=seen)
