"""Letting her sign in: a card with a code (and her phone, where it is hers alone), and a PIN that is shown once."""

from flask import Response, request, url_for

from crm.access import Permission, may
from crm.accounts.models import Pin
from crm.accounts.queries import pin_of
from crm.i18n import _
from crm.members import names, operations, queries
from crm.members.enums import AccessWay
from crm.members.forms import AccessForm
from crm.members.models import Member
from crm.members.views import opened
from crm.web import go_to, page, page_once, value


@may(Permission.MEMBERS_WRITE)
def access(member_id: int) -> Response:
    member, form = opened(member_id), AccessForm()
    user = value(queries.user_of(member.id))
    if not form.validate_on_submit() or user is not None:
        return _access_page(member, form, status=422 if form.errors else 200)
    if form.way.data == AccessWay.PHONE and not names.digits_of(member.phone):
        form.way.errors = [_("Her phone number is not written down yet.")]
        return _access_page(member, form, status=422)
    try:
        card, pin = operations.give_access(member=member, by_phone=form.way.data == AccessWay.PHONE)
    except operations.LoginTaken:
        form.way.errors = [_("Somebody signs in with this number already. Give her a card.")]
        return _access_page(member, form, status=422)
    return _shown_once(member, card, pin)


@may(Permission.MEMBERS_WRITE)
def renew(member_id: int) -> Response:
    member = opened(member_id)
    if value(queries.user_of(member.id)) is None:
        return go_to("members.access", member_id=member.id)
    card, pin = operations.renew_access(member=member)
    return _shown_once(member, card, pin)


@may(Permission.MEMBERS_WRITE)
def switch(member_id: int) -> Response:
    member = opened(member_id)
    if value(queries.user_of(member.id)) is not None:
        operations.switch_access(member=member, on=request.form.get("on") == "yes")
    return go_to("members.access", _("Saved."), member_id=member.id)


def _shown_once(member: Member, card: Pin, pin: str) -> Response:
    again = url_for("members.access", member_id=member.id)
    return page_once("members/pin.html", again=again, member=member, card=card, pin=pin)


def _access_page(member: Member, form: AccessForm, status: int = 200) -> Response:
    user = value(queries.user_of(member.id))
    return page(
        "members/access.html",
        member=member,
        form=form,
        signs_in=user,
        card=value(pin_of(user.id)) if user else None,
        status=status,
    )
