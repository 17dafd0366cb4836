"""Cards for the printer: hers, or those of all who got one lately."""

from flask import Response, abort, request
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.enums import Action
from crm.audit.operations import note_look
from crm.members.models import Member
from crm.members.queries import whole
from crm.papers import cards, queries
from crm.papers.sending import as_file
from crm.web import get_or_404, page, tuples, value

#: Sheets of ten.
MOST = 100


@may(Permission.MEMBERS_READ)
def card(member_id: int) -> Response:
    member: Member = get_or_404(whole(current_user), id=member_id)
    pin = value(queries.pin_of_member(member.id))
    return page("papers/card.html", member=member, card=cards.card(member, pin) if pin else None)


@may(Permission.MEMBERS_READ)
def card_pdf(member_id: int) -> Response:
    member: Member = get_or_404(whole(current_user), id=member_id)
    pin = value(queries.pin_of_member(member.id)) or abort(404)
    note_look(member, Action.EXPORTED, what="card")
    return as_file(lambda: cards.as_pdf([cards.card(member, pin)], only_code=_only_code()), "korpu-card.pdf")


@may(Permission.MEMBERS_READ)
def new_cards() -> Response:
    found = tuples(queries.new_cards(current_user).limit(MOST))
    if not found:
        abort(404)
    for member, _pin in found:
        note_look(member, Action.EXPORTED, what="card")
    made = [cards.card(member, pin) for member, pin in found]
    return as_file(lambda: cards.as_pdf(made, only_code=_only_code()), "korpu-cards.pdf")


def _only_code() -> bool:
    return request.args.get("shows") == "code"
