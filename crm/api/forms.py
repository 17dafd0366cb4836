"""The shape of a new token."""

from datetime import date, timedelta
from typing import Any

from wtforms import SelectMultipleField
from wtforms.validators import ValidationError

from crm import forms
from crm.api.enums import ApiScope
from crm.i18n import _, _l

LONGEST = timedelta(days=365)


class TokenForm(forms.Form):
    name = forms.text(_l("What it is for"), required=True)
    scopes = SelectMultipleField(_l("What it may read"), choices=[], coerce=ApiScope.parse)
    valid_until = forms.day(_l("Good until"), required=True)

    def validate_scopes(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_("Please choose one."))

    def validate_valid_until(self, field: Any) -> None:
        day: date | None = field.data
        if day and not forms.today() <= day <= forms.today() + LONGEST:
            raise ValidationError(_("From today on, at most a year."))
