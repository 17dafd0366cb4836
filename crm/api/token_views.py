"""One's own tokens: make one, see it once, end it."""

from datetime import timedelta

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.api import tokens
from crm.api.enums import ApiScope
from crm.api.forms import TokenForm
from crm.forms import SelectChoice, today
from crm.i18n import _
from crm.web import get_or_404, go_to, page, rows

USUAL = timedelta(days=90)


@may(Permission.API_USE)
def index() -> Response:
    form = TokenForm(valid_until=today() + USUAL)
    form.scopes.choices = [SelectChoice(scope.value, scope.label) for scope in tokens.scopes_of(current_user)]
    if not form.validate_on_submit():
        return _page(form, "", 422 if form.errors else 200)
    token = tokens.make_token(user=current_user, **form.values())
    return _page(form, token, 200)


@may(Permission.API_USE)
def end(token_id: int) -> Response:
    tokens.end_token(token=get_or_404(tokens.tokens_of(current_user), id=token_id))
    return go_to("api.tokens", _("The token is ended. The program that used it reads nothing any more."))


def _page(form: TokenForm, token: str, status: int) -> Response:
    return page(
        "api/tokens.html",
        status=status,
        form=form,
        token=token,
        tokens=rows(tokens.tokens_of(current_user)),
        scopes={scope.value: scope.label for scope in ApiScope},
    )
