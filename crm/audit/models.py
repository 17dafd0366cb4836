"""Audit entries: changes and looks at personal data. Rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from crm.audit.enums import Action
from crm.db import Id, enum_type, now
from crm.extensions import Model


class AuditEntry(Id, Model):
    """Who did what to which record, when. `changes` holds field names with old and new values, never special categories."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index("ix_audit_entries_thing_thing_id", "thing", "thing_id"),
        Index("ix_audit_entries_centre_id_at", "centre_id", "at"),
    )

    at: Mapped[datetime] = mapped_column(default=now, index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    user_name: Mapped[str] = mapped_column(String(200), default="")
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    action: Mapped[Action] = mapped_column(enum_type(Action, "action"))
    thing: Mapped[str] = mapped_column(String(40))
    thing_id: Mapped[int | None]
    changes: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
