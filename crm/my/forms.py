"""What a woman answers when she is asked about an opening."""

from wtforms import RadioField
from wtforms.validators import InputRequired

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import _l


class AnswerForm(forms.Form):
    reply = RadioField(
        _l("Your answer"),
        [InputRequired(_l("Please choose one."))],
        choices=[SelectChoice("yes", _l("Yes")), SelectChoice("later", _l("Later")), SelectChoice("no", _l("No"))],
    )
