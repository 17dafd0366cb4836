"""What can happen to a record."""

from crm.i18n import LabelledEnum, _l


class Action(LabelledEnum):
    CREATED = "created", _l("Created")
    CHANGED = "changed", _l("Changed")
    LOOKED = "looked", _l("Looked at")
    REVEALED = "revealed", _l("Revealed a protected field")
    EXPORTED = "exported", _l("Exported")
    SIGNED_IN = "signed_in", _l("Signed in")
    SIGNED_OUT = "signed_out", _l("Signed out")
