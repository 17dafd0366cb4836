"""The shape of what is typed about a partner, its people, its promises and what the project did for it."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import SelectField
from wtforms.validators import ValidationError

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import LANGUAGES, _, _l
from crm.partners.enums import Channel, CommitmentKind, PartnerKind, Registration, Sector, Size, Stage, StageReason
from crm.partners.road import NEEDS_A_REASON
from crm.places.fields import place

NOT_KNOWN = _l("not known")
CHOOSE = _l("Choose")


class _About:
    """What is known about a partner; shared by the new form and the edit form."""

    name = forms.text(_l("Name"), required=True)
    kind = forms.choice(_l("What it is"), PartnerKind, default=PartnerKind.COMPANY)
    sector = forms.choice(_l("Line of work"), Sector, blank=NOT_KNOWN)
    settlement_id = place(_l("Village or town"))
    address = forms.text(_l("Address"))
    phone = forms.phone(_l("Phone"))
    email = forms.email(_l("E-mail"))
    size = forms.choice(_l("How many people work there"), Size, blank=NOT_KNOWN)
    about = forms.long_text(_l("Worth knowing"))
    responsible_id = forms.pick(_l("Who looks after it"))


class NewPartnerForm(_About, forms.Form):
    """The name is enough."""

    centre_id = forms.pick(_l("Centre"))


class PartnerForm(_About, forms.EditForm):
    kind = forms.choice(_l("What it is"), PartnerKind, required=True)


class StageForm(forms.EditForm):
    stage = forms.choice(_l("Where we stand"), Stage, required=True)
    reason = forms.choice(_l("Why"), StageReason, blank=CHOOSE)
    stage_reason = forms.text(_l("In a few words"))

    def prefill(self, partner: Any) -> None:
        self.reason.data = partner.stage_changes[-1].reason if partner.stage_changes else None

    def validate(self, extra_validators: Any = None) -> bool:
        """Where it stops, the reason is chosen; where none of them fits, it is told in words."""
        fine = bool(super().validate(extra_validators))
        if self.stage.data not in NEEDS_A_REASON:
            return fine
        if self.reason.data is None:
            self.reason.errors = [_("Please say why: we learn from it.")]
        elif self.reason.data == StageReason.OTHER and not self.stage_reason.data:
            self.stage_reason.errors = [_("Please say it in a few words.")]
        return fine and not self.errors


class _Person:
    name = forms.text(_l("Name of the person"), required=True)
    position = forms.text(_l("Position"))
    decides = forms.yes(_l("Decides"))
    phone = forms.phone(_l("Phone"))
    email = forms.email(_l("E-mail"))
    channel = forms.choice(_l("Best way to reach"), Channel, blank=NOT_KNOWN)
    hours = forms.text(_l("When to reach"), longest=100)
    may_email = forms.yes(_l("May be written to by e-mail"), default=True)
    may_sms = forms.yes(_l("May be written to by SMS"), default=True)
    language = SelectField(
        _l("Language"), choices=[SelectChoice(code, name) for code, (name, _short) in LANGUAGES.items()], default="az"
    )


class NewContactForm(_Person, forms.Form):
    pass


class ContactForm(_Person, forms.EditForm):
    works_there = forms.yes(_l("Works there"))
    inactive_on = forms.day(_l("Has not worked there since"))

    def prefill(self, contact: Any) -> None:
        self.works_there.data = contact.inactive_on is None


class _Site:
    name = forms.text(_l("What it is"), required=True, longest=100)
    settlement_id = place(_l("Village or town"))
    address = forms.text(_l("Address"))
    phone = forms.phone(_l("Phone"))


class NewSiteForm(_Site, forms.Form):
    pass


class SiteForm(_Site, forms.EditForm):
    pass


class _Paper:
    number = forms.text(_l("Number"), longest=100)
    about = forms.text(_l("What it is about"))
    signed_on = forms.day(_l("Signed on"))
    valid_until = forms.day(_l("Valid until"))
    paper = FileField(_l("The paper itself"))

    def validate_valid_until(self, field: Any) -> None:
        signed = self.signed_on.data
        if field.data and signed and field.data < signed:
            raise ValidationError(_("This is before the day it was signed."))


class NewAgreementForm(_Paper, forms.Form):
    pass


class AgreementForm(_Paper, forms.EditForm):
    pass


class PromiseForm(forms.Form):
    kind = forms.choice(_l("What was promised"), CommitmentKind, required=True, blank=CHOOSE)
    quantity = forms.whole(_l("How many"), low=1, high=10_000, default=1, required=True)
    words = forms.text(_l("In their words"), longest=500)
    due_on = forms.day(_l("By when"), required=True)


class PromisedVacancyForm(forms.EditForm):
    vacancy_id = forms.pick(_l("Vacancy"))


class PromisedOfferForm(forms.EditForm):
    offer_id = forms.pick(_l("Offer"))


class AccessForm(forms.Form):
    name = forms.text(_l("Name of the person"), required=True)
    login = forms.email(_l("E-mail"), required=True)


class AssessmentForm(forms.Form):
    assessed_on = forms.day(_l("Day"), required=True)
    topic = forms.text(_l("What it is about"))
    score_before = forms.whole(_l("Points before"), high=100, required=True)
    score_after = forms.whole(_l("Points after"), high=100, required=True)


class GrantForm(forms.Form):
    item = forms.text(_l("What was handed over"), required=True)
    value_azn = forms.money(_l("Value (AZN)"), required=True)
    handed_over_on = forms.day(_l("Day of the handover act"), required=True)


class FounderForm(forms.EditForm):
    founder_id = forms.pick(_l("Who founded it"))
    founded_on = forms.day(_l("Founded on"))
    registration = forms.choice(_l("Registration"), Registration, blank=NOT_KNOWN)
