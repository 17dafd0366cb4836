"""The filter of the results, and a new target."""

from calendar import monthrange
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import Optional, ValidationError

from crm import forms
from crm.formats import month
from crm.i18n import _, _l
from crm.results.enums import Group, Lesson

ALL = "all"
#: How far back a month can be chosen.
MONTHS_BACK = 36


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


class LessonForm(ScopeForm):
    """A centre, a month as 2026-11, and what did not come about. Whole months instead of days."""

    month = SelectField(_l("Month"), [Optional()], choices=[], validate_choice=True)
    kind = forms.choice(_l("Kind"), Lesson, blank=_l("All kinds"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.month.choices = [forms.SelectChoice("", _("All months")), *map(_month_choice, range(MONTHS_BACK))]


def _month_choice(back: int) -> forms.SelectChoice:
    number = forms.today().year * 12 + forms.today().month - 1 - back
    written = f"{number // 12}-{number % 12 + 1:02d}"
    return forms.SelectChoice(written, month(written))


def month_days(month: str) -> tuple[date, date]:
    """First and last day of a month written as 2026-11."""
    first = date.fromisoformat(f"{month}-01")
    return first, first.replace(day=monthrange(first.year, first.month)[1])


class TargetForm(forms.Form):
    target = forms.money(_l("Target"), required=True, high=10_000_000)
    set_on = forms.day(_l("In force from"), required=True, default=forms.today)
    reason = forms.text(_l("Why this target"), required=True, longest=500)
