"""Who takes over."""

from crm import forms
from crm.i18n import _l


class HandOverForm(forms.Form):
    to_id = forms.pick(_l("Who takes it over"), required=True)
