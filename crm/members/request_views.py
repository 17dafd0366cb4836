"""What a woman asked for, before staff: do it and say so."""

from flask import Response, abort
from flask_login import current_user

from crm.access import Permission, may
from crm.forms import Form
from crm.i18n import _
from crm.members import request_queries, requests
from crm.members.request_models import MemberRequest, RequestKind
from crm.members.views import opened
from crm.web import get_or_404, go_to, page, rows


@may(Permission.MEMBERS_READ)
def index(member_id: int) -> Response:
    member = opened(member_id)
    asked = rows(request_queries.of_member(current_user, member.id))
    return page("members/requests.html", member=member, asked=asked)


@may(Permission.MEMBERS_WRITE)
def close(member_id: int, request_id: int) -> Response:
    requests.close(request=_open(member_id, request_id), by=current_user)
    return go_to("members.requests", _("Noted as done."), member_id=member_id)


@may(Permission.MEMBERS_WRITE)
def write_in(member_id: int, request_id: int) -> Response:
    asked = _open(member_id, request_id)
    if asked.kind != RequestKind.PHONE:
        abort(404)
    requests.write_in_phone(request=asked, by=current_user)
    return go_to("members.safe_contact", _("Her number is changed. Ask her who else answers it."), member_id=member_id)


def _open(member_id: int, request_id: int) -> MemberRequest:
    if not Form().validate_on_submit():
        abort(400)
    asked: MemberRequest = get_or_404(request_queries.open_of(current_user, member_id), id=request_id)
    return asked
