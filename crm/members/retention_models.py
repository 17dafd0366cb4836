"""When a woman's data goes: who asked for it or whose time is over, and what each centre decided about time."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Timestamps, Versioned, enum_type
from crm.extensions import Model
from crm.i18n import LabelledEnum, _l

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre
    from crm.members.models import Member


class ErasureReason(LabelledEnum):
    SHE_ASKED = "she_asked", _l("She asked for it")
    NO_CONTACT = "no_contact", _l("No contact for a long time")
    LEFT = "left", _l("She took her consent back")
    NEVER_AGREED = "never_agreed", _l("She never agreed that the centre keeps it")


class ErasureRequest(Id, Timestamps, Model):
    """Her data goes on `due_on` unless somebody undoes it before. The row goes with her."""

    __tablename__ = "erasure_requests"
    __table_args__ = (
        Index("ix_erasure_requests_centre_id_due_on", "centre_id", "due_on"),
        CheckConstraint("due_on >= asked_on", name="due_after_asked"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    reason: Mapped[ErasureReason] = mapped_column(enum_type(ErasureReason, "reason"))
    asked_on: Mapped[date]
    due_on: Mapped[date]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    undone_on: Mapped[date | None]

    member: Mapped["Member"] = relationship()
    by: Mapped["User | None"] = relationship()


class RetentionRule(Id, Timestamps, Versioned, Model):
    """Full months, one row a centre. None: this never ends anybody's time. A centre without a row keeps everybody."""

    __tablename__ = "retention_rules"
    __table_args__ = tuple(
        CheckConstraint(f"{name} IS NULL OR {name} BETWEEN 1 AND 600", name=f"{name}_in_range")
        for name in ("months_without_contact", "months_after_leaving", "months_without_consent")
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), unique=True)
    months_without_contact: Mapped[int | None]
    months_after_leaving: Mapped[int | None]
    months_without_consent: Mapped[int | None]

    centre: Mapped["Centre"] = relationship()
