"""The outbox on a page, and the one message staff begin by themselves: please call back."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.members import queries as member_queries
from crm.messages import operations, queries
from crm.messages.enums import Channel, MessageState
from crm.web import asked, asked_id, get_or_404, go_to, page, paginate


@may(Permission.MEMBERS_READ)
def index() -> Response:
    filters = queries.Filters(
        search=asked(),
        state=MessageState.parse(asked("state")),
        channel=Channel.parse(asked("channel")),
        member_id=asked_id("member_id"),
        partner_id=asked_id("partner_id"),
    )
    found = paginate(queries.listing(current_user, filters))
    return page(
        "messages/index.html", messages=found, filters=filters, states=list(MessageState), channels=list(Channel)
    )


@may(Permission.MEMBERS_WRITE)
def ask_to_call(member_id: int) -> Response:
    member = get_or_404(member_queries.visible_to(current_user), id=member_id)
    operations.ask_her_to_call(member=member)
    done = _("It goes out at an hour that is safe for her, if messages are.")
    return go_to("members.show", done, member_id=member.id, _anchor="reach")


@may(Permission.MEMBERS_WRITE)
def called(message_id: int) -> Response:
    message = get_or_404(queries.visible_to(current_user), id=message_id)
    operations.say_called(message=message)
    return go_to("today.index", _("Noted."), _anchor="calls")
