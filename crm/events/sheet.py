"""The list of events to take along."""

from crm.events.models import Event
from crm.i18n import _l, in_language
from crm.sheets import Column, Sheet

#: Each row is an event, how many women signed up, how many came.
SHEET = Sheet(
    "events",
    _l("Events"),
    Event,
    (
        Column(_l("When"), lambda row: row[0].starts_at, 18),
        Column(_l("Kind"), lambda row: row[0].kind),
        Column(_l("Title"), lambda row: row[0].title, 32),
        Column(_l("Village or town"), lambda row: in_language(row[0].settlement) if row[0].settlement else ""),
        Column(_l("Where"), lambda row: row[0].venue, 32),
        Column(_l("Women on the list"), lambda row: row[1], 14),
        Column(_l("Were there"), lambda row: row[2], 14),
    ),
    personal=False,
)
