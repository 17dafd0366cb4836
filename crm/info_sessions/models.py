"""An informational session, the partners in the room, who came, what was objected. Promises live with the partner."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, PublicId, Timestamps, Versioned, enum_type, now
from crm.extensions import Model
from crm.info_sessions.enums import Attendance, Interest, NotHeldReason, Objection, SessionKind, SessionState, Topic
from crm.stored_file import StoredFile

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre
    from crm.partners.models import Commitment, Contact, Partner


def new_uid() -> str:
    """What calendars know a session by: never made again and never changed."""
    return f"{uuid4()}@korpu"


class InfoSession(Id, Timestamps, Versioned, Model):
    """One visit: individual or a small group over several companies, in the office of the host.

    `not_held_why` is counted, `not_held_reason` quoted: the same in somebody's words.
    `moved_from`: the time agreed before, where it had to be moved. `agenda`: codes of `Topic`; `topics`: whatever else. `sheet`: the signed list of who was there, on paper."""

    __tablename__ = "info_sessions"
    __table_args__ = (
        Index("ix_info_sessions_centre_id_starts_at", "centre_id", "starts_at"),
        CheckConstraint("state <> 'not_held' OR not_held_why IS NOT NULL", name="not_held_has_a_reason"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    host_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    kind: Mapped[SessionKind] = mapped_column(enum_type(SessionKind, "kind"), default=SessionKind.INDIVIDUAL)
    state: Mapped[SessionState] = mapped_column(enum_type(SessionState, "state"), default=SessionState.PLANNED)
    starts_at: Mapped[datetime]
    moved_from: Mapped[datetime | None]
    minutes: Mapped[int] = mapped_column(default=40)
    facilitator_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    agenda: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    topics: Mapped[str] = mapped_column(String(500), default="")
    materials: Mapped[str] = mapped_column(String(500), default="")
    heard: Mapped[str] = mapped_column(String(5000), default="")
    interest: Mapped[Interest | None] = mapped_column(enum_type(Interest, "interest"))
    not_held_why: Mapped[NotHeldReason | None] = mapped_column(enum_type(NotHeldReason, "not_held_why"))
    not_held_reason: Mapped[str] = mapped_column(String(500), default="")
    next_step: Mapped[str] = mapped_column(String(200), default="")
    next_step_due: Mapped[date | None] = mapped_column(index=True)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    calendar_uid: Mapped[str] = mapped_column(String(300), default=new_uid, unique=True)
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"), unique=True)

    centre: Mapped["Centre"] = relationship()
    host: Mapped["Partner"] = relationship()
    facilitator: Mapped["User | None"] = relationship()
    guests: Mapped[list["SessionPartner"]] = relationship(
        back_populates="info_session", order_by="SessionPartner.id", cascade="all, delete-orphan"
    )
    attendances: Mapped[list["SessionAttendance"]] = relationship(
        back_populates="info_session", order_by="SessionAttendance.id", cascade="all, delete-orphan"
    )
    objections: Mapped[list["SessionObjection"]] = relationship(
        order_by="SessionObjection.id", cascade="all, delete-orphan"
    )
    commitments: Mapped[list["Commitment"]] = relationship(order_by="Commitment.id", viewonly=True)
    invitation: Mapped["Invitation | None"] = relationship(back_populates="info_session")
    sheet: Mapped[StoredFile | None] = relationship()

    @property
    def waits_to_be_written_down(self) -> bool:
        """It was planned, and its time has come."""
        return self.state == SessionState.PLANNED and self.starts_at <= now()

    @property
    def about(self) -> str:
        """The topics of the agenda and whatever else, as one line."""
        labels = [str(topic.label) for topic in Topic if topic.value in self.agenda]
        return ", ".join([*labels, *([self.topics] if self.topics else [])])

    @property
    def who_came(self) -> list["Contact"]:
        return [one.contact for one in self.attendances if one.attendance == Attendance.CAME]


class SessionPartner(Id, Model):
    """A partner who takes part, the host included. `coming`, `words`: what a guest answered by a link, None until then."""

    __tablename__ = "info_session_partners"
    __table_args__ = (UniqueConstraint("info_session_id", "partner_id"),)

    info_session_id: Mapped[int] = mapped_column(ForeignKey("info_sessions.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    coming: Mapped[bool | None]
    words: Mapped[str] = mapped_column(String(500), default="", server_default="")

    info_session: Mapped[InfoSession] = relationship(back_populates="guests")
    partner: Mapped["Partner"] = relationship()


class SessionAttendance(Id, Model):
    """One contact at one session: invited, came, did not, sent somebody; could she or he decide there?"""

    __tablename__ = "info_session_attendances"
    __table_args__ = (UniqueConstraint("info_session_id", "contact_id"),)

    info_session_id: Mapped[int] = mapped_column(ForeignKey("info_sessions.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    attendance: Mapped[Attendance] = mapped_column(enum_type(Attendance, "attendance"), default=Attendance.INVITED)
    decided_there: Mapped[bool] = mapped_column(default=False)

    info_session: Mapped[InfoSession] = relationship(back_populates="attendances")
    contact: Mapped["Contact"] = relationship()


class SessionObjection(Id, Model):
    """What a partner objected, by code, with the owner's own words where noted."""

    __tablename__ = "info_session_objections"
    __table_args__ = (UniqueConstraint("info_session_id", "code"),)

    info_session_id: Mapped[int] = mapped_column(ForeignKey("info_sessions.id"))
    code: Mapped[Objection] = mapped_column(enum_type(Objection, "code"))
    words: Mapped[str] = mapped_column(String(500), default="")


class Invitation(Id, PublicId, Timestamps, Versioned, Model):
    """Times proposed to the owner through a link, and what came back; nothing yet while `answered_at` is None.

    `links_number`: a link that carries another number is called back. `handled_on`: staff phoned, or has seen the answer. Nobody is reminded of it any more."""

    __tablename__ = "invitations"

    info_session_id: Mapped[int] = mapped_column(ForeignKey("info_sessions.id"), unique=True)
    sent_on: Mapped[date]
    answered_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(String(500), default="")
    handled_on: Mapped[date | None]
    links_number: Mapped[int] = mapped_column(default=0, server_default="0")

    info_session: Mapped[InfoSession] = relationship(back_populates="invitation")
    times: Mapped[list["ProposedTime"]] = relationship(
        back_populates="invitation", order_by="ProposedTime.starts_at", cascade="all, delete-orphan"
    )

    @property
    def chosen(self) -> "ProposedTime | None":
        return next((one for one in self.times if one.chosen), None)


class ProposedTime(Id, Model):
    """One of the times of an invitation."""

    __tablename__ = "proposed_times"
    __table_args__ = (UniqueConstraint("invitation_id", "starts_at"),)

    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id"), index=True)
    starts_at: Mapped[datetime]
    chosen: Mapped[bool] = mapped_column(default=False)

    invitation: Mapped[Invitation] = relationship(back_populates="times")
