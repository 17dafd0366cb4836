"""A hand-over: who got what from whom, so that it can be undone."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Timestamps, now
from crm.extensions import Model

if TYPE_CHECKING:
    from crm.accounts.models import User

UNDO_WITHIN = timedelta(days=1)


class HandOver(Id, Timestamps, Model):
    """Ids of the sessions and partners that changed hands. What belongs to a partner goes with it."""

    __tablename__ = "hand_overs"
    __table_args__ = (CheckConstraint("from_id <> to_id", name="to_somebody_else"),)

    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"), index=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    session_ids: Mapped[list[int]] = mapped_column(JSON, default=list)
    partner_ids: Mapped[list[int]] = mapped_column(JSON, default=list)
    undone_at: Mapped[datetime | None]

    from_user: Mapped["User"] = relationship(foreign_keys=[from_id])
    to_user: Mapped["User"] = relationship(foreign_keys=[to_id])

    @property
    def can_be_undone(self) -> bool:
        return self.undone_at is None and now() - self.created_at < UNDO_WITHIN
