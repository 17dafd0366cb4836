"""When a next step is due: in a week, in a month, or on a day. Fields for the forms of more than one slice."""

from datetime import date, timedelta
from typing import Any

from wtforms import RadioField
from wtforms.validators import Optional

from crm.forms import SelectChoice, today
from crm.i18n import _l

ON_A_DAY = "day"
SOON = {"week": 7, "month": 30}


def soon() -> RadioField:
    """Chips to tap; on the day that is written beside them unless told otherwise."""
    return RadioField(
        _l("When"),
        [Optional()],
        choices=[
            SelectChoice(ON_A_DAY, _l("On a day")),
            SelectChoice("week", _l("In a week")),
            SelectChoice("month", _l("In a month")),
        ],
        default=ON_A_DAY,
    )


def due_day(form: Any) -> date | None:
    """The day meant by the fields `soon` and `next_step_due` of a form."""
    days = SOON.get(form.soon.data)
    on: date | None = form.next_step_due.data
    return on if days is None else today() + timedelta(days=days)
