"""Her PIN: chosen at the first sign-in, changed whenever she likes."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import pins, signing
from crm.accounts.limits import FAILED, failed, sign_in_limit
from crm.accounts.models import Pin
from crm.accounts.queries import pin_of
from crm.extensions import limiter
from crm.i18n import _
from crm.my.forms import PinForm
from crm.web import go_to, page, value


@may(Permission.MY_USE)
@limiter.limit(sign_in_limit, key_func=lambda: f"pin of {current_user.id}", methods=["POST"], deduct_when=failed)
def choose_pin() -> Response:
    card: Pin | None = value(pin_of(current_user.id))
    if card is None:
        return go_to("accounts.own_password")
    form = PinForm(known=[card.phone or ""])
    if not card.chosen:
        del form.old
    if not form.validate_on_submit():
        return page("my/pin.html", form=form, first=not card.chosen, status=FAILED if form.errors else 200)
    if card.chosen and not pins.fits(current_user, form.old.data or ""):
        form.old.errors = [_("This is not your PIN now.")]
        return page("my/pin.html", form=form, first=False, status=FAILED)
    pins.choose(card=card, pin=form.new.data or "", but=signing.here())
    signing.has_chosen()
    return go_to("my.index", _("This is your PIN now. Tell it to nobody, not even to us."))
