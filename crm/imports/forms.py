"""The form that sends a list."""

from flask_wtf.file import FileField, FileRequired

from crm.forms import Form, choice, pick
from crm.i18n import _l
from crm.imports.enums import ImportKind


class ListForm(Form):
    kind = choice(_l("What is in the list?"), ImportKind, required=True, blank=_l("Choose"))
    centre_id = pick(_l("Whose list is it?"), required=True)
    file = FileField(_l("The file"), [FileRequired(_l("Please choose a file."))])
