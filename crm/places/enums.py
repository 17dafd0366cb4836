"""Kinds of rayon and settlement."""

from crm.i18n import LabelledEnum, _l


class RayonKind(LabelledEnum):
    RAYON = "rayon", _l("Rayon")
    CITY = "city", _l("City")
    AUTONOMOUS_REPUBLIC = "autonomous_republic", _l("Autonomous republic")


class SettlementKind(LabelledEnum):
    CITY = "city", _l("City")
    TOWN = "town", _l("Town")
    SETTLEMENT = "settlement", _l("Settlement")
    VILLAGE = "village", _l("Village")
