"""One's own account: language, password, and where one is signed in."""

from flask import Response
from flask_babel import force_locale
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import operations, queries, signing
from crm.accounts.forms import LanguageForm, PasswordForm
from crm.accounts.limits import FAILED, failed, sign_in_limit
from crm.accounts.passwords import password_fits
from crm.extensions import limiter
from crm.i18n import _, keep_language
from crm.web import get_or_404, go_to, page, rows


@may(Permission.ACCOUNT_USE)
def account() -> Response:
    return page(
        "accounts/account.html",
        form=LanguageForm(obj=current_user),
        sign_ins=rows(queries.sign_ins_of(current_user)),
        here=signing.here(),
    )


@may(Permission.ACCOUNT_USE)
def set_language() -> Response:
    form = LanguageForm()
    if not form.validate_on_submit():
        return go_to("accounts.account")
    operations.choose_language(user=current_user, language=form.language.data)
    with force_locale(form.language.data):
        response = go_to("accounts.account", _("Saved."))
    keep_language(response, form.language.data)
    return response


@may(Permission.ACCOUNT_USE)
@limiter.limit(sign_in_limit, key_func=lambda: f"password of {current_user.id}", methods=["POST"], deduct_when=failed)
def own_password() -> Response:
    form = PasswordForm()
    if form.validate_on_submit():
        if password_fits(current_user.password_hash, form.old.data or ""):
            operations.set_password(user=current_user, password=form.new.data or "", but=signing.here())
            return go_to("accounts.account", _("You have a new password. Everywhere else you are signed out."))
        form.old.errors = [_("This is not your password now.")]
    return page("accounts/own_password.html", form=form, status=FAILED if form.errors else 200)


@may(Permission.ACCOUNT_USE)
def end_sign_in(sign_in_id: int) -> Response:
    operations.end_sign_in(sign_in=get_or_404(queries.sign_ins_of(current_user), id=sign_in_id))
    return go_to("accounts.account", _("Signed out there."))


@may(Permission.ACCOUNT_USE)
def end_other_sign_ins() -> Response:
    operations.end_all_sign_ins(user=current_user, but=signing.here())
    return go_to("accounts.account", _("You are signed out everywhere else."))
