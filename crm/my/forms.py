"""What a woman answers when she is asked about an opening or an offer, and why she said no, if she likes to say."""

from wtforms import RadioField
from wtforms.validators import InputRequired

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import _l
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
