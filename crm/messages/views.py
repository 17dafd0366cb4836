"""The outbox on a page, and the one message staff begin by themselves: please call back."""

from flask import Response, request
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.members import queries as member_queries
from crm.messages import operations, queries
from crm.messages.enums import MessageState
from crm.web import get_or_404, go_to, page, paginate


@may(Permission.MEMBERS_READ)
def index() -> Response:
    state = MessageState.parse(request.args.get("state"))
    found = paginate(queries.listing(current_user, state))
    return page("messages/index.html", messages=found, state=state, states=list(MessageState))


@may(Permission.MEMBERS_WRITE)
def ask_to_call(member_id: int) -> Response:
    member = get_or_404(member_queries.visible_to(current_user), id=member_id)
    operations.ask_her_to_call(member=member)
    return go_to("messages.index", _("It goes out at an hour that is safe for her, if messages are."))
