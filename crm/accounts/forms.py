"""The shape of what is typed to sign in, and about one's own account."""

from typing import Any

from wtforms import PasswordField, RadioField
from wtforms.validators import EqualTo, InputRequired, Length

from crm import forms
from crm.access import Role
from crm.accounts.managing import OFFICE
from crm.accounts.passwords import SHORTEST
from crm.i18n import DEFAULT_LANGUAGE, LANGUAGES, _, _l


def password(label: Any, *more: Any) -> PasswordField:
    return PasswordField(label, [InputRequired(_l("Please fill this in.")), forms.at_most(200), *more])


def language() -> RadioField:
    choices = [forms.SelectChoice(code, name) for code, (name, _short) in LANGUAGES.items()]
    return RadioField(_l("Language"), choices=choices, default=DEFAULT_LANGUAGE)


def role() -> RadioField:
    choices = [forms.SelectChoice(role.value, role.label) for role in OFFICE]
    return RadioField(_l("Role"), [InputRequired(_l("Please choose one."))], choices=choices, coerce=Role.parse)


class SignInForm(forms.Form):
    login = forms.text(_l("E-mail, phone or name you sign in with"), required=True)
    password = password(_l("Password"))


class LanguageForm(forms.Form):
    language = language()


class PasswordForm(forms.Form):
    old = password(_l("Your password now"))
    new = password(_l("New password"), Length(min=SHORTEST, message=_l("At least %(min)d characters, please.")))
    again = password(_l("New password once more"), EqualTo("new", _l("The two do not agree.")))


class _UserForm(forms.Form):
    """Shared by the new form and the edit form."""

    name = forms.text(_l("First and last name"), required=True)
    role = role()
    centre_id = forms.pick(_l("Centre"))
    language = language()

    def validate(self, extra_validators: Any = None) -> bool:
        valid: bool = super().validate(extra_validators)
        if "role" in self and self.role.data == Role.STAFF and self.centre_id.data is None:
            self.centre_id.errors = [_("Staff belong to a centre. Please choose it.")]
            return False
        return valid


class NewUserForm(_UserForm):
    login = forms.text(_l("Sign-in name"), required=True)


class UserForm(_UserForm, forms.EditForm):
    pass


class SavedFilterForm(forms.Form):
    name = forms.text(_l("Name"), required=True, longest=60)
    endpoint = forms.hidden_text()
    query = forms.hidden_text()
