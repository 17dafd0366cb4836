"""What she wants in her CV."""

from crm import forms
from crm.i18n import _l


class CvForm(forms.EditForm):
    about = forms.long_text(_l("A few words about me"), longest=400)
    with_phone = forms.yes(_l("My phone number"))
    with_email = forms.yes(_l("My e-mail"))
    with_place = forms.yes(_l("Where I live"))
    with_birth_year = forms.yes(_l("My year of birth"))
