"""The list of partners to take along."""

from crm.i18n import _l, in_language
from crm.partners.models import Partner
from crm.sheets import Column, Sheet

SHEET = Sheet(
    "partners",
    _l("Partners"),
    Partner,
    (
        Column(_l("Name"), lambda one: one.name, 32),
        Column(_l("Kind"), lambda one: one.kind),
        Column(_l("Line of work"), lambda one: one.sector),
        Column(_l("How many people work there"), lambda one: one.size),
        Column(_l("Stage"), lambda one: one.stage),
        Column(_l("since"), lambda one: one.stage_since, 14),
        Column(_l("Rayon"), lambda one: in_language(one.rayon) if one.rayon else ""),
        Column(_l("Village or town"), lambda one: in_language(one.settlement) if one.settlement else ""),
        Column(_l("Address"), lambda one: one.address, 32),
        Column(_l("Phone"), lambda one: one.phone),
        Column(_l("E-mail"), lambda one: one.email),
        Column(_l("Next step"), lambda one: one.next_step, 32),
        Column(_l("Day"), lambda one: one.next_step_due, 14),
        Column(_l("Looked after by"), lambda one: one.responsible.name if one.responsible else ""),
    ),
)
