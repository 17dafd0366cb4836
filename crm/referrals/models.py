"""A referral, each dated step of it, and the placement that counts in results."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, PublicId, Timestamps, Versioned, enum_type, now
from crm.extensions import Model
from crm.referrals.enums import ContractType, DeclinedBy, DeclineReason, Evidence, ReferralState

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre
    from crm.events.models import Event
    from crm.members.models import Member
    from crm.partners.models import Partner
    from crm.vacancies.models import Vacancy

#: Whoever has said nothing for so long is asked.
NEWS_WITHIN = timedelta(days=14)


class Referral(Id, PublicId, Timestamps, Versioned, Model):
    """One woman on her way to one opening. `event_id` marks the slip of a job fair.

    `score`, `rank` (None beyond the page's list) and `parts` stand as they were when she was suggested, and never change.
    `pinned_reason`: why staff put her first for this opening, "" when nobody did.

    `wished_by_member_at` and `wished_by_partner_at`: she said herself that she would like this work, the partner that it
    would like to meet her. A wish moves nothing and tells the other side nothing; staff takes it from there."""

    __tablename__ = "referrals"
    __table_args__ = (
        UniqueConstraint("member_id", "vacancy_id"),
        Index("ix_referrals_centre_id_state", "centre_id", "state"),
        CheckConstraint("(state = 'declined') = (declined_by IS NOT NULL)", name="declined_by_somebody"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"), index=True)
    state: Mapped[ReferralState] = mapped_column(enum_type(ReferralState, "state"), default=ReferralState.SUGGESTED)
    state_since: Mapped[datetime] = mapped_column(default=now)
    score: Mapped[float | None]
    rank: Mapped[int | None]
    parts: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    pinned_reason: Mapped[str] = mapped_column(String(200), default="")
    declined_by: Mapped[DeclinedBy | None] = mapped_column(enum_type(DeclinedBy, "declined_by"))
    decline_reason: Mapped[DeclineReason | None] = mapped_column(enum_type(DeclineReason, "decline_reason"))
    later_until: Mapped[date | None]
    next_step_due: Mapped[date | None] = mapped_column(index=True)
    wished_by_member_at: Mapped[datetime | None]
    wished_by_partner_at: Mapped[datetime | None]

    centre: Mapped["Centre"] = relationship()
    member: Mapped["Member"] = relationship()
    vacancy: Mapped["Vacancy"] = relationship()
    event: Mapped["Event | None"] = relationship()
    steps: Mapped[list["ReferralStep"]] = relationship(back_populates="referral", order_by="ReferralStep.id")
    placement: Mapped["Placement | None"] = relationship(back_populates="referral")

    @property
    def without_news(self) -> bool:
        return self.state_since < now() - NEWS_WITHIN


class ReferralStep(Id, Model):
    """A move of a referral: to which state, when, by whom, with a note."""

    __tablename__ = "referral_steps"

    referral_id: Mapped[int] = mapped_column(ForeignKey("referrals.id"), index=True)
    state: Mapped[ReferralState] = mapped_column(enum_type(ReferralState, "state"))
    happened_at: Mapped[datetime] = mapped_column(default=now)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    note: Mapped[str] = mapped_column(String(500), default="")

    referral: Mapped[Referral] = relationship(back_populates="steps")
    by: Mapped["User | None"] = relationship()


class Placement(Id, PublicId, Timestamps, Versioned, Model):
    """A hire: who, where, from when, under which contract and pay (AZN a month), proved how.

    A start-up may hire without a vacancy of ours, hence the referral may be absent. `event_id` marks a hire through a
    job fair."""

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("referral_id"),
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ends_after_start"),
        CheckConstraint("weekly_hours IS NULL OR weekly_hours BETWEEN 1 AND 100", name="weekly_hours_in_range"),
        CheckConstraint("pay IS NULL OR pay >= 0", name="pay_not_negative"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referrals.id"))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"), index=True)
    started_on: Mapped[date] = mapped_column(index=True)
    ended_on: Mapped[date | None]
    weekly_hours: Mapped[int | None]
    contract: Mapped[ContractType] = mapped_column(enum_type(ContractType, "contract"))
    contract_number: Mapped[str] = mapped_column(String(60), default="")
    pay: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    evidence: Mapped[Evidence] = mapped_column(enum_type(Evidence, "evidence"), default=Evidence.SHE_SAYS)

    member: Mapped["Member"] = relationship()
    partner: Mapped["Partner"] = relationship()
    referral: Mapped[Referral | None] = relationship(back_populates="placement")
    event: Mapped["Event | None"] = relationship()
