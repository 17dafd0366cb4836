"""The one tick before her data goes."""

from wtforms import BooleanField
from wtforms.validators import InputRequired

from crm.forms import Form
from crm.i18n import _l


class ErasureForm(Form):
    sure = BooleanField(
        _l("She said so herself, and she knows what it means."),
        validators=[InputRequired(_l("Please ask her first, then tick this."))],
    )
