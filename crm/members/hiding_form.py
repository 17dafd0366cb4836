"""Who must never see her: one name at a time."""

from typing import Any

from crm import forms
from crm.i18n import _, _l


class HidingForm(forms.Form):
    partner_id = forms.pick(_l("A company or other partner"))
    contact_id = forms.pick(_l("A person at a partner"))
    user_id = forms.pick(_l("One of the staff"))

    def validate(self, extra_validators: Any = None) -> bool:
        """One of the three; not a rule of a field, since an empty one asks no rules."""
        right = bool(super().validate(extra_validators))
        named = [one for one in (self.partner_id, self.contact_id, self.user_id) if one.data is not None]
        if right and len(named) != 1:
            self.partner_id.errors = [_("Please choose one name.")]
            return False
        return right
