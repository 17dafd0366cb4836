"""The one long form that writes a session down: its fields follow from who can be in the room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from wtforms import RadioField, SelectMultipleField
from wtforms.validators import Optional

from crm import forms
from crm.forms import SelectChoice
from crm.i18n import _, _l
from crm.info_sessions.enums import Attendance, Interest, NotHeldReason, Objection, SessionState
from crm.info_sessions.models import InfoSession
from crm.info_sessions.operations import NewPerson, NewPromise, SessionLog, WhoCame
from crm.offers.enums import OfferKind
from crm.partners.due import due_day, soon
from crm.partners.enums import CommitmentKind
from crm.partners.models import Commitment, Contact, Partner

CHOOSE = _l("Choose")
#: Lines for people met for the first time and for promises; more are added by writing the session down again.
NEWCOMERS = range(1, 4)
PROMISES = range(1, 6)
CAME = (Attendance.CAME, Attendance.SENT_SOMEBODY, Attendance.ABSENT)


@dataclass(frozen=True)
class Person:
    """One person who can be in the room, with her or his fields."""

    contact: Contact
    came: Any
    decides: Any


@dataclass(frozen=True)
class Line:
    """One line to fill in, by the name of each field; `open` when it is in use."""

    fields: dict[str, Any]
    open: bool


class LogForm(forms.EditForm):
    """Made by `log_form` for one session; `room` and `people` are set there."""

    room: ClassVar[Sequence[Partner]] = ()
    promised: ClassVar[Sequence[Commitment]] = ()
    people: ClassVar[Sequence[Contact]] = ()

    outcome = RadioField(
        _l("Did it take place?"),
        [Optional()],
        choices=[
            SelectChoice(SessionState.HELD.value, _l("Yes, it did")),
            SelectChoice(SessionState.NOT_HELD.value, _l("No")),
        ],
        default=SessionState.HELD.value,
    )
    not_held_why = RadioField(
        _l("Why not?"),
        [Optional()],
        choices=[SelectChoice(value, label) for value, label in NotHeldReason.choices()],
    )
    not_held_reason = forms.text(_l("In their words"), longest=500)
    said = SelectMultipleField(
        _l("What speaks against it?"),
        [Optional()],
        choices=[SelectChoice(value, label) for value, label in Objection.choices()],
        validate_choice=False,  # what is no objection is left out by `log`
    )
    heard = forms.long_text(_l("What we heard"))
    interest = forms.choice(_l("How interested are they?"), Interest, blank=_l("hard to say"))
    materials = forms.text(_l("What we left there"), longest=500)
    opening = forms.long_text(_l("Do they look for somebody?"))
    opening_of = forms.pick(_l("Which company"))
    offer_kind = forms.choice(_l("Do they offer something to women who run a business?"), OfferKind, blank=_l("no"))
    offer = forms.long_text(_l("What they offer"))
    offer_of = forms.pick(_l("Which company"))
    next_step = forms.text(_l("Next step"))
    soon = soon()
    next_step_due = forms.day(_l("Day"))

    def prefill(self, info_session: InfoSession) -> None:
        """What was written down before."""
        if info_session.state == SessionState.NOT_HELD:
            self.outcome.data = SessionState.NOT_HELD.value
        self.said.data = [objection.code.value for objection in info_session.objections]
        noted = {seat.contact_id: seat for seat in info_session.attendances}
        for person in self.persons():
            seat = noted.get(person.contact.id)
            person.came.data = seat.attendance.value if seat and seat.attendance in CAME else None
            person.decides.data = seat.decided_there if seat else person.contact.decides

    def persons(self) -> Iterator[Person]:
        for contact in self.people:
            yield Person(contact, self[f"came{contact.id}"], self[f"decides{contact.id}"])

    def newcomers(self) -> Iterator[Line]:
        return self._lines("new", NEWCOMERS, ("there",), ("name", "position", "decides", "partner"))

    def promises(self) -> Iterator[Line]:
        return self._lines("promise", PROMISES, ("kind", "words"), ("quantity", "due", "partner", "more"))

    def _lines(self, of: str, numbers: range, telling: tuple[str, ...], more: tuple[str, ...]) -> Iterator[Line]:
        for number in numbers:
            fields = {name: self[f"{of}{number}_{name}"] for name in (*telling, *more)}
            yield Line(fields, any(fields[name].data or fields[name].errors for name in telling))

    @property
    def took_place(self) -> bool:
        return bool(self.outcome.data != SessionState.NOT_HELD.value)

    def validate(self, extra_validators: Any = None) -> bool:
        good = bool(super().validate(extra_validators))
        missing = list(self._missing())
        for field, text in missing:
            field.errors = [*field.errors, text]
        return good and not missing

    def _missing(self) -> Iterator[tuple[Any, str]]:
        """Fields that must not stay empty, given what stands in the others."""
        if not self.took_place:
            if not self.not_held_reason.data and NotHeldReason.parse(self.not_held_why.data) is None:
                yield self.not_held_why, _("Please choose why: we learn from it.")
            elif not self.not_held_reason.data and self.why_not() is NotHeldReason.OTHER:
                yield self.not_held_reason, _("Please write why: we learn from it.")
            return
        if self.offer.data and not self.offer_kind.data:
            yield self.offer_kind, _("Please choose what is offered.")
        for line in self.newcomers():
            if line.open and not line.fields["name"].data:
                yield line.fields["name"], _("Please write the name.")
        for line in self.promises():
            if line.open and not line.fields["kind"].data:
                yield line.fields["kind"], _("Please choose what was promised.")
            if line.open and not line.fields["due"].data and not line.fields["due"].errors:
                yield line.fields["due"], _("Please write by when.")
            if line.open and self._is_noted(line.fields):
                yield line.fields["more"], _("Such a promise is noted above. Tick here when this is one more.")

    def _is_noted(self, fields: dict[str, Any]) -> bool:
        """The same company promised something of the kind before; exactly the same again is no new promise anyway."""
        if fields["more"].data or not fields["kind"].data:
            return False
        given = self._promise(fields)
        alike = [one for one in self.promised if (one.partner_id, one.kind) == (given.partner.id, given.kind)]
        return bool(alike) and not any(given.is_noted_as(one) for one in alike)

    def why_not(self) -> NotHeldReason:
        """Words alone are another reason."""
        return NotHeldReason.parse(self.not_held_why.data) or NotHeldReason.OTHER

    def log(self) -> SessionLog:
        """What was typed, as the operation takes it. Call after validating."""
        return SessionLog(
            people=[
                WhoCame(person.contact, came, person.decides.data)
                for person in self.persons()
                if (came := Attendance.parse(person.came.data)) is not None
            ],
            newcomers=[self._newcomer(line.fields) for line in self.newcomers() if line.open],
            objections=[code for code in Objection if code.value in (self.said.data or [])],
            promises=[self._promise(line.fields) for line in self.promises() if line.open],
            opening=self.opening.data or "",
            opening_of=self._partner(self.opening_of),
            offer_kind=self.offer_kind.data,
            offer=self.offer.data or "",
            offer_of=self._partner(self.offer_of),
            heard=self.heard.data or "",
            interest=self.interest.data,
            materials=self.materials.data or "",
            next_step=self.next_step.data or "",
            next_step_due=due_day(self),
        )

    def _newcomer(self, fields: dict[str, Any]) -> NewPerson:
        return NewPerson(
            self._partner(fields["partner"]), fields["name"].data, fields["position"].data or "", fields["decides"].data
        )

    def _promise(self, fields: dict[str, Any]) -> NewPromise:
        return NewPromise(
            self._partner(fields["partner"]),
            fields["kind"].data,
            fields["quantity"].data or 1,
            fields["due"].data,
            fields["words"].data or "",
        )

    def _partner(self, field: Any) -> Partner:
        """The partner chosen in the room; the host where there is nothing to choose."""
        return next((partner for partner in self.room if partner.id == field.data), self.room[0])


def log_form(info_session: InfoSession, people: Sequence[Contact]) -> LogForm:
    """The form for this session, with fields for each person and each line; the host is the first of the room."""
    guests = [guest.partner for guest in info_session.guests if guest.partner_id != info_session.host_id]
    fields: dict[str, Any] = {"room": [info_session.host, *guests], "people": people}
    fields["promised"] = list(info_session.commitments)
    for contact in people:
        fields[f"came{contact.id}"] = RadioField(
            contact.name, [Optional()], choices=[SelectChoice(one.value, one.label) for one in CAME]
        )
        fields[f"decides{contact.id}"] = forms.yes(_l("Can decide"))
    for number in NEWCOMERS:
        fields |= {f"new{number}_{name}": field for name, field in _newcomer_fields().items()}
    for number in PROMISES:
        fields |= {f"promise{number}_{name}": field for name, field in _promise_fields().items()}
    form: LogForm = type("LogOfOne", (LogForm,), fields)(obj=info_session)
    named = [(partner.id, partner.name) for partner in fields["room"]]
    for name in ("opening_of", "offer_of", *(name for name in fields if name.endswith("_partner"))):
        forms.offer(form[name], named)
    if not form.is_submitted():
        form.prefill(info_session)
    return form


def _newcomer_fields() -> dict[str, Any]:
    return {
        "there": forms.yes(_l("Somebody else was there")),
        "name": forms.text(_l("Name of the person")),
        "position": forms.text(_l("Position")),
        "decides": forms.yes(_l("Can decide")),
        "partner": forms.pick(_l("Which company")),
    }


def _promise_fields() -> dict[str, Any]:
    return {
        "kind": forms.choice(_l("What was promised"), CommitmentKind, blank=CHOOSE),
        "quantity": forms.whole(_l("How many"), low=1, high=10_000),
        "words": forms.text(_l("In their words"), longest=500),
        "due": forms.day(_l("By when")),
        "more": forms.yes(_l("This is one more promise, beside the one above")),
        "partner": forms.pick(_l("Which company")),
    }
