"""Centres, and the one row that says what this installation holds."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.centres.enums import CentreKind
from crm.db import Id, Timestamps, Versioned, enum_type
from crm.extensions import Model

if TYPE_CHECKING:
    from crm.places.models import Rayon


class Centre(Id, Timestamps, Versioned, Model):
    """A Women's Resource Centre or another women's NGO. A tenant: its members and partners belong to it."""

    __tablename__ = "centres"

    name: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[CentreKind] = mapped_column(enum_type(CentreKind, "kind"), default=CentreKind.WRC)
    rayon_id: Mapped[int | None] = mapped_column(ForeignKey("rayons.id"), index=True)
    address: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    registered_on: Mapped[date | None]
    registry_number: Mapped[str] = mapped_column(String(40), default="")
    maintained_by_project: Mapped[bool] = mapped_column(default=True)

    rayon: Mapped["Rayon | None"] = relationship()


class Installation(Id, Model):
    """A single row: does this database hold the invented examples, or real people?"""

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("id = 1", name="single_row"),)

    is_demo: Mapped[bool] = mapped_column(default=False)
