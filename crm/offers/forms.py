"""The shape of what is typed about an offer."""

from typing import Any

from wtforms.validators import ValidationError

from crm import forms
from crm.i18n import _, _l
from crm.members.enums import ConsentManner
from crm.offers.enums import OfferKind, TalkState, VentureStage


class _About:
    """Shared by the new form and the edit form."""

    kind = forms.choice(_l("What it is"), OfferKind, required=True)
    title = forms.text(_l("Title"), required=True)
    text = forms.long_text(_l("What they offer"))
    conditions = forms.long_text(_l("Conditions"), longest=2000)
    amount_min = forms.money(_l("From (AZN)"), high=10_000_000)
    amount_max = forms.money(_l("Up to (AZN)"), high=10_000_000)
    stage = forms.choice(_l("For whom"), VentureStage, blank=_l("For every business"))
    rayon_id = forms.pick(_l("Only for one rayon"))
    closes_on = forms.day(_l("Open until"))

    def validate_amount_min(self, field: Any) -> None:
        most = self.amount_max.data
        if field.data is not None and most is not None and field.data > most:
            raise ValidationError(_("This is more than the most they give."))


class NewOfferForm(_About, forms.Form):
    partner_id = forms.pick(_l("Partner"), required=True)


class OfferForm(_About, forms.EditForm):
    pass


class TalkForm(forms.Form):
    to = forms.choice(_l("State"), TalkState, required=True)
    manner = forms.choice(_l("How did she agree?"), ConsentManner, blank=_l("How did she agree?"))

    def validate_to(self, field: Any) -> None:
        """Her yes is a consent, and a consent has a manner."""
        if field.data == TalkState.AGREED and self.manner.data is None:
            raise ValidationError(_("Please say how she agreed."))
