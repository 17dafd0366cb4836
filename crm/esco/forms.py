"""What is typed about ESCO: the address of one of its concepts."""

from typing import Any

from wtforms.validators import ValidationError

from crm import forms
from crm.i18n import _, _l
from crm.skills.beyond import code_of


class AddressForm(forms.Form):
    uri = forms.text(_l("Address in ESCO"), required=True)
    code = ""

    def validate_uri(self, field: Any) -> None:
        self.code = code_of(field.data or "")
        if not self.code:
            raise ValidationError(_("It begins with http://data.europa.eu/esco/ and is found on ESCO's own page."))
