"""The shape of what is typed when a session is planned. Writing it down afterwards: log_form.py."""

from datetime import datetime
from typing import Any, ClassVar

from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectMultipleField
from wtforms.validators import Optional, ValidationError

from crm import forms
from crm.db import now
from crm.forms import SelectChoice, aware, on_the_clock
from crm.i18n import _, _l
from crm.info_sessions import agenda as agenda_of
from crm.info_sessions.enums import NotHeldReason, SessionKind, Topic

CHOOSE = _l("Choose")
#: The button that was pressed: the session goes on right now.
NOW = "now"


class _Plan:
    """Where, when, with whom, what about; shared by the new form and the edit form."""

    host_id = forms.pick(_l("In whose office"), required=True)
    kind = RadioField(
        _l("Who is invited"),
        [Optional()],
        choices=[SelectChoice(value, label) for value, label in SessionKind.choices()],
        default=SessionKind.INDIVIDUAL.value,
    )
    guest_ids = forms.pick_many(_l("Other companies in the group"), validate_choice=False)
    starts_at = forms.moment(_l("When"))
    minutes = forms.whole(
        _l("How many minutes"),
        low=5,
        high=600,
        default=40,
        description=_l("30 to 45 are easiest for an owner who cannot leave the shop."),
    )
    facilitator_id = forms.pick(_l("Who goes there"))
    agenda = SelectMultipleField(
        _l("What it is about"),
        [Optional()],
        choices=[SelectChoice(value, label) for value, label in Topic.choices()],
        validate_choice=False,  # what is no topic is left out by `topics_chosen`
    )
    topics = forms.text(_l("Something else"), longest=500)

    #: The minutes of each topic, for the page.
    minutes_of: ClassVar = {topic.value: item.minutes for topic, item in agenda_of.READY.items()}

    def topics_chosen(self) -> list[str]:
        return [topic.value for topic, _item in agenda_of.chosen(self.agenda.data or [])]

    def validate_guest_ids(self, field: Any) -> None:
        field.data = [guest_id for guest_id in field.data or () if guest_id is not None]
        if not {choice.value for choice in field.iter_choices()}.issuperset(field.data):
            raise ValidationError(_("Please choose companies from the list."))

    def session_kind(self) -> SessionKind:
        return SessionKind.parse(self.kind.data) or SessionKind.INDIVIDUAL


class NewSessionForm(_Plan, forms.Form):
    """The host and the time are enough; a session that goes on right now needs no time."""

    def __init__(self, *arguments: Any, at_once: bool = False, **more: Any) -> None:
        self.at_once = at_once
        super().__init__(*arguments, **more)

    def validate(self, extra_validators: Any = None) -> bool:
        good = bool(super().validate(extra_validators))
        if self.starts_at.data is None and not self.starts_at.errors and not self.at_once:
            self.starts_at.errors = [_("Please fill this in.")]
            return False
        return good


class SessionForm(_Plan, forms.EditForm):
    starts_at = forms.moment(_l("When"), required=True)
    materials = forms.text(_l("What we leave there"), longest=500)

    def prefill(self, info_session: Any) -> None:
        self.kind.data = info_session.kind.value
        self.guest_ids.data = [g.partner_id for g in info_session.guests if g.partner_id != info_session.host_id]
        self.starts_at.data = on_the_clock(info_session.starts_at)


class CallOffForm(forms.Form):
    """One of the reasons, to be counted; words alone are another reason."""

    why = RadioField(
        _l("Why?"), [Optional()], choices=[SelectChoice(value, label) for value, label in NotHeldReason.before_it()]
    )
    words = forms.text(_l("In their words"), longest=500)

    def reason(self) -> NotHeldReason:
        return NotHeldReason.parse(self.why.data) or NotHeldReason.OTHER

    def validate(self, extra_validators: Any = None) -> bool:
        good = bool(super().validate(extra_validators))
        if self.words.data or self.reason() is not NotHeldReason.OTHER:
            return good
        asked = self.words if self.why.data else self.why
        asked.errors = [*asked.errors, _("Please choose why: we learn from it.")]
        return False


class SheetForm(forms.Form):
    paper = FileField(_l("Photo or scan of the list"), [FileRequired(_l("Please choose a file."))])


class InviteForm(forms.Form):
    """Up to three times an owner may choose from."""

    time1 = forms.moment(_l("First time"), required=True)
    time2 = forms.moment(_l("Second time"))
    time3 = forms.moment(_l("Third time"))

    def times(self) -> list[datetime]:
        given = (aware(field.data) for field in (self.time1, self.time2, self.time3))
        return [at for at in given if at is not None]

    def validate_time1(self, field: Any) -> None:
        if not any(at > now() for at in self.times()):
            raise ValidationError(_("Please choose a time that is still to come."))


class NoneSuitsForm(forms.Form):
    words = forms.text(_l("When would suit you?"), longest=500)
