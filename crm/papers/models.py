"""How she wants her CV. What is not chosen stays out of it."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Timestamps, Versioned
from crm.extensions import Model

if TYPE_CHECKING:
    from crm.members.models import Member


class CvChoice(Id, Timestamps, Versioned, Model):
    """One for each woman who chose at all. A year of birth says her age, so it is there only when she wants it."""

    __tablename__ = "cv_choices"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), unique=True)
    about: Mapped[str] = mapped_column(String(400), default="")
    with_phone: Mapped[bool] = mapped_column(default=True)
    with_email: Mapped[bool] = mapped_column(default=False)
    with_place: Mapped[bool] = mapped_column(default=True)
    with_birth_year: Mapped[bool] = mapped_column(default=False)

    member: Mapped["Member"] = relationship()
