"""What she writes when she asks for something."""

from wtforms import BooleanField
from wtforms.validators import InputRequired

from crm import forms
from crm.i18n import _l


class ChangeForm(forms.Form):
    text = forms.long_text(_l("What should be different?"), required=True, longest=1000)


class PhoneForm(forms.Form):
    text = forms.phone(_l("My new number"), required=True)


class DeletionForm(forms.Form):
    sure = BooleanField(_l("Yes, I want it"), [InputRequired(_l("Tick this if you are sure."))])
    text = forms.long_text(_l("Would you tell us why? You need not."), longest=500)
