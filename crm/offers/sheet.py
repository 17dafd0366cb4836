"""The list of offers to take along."""

from crm.i18n import _l
from crm.offers.models import Offer
from crm.sheets import Column, Sheet

SHEET = Sheet(
    "offers",
    _l("Offers"),
    Offer,
    (
        Column(_l("Title"), lambda one: one.title, 32),
        Column(_l("Partner"), lambda one: one.partner.name, 32),
        Column(_l("Kind"), lambda one: one.kind),
        Column(_l("State"), lambda one: one.state),
        Column(_l("Up to (AZN)"), lambda one: one.amount_max, 14),
        Column(_l("Conditions"), lambda one: one.conditions, 48),
        Column(_l("Open until"), lambda one: one.closes_on, 14),
    ),
    personal=False,
)
