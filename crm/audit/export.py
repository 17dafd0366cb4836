"""The audit as a CSV file for a spreadsheet."""

import csv
from collections.abc import Sequence
from io import StringIO

from crm.audit.models import AuditEntry
from crm.audit.wording import Words
from crm.forms import BAKU
from crm.i18n import _

#: The newest so many; who needs more asks for it year by year.
MOST = 50_000
FILTERS = ("q", "action", "thing", "user", "from", "to", "id")
#: What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(entries: Sequence[AuditEntry]) -> str:
    """UTF-8 with a byte order mark, which is how Excel knows; times as the clock in Baku shows them."""
    words, out = Words.of(entries), StringIO()
    writer = csv.writer(out)
    writer.writerow([_("When"), _("Who"), _("What was done"), _("Thing"), _("Number"), _("Details")])
    for entry in entries:
        when = entry.at.astimezone(BAKU).strftime("%Y-%m-%d %H:%M:%S")
        details = "; ".join(words.lines(entry))
        cells = (entry.user_name, str(entry.action.label), words.thing(entry), entry.thing_id or "", details)
        writer.writerow([when, *(_harmless(str(cell)) for cell in cells)])
    return "\ufeff" + out.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
