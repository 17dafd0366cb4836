"""The shape of what a partner types: an opening, its needs, why it closes, and how it went with a woman."""

from datetime import date
from typing import Any

from wtforms import RadioField
from wtforms.validators import InputRequired, ValidationError

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import _, _l
from crm.referrals.enums import ContractType, DeclineReason
from crm.skills import vocabulary
from crm.skills.queries import codes_to_ids
from crm.vacancies.enums import Hours
from crm.vacancies.models import Vacancy

MUST_CHOOSE = _l("Please choose one.")
NOT_SAID = _l("not said")

#: Why a partner says no. Her family is no reason an employer may give.
WHY_NOT = (
    (DeclineReason.SKILLS, _l("Skills are missing")),
    (DeclineReason.HOURS, _l("The hours do not fit")),
    (DeclineReason.PAY, _l("We could not agree on the pay")),
    (DeclineReason.PLACE_TAKEN, _l("The place is taken")),
    (DeclineReason.NO_ANSWER, _l("She did not come or answer")),
    (DeclineReason.OTHER, _l("Another reason")),
)

WHY_CLOSE = {
    "found": _l("We found somebody ourselves"),
    "not_needed": _l("We no longer need anybody"),
    "other": _l("Another reason"),
}


class OpeningForm(forms.Form):
    text = forms.long_text(_l("Whom do you need?"), required=True)
    title = forms.text(_l("Title"))


class ChangeForm(forms.EditForm):
    text = forms.long_text(_l("Whom do you need?"), required=True)
    title = forms.text(_l("Title"), required=True)
    openings = forms.whole(_l("How many women"), low=1, high=1000, required=True)
    hours = forms.choice(_l("Hours"), Hours, blank=NOT_SAID)
    weekly_hours = forms.whole(_l("Hours a week"), low=1, high=100)
    pay_min = forms.money(_l("Pay a month, from (AZN)"), high=99_999)
    pay_max = forms.money(_l("Pay a month, up to (AZN)"), high=99_999)

    validate_pay_max = forms.not_less_than("pay_min")


class NeedsForm(forms.EditForm):
    """The needs that were read, to be kept or taken out; `more` takes words and finds their concepts."""

    needs = forms.pick_many(_l("What the work needs"))
    more = forms.text(_l("Something else?"))

    def validate_more(self, field: Any) -> None:
        self.added = [codes_to_ids()[found.concept] for found in vocabulary.meant(field.data)] if field.data else []
        if field.data and not self.added:
            raise ValidationError(vocabulary.did_you_mean(field.data))


def needs_form(vacancy: Vacancy, labels: dict[int, str], **arguments: Any) -> NeedsForm:
    """The needs of this opening, all of them kept unless somebody takes one out."""
    form = NeedsForm(version=vacancy.version, needs=list(labels), **arguments)
    forms.offer(form.needs, labels.items())
    return form


class ClosingForm(forms.Form):
    reason = RadioField(
        _l("Why"), [InputRequired(MUST_CHOOSE)], choices=[SelectChoice(key, label) for key, label in WHY_CLOSE.items()]
    )
    words = forms.text(_l("In your words"), longest=150)

    def why(self) -> str:
        """For the centre to read: the reason, and what was added to it."""
        return ": ".join(part for part in (str(WHY_CLOSE[self.reason.data]), self.words.data) if part)


class InterviewForm(forms.Form):
    on = forms.day(_l("When did you meet?"), required=True, default=forms.today)
    note = forms.text(_l("How was it? (if you like)"), longest=500)

    def validate_on(self, field: Any) -> None:
        if field.data and not date(2000, 1, 1) <= field.data <= forms.today():
            raise ValidationError(_("A day up to today, please."))


class HireForm(forms.Form):
    started_on = forms.day(_l("First day of work"), required=True, default=forms.today)
    contract = forms.choice(_l("Contract"), ContractType, required=True, blank=_l("Choose"))
    weekly_hours = forms.whole(_l("Hours a week"), low=1, high=100)
    pay = forms.money(_l("Pay a month (AZN)"), high=99_999)

    def validate_started_on(self, field: Any) -> None:
        if field.data and not date(2000, 1, 1) <= field.data <= date(forms.today().year + 1, 12, 31):
            raise ValidationError(_("Please check the year."))


class NoForm(forms.Form):
    reason = RadioField(
        _l("Why"),
        [InputRequired(MUST_CHOOSE)],
        choices=[SelectChoice(str(reason), label) for reason, label in WHY_NOT],
        coerce=lambda value: DeclineReason.parse(value),
    )
    note = forms.text(_l("In your words"), longest=500)
