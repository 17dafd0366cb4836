"""The filter of the results, and a new target."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import Optional, ValidationError

from crm import forms
from crm.i18n import _, _l
from crm.results.enums import Group

ALL = "all"


class ScopeForm(FlaskForm):
    """Centre and period, in the address: nothing is changed by it, so there is no token."""

    centre = SelectField(_l("Centre"), [Optional()], choices=[], validate_choice=False)
    since = forms.day(_l("From"))
    until = forms.day(_l("Until"))

    class Meta(forms.Form.Meta):
        csrf = False

    def validate_until(self, field: Any) -> None:
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError(_("This is before the first day."))


class GroupForm(ScopeForm):
    """The same, and by what the women are told apart."""

    by = forms.choice(_l("By"), Group, default=Group.FIT)


class TargetForm(forms.Form):
    target = forms.money(_l("Target"), required=True, high=10_000_000)
    set_on = forms.day(_l("In force from"), required=True, default=forms.today)
    reason = forms.text(_l("Why this target"), required=True, longest=500)
