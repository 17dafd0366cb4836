"""The shape of what is typed about a centre."""

from crm import forms
from crm.centres.enums import CentreKind
from crm.i18n import _l


class _About:
    """Shared by the new form and the edit form."""

    name = forms.text(_l("Name"), required=True)
    kind = forms.choice(_l("What it is"), CentreKind, required=True)
    rayon_id = forms.pick(_l("Rayon or city"))
    address = forms.text(_l("Address"))
    phone = forms.phone(_l("Phone"))
    registered_on = forms.day(_l("Registered as a legal entity on"))
    registry_number = forms.text(_l("Number in the register"), longest=40)
    maintained_by_project = forms.yes(_l("The project pays for it"))


class NewCentreForm(_About, forms.Form):
    pass


class CentreForm(_About, forms.EditForm):
    pass
