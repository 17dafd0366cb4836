"""Kinds of centre."""

from crm.i18n import LabelledEnum, _l


class CentreKind(LabelledEnum):
    WRC = "wrc", _l("Women's Resource Centre")
    NGO = "ngo", _l("Women's NGO")
