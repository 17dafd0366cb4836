"""Sign-in and sign-out."""

from functools import partial

from flask import Response, request
from flask_limiter.util import get_remote_address
from flask_login import current_user

from crm.access import Permission, may, public
from crm.accounts import operations, queries, signing, waits
from crm.accounts.forms import SignInForm
from crm.accounts.limits import FAILED, failed, sign_in_limit
from crm.extensions import limiter
from crm.i18n import _, _n
from crm.navigation import home_url
from crm.web import although_refused, asked, go, page, value


def _account_and_address() -> str:
    """Counted per pair, so that a stranger elsewhere cannot shut the owner of an account out."""
    return f"{operations.fold_login(request.form.get('login', ''))}|{get_remote_address()}"


@public
@limiter.limit(sign_in_limit, methods=["POST"], deduct_when=failed)
@limiter.limit(sign_in_limit, key_func=_account_and_address, methods=["POST"], deduct_when=failed)
def sign_in() -> Response:
    form, target, card = SignInForm(), signing.safe_next(request.args.get("next")), asked("card")[:20]
    if current_user.is_authenticated and request.method == "GET":
        return go(target or home_url())
    if request.method == "POST":
        if form.validate() and (answer := _signed_in(form, target)):
            return answer
        return page("accounts/sign_in.html", form=form, target=target, card=card, status=FAILED)
    form.login.data = card
    return page("accounts/sign_in.html", form=form, target=target, card=card)


def _signed_in(form: SignInForm, target: str | None) -> Response | None:
    """Where it leads; None, with a word at the field, when it was refused."""
    login = form.login.data or ""
    if minutes := waits.minutes_left(login):
        form.password.errors = [
            _n(
                "Please wait %(num)s minute, or ask your centre.",
                "Please wait %(num)s minutes, or ask your centre.",
                minutes,
            )
        ]
        return None
    user = operations.authenticate(login=login, password=form.password.data or "")
    if user is None:
        although_refused(partial(waits.count, login))
        form.password.errors = [_("This name and password do not go together. Please try again.")]
        return None
    waits.forget(login)
    pin = value(queries.pin_typed(*operations.typed(login)))
    signing.start(user, pin)
    return go(target or home_url())


@may(Permission.ACCOUNT_USE)
def sign_out() -> Response:
    signing.end()
    return go("/")
