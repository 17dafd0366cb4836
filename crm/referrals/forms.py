"""The shape of what is typed about a referral's steps and about a hire."""

from datetime import date
from typing import Any

from wtforms import RadioField
from wtforms.validators import InputRequired, ValidationError

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import _, _l
from crm.members.enums import ConsentManner
from crm.referrals.enums import ContractType, DeclinedBy, DeclineReason, Evidence

MUST_CHOOSE = _l("Please choose one.")
CHOOSE = _l("Choose")


class StepForm(forms.Form):
    """A step that needs no more than a click, with a word if one likes."""

    note = forms.text(_l("Note"), longest=500)


class StartForm(forms.Form):
    """From a match: which woman and which vacancy, and for "not this one" and "put first" why."""

    member_id = forms.whole(_l("Woman"), low=1, high=2**31 - 1, required=True)
    vacancy_id = forms.whole(_l("Vacancy"), low=1, high=2**31 - 1, required=True)
    reason = forms.choice(_l("Why"), DeclineReason, blank=CHOOSE)
    pinned_reason = forms.text(_l("Why first?"), longest=200)


class AnswerForm(forms.Form):
    """Her answer, as she gave it to staff."""

    reply = RadioField(
        _l("What does she say?"),
        [InputRequired(MUST_CHOOSE)],
        choices=[SelectChoice("yes", _l("Yes")), SelectChoice("later", _l("Later")), SelectChoice("no", _l("No"))],
    )
    manner = forms.choice(_l("How did she agree?"), ConsentManner, blank=CHOOSE)
    reason = forms.choice(_l("Why not?"), DeclineReason, blank=CHOOSE)
    later_until = forms.day(_l("Ask again on"))
    note = forms.text(_l("In her words"), longest=500)

    def validate(self, extra_validators: Any = None) -> bool:
        """What an answer needs is asked for beside its own field."""
        good = bool(super().validate(extra_validators))
        needs = {
            "yes": (self.manner, _("Please say how she agreed: it is her consent.")),
            "no": (self.reason, _("Please choose why not: it helps to find better work for her.")),
        }
        field, text = needs.get(self.reply.data, (None, ""))
        if field is None or field.data:
            return good
        field.errors = [*field.errors, text]
        return False

    def validate_later_until(self, field: Any) -> None:
        if self.reply.data == "later" and field.data and field.data <= forms.today():
            raise ValidationError(_("A day after today, please."))


class DeclineForm(forms.Form):
    declined_by = forms.choice(_l("Who says no?"), DeclinedBy, required=True, blank=CHOOSE)
    reason = forms.choice(_l("Why"), DeclineReason, required=True, blank=CHOOSE)
    note = forms.text(_l("Note"), longest=500)


class _Hire:
    """What is known about the work she begins; shared by the two forms below."""

    started_on = forms.day(_l("First day of work"), required=True, default=forms.today)
    contract = forms.choice(_l("Contract"), ContractType, required=True, blank=CHOOSE)
    weekly_hours = forms.whole(_l("Hours a week"), low=1, high=100)
    pay = forms.money(_l("Pay a month (AZN)"), high=99_999)
    evidence = forms.choice(_l("How do we know?"), Evidence, required=True, blank=CHOOSE)
    contract_number = forms.text(_l("Number of the e-contract"), longest=60)

    def validate_started_on(self, field: Any) -> None:
        if field.data and not date(2000, 1, 1) <= field.data <= date(forms.today().year + 1, 12, 31):
            raise ValidationError(_("Please check the year."))


class HireForm(_Hire, forms.Form):
    pass


class PlacementForm(_Hire, forms.Form):
    """A hire without a referral: a start-up took somebody on, or an employer found her alone."""

    partner_id = forms.pick(_l("Partner"), required=True)
    member_id = forms.pick(_l("Woman"), required=True)
