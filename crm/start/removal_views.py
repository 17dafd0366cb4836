"""Taking the examples away: those in a database of their own, or those loaded into this one."""

from flask import Response, abort, after_this_request
from flask_login import current_user

from crm.access import Permission, allowed, may, public
from crm.accounts import signing
from crm.centres.queries import holds_examples
from crm.demo import remove as removal
from crm.examples import of_this_installation
from crm.extensions import limiter
from crm.i18n import _
from crm.start import setup_code
from crm.start.forms import RemovalForm
from crm.start.views import FAILED, attempts, config, failed, may_start
from crm.web import go_to, page


@public
@limiter.limit(attempts, methods=["POST"], deduct_when=failed)
def remove_examples() -> Response:
    if config().examples:
        abort(404)
    if not may_start():
        return go_to("accounts.sign_in")
    form, theirs = RemovalForm(), of_this_installation()
    if allowed(current_user, Permission.USERS_MANAGE) or not setup_code.needed(config()):
        form.without_code()
    if form.validate_on_submit():
        try:
            theirs.remove()
        except OSError:  # Windows keeps a file that is being read
            form.sure.errors = [_("Somebody is looking at the examples just now. Please try again in a minute.")]
        else:
            return go_to("start.index", _("The examples are gone."))
    return page("start/remove.html", form=form, status=FAILED if form.errors else 200)


@may(Permission.USERS_MANAGE)
def clear() -> Response:
    """Only where the examples were loaded into the real database; nobody can sign in to it afterwards."""
    if config().examples or not holds_examples():
        abort(404)
    form = RemovalForm()
    form.without_code()
    if not form.validate_on_submit():
        return page("start/clear.html", form=form, status=FAILED if form.errors else 200)
    signing.end()
    removal.remove()

    @after_this_request
    def tidy(response: Response) -> Response:
        removal.checkpoint()  # by now the edge has committed
        return response

    return go_to("start.index", _("The examples are gone. You can start with your own data now."))
