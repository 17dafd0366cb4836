"""What is offered, and whether it still is."""

from crm.i18n import LabelledEnum, _l


class OfferKind(LabelledEnum):
    LOAN = "loan", _l("Loan")
    GRANT = "grant", _l("Grant")
    EQUIPMENT = "equipment", _l("Equipment")
    MENTORING = "mentoring", _l("Mentoring")
    PURCHASE = "purchase", _l("Purchase from women")
    SUPPLY = "supply", _l("Supply to women")


class OfferState(LabelledEnum):
    OPEN = "open", _l("Open")
    CLOSED = "closed", _l("Closed")
