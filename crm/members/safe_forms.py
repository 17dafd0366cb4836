"""What is asked about reaching her safely."""

from typing import Any

from wtforms import SelectField, SelectMultipleField
from wtforms.validators import Optional, ValidationError

from crm import forms
from crm.formats import weekday_short
from crm.forms import SelectChoice
from crm.i18n import _, _l
from crm.members.forms import yes_no
from crm.members.models import Member
from crm.members.safe_models import WEEK, Language, PhoneOwner, SafeContact


def _hour(label: Any, low: int, default: int) -> SelectField:
    hours = [SelectChoice(hour, f"{hour:02}:00") for hour in range(low, low + 24)]
    return SelectField(label, choices=hours, coerce=int, default=default)


class SafeContactForm(forms.EditForm):
    whose = forms.choice(_l("Whose phone is it?"), PhoneOwner, blank=_l("not asked yet"))
    whose_words = forms.text(_l("Who else uses it, or whose it is"), longest=100)
    days = SelectMultipleField(_l("On which days may we call?"), [Optional()], choices=[])
    hour_from = _hour(_l("From"), 0, 0)
    hour_until = _hour(_l("Until"), 1, 24)
    may_answer = forms.text(_l("Who else may answer?"), longest=200)
    may_leave_word = yes_no(_l("May we leave word with whoever answers?"))
    may_write = yes_no(_l("May we send her a message?"))
    code_word = forms.text(_l("Code word"), longest=60)
    avoid = forms.long_text(_l("What we must not say"), longest=500)
    language = forms.choice(_l("In which language?"), Language, blank=_l("not asked yet"))
    note = forms.text(_l("How to reach her safely"), longest=500)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.days.choices = [SelectChoice(number, weekday_short(int(number))) for number in WEEK]

    def prefill(self, record: SafeContact | Member) -> None:
        """What is not a column of the same shape: her words are kept with herself, the days as one text."""
        if isinstance(record, SafeContact):
            self.days.data = list(record.days)
            self.note.data = record.member.contact_note if record.member else ""

    def validate_hour_until(self, field: Any) -> None:
        if field.data is not None and self.hour_from.data is not None and field.data <= self.hour_from.data:
            raise ValidationError(_("This is not after the first hour."))
