"""A member, her skills and wishes as concepts, her consents, special categories, services, the user she signs in as."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import EncryptedText, Id, PublicId, Timestamps, Versioned, enum_type, now
from crm.extensions import Model
from crm.members.enums import (
    Availability,
    Category,
    ConceptRole,
    ConceptSource,
    ConsentManner,
    Education,
    Occupation,
    Purpose,
    Seeking,
    ServiceKind,
    Transport,
)

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre
    from crm.members.safe_models import SafeContact
    from crm.partners.models import Partner
    from crm.places.models import Settlement
    from crm.skills.models import Concept
    from crm.stored_file import StoredFile


class Member(Id, PublicId, Timestamps, Versioned, Model):
    """A woman registered at one centre, as job seeker, entrepreneur or both.

    An empty constraint (None) means nobody asked her yet: it neither helps nor hurts her in matching. Once `erased_on`,
    the row says nobody: it is there for counts and shown to none."""

    __tablename__ = "members"
    __table_args__ = (
        UniqueConstraint("centre_id", "reference"),
        Index("ix_members_centre_id_id", "centre_id", "id"),
        Index("ix_members_centre_id_settlement_id", "centre_id", "settlement_id"),
        Index("ix_members_centre_id_search_text", "centre_id", "search_text"),
        CheckConstraint("birth_year IS NULL OR birth_year BETWEEN 1900 AND 2100", name="birth_year_in_range"),
        CheckConstraint("max_distance_km IS NULL OR max_distance_km >= 0", name="distance_not_negative"),
        CheckConstraint("min_pay IS NULL OR min_pay >= 0", name="pay_not_negative"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    reference: Mapped[str | None] = mapped_column(String(40))
    first_name: Mapped[str] = mapped_column(String(100))
    last_name: Mapped[str] = mapped_column(String(100), default="")
    father_name: Mapped[str] = mapped_column(String(100), default="")
    search_text: Mapped[str] = mapped_column(String(500), default="")
    birth_year: Mapped[int | None]
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    contact_note: Mapped[str] = mapped_column(String(500), default="")
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlements.id"), index=True)
    joined_on: Mapped[date]
    erased_on: Mapped[date | None] = mapped_column(index=True)

    seeking: Mapped[Seeking] = mapped_column(enum_type(Seeking, "seeking"), default=Seeking.JOB)
    education: Mapped[Education | None] = mapped_column(enum_type(Education, "education"))
    occupation: Mapped[Occupation | None] = mapped_column(enum_type(Occupation, "occupation"))
    experience_years: Mapped[int | None]
    skills_text: Mapped[str] = mapped_column(String(5000), default="")
    experience_text: Mapped[str] = mapped_column(String(5000), default="")
    wish_text: Mapped[str] = mapped_column(String(2000), default="")
    constraints_text: Mapped[str] = mapped_column(String(2000), default="")
    idea_text: Mapped[str] = mapped_column(String(5000), default="")
    equipment_text: Mapped[str] = mapped_column(String(1000), default="")
    requested_azn: Mapped[int | None]

    availability: Mapped[Availability | None] = mapped_column(enum_type(Availability, "availability"))
    night_ok: Mapped[bool | None]
    weekend_ok: Mapped[bool | None]
    needs_childcare: Mapped[bool | None]
    transport: Mapped[Transport | None] = mapped_column(enum_type(Transport, "transport"))
    max_distance_km: Mapped[int | None]
    min_pay: Mapped[int | None]

    centre: Mapped["Centre"] = relationship()
    settlement: Mapped["Settlement | None"] = relationship()
    concepts: Mapped[list["MemberConcept"]] = relationship(
        back_populates="member", cascade="all, delete-orphan", order_by="MemberConcept.id"
    )
    consents: Mapped[list["Consent"]] = relationship(back_populates="member", order_by="Consent.id")
    safe_contact: Mapped["SafeContact | None"] = relationship(back_populates="member")

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        return "".join(part[:1] for part in (self.first_name, self.last_name)).upper()


class MemberConcept(Id, Model):
    """A concept she has or wishes, her words, how sure the reading is (0 to 1), the level (1 little to 3 good)."""

    __tablename__ = "member_concepts"
    __table_args__ = (
        UniqueConstraint("member_id", "concept_id", "role"),
        Index("ix_member_concepts_concept_id_role_member_id", "concept_id", "role", "member_id"),
        CheckConstraint("level IS NULL OR level BETWEEN 1 AND 3", name="level_in_range"),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    concept_id: Mapped[int] = mapped_column(ForeignKey("concepts.id"))
    role: Mapped[ConceptRole] = mapped_column(enum_type(ConceptRole, "role"), default=ConceptRole.SKILL)
    source: Mapped[ConceptSource] = mapped_column(enum_type(ConceptSource, "source"), default=ConceptSource.TEXT)
    words: Mapped[str] = mapped_column(String(200), default="")
    confidence: Mapped[float] = mapped_column(default=1.0)
    level: Mapped[int | None]

    member: Mapped[Member] = relationship(back_populates="concepts")
    concept: Mapped["Concept"] = relationship()


class Consent(Id, Timestamps, Model):
    """What she agreed to, in which words' version and language, how, until when, and when she withdrew it. `witness` heard
    her say it on the phone, `typed_name` is what she wrote herself on the screen, `scan` is the paper she signed."""

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint("(purpose = 'sharing') = (partner_id IS NOT NULL)", name="sharing_names_a_partner"),
        Index("ix_consents_member_id_purpose", "member_id", "purpose"),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    purpose: Mapped[Purpose] = mapped_column(enum_type(Purpose, "purpose"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    manner: Mapped[ConsentManner] = mapped_column(enum_type(ConsentManner, "manner"))
    text_version: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(5), default="", server_default="")
    witness: Mapped[str] = mapped_column(String(200), default="", server_default="")
    typed_name: Mapped[str] = mapped_column(String(200), default="", server_default="")
    scan_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"), index=True)
    given_on: Mapped[date]
    valid_until: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    member: Mapped[Member] = relationship(back_populates="consents")
    partner: Mapped["Partner | None"] = relationship()
    scan: Mapped["StoredFile | None"] = relationship()


class SpecialNote(Id, Timestamps, Versioned, Model):
    """One special category of one member, encrypted. May exist only while her consent does (operations check it)."""

    __tablename__ = "special_notes"
    __table_args__ = (UniqueConstraint("member_id", "category"),)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    category: Mapped[Category] = mapped_column(enum_type(Category, "category"))
    text: Mapped[str] = mapped_column(EncryptedText)


class Service(Id, Timestamps, Model):
    """A service the centre gave her on a day."""

    __tablename__ = "services"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    kind: Mapped[ServiceKind] = mapped_column(enum_type(ServiceKind, "kind"))
    given_on: Mapped[date]
    note: Mapped[str] = mapped_column(String(500), default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    member: Mapped[Member] = relationship()
    by: Mapped["User | None"] = relationship()


class MemberUser(Id, Model):
    """The user a member signs in as. Of her visits to her pages two days are kept: the last one and the one before."""

    __tablename__ = "member_users"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), unique=True)
    linked_at: Mapped[datetime] = mapped_column(default=now)
    visited_on: Mapped[date | None]
    visited_before_on: Mapped[date | None]

    user: Mapped["User"] = relationship()
    member: Mapped[Member] = relationship()
