"""People and access: who may sign in, as the administrator sees and changes it."""

from dataclasses import replace

from flask import Response, request, url_for
from flask_login import current_user

from crm.access import Permission, Role, may
from crm.accounts import managing, operations, queries
from crm.accounts.forms import NewUserForm, UserForm
from crm.accounts.managing import OFFICE, NotAllowed
from crm.accounts.models import User
from crm.centres import queries as centre_queries
from crm.forms import blank_form, offer
from crm.i18n import _
from crm.search import ids_like
from crm.web import (
    asked,
    asked_id,
    check_version,
    get_or_404,
    go_to,
    page,
    page_once,
    paginate,
    rows,
    tuples,
    value,
)


@may(Permission.USERS_MANAGE)
def users() -> Response:
    active = {"on": True, "off": False}.get(request.args.get("active", ""))
    filters = queries.Filters(asked(), Role.parse(request.args.get("role")), asked_id("centre"), active)
    found = paginate(queries.listing(current_user, filters))
    if filters.search and not found.total:
        everybody = replace(filters, search="")
        near = ids_like(filters.search, tuples(queries.names(current_user, everybody)))
        found = paginate(queries.listing(current_user, everybody, near))
    centres = rows(centre_queries.visible_to(current_user))
    return page(
        "accounts/users.html",
        part="accounts/_users.html",
        users=found,
        filters=filters,
        roles=list(Role),
        centres=centres,
    )


@may(Permission.USERS_MANAGE)
def new_user() -> Response:
    form = _offering_centres(NewUserForm(centre_id=asked_id("centre")))
    if form.validate_on_submit():
        password = operations.invent_password()
        try:
            user = operations.create_user(password=password, **form.values())
            return _password_page(user, password)
        except ValueError:
            form.login.errors = [_("Somebody signs in with this name already.")]
    return page("accounts/new_user.html", form=form, status=422 if form.errors else 200)


@may(Permission.USERS_MANAGE)
def user(user_id: int) -> Response:
    found = opened(user_id)
    sign_ins = rows(queries.sign_ins_visible_to(current_user).filter_by(user_id=found.id))
    return page(
        "accounts/user.html",
        user=found,
        sign_ins=sign_ins,
        partner_id=value(queries.partner_of(found)),
        member_id=value(queries.member_of(found)),
    )


@may(Permission.USERS_MANAGE)
def edit_user(user_id: int) -> Response:
    found = opened(user_id)
    form = _offering_centres(UserForm(obj=found))
    if found.role not in OFFICE:
        del form.role, form.centre_id
    if form.validate_on_submit():
        check_version(found, form)
        try:
            managing.change_user(user=found, by=current_user, **form.values())
            return go_to("accounts.user", _("Saved."), user_id=found.id)
        except NotAllowed as why:
            form.role.errors = [str(why)]
    return page("accounts/edit_user.html", form=form, user=found, status=422 if form.errors else 200)


@may(Permission.USERS_MANAGE)
def switch_user(user_id: int) -> Response:
    found = opened(user_id)
    if request.method == "GET":
        return page("accounts/switch_user.html", user=found, form=blank_form())
    on = request.form.get("on") == "yes"
    try:
        managing.switch_user(user=found, by=current_user, on=on)
    except NotAllowed as why:
        return page("accounts/switch_user.html", user=found, form=blank_form(), refused=str(why), status=422)
    return go_to("accounts.user", _("Switched on.") if on else _("Switched off."), user_id=found.id)


@may(Permission.USERS_MANAGE)
def new_password(user_id: int) -> Response:
    found = opened(user_id)
    if request.method == "GET":
        return page("accounts/new_password.html", user=found, form=blank_form())
    password = operations.invent_password()
    operations.set_password(user=found, password=password)
    return _password_page(found, password)


@may(Permission.USERS_MANAGE)
def end_user_sign_in(user_id: int, sign_in_id: int) -> Response:
    sign_ins = queries.sign_ins_visible_to(current_user)
    operations.end_sign_in(sign_in=get_or_404(sign_ins, id=sign_in_id, user_id=user_id))
    return go_to("accounts.user", _("Signed out there."), user_id=user_id)


@may(Permission.USERS_MANAGE)
def end_user_sign_ins(user_id: int) -> Response:
    operations.end_all_sign_ins(user=opened(user_id))
    return go_to("accounts.user", _("Signed out everywhere."), user_id=user_id)


def opened(user_id: int) -> User:
    return get_or_404(queries.visible_to(current_user), id=user_id)


def _offering_centres(form: NewUserForm | UserForm) -> NewUserForm | UserForm:
    centres = rows(centre_queries.visible_to(current_user))
    offer(form.centre_id, [(centre.id, centre.name) for centre in centres], blank=_("None: all centres"))
    return form


def _password_page(user: User, password: str) -> Response:
    again = url_for("accounts.new_password", user_id=user.id)
    return page_once("accounts/password.html", again=again, user=user, password=password)
