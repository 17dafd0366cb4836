"""The list of sessions to take along."""

from crm.i18n import _l, in_language
from crm.info_sessions.models import InfoSession
from crm.sheets import Column, Sheet


def _guests(one: InfoSession) -> str:
    return ", ".join(guest.partner.name for guest in one.guests if guest.partner_id != one.host_id)


SHEET = Sheet(
    "sessions",
    _l("Sessions"),
    InfoSession,
    (
        Column(_l("When"), lambda one: one.starts_at, 18),
        Column(_l("In whose office"), lambda one: one.host.name, 32),
        Column(_l("Other companies in the group"), _guests, 32),
        Column(_l("Village or town"), lambda one: in_language(one.host.settlement) if one.host.settlement else ""),
        Column(_l("State"), lambda one: one.state),
        Column(_l("How long"), lambda one: one.minutes, 10),
        Column(_l("Who goes there"), lambda one: one.facilitator.name if one.facilitator else ""),
        Column(_l("What it is about"), lambda one: one.about, 32),
        Column(_l("How interested are they?"), lambda one: one.interest),
        Column(_l("Why"), lambda one: one.not_held_why, 24),
        Column(_l("In their words"), lambda one: one.not_held_reason, 32),
        Column(_l("Next step"), lambda one: one.next_step, 32),
        Column(_l("Day"), lambda one: one.next_step_due, 14),
    ),
)
