"""The next step of a partner, a session or a vacancy: one thing, and by when. Planned the same way for all three."""

from datetime import date
from typing import Any

from crm import forms
from crm.audit.operations import record_changes
from crm.db import now
from crm.extensions import db
from crm.i18n import _l
from crm.partners.due import soon


class NextStepForm(forms.EditForm):
    next_step = forms.text(_l("Next step"))
    soon = soon()
    next_step_due = forms.day(_l("Day"))


def plan(record: Any, next_step: str, due: date | None) -> None:
    record.next_step, record.next_step_due = next_step, due
    record.updated_at = now()
    record_changes(record)
    db.session.flush()
