"""The list of introductions to take along."""

from crm.i18n import _l
from crm.referrals.models import Referral
from crm.sheets import Column, Sheet

SHEET = Sheet(
    "introductions",
    _l("Introductions"),
    Referral,
    (
        Column(_l("Woman"), lambda one: one.member.name, 32),
        Column(_l("Vacancy"), lambda one: one.vacancy.title, 32),
        Column(_l("Partner"), lambda one: one.vacancy.partner.name, 32),
        Column(_l("State"), lambda one: one.state),
        Column(_l("since"), lambda one: one.state_since, 18),
        Column(_l("Day"), lambda one: one.next_step_due, 14),
    ),
)
