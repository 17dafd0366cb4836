"""Targets of indicators. An earlier target is kept beside the new one, with the reason for the change."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from crm.db import Id, Timestamps
from crm.extensions import Model


class IndicatorTarget(Id, Timestamps, Model):
    __tablename__ = "indicator_targets"
    __table_args__ = (Index("ix_indicator_targets_code_set_on", "code", "set_on"),)

    code: Mapped[str] = mapped_column(String(10))
    target: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    set_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(500), default="")
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
