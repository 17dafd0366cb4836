"""How a message goes, and how far it is."""

from crm.i18n import LabelledEnum, _l


class Channel(LabelledEnum):
    EMAIL = "email", _l("E-mail")
    SMS = "sms", _l("SMS")


class MessageState(LabelledEnum):
    WAITING = "waiting", _l("Waits to be sent")
    SENDING = "sending", _l("On its way")
    SENT = "sent", _l("Sent")
    FAILED = "failed", _l("Did not get through")
    CALL = "call", _l("Not sent: please call her")
