"""The page on which staff note that she wants her data erased, and take it back within the days of grace."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.members.erasure_form import ErasureForm
from crm.members.erasures import GRACE, ask_erasure, open_requests, undo_erasure
from crm.members.retention_models import ErasureRequest
from crm.members.views import opened
from crm.web import get_or_404, go_to, page


@may(Permission.MEMBERS_WRITE)
def ask(member_id: int) -> Response:
    member, form = opened(member_id), ErasureForm()
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("members/erasure.html", form=form, member=member, days=GRACE.days, status=status)
    ask_erasure(member=member, by=current_user)
    return go_to("members.show", _("Written down. Until then you can undo it here."), member_id=member.id)


@may(Permission.MEMBERS_WRITE)
def undo(member_id: int) -> Response:
    member = opened(member_id)
    asked: ErasureRequest = get_or_404(open_requests(current_user), member_id=member.id)
    undo_erasure(asked=asked)
    return go_to("members.show", _("She stays with you. Nothing was erased."), member_id=member.id)
