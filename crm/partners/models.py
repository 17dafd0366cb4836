"""Partners, their people, the users who sign in for them, when the owner can be visited, and the promise ledger."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, PublicId, Timestamps, Versioned, enum_type
from crm.extensions import Model
from crm.partners.enums import (
    Channel,
    CommitmentKind,
    CommitmentState,
    PartnerKind,
    Registration,
    Sector,
    Size,
    Stage,
    StageReason,
)
from crm.partners.free_time import Season, Window
from crm.stored_file import StoredFile

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre
    from crm.members.models import Member
    from crm.places.models import Rayon, Settlement


class Partner(Id, PublicId, Timestamps, Versioned, Model):
    """A company, bank, public body, NGO or start-up, as one centre knows it.

    A start-up is beneficiary and employer at once: `founder` is the member who began it."""

    __tablename__ = "partners"
    __table_args__ = (Index("ix_partners_centre_id_search_name", "centre_id", "search_name"),)

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    name: Mapped[str] = mapped_column(String(200))
    search_name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[PartnerKind] = mapped_column(enum_type(PartnerKind, "kind"), default=PartnerKind.COMPANY)
    sector: Mapped[Sector | None] = mapped_column(enum_type(Sector, "sector"))
    size: Mapped[Size | None] = mapped_column(enum_type(Size, "size"))
    stage: Mapped[Stage] = mapped_column(enum_type(Stage, "stage"), default=Stage.PROSPECT)
    stage_since: Mapped[date]
    stage_reason: Mapped[str] = mapped_column(String(200), default="")
    rayon_id: Mapped[int | None] = mapped_column(ForeignKey("rayons.id"), index=True)
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlements.id"), index=True)
    address: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    about: Mapped[str] = mapped_column(String(5000), default="")
    next_step: Mapped[str] = mapped_column(String(200), default="")
    next_step_due: Mapped[date | None] = mapped_column(index=True)
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    founder_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    founded_on: Mapped[date | None]
    registration: Mapped[Registration | None] = mapped_column(enum_type(Registration, "registration"))

    centre: Mapped["Centre"] = relationship()
    rayon: Mapped["Rayon | None"] = relationship()
    settlement: Mapped["Settlement | None"] = relationship()
    responsible: Mapped["User | None"] = relationship()
    founder: Mapped["Member | None"] = relationship()
    contacts: Mapped[list["Contact"]] = relationship(back_populates="partner", order_by="Contact.id")
    commitments: Mapped[list["Commitment"]] = relationship(back_populates="partner", order_by="Commitment.due_on")
    availability: Mapped["Availability | None"] = relationship(back_populates="partner")
    stage_changes: Mapped[list["StageChange"]] = relationship(back_populates="partner", order_by="StageChange.id")
    agreements: Mapped[list["Agreement"]] = relationship(back_populates="partner", order_by="Agreement.id")
    sites: Mapped[list["PartnerSite"]] = relationship(back_populates="partner", order_by="PartnerSite.id")


class StageChange(Id, Model):
    """One step of a partner's road: from that day it stood there, until the next. Pausing and giving up say why."""

    __tablename__ = "stage_changes"
    __table_args__ = (
        CheckConstraint("(stage IN ('paused', 'lost')) = (reason IS NOT NULL)", name="reason_where_it_stops"),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    stage: Mapped[Stage] = mapped_column(enum_type(Stage, "stage"))
    began_on: Mapped[date] = mapped_column(index=True)
    reason: Mapped[StageReason | None] = mapped_column(enum_type(StageReason, "reason"))
    words: Mapped[str] = mapped_column(String(200), default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    partner: Mapped[Partner] = relationship(back_populates="stage_changes")
    by: Mapped["User | None"] = relationship()


class Agreement(Id, Timestamps, Versioned, Model):
    """A paper between the centre and a partner: its number, when it was signed, how long it is valid, the scan."""

    __tablename__ = "agreements"
    __table_args__ = (
        CheckConstraint(
            "valid_until IS NULL OR signed_on IS NULL OR valid_until >= signed_on", name="ends_after_it_begins"
        ),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    number: Mapped[str] = mapped_column(String(100), default="")
    about: Mapped[str] = mapped_column(String(200), default="")
    signed_on: Mapped[date | None]
    valid_until: Mapped[date | None] = mapped_column(index=True)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"), unique=True)

    partner: Mapped[Partner] = relationship(back_populates="agreements")
    file: Mapped[StoredFile | None] = relationship()


class PartnerSite(Id, Timestamps, Versioned, Model):
    """A further place of a partner, beside the office on its own record: a branch, a workshop, a field."""

    __tablename__ = "partner_sites"

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlements.id"), index=True)
    address: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")

    partner: Mapped[Partner] = relationship(back_populates="sites")
    settlement: Mapped["Settlement | None"] = relationship()


class Contact(Id, Timestamps, Versioned, Model):
    """A person at a partner. `inactive_on` keeps those who left in the history."""

    __tablename__ = "contacts"

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    position: Mapped[str] = mapped_column(String(200), default="")
    decides: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(2), default="az")
    channel: Mapped[Channel | None] = mapped_column(enum_type(Channel, "channel"))
    hours: Mapped[str] = mapped_column(String(100), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    may_email: Mapped[bool] = mapped_column(default=True)
    may_sms: Mapped[bool] = mapped_column(default=True)
    inactive_on: Mapped[date | None]

    partner: Mapped[Partner] = relationship(back_populates="contacts")


class PartnerUser(Id, Model):
    """A user who signs in for a partner."""

    __tablename__ = "partner_users"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)

    user: Mapped["User"] = relationship()
    partner: Mapped[Partner] = relationship()


class Availability(Id, Timestamps, Versioned, Model):
    """When the owner can be visited, told by staff or by the owner through a link. One row a partner, none before.

    `links_number` counts up when earlier links shall open nothing any more."""

    __tablename__ = "availabilities"
    __table_args__ = (
        CheckConstraint("contacts_a_month > 0", name="contacts_positive"),
        CheckConstraint("days_ahead >= 0", name="days_ahead_not_negative"),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), unique=True)
    not_before: Mapped[date | None]
    contacts_a_month: Mapped[int | None]
    days_ahead: Mapped[int | None]
    told_on: Mapped[date | None]
    told_by_owner: Mapped[bool] = mapped_column(default=False)
    links_number: Mapped[int] = mapped_column(default=1)

    partner: Mapped[Partner] = relationship(back_populates="availability")
    windows: Mapped[list["FreeWindow"]] = relationship(
        order_by="FreeWindow.weekday, FreeWindow.starts", cascade="all, delete-orphan"
    )
    seasons: Mapped[list["AvoidedSeason"]] = relationship(
        order_by="AvoidedSeason.begins, AvoidedSeason.id", cascade="all, delete-orphan"
    )


class FreeWindow(Id, Model):
    """A weekly free time: Monday is 0, minutes of the day on the clock in Baku."""

    __tablename__ = "free_windows"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_in_range"),
        CheckConstraint("0 <= starts AND starts < ends AND ends <= 1440", name="within_a_day"),
    )

    availability_id: Mapped[int] = mapped_column(ForeignKey("availabilities.id"), index=True)
    weekday: Mapped[int]
    starts: Mapped[int]
    ends: Mapped[int]

    @property
    def window(self) -> Window:
        return Window(self.weekday, self.starts, self.ends)


class AvoidedSeason(Id, Model):
    """A part of every year when nobody should come: month * 100 + day, both ends included."""

    __tablename__ = "avoided_seasons"
    __table_args__ = (
        CheckConstraint("begins BETWEEN 101 AND 1231 AND ends BETWEEN 101 AND 1231", name="days_of_a_year"),
    )

    availability_id: Mapped[int] = mapped_column(ForeignKey("availabilities.id"), index=True)
    begins: Mapped[int]
    ends: Mapped[int]
    reason: Mapped[str] = mapped_column(String(200), default="")

    @property
    def season(self) -> Season:
        return Season(self.begins, self.ends, self.reason)


class Commitment(Id, Timestamps, Versioned, Model):
    """A promise a partner made, where and when, and what became of it. The quantity counts what was promised.
    `vacancy_id` or `offer_id`: what came of it."""

    __tablename__ = "commitments"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("(state = 'open') = (settled_on IS NULL)", name="settled_has_a_date"),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    info_session_id: Mapped[int | None] = mapped_column(ForeignKey("info_sessions.id"), index=True)
    vacancy_id: Mapped[int | None] = mapped_column(ForeignKey("vacancies.id"), index=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"), index=True)
    kind: Mapped[CommitmentKind] = mapped_column(enum_type(CommitmentKind, "kind"))
    quantity: Mapped[int] = mapped_column(default=1)
    words: Mapped[str] = mapped_column(String(500), default="")
    made_on: Mapped[date]
    due_on: Mapped[date] = mapped_column(index=True)
    state: Mapped[CommitmentState] = mapped_column(enum_type(CommitmentState, "state"), default=CommitmentState.OPEN)
    settled_on: Mapped[date | None]

    partner: Mapped[Partner] = relationship(back_populates="commitments")


class CapacityAssessment(Id, Timestamps, Model):
    """A civil-society organisation's capacity before and after support, each 0 to 100 points."""

    __tablename__ = "capacity_assessments"
    __table_args__ = (
        UniqueConstraint("partner_id", "assessed_on"),
        CheckConstraint("score_before BETWEEN 0 AND 100 AND score_after BETWEEN 0 AND 100", name="scores_in_range"),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    assessed_on: Mapped[date]
    topic: Mapped[str] = mapped_column(String(200), default="")
    score_before: Mapped[int]
    score_after: Mapped[int]

    partner: Mapped[Partner] = relationship()


class StartupGrant(Id, Timestamps, Model):
    """Equipment or animals handed over to a start-up, with its value in AZN and the date of the handover act."""

    __tablename__ = "startup_grants"
    __table_args__ = (CheckConstraint("value_azn >= 0", name="value_not_negative"),)

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    item: Mapped[str] = mapped_column(String(200))
    value_azn: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    handed_over_on: Mapped[date]

    partner: Mapped[Partner] = relationship()
