"""An opening as the partner words it, and its needs as concepts."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from crm.db import Id, PublicId, Timestamps, Versioned, enum_type
from crm.extensions import Model
from crm.skills.fold import search_key
from crm.vacancies.enums import Hours, Importance, VacancyState

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre
    from crm.info_sessions.models import InfoSession
    from crm.partners.models import Partner
    from crm.places.models import Settlement
    from crm.skills.models import Concept


class Vacancy(Id, PublicId, Timestamps, Versioned, Model):
    """`text` is the advertisement; the other fields are read from it and corrected by people. Pay is AZN a month.

    `state_reason` says why it was sent back to its partner or closed. `first_text` is what was written first; when it is
    published without wording that shut people out, `corrected_kinds` says which. `wording_reason`: why staff let some be."""

    __tablename__ = "vacancies"
    __table_args__ = (
        UniqueConstraint("centre_id", "reference"),
        Index("ix_vacancies_centre_id_state", "centre_id", "state"),
        CheckConstraint("openings > 0", name="openings_positive"),
        CheckConstraint("pay_min IS NULL OR pay_max IS NULL OR pay_min <= pay_max", name="pay_in_order"),
        CheckConstraint("weekly_hours IS NULL OR weekly_hours BETWEEN 1 AND 100", name="weekly_hours_in_range"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    info_session_id: Mapped[int | None] = mapped_column(ForeignKey("info_sessions.id"), index=True)
    reference: Mapped[str | None] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    search_text: Mapped[str] = mapped_column(String(500), default="")
    text: Mapped[str] = mapped_column(String(5000), default="")
    first_text: Mapped[str] = mapped_column(String(5000), default="", server_default="")
    corrected_kinds: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    corrected_on: Mapped[date | None] = mapped_column(index=True)
    wording_reason: Mapped[str] = mapped_column(String(500), default="", server_default="")
    state: Mapped[VacancyState] = mapped_column(enum_type(VacancyState, "state"), default=VacancyState.DRAFT)
    state_reason: Mapped[str] = mapped_column(String(200), default="")
    openings: Mapped[int] = mapped_column(default=1)
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlements.id"), index=True)
    hours: Mapped[Hours | None] = mapped_column(enum_type(Hours, "hours"))
    weekly_hours: Mapped[int | None]
    night: Mapped[bool | None]
    weekend: Mapped[bool | None]
    transport_provided: Mapped[bool | None]
    training_provided: Mapped[bool | None]
    home_based: Mapped[bool | None]
    pay_min: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    pay_max: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    published_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    next_step: Mapped[str] = mapped_column(String(200), default="", server_default="")
    next_step_due: Mapped[date | None] = mapped_column(index=True)
    posted_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    centre: Mapped["Centre"] = relationship()
    partner: Mapped["Partner"] = relationship()
    info_session: Mapped["InfoSession | None"] = relationship()
    settlement: Mapped["Settlement | None"] = relationship()
    posted_by: Mapped["User | None"] = relationship(foreign_keys=[posted_by_id])
    needs: Mapped[list["VacancyNeed"]] = relationship(
        back_populates="vacancy", cascade="all, delete-orphan", order_by="VacancyNeed.id"
    )

    @validates("title")
    def _fold(self, _key: str, title: str) -> str:
        """The folded title goes with the title, whoever sets it."""
        self.search_text = search_key(title)[:500]
        return title


class VacancyNeed(Id, Model):
    """One concept a vacancy asks for, with the words it was read from. `confirmed` once a person looked at it."""

    __tablename__ = "vacancy_needs"
    __table_args__ = (
        UniqueConstraint("vacancy_id", "concept_id"),
        CheckConstraint("level IS NULL OR level BETWEEN 1 AND 3", name="level_in_range"),
    )

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"))
    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"), index=True)
    importance: Mapped[Importance] = mapped_column(enum_type(Importance, "importance"), default=Importance.REQUIRED)
    words: Mapped[str] = mapped_column(String(200), default="")
    level: Mapped[int | None]
    confirmed: Mapped[bool] = mapped_column(default=False)

    vacancy: Mapped[Vacancy] = relationship(back_populates="needs")
    concept: Mapped["Concept"] = relationship()
