"""Sign-in and sign-out."""

from flask import Response, request
from flask_limiter.util import get_remote_address
from flask_login import current_user

from crm.access import Permission, may, public
from crm.accounts import operations, signing
from crm.accounts.forms import SignInForm
from crm.accounts.limits import FAILED, failed, sign_in_limit
from crm.extensions import limiter
from crm.i18n import _
from crm.navigation import home_url
from crm.web import go, page


def _account_and_address() -> str:
    """Counted per pair, so that a stranger elsewhere cannot shut the owner of an account out."""
    return f"{operations.fold_login(request.form.get('login', ''))}|{get_remote_address()}"


@public
@limiter.limit(sign_in_limit, methods=["POST"], deduct_when=failed)
@limiter.limit(sign_in_limit, key_func=_account_and_address, methods=["POST"], deduct_when=failed)
def sign_in() -> Response:
    form, target = SignInForm(), signing.safe_next(request.args.get("next"))
    if current_user.is_authenticated and request.method == "GET":
        return go(target or home_url())
    if request.method == "POST":
        if form.validate():
            user = operations.authenticate(login=form.login.data or "", password=form.password.data or "")
            if user:
                signing.start(user)
                return go(target or home_url())
            form.password.errors = [_("This name and password do not go together. Please try again.")]
        return page("accounts/sign_in.html", form=form, target=target, status=FAILED)
    return page("accounts/sign_in.html", form=form, target=target)


@may(Permission.ACCOUNT_USE)
def sign_out() -> Response:
    signing.end()
    return go("/")
