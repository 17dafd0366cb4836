"""The shape of what is typed about an event, its list and its tables."""

from typing import Any

from crm import forms
from crm.events.enums import EventKind
from crm.events.models import Event
from crm.i18n import _l
from crm.places.fields import place


class _About:
    """Shared by the new form and the edit form."""

    kind = forms.choice(_l("What it is"), EventKind, required=True)
    title = forms.text(_l("Title"), required=True)
    topic = forms.text(_l("Topic"))
    starts_at = forms.moment(_l("Day and time"), required=True)
    settlement_id = place(_l("Village or town"))
    venue = forms.text(_l("House, room"))

    def as_values(self) -> dict[str, Any]:
        typed: dict[str, Any] = self.values("centre_id")  # type: ignore[attr-defined]  # Form's, beside this in each class
        return {**typed, "starts_at": forms.aware(typed["starts_at"])}


class NewEventForm(_About, forms.Form):
    centre_id = forms.pick(_l("Centre"), required=True)


class EventForm(_About, forms.EditForm):
    def prefill(self, event: Event) -> None:
        self.starts_at.data = forms.on_the_clock(event.starts_at)


class AddWomanForm(forms.Form):
    member_id = forms.pick(_l("Woman"), required=True)


class AttendanceForm(forms.EditForm):
    came = forms.pick_many(_l("Who was there"))


class BoothForm(forms.Form):
    partner_id = forms.pick(_l("Employer"), required=True)
    places_offered = forms.whole(_l("Places offered"), high=10_000, required=True)
