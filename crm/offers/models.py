"""An offer of a company or bank to women who start or run a business, and how far each of them is with it."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, PublicId, Timestamps, Versioned, enum_type, now
from crm.extensions import Model
from crm.offers.enums import OfferKind, OfferState, TalkState, VentureStage

if TYPE_CHECKING:
    from crm.centres.models import Centre
    from crm.members.models import Member
    from crm.partners.models import Partner
    from crm.places.models import Rayon


class Offer(Id, PublicId, Timestamps, Versioned, Model):
    """Amounts are AZN. `info_session_id`: where it was heard; a draft until somebody has looked it through. `stage` and `rayon_id` say for whom it is; empty means for everybody."""

    __tablename__ = "offers"
    __table_args__ = (
        Index("ix_offers_centre_id_state", "centre_id", "state"),
        CheckConstraint("amount_max IS NULL OR amount_max >= 0", name="amount_not_negative"),
        CheckConstraint("amount_min IS NULL OR amount_min >= 0", name="least_not_negative"),
        CheckConstraint(
            "amount_min IS NULL OR amount_max IS NULL OR amount_min <= amount_max", name="amounts_in_order"
        ),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    kind: Mapped[OfferKind] = mapped_column(enum_type(OfferKind, "kind"))
    state: Mapped[OfferState] = mapped_column(enum_type(OfferState, "state"), default=OfferState.OPEN)
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(String(5000), default="")
    conditions: Mapped[str] = mapped_column(String(2000), default="")
    amount_min: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    amount_max: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    stage: Mapped[VentureStage | None] = mapped_column(enum_type(VentureStage, "stage"))
    rayon_id: Mapped[int | None] = mapped_column(ForeignKey("rayons.id"), index=True)
    closes_on: Mapped[date | None]
    info_session_id: Mapped[int | None] = mapped_column(ForeignKey("info_sessions.id"), index=True)

    centre: Mapped["Centre"] = relationship()
    partner: Mapped["Partner"] = relationship()
    rayon: Mapped["Rayon | None"] = relationship()


class OfferTalk(Id, PublicId, Timestamps, Versioned, Model):
    """One woman and one offer, from the first question until she has it. Each move is in the audit."""

    __tablename__ = "offer_talks"
    __table_args__ = (
        UniqueConstraint("member_id", "offer_id"),
        Index("ix_offer_talks_centre_id_state", "centre_id", "state"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    state: Mapped[TalkState] = mapped_column(enum_type(TalkState, "state"), default=TalkState.ASKED)
    state_since: Mapped[datetime] = mapped_column(default=now)

    member: Mapped["Member"] = relationship()
    offer: Mapped[Offer] = relationship()
