"""How a message goes, and how far it is."""

from crm.i18n import LabelledEnum, _l


class Channel(LabelledEnum):
    EMAIL = "email", _l("E-mail")
    SMS = "sms", _l("SMS")
    #: Sent by hand from a colleague's own phone; written down so that others know.
    WHATSAPP = "whatsapp", _l("WhatsApp")


class MessageState(LabelledEnum):
    WAITING = "waiting", _l("Waits to be sent")
    SENDING = "sending", _l("On its way")
    SENT = "sent", _l("Sent")
    FAILED = "failed", _l("Did not get through")
    CALL = "call", _l("Not sent: please call")
    CALLED = "called", _l("Not sent; we called")


#: It did not get through, or was not to be sent: a person is to ring.
NEEDS_A_CALL = (MessageState.CALL, MessageState.FAILED)
