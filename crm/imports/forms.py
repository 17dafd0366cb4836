"""The form that sends a list, and those of one of its rows."""

from collections.abc import Mapping

from flask_wtf.file import FileField, FileRequired

from crm.forms import Form, choice, long_text, pick, text
from crm.i18n import _l
from crm.imports.enums import Decision, ImportKind

#: Columns whose cells may be long.
TEXTS = frozenset({"skills_text", "experience_text", "wish_text", "constraints_text", "idea_text", "equipment_text"})


class ListForm(Form):
    kind = choice(_l("What is in the list?"), ImportKind, required=True, blank=_l("Choose"))
    centre_id = pick(_l("Whose list is it?"), required=True)
    file = FileField(_l("The file"), [FileRequired(_l("Please choose a file."))])


class DecisionForm(Form):
    decision = choice(_l("Who is she?"), Decision, required=True)


def row_form(cells: Mapping[str, str], titles: Mapping[str, str]) -> Form:
    """A field for each cell of a row, called as its column is."""
    fields = {
        name: (long_text if name in TEXTS else text)(titles.get(name, name), longest=6000, default=said)
        for name, said in cells.items()
    }
    form: Form = type("RowForm", (Form,), fields)()
    return form
