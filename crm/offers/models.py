"""An offer of a company or bank to women who start or run a business."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, PublicId, Timestamps, Versioned, enum_type
from crm.extensions import Model
from crm.offers.enums import OfferKind, OfferState

if TYPE_CHECKING:
    from crm.centres.models import Centre
    from crm.partners.models import Partner


class Offer(Id, PublicId, Timestamps, Versioned, Model):
    """Amounts are AZN."""

    __tablename__ = "offers"
    __table_args__ = (
        Index("ix_offers_centre_id_state", "centre_id", "state"),
        CheckConstraint("amount_max IS NULL OR amount_max >= 0", name="amount_not_negative"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    kind: Mapped[OfferKind] = mapped_column(enum_type(OfferKind, "kind"))
    state: Mapped[OfferState] = mapped_column(enum_type(OfferState, "state"), default=OfferState.OPEN)
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(String(5000), default="")
    conditions: Mapped[str] = mapped_column(String(2000), default="")
    amount_max: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    closes_on: Mapped[date | None]

    centre: Mapped["Centre"] = relationship()
    partner: Mapped["Partner"] = relationship()
