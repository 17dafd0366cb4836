"""The sign-in form."""

from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from crm import forms
from crm.i18n import _l


class SignInForm(forms.Form):
    login = forms.text(_l("E-mail, phone or name you sign in with"), required=True)
    password = PasswordField(_l("Password"), [InputRequired(_l("Please fill this in.")), Length(max=200)])
