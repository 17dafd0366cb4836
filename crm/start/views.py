"""The first page: examples or empty, the first centre; inside the examples, whom to be there."""

from flask import Response, abort, current_app, redirect, request, url_for
from flask_babel import force_locale
from flask_login import current_user
from werkzeug.wrappers import Response as AnyResponse

from crm.access import Permission, Role, allowed, public
from crm.accounts import signing
from crm.accounts.queries import user_with_login
from crm.config import Config
from crm.demo import logins
from crm.demo.load import is_empty
from crm.examples import COOKIE, of_this_installation
from crm.extensions import limiter
from crm.forms import Form
from crm.i18n import LANGUAGE_COOKIE, _, language
from crm.navigation import home_url
from crm.start import operations, setup_code
from crm.start.forms import CentreForm
from crm.web import go, go_to, page, value

FAILED = 422


def config() -> Config:
    found: Config = current_app.extensions["config"]
    return found


def attempts() -> str:
    """Guessing the set-up code is slowed down like guessing a password."""
    return config().sign_in_limit


def failed(response: Response) -> bool:
    return response.status_code == FAILED


def may_start() -> bool:
    """Anybody while nobody uses this installation, its administrator afterwards."""
    return allowed(current_user, Permission.USERS_MANAGE) or is_empty()


def lead_to_start() -> AnyResponse | None:
    """Before the first page and the sign-in: where there is nobody to sign in, the choice comes first."""
    places = ("public.index",) if config().examples else ("public.index", "accounts.sign_in")
    if request.method != "GET" or request.endpoint not in places or current_user.is_authenticated:
        return None
    return redirect(url_for("start.index"), 302) if config().examples or is_empty() else None


def role_label(name: str) -> str:
    role = Role.parse(name)
    return str(role.label) if role else name


@public
def index() -> Response:
    if config().examples:
        people = [{**one, "label": role_label(one["role"])} for one in logins.sign_ins()["users"]]
        return page("start/people.html", people=people, form=Form())
    if not may_start():
        return go_to("accounts.sign_in")
    return page("start/index.html", examples=of_this_installation(), empty=is_empty(), form=Form())


@public
def examples() -> Response:
    """POST lets this browser in and has them made where there are none; GET waits until they are there."""
    if config().examples:
        return go_to("start.index")
    if not may_start():
        return go_to("accounts.sign_in")
    theirs = of_this_installation()
    if request.method == "POST":
        theirs.begin()
        response = go_to("start.examples")
        response.set_cookie(COOKIE, theirs.cookie, httponly=True, samesite="Lax", secure=request.is_secure)
        return response
    under_way = theirs.being_made  # asked before: when the work ends, they are ready already
    if theirs.ready:
        return go_to("start.index")
    response = page("start/making.html", under_way=under_way)
    if under_way:
        response.headers["Refresh"] = "2"
    return response


@public
def sign_in_as() -> Response:
    login = request.form.get("login", "")
    user = value(user_with_login(login)) if config().examples and login in logins.EVERYBODY else None
    if user is None or not user.active:
        abort(404)
    signing.start(user)
    return go(home_url())


@public
def leave() -> Response:
    response = go("/")
    response.delete_cookie(COOKIE, httponly=True, samesite="Lax", secure=request.is_secure)
    return response


@public
@limiter.limit(attempts, methods=["POST"], deduct_when=failed)
def empty() -> Response:
    if not is_empty():
        return go_to("accounts.sign_in")
    form = CentreForm()
    form.offer_rayons()
    if not setup_code.needed(config()):
        form.without_code()
    if not form.is_submitted():
        form.language.data = language()
    if not form.validate_on_submit():
        return page("start/empty.html", form=form, status=FAILED if form.errors else 200)
    try:
        user = operations.start_empty(**form.values("code"))
    except operations.InUse:
        return go_to("accounts.sign_in", _("Somebody has set this installation up already. Please sign in."), "warning")
    setup_code.forget(config())
    signing.start(user)
    with force_locale(user.language):
        welcome = _("Welcome, %(name)s! Now bring your list: an Excel file will do.", name=user.name)
    response = go_to("imports.new", welcome)
    response.delete_cookie(LANGUAGE_COOKIE)  # the language just chosen counts, not that of an earlier click
    return response
