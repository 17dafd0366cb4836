"""What the first administrator fills in; the yes to removing examples."""

from flask import current_app
from wtforms import Field, PasswordField, SelectField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from crm import forms
from crm.accounts.passwords import SHORTEST
from crm.i18n import LANGUAGES, _, _l, by_alphabet, in_language
from crm.places.shipped import rayon_rows
from crm.start import setup_code


def is_the_code(form: forms.Form, field: Field) -> None:
    if not setup_code.fits(current_app.extensions["config"], field.data):
        raise ValidationError(_("This is not the set-up code. It stands in the log of the server."))


class WithCode(forms.Form):
    """A form that asks for the set-up code where strangers could reach it."""

    # No Optional in front: it would let an empty code through.
    code = StringField(_l("Set-up code"), [is_the_code])

    def without_code(self) -> None:
        """The code is asked for on the open network only, and never of the administrator."""
        if "code" in self:
            del self.code


class CentreForm(WithCode):
    centre_name = forms.text(_l("Name of the centre"), required=True)
    rayon = SelectField(_l("Rayon"), [InputRequired(_l("Please fill this in."))])
    name = forms.text(_l("Your name"), required=True)
    login = forms.email(_l("Your e-mail: you sign in with it"), required=True)
    password = PasswordField(
        _l("Password"),
        [
            InputRequired(_l("Please fill this in.")),
            forms.at_most(200),
            Length(min=SHORTEST, message=_l("At least %(min)d characters, please.")),
        ],
    )
    language = SelectField(
        _l("Your language"), choices=[forms.SelectChoice(code, name) for code, (name, _short) in LANGUAGES.items()]
    )

    def offer_rayons(self) -> None:
        """From the shipped list: the tables of an empty installation may be empty too."""
        rayons = by_alphabet(map(_Named, rayon_rows()))
        self.rayon.choices = [forms.SelectChoice("", _("Choose"))]
        self.rayon.choices += [forms.SelectChoice(one.name_az, in_language(one)) for one in rayons]


class RemovalForm(WithCode):
    sure = forms.yes(_l("Yes, remove all of it"), validators=[InputRequired(_l("Please tick this if you are sure."))])


class _Named:
    """A row of the shipped list, its columns as attributes."""

    def __init__(self, row: dict[str, str]) -> None:
        self.__dict__.update(row)
