"""What is offered, to whom, and whether it still is."""

from crm.i18n import LabelledEnum, _l


class OfferKind(LabelledEnum):
    LOAN = "loan", _l("Loan")
    GRANT = "grant", _l("Grant")
    EQUIPMENT = "equipment", _l("Equipment")
    MENTORING = "mentoring", _l("Mentoring")
    PURCHASE = "purchase", _l("Purchase from women")
    SUPPLY = "supply", _l("Supply to women")


class VentureStage(LabelledEnum):
    """How far a business is. It runs once it is written down as a start-up."""

    IDEA = "idea", _l("An idea, or just begun")
    RUNNING = "running", _l("A running business")


class TalkState(LabelledEnum):
    """How far a woman is with an offer."""

    ASKED = "asked", _l("Asked, waiting for her answer")
    AGREED = "agreed", _l("She wants it")
    INTRODUCED = "introduced", _l("The partner knows her")
    RECEIVED = "received", _l("She got it")
    DECLINED = "declined", _l("Nothing came of it")


class OfferState(LabelledEnum):
    DRAFT = "draft", _l("Draft")
    OPEN = "open", _l("Open")
    CLOSED = "closed", _l("Closed")
