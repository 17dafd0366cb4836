"""The list of vacancies to take along."""

from crm.i18n import _l, in_language
from crm.sheets import Column, Sheet
from crm.vacancies.models import Vacancy

SHEET = Sheet(
    "vacancies",
    _l("Vacancies"),
    Vacancy,
    (
        Column(_l("Title"), lambda one: one.title, 32),
        Column(_l("Partner"), lambda one: one.partner.name, 32),
        Column(_l("State"), lambda one: one.state),
        Column(_l("Openings"), lambda one: one.openings, 10),
        Column(_l("Village or town"), lambda one: in_language(one.settlement) if one.settlement else ""),
        Column(_l("Hours"), lambda one: one.hours),
        Column(_l("Hours a week"), lambda one: one.weekly_hours, 10),
        Column(_l("Pay from (AZN)"), lambda one: one.pay_min, 12),
        Column(_l("Pay to (AZN)"), lambda one: one.pay_max, 12),
        Column(_l("Next step"), lambda one: one.next_step, 32),
        Column(_l("Day"), lambda one: one.next_step_due, 14),
        Column(_l("Published"), lambda one: one.published_on, 14),
        Column(_l("Closed"), lambda one: one.closed_on, 14),
    ),
    personal=False,
)
