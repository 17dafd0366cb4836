"""The shape of what a partner types about an opening: one text, and a title for whoever wants one."""

from crm import forms
from crm.i18n import _l


class OpeningForm(forms.Form):
    text = forms.long_text(_l("Whom do you need?"), required=True)
    title = forms.text(_l("Title"))
