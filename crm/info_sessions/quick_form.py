"""Six fields for the doorstep: with whom, who was there, one sentence, the next step and its day. The rest can follow."""

from datetime import datetime, timedelta

from wtforms import HiddenField

from crm import forms
from crm.db import now
from crm.forms import BAKU
from crm.i18n import _l
from crm.partners.due import soon

CHOOSE = _l("Choose")
#: A visit written down without signal is sent later; one that claims to be older than this is a wrong clock.
LONGEST_WAIT = timedelta(days=14)


class QuickLogForm(forms.Form):
    """`written_at` is set by the phone when the log had to wait for signal; otherwise the visit is going on now."""

    partner_id = forms.pick(_l("With whom"), required=True)
    who = forms.text(_l("Who was there?"), longest=300)
    heard = forms.text(_l("What did they say, in one sentence?"), required=True, longest=500)
    next_step = forms.text(_l("Next step"))
    soon = soon()
    next_step_due = forms.day(_l("Day"))
    written_at = HiddenField()

    def moment(self) -> datetime:
        """When the visit was: by the phone's clock where that can be true, else now."""
        try:
            noted = datetime.fromisoformat(self.written_at.data or "")
        except ValueError:
            return now()
        noted = noted if noted.tzinfo else noted.replace(tzinfo=BAKU)
        return noted if now() - LONGEST_WAIT <= noted <= now() else now()
