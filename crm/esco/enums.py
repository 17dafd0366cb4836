"""How concepts of ESCO hang together."""

from enum import StrEnum


class RelationKind(StrEnum):
    """ESCO's own words; no page shows them."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"
    BROADER = "broader"
