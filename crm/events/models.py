"""Events, the women who took part, the booths of employers at a job fair."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Timestamps, Versioned, enum_type
from crm.events.enums import EventKind, Participation
from crm.extensions import Model

if TYPE_CHECKING:
    from crm.centres.models import Centre
    from crm.members.models import Member
    from crm.partners.models import Partner
    from crm.places.models import Settlement


class Event(Id, Timestamps, Versioned, Model):
    __tablename__ = "events"
    __table_args__ = (Index("ix_events_centre_id_starts_at", "centre_id", "starts_at"),)

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    kind: Mapped[EventKind] = mapped_column(enum_type(EventKind, "kind"))
    title: Mapped[str] = mapped_column(String(200))
    topic: Mapped[str] = mapped_column(String(200), default="")
    starts_at: Mapped[datetime]
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlements.id"), index=True)
    venue: Mapped[str] = mapped_column(String(200), default="")

    centre: Mapped["Centre"] = relationship()
    settlement: Mapped["Settlement | None"] = relationship()


class EventParticipant(Id, Model):
    __tablename__ = "event_participants"
    __table_args__ = (UniqueConstraint("event_id", "member_id"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    participation: Mapped[Participation] = mapped_column(
        enum_type(Participation, "participation"), default=Participation.REGISTERED
    )

    event: Mapped[Event] = relationship()
    member: Mapped["Member"] = relationship()


class EventBooth(Id, Model):
    """An employer's table at a job fair; `places_offered` counts positions, not advertisements."""

    __tablename__ = "event_booths"
    __table_args__ = (
        UniqueConstraint("event_id", "partner_id"),
        CheckConstraint("places_offered >= 0", name="places_not_negative"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    places_offered: Mapped[int] = mapped_column(default=0)

    event: Mapped[Event] = relationship()
    partner: Mapped["Partner"] = relationship()
