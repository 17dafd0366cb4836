"""The shape of what is told about when an owner can be visited: a week to tap, exact hours, seasons, how often."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from wtforms import SelectField, SelectMultipleField, TimeField
from wtforms.validators import Optional

from crm import forms
from crm.forms import SelectChoice, today
from crm.i18n import _, _l
from crm.partners.free_time import DAY, HOUR, PARTS, WEEK, Season, Window, merged, month_day, parts_within
from crm.partners.models import Availability
from crm.partners.proposing import WEEKDAYS

#: Lines for exact hours and for seasons.
HOURS, SEASONS = range(1, 5), range(1, 4)
LEAP_DAY, LEAP_YEAR = 229, 2024
SLOTS = {f"{day}-{name}": Window(day, starts, ends) for day in WEEK for name, starts, ends in PARTS}


@dataclass(frozen=True)
class Line:
    """One line to fill in; `open` when it is in use."""

    fields: dict[str, Any]
    open: bool


def _weekday(value: Any) -> int | None:
    if value in (None, "", "None"):
        return None
    if int(value) not in WEEK:
        raise ValueError("no such weekday")
    return int(value)


def _line_fields() -> dict[str, Any]:
    days = [SelectChoice("", _l("Day")), *(SelectChoice(day, name) for day, name in zip(WEEK, WEEKDAYS, strict=True))]
    fields: dict[str, Any] = {}
    for number in HOURS:
        fields[f"hours{number}_weekday"] = SelectField(
            _l("Day of the week"), [Optional()], choices=days, coerce=_weekday
        )
        fields[f"hours{number}_starts"] = TimeField(_l("From"), [Optional()])
        fields[f"hours{number}_ends"] = TimeField(_l("To"), [Optional()])
    for number in SEASONS:
        fields[f"season{number}_begins"] = forms.day(_l("From"))
        fields[f"season{number}_ends"] = forms.day(_l("To"))
        fields[f"season{number}_reason"] = forms.text(_l("Why"))
    return fields


_Lines: Any = type("_Lines", (), _line_fields())


class _Windows(_Lines):
    """Shared by the page of staff and the page of the link."""

    slots = SelectMultipleField(
        _l("Free times of the week"),
        [Optional()],
        choices=[SelectChoice(key, key) for key in SLOTS],
        validate_choice=False,
    )
    not_before = forms.day(_l("Not before this day"))
    contacts_a_month = forms.whole(_l("Visits a month that are welcome"), low=1, high=30)
    days_ahead = forms.whole(_l("How many days ahead to tell"), low=0, high=60)

    def hours(self: Any) -> Iterator[Line]:
        yield from self._lines("hours", HOURS, ("weekday", "starts", "ends"))

    def avoided(self: Any) -> Iterator[Line]:
        yield from self._lines("season", SEASONS, ("begins", "ends", "reason"))

    def windows(self: Any) -> list[Window]:
        """What was tapped and what was written. Call after validating."""
        tapped = [SLOTS[slot] for slot in self.slots.data or () if slot in SLOTS]
        written = [self._window(line.fields) for line in self.hours() if line.open]
        return list(merged([*tapped, *written]))

    def seasons(self: Any) -> list[Season]:
        return [
            Season(
                month_day(line.fields["begins"].data),
                month_day(line.fields["ends"].data),
                line.fields["reason"].data or "",
            )
            for line in self.avoided()
            if line.open
        ]

    def terms(self: Any) -> dict[str, Any]:
        """As the operations take it."""
        numbers = {name: self[name].data for name in ("not_before", "contacts_a_month", "days_ahead")}
        return {"windows": self.windows(), "seasons": self.seasons(), **numbers}

    def validate(self: Any, extra_validators: Any = None) -> bool:
        good = bool(forms.Form.validate(self, extra_validators))
        missing = list(self._missing())
        for field, text in missing:
            field.errors = [*field.errors, text]
        return good and not missing

    def _missing(self: Any) -> Iterator[tuple[Any, str]]:
        for line in self.hours():
            weekday, starts, ends = line.fields.values()
            if not line.open or starts.errors or ends.errors:
                continue
            if weekday.data is None or starts.data is None or ends.data is None:
                yield weekday, _("Please give the day and both hours.")
            elif starts.data >= ends.data:
                yield ends, _("The end comes after the beginning.")
        for line in self.avoided():
            begins, ends = line.fields["begins"], line.fields["ends"]
            if line.open and not begins.errors and not ends.errors and not (begins.data and ends.data):
                yield begins, _("Please give the first and the last day.")

    def _lines(self: Any, of: str, numbers: range, names: Sequence[str]) -> Iterator[Line]:
        for number in numbers:
            fields = {name: self[f"{of}{number}_{name}"] for name in names}
            yield Line(fields, any(field.data not in (None, "") or field.errors for field in fields.values()))

    def _window(self: Any, fields: dict[str, Any]) -> Window:
        starts, ends = fields["starts"].data, fields["ends"].data
        return Window(fields["weekday"].data, starts.hour * HOUR + starts.minute, ends.hour * HOUR + ends.minute)


class WindowsForm(_Windows, forms.EditForm):
    """For staff: shows what is known, and what is saved replaces it."""

    def prefill(self, told: Availability | None) -> None:
        if told is None:
            return
        exact = []
        self.slots.data = []
        for one in told.windows:
            parts = parts_within(one.window)
            self.slots.data += [f"{one.weekday}-{name}" for name in parts or ()]
            exact += [] if parts else [one]
        for line, window in zip(self.hours(), exact, strict=False):
            line.fields["weekday"].data = window.weekday
            line.fields["starts"].data, line.fields["ends"].data = _time(window.starts), _time(window.ends)
        for line, season in zip(self.avoided(), told.seasons, strict=False):
            line.fields["begins"].data, line.fields["ends"].data = _day(season.begins), _day(season.ends)
            line.fields["reason"].data = season.reason


class OwnerWindowsForm(_Windows, forms.Form):
    """For whoever holds the link: empty, and what stays empty changes nothing."""


def _time(minute: int) -> time:
    return time(minute // HOUR, minute % HOUR) if minute < DAY else time(23, 59)


def _day(on: int) -> date:
    """A day of this year; 29 February of a leap year."""
    month, day = divmod(on, 100)
    return date(LEAP_YEAR if on == LEAP_DAY else today().year, month, day)
