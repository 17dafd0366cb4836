"""The outbox: a row is written in the transaction of what it tells of, and sent afterwards."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Timestamps, enum_type, now
from crm.extensions import Model
from crm.messages.enums import Channel, MessageState

if TYPE_CHECKING:
    from crm.centres.models import Centre
    from crm.members.models import Member
    from crm.partners.models import Contact, Partner


class Message(Id, Timestamps, Model):
    """`key` is told to the provider: a message handed over twice after a crash is delivered once.

    `attachment` is a calendar file. `due_at`: not before; while it is being sent, when somebody else may take it for lost and send it again."""

    __tablename__ = "messages"
    __table_args__ = (
        CheckConstraint("member_id IS NULL OR partner_id IS NULL", name="to_one"),
        Index("ix_messages_state_due_at", "state", "due_at"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id", ondelete="CASCADE"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"), index=True)
    info_session_id: Mapped[int | None] = mapped_column(ForeignKey("info_sessions.id", ondelete="CASCADE"), index=True)
    commitment_id: Mapped[int | None] = mapped_column(ForeignKey("commitments.id", ondelete="CASCADE"), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referrals.id", ondelete="CASCADE"), index=True)
    channel: Mapped[Channel] = mapped_column(enum_type(Channel, "channel"))
    to: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str] = mapped_column(String(200), default="")
    text: Mapped[str] = mapped_column(String(5000))
    attachment: Mapped[str] = mapped_column(Text, default="")
    key: Mapped[UUID] = mapped_column(Uuid, default=uuid4, unique=True)
    state: Mapped[MessageState] = mapped_column(enum_type(MessageState, "state"), default=MessageState.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(default=now)
    sent_at: Mapped[datetime | None]
    trouble: Mapped[str] = mapped_column(String(200), default="")

    centre: Mapped["Centre"] = relationship()
    contact: Mapped["Contact | None"] = relationship()
    member: Mapped["Member | None"] = relationship()
    partner: Mapped["Partner | None"] = relationship()
