"""The shape of what is typed about an offer."""

from crm import forms
from crm.i18n import _l
from crm.offers.enums import OfferKind


class _About:
    """Shared by the new form and the edit form."""

    kind = forms.choice(_l("What it is"), OfferKind, required=True)
    title = forms.text(_l("Title"), required=True)
    text = forms.long_text(_l("What they offer"))
    conditions = forms.long_text(_l("Conditions"), longest=2000)
    amount_max = forms.money(_l("Up to (AZN)"), high=10_000_000)
    closes_on = forms.day(_l("Open until"))


class NewOfferForm(_About, forms.Form):
    partner_id = forms.pick(_l("Partner"), required=True)


class OfferForm(_About, forms.EditForm):
    pass
