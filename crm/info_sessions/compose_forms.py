"""The shape of what the composer is asked, and of the plan that is changed before it becomes sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, ClassVar

from flask import request
from wtforms import SelectMultipleField
from wtforms.validators import Optional

from crm import forms
from crm.forms import SelectChoice, aware, on_the_clock, today
from crm.i18n import _, _l
from crm.info_sessions import agenda
from crm.info_sessions.composing import LONGEST, Proposed
from crm.info_sessions.enums import Topic
from crm.info_sessions.operations import NewVisit
from crm.partners.models import Partner

#: More lines than any plan has.
MOST = 120
EVERYWHERE, EVERYBODY = _l("everywhere"), _l("nobody yet")


class AskForm(forms.Form):
    """Comes with the address, so that a plan can be looked at again."""

    rayon = forms.pick(_l("Rayon"))
    partner = forms.pick_many(_l("Only these"), validate_choice=False)
    first = forms.day(_l("First day"), default=lambda: today() + timedelta(days=1))
    last = forms.day(_l("Last day"), default=lambda: today() + timedelta(days=14))
    who = forms.pick(_l("Who goes there"))

    def __init__(self, **more: Any) -> None:
        super().__init__(request.args if request.args else None, meta={"csrf": False}, **more)

    def days(self) -> tuple[date, date]:
        """From tomorrow on, at most a month; nonsense is put right."""
        first = max(self.first.data or today(), today() + timedelta(days=1))
        last = max(self.last.data or first, first)
        return first, min(last, first + timedelta(days=LONGEST - 1))

    def chosen(self) -> list[int]:
        return [one for one in self.partner.data or () if one]


@dataclass(frozen=True)
class Line:
    """One visit to plan: its fields, the partners in the room (the host first), what the composer said of it."""

    keep: Any
    starts_at: Any
    minutes: Any
    agenda: Any
    topics: Any
    host: Any
    guests: Any
    room: Sequence[Partner]
    proposed: Proposed | None

    @property
    def day(self) -> date:
        """The day it is shown under; without a time, the first of all."""
        if self.proposed:
            return self.proposed.starts_at.date()
        return self.starts_at.data.date() if self.starts_at.data else date.min


class PlanForm(forms.Form):
    """Made by `plan_form`; `partners` are those the person may plan with."""

    partners: ClassVar[dict[int, Partner]] = {}
    proposed: ClassVar[Sequence[Proposed]] = ()
    number: ClassVar[int] = 0

    def lines(self) -> Iterator[Line]:
        for number in range(self.number):
            names = ("keep", "starts_at", "minutes", "agenda", "topics", "host", "guests")
            fields = {name: self[f"visit{number}_{name}"] for name in names}
            room = self._room(fields)
            shown = self.proposed[number] if number < len(self.proposed) else None
            yield Line(**fields, room=room, proposed=shown if shown and list(shown.partners) == room else None)

    def visits(self) -> list[NewVisit]:
        """What stays ticked, in the order of the clock. Call after validating."""
        kept = [line for line in self.lines() if line.keep.data and line.room]
        visits = [
            NewVisit(
                line.room[0],
                line.room[1:],
                aware(line.starts_at.data),
                line.minutes.data or 40,
                [topic.value for topic, _item in agenda.chosen(line.agenda.data or ())],
                line.topics.data or "",
            )
            for line in kept
        ]
        return sorted(visits, key=lambda visit: visit.starts_at)

    def validate(self, extra_validators: Any = None) -> bool:
        good = bool(super().validate(extra_validators))
        kept = [line for line in self.lines() if line.keep.data]
        for line in kept:
            if line.starts_at.data is None and not line.starts_at.errors:
                line.starts_at.errors = [_("Please fill this in.")]
                good = False
        if not good:
            return False
        kept.sort(key=lambda line: line.starts_at.data)
        for before, after in pairwise(kept):
            if before.starts_at.data + timedelta(minutes=before.minutes.data or 40) > after.starts_at.data:
                after.starts_at.errors = [_("This overlaps with the visit before it.")]
                good = False
        return good

    def _room(self, fields: dict[str, Any]) -> list[Partner]:
        """The host and the guests of the host's centre; nobody for a host this person may not see."""
        host = self.partners.get(_number(fields["host"].data))
        ids = [_number(text) for text in (fields["guests"].data or "").split(",")]
        if host is None:
            return []
        guests = [self.partners[one] for one in dict.fromkeys(ids) if one in self.partners and one != host.id]
        return [host, *(guest for guest in guests if guest.centre_id == host.centre_id)]


def plan_form(proposed: Sequence[Proposed], partners: Sequence[Partner]) -> PlanForm:
    """The form for this plan; when it comes back, for as many visits as it was sent with."""
    sent = request.form.get("number", "") if request.method == "POST" else str(len(proposed))
    number = min(_number(sent), MOST)
    fields: dict[str, Any] = {
        "number": number,
        "proposed": proposed,
        "partners": {one.id: one for one in (*partners, *(each for visit in proposed for each in visit.partners))},
    }
    for place in range(number):
        shown = proposed[place] if place < len(proposed) else None
        fields |= {f"visit{place}_{name}": field for name, field in _fields(shown).items()}
    made: PlanForm = type("PlanOfOne", (PlanForm,), fields)()
    return made


def _fields(shown: Proposed | None) -> dict[str, Any]:
    ids = [one.id for one in shown.partners] if shown else []
    return {
        "keep": forms.yes(_l("Plan this visit"), default=True),
        "starts_at": forms.moment(_l("When"), default=on_the_clock(shown.starts_at) if shown else None),
        "minutes": forms.whole(_l("How many minutes"), low=5, high=600, default=shown.minutes if shown else None),
        "agenda": SelectMultipleField(
            _l("What it is about"),
            [Optional()],
            choices=[SelectChoice(value, label) for value, label in Topic.choices()],
            default=[topic.value for topic in shown.agenda] if shown else None,
            validate_choice=False,  # what is no topic is left out by `agenda.chosen`
        ),
        "topics": forms.text(_l("Something else"), longest=500),
        "host": forms.hidden_text(default=str(ids[0]) if ids else None),
        "guests": forms.hidden_text(default=",".join(map(str, ids[1:]))),
    }


def _number(text: object) -> int:
    text = str(text or "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
