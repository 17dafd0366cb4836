"""What a woman answers when she is asked about an opening or an offer, why she said no, and her PIN."""

from collections.abc import Sequence
from typing import Any

from wtforms import PasswordField, RadioField
from wtforms.validators import EqualTo, InputRequired, ValidationError

from crm import forms
from crm.accounts.pin_rules import is_easy, is_pin
from crm.forms import SelectChoice
from crm.i18n import _, _l
from crm.referrals.enums import DeclineReason

WHY_NOT = (
    (DeclineReason.HOURS, _l("The hours do not suit me")),
    (DeclineReason.DISTANCE, _l("It is too far")),
    (DeclineReason.PAY, _l("The pay is too low")),
    (DeclineReason.FAMILY, _l("Because of the family")),
    (DeclineReason.OTHER_WORK, _l("I have found other work")),
    (DeclineReason.OTHER, _l("Something else")),
)


class AnswerForm(forms.Form):
    reply = RadioField(
        _l("Your answer"),
        [InputRequired(_l("Please choose one."))],
        choices=[SelectChoice("yes", _l("Yes")), SelectChoice("later", _l("Later")), SelectChoice("no", _l("No"))],
    )


class OfferAnswerForm(forms.Form):
    reply = RadioField(
        _l("Your answer"),
        [InputRequired(_l("Please choose one."))],
        choices=[SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No"))],
    )


class WhyForm(forms.Form):
    reason = RadioField(
        _l("Why not?"),
        [InputRequired(_l("Please choose one."))],
        choices=[SelectChoice(str(reason), label) for reason, label in WHY_NOT],
        coerce=lambda value: DeclineReason.parse(value),
    )


class PinForm(forms.Form):
    """`known`: numbers others know of her, which are no secret."""

    old = PasswordField(_l("Your PIN now"), [InputRequired(_l("Please fill this in.")), forms.at_most(200)])
    new = PasswordField(_l("New PIN"), [InputRequired(_l("Please fill this in."))])
    again = PasswordField(_l("New PIN once more"), [EqualTo("new", _l("The two do not agree."))])

    def __init__(self, *args: Any, known: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known

    def validate_new(self, field: Any) -> None:
        if not is_pin(field.data or ""):
            raise ValidationError(_("Six digits, please."))
        if is_easy(field.data, self.known):
            raise ValidationError(_("This one is too easy to guess. Please choose another."))
