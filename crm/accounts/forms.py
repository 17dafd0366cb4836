"""The shape of what is typed to sign in, and about one's own account."""

from typing import Any

from wtforms import PasswordField, RadioField
from wtforms.validators import EqualTo, InputRequired, Length

from crm import forms
from crm.accounts.passwords import SHORTEST
from crm.i18n import LANGUAGES, _l


def password(label: Any, *more: Any) -> PasswordField:
    return PasswordField(label, [InputRequired(_l("Please fill this in.")), Length(max=200), *more])


def language() -> RadioField:
    choices = [forms.SelectChoice(code, name) for code, (name, _short) in LANGUAGES.items()]
    return RadioField(_l("Language"), choices=choices)


class SignInForm(forms.Form):
    login = forms.text(_l("E-mail, phone or name you sign in with"), required=True)
    password = password(_l("Password"))


class LanguageForm(forms.Form):
    language = language()


class PasswordForm(forms.Form):
    old = password(_l("Your password now"))
    new = password(_l("New password"), Length(min=SHORTEST, message=_l("At least %(min)d characters, please.")))
    again = password(_l("New password once more"), EqualTo("new", _l("The two do not agree.")))
