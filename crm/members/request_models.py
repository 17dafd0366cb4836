"""What a woman asks of her centre from her own pages: to put something right, a new number, to be deleted."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import EncryptedText, Id, Timestamps, enum_type
from crm.extensions import Model
from crm.i18n import LabelledEnum, _l

if TYPE_CHECKING:
    from crm.members.models import Member


class RequestKind(LabelledEnum):
    CHANGE = "change", _l("Put something right")
    PHONE = "phone", _l("A new phone number")
    DELETION = "deletion", _l("Delete everything about her")


#: Days the centre has for it. For a deletion the law gives thirty.
DAYS = {RequestKind.CHANGE: 14, RequestKind.PHONE: 7, RequestKind.DELETION: 30}


class MemberRequest(Id, Timestamps, Model):
    """Open until `closed_at`. `taken_back`: by her, who changed her mind. `text`: her words, or the new number."""

    __tablename__ = "member_requests"
    __table_args__ = (Index("ix_member_requests_closed_at_due_on", "closed_at", "due_on"),)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    kind: Mapped[RequestKind] = mapped_column(enum_type(RequestKind, "kind"))
    text: Mapped[str | None] = mapped_column(EncryptedText)
    due_on: Mapped[date]
    closed_at: Mapped[datetime | None]
    taken_back: Mapped[bool] = mapped_column(default=False)
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)

    member: Mapped["Member"] = relationship()
