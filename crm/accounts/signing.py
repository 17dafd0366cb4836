"""The browser's side of signing in: cookie, user behind it, what signed-out people get."""

from time import time
from typing import Any

from flask import make_response, redirect, request, session, url_for
from flask_login import login_user, logout_user

from crm.accounts import operations
from crm.accounts.models import Pin, User
from crm.accounts.queries import IN_THE_FIELD, user_behind
from crm.extensions import db, login_manager
from crm.web import asked_by_script

SESSION_KEY = "sign_in"
#: Of a sign-in by card: when it was last used, and whether the PIN is still the one the centre gave.
PIN_SEEN, PIN_GIVEN = "pin_seen", "pin_given"
LONGEST_PAUSE = 20 * 60


def connect() -> None:
    """Tells Flask-Login whom a cookie stands for."""
    login_manager.session_protection = None  # our own rows end sessions; addresses of phones change all day

    @login_manager.user_loader
    def load(user_id: str) -> User | None:
        token = session.get(SESSION_KEY, "")
        user = db.session.scalar(user_behind(operations.digest(token))) if token else None
        return user if user and user.get_id() == user_id else None

    @login_manager.unauthorized_handler
    def send_to_sign_in() -> Any:
        where = url_for("accounts.sign_in", next=request.full_path.rstrip("?") if request.method == "GET" else None)
        if asked_by_script():
            response = make_response("", 401)
            response.headers["HX-Redirect"] = url_for("accounts.sign_in")
            return response
        return redirect(where, 302)


def start(user: User, pin: Pin | None = None) -> None:
    """A new session for a new sign-in: nothing of the browser's earlier session survives. `pin`: the card it came by."""
    session.clear()
    session.permanent = user.role in IN_THE_FIELD
    login_user(user)  # first, so that the audit knows who came
    session[SESSION_KEY] = operations.open_sign_in(
        user=user, address=request.remote_addr or "", browser=request.user_agent.string
    )
    if pin:
        session[PIN_SEEN], session[PIN_GIVEN] = int(time()), not pin.chosen


def stale() -> bool:
    """Who came by a card is asked for the PIN again after a pause: the phone may be in other hands by now."""
    if PIN_SEEN not in session:
        return False
    before, session[PIN_SEEN] = session[PIN_SEEN], int(time())
    return bool(session[PIN_SEEN] - before > LONGEST_PAUSE)


def has_to_choose() -> bool:
    return bool(session.get(PIN_GIVEN))


def has_chosen() -> None:
    session[PIN_SEEN], session[PIN_GIVEN] = int(time()), False


def here() -> str:
    """The digest of the token this browser is signed in with."""
    return operations.digest(session.get(SESSION_KEY, ""))


def end() -> None:
    if token := session.get(SESSION_KEY):
        operations.close_sign_in(token=token)
    logout_user()
    session.clear()


def safe_next(target: str | None) -> str | None:
    """The local path a person wanted before signing in; None for anything that could lead elsewhere."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    return target if target.isprintable() and "\\" not in target and "//" not in target.split("?")[0] else None
