"""The promise ledger to take along."""

from crm.i18n import _l
from crm.partners.models import Commitment
from crm.sheets import Column, Sheet

#: Each row is a promise, the places posted, the women introduced and hired, the offers made, the women who got one.
SHEET = Sheet(
    "promises",
    _l("Promises"),
    Commitment,
    (
        Column(_l("Partner"), lambda row: row[0].partner.name, 32),
        Column(_l("What was promised"), lambda row: row[0].kind),
        Column(_l("How many"), lambda row: row[0].quantity, 10),
        Column(_l("In their words"), lambda row: row[0].words, 48),
        Column(_l("Promised on"), lambda row: row[0].made_on, 14),
        Column(_l("By when"), lambda row: row[0].due_on, 14),
        Column(_l("State"), lambda row: row[0].state),
        Column(_l("Settled on"), lambda row: row[0].settled_on, 14),
        Column(_l("Posted"), lambda row: row[1], 10),
        Column(_l("Introduced"), lambda row: row[2], 10),
        Column(_l("Hired"), lambda row: row[3], 10),
        Column(_l("Offered"), lambda row: row[4], 10),
        Column(_l("Used"), lambda row: row[5], 10),
    ),
)
