"""Letting her sign in: a card code or her phone with an invented password, shown once."""

from flask import Response, request, url_for

from crm.access import Permission, may
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
    login = operations.login_for(member, form.way.data)
    try:
        password = operations.give_access(member=member, login=login)
    except operations.LoginTaken:
        form.way.errors = [_("Somebody signs in with this number already. Give her a card.")]
        return _access_page(member, form, status=422)
    return _shown_once(member, login, password)


@may(Permission.MEMBERS_WRITE)
def renew(member_id: int) -> Response:
    member = opened(member_id)
    user = value(queries.user_of(member.id))
    if user is None:
        return go_to("members.access", member_id=member.id)
    password = operations.renew_password(member=member)
    return _shown_once(member, user.login, password)


@may(Permission.MEMBERS_WRITE)
def switch(member_id: int) -> Response:
    member = opened(member_id)
    if value(queries.user_of(member.id)) is not None:
        operations.switch_access(member=member, on=request.form.get("on") == "yes")
    return go_to("members.access", _("Saved."), member_id=member.id)


def _shown_once(member: Member, login: str, password: str) -> Response:
    again = url_for("members.access", member_id=member.id)
    return page_once("members/password.html", again=again, member=member, login=login, password=password)


def _access_page(member: Member, form: AccessForm, status: int = 200) -> Response:
    return page(
        "members/access.html",
        member=member,
        form=form,
        signs_in=value(queries.user_of(member.id)),
        status=status,
    )
