"""What finding one woman twice needs: keys to compare by, pairs found, pairs a person decided, merges and their journal."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import EncryptedText, Id, enum_type, now
from crm.extensions import Model
from crm.members.same_woman import KeyKind, Reason

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.members.models import Member


class MemberKey(Id, Model):
    """Her name, telephone and so on as folded keys; made anew at each save (keys.py). Who shares one is compared."""

    __tablename__ = "member_keys"
    __table_args__ = (Index("ix_member_keys_centre_id_kind_key", "centre_id", "kind", "key"),)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    kind: Mapped[KeyKind] = mapped_column(enum_type(KeyKind, "kind"))
    key: Mapped[str] = mapped_column(String(80))


class NotSame(Id, Model):
    """A person looked at both and said: two women. Nobody asks again."""

    __tablename__ = "not_same"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id <> other_id", name="two_women"),
    )

    one_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    decided_at: Mapped[datetime] = mapped_column(default=now)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class LikelyPair(Id, Model):
    """Two records a sweep took for one woman, and why. `sure`: a clerk would not ask."""

    __tablename__ = "likely_pairs"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id <> other_id", name="two_records"),
        Index("ix_likely_pairs_centre_id_sure", "centre_id", "sure"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    one_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    sure: Mapped[bool]
    reasons: Mapped[list[str]] = mapped_column(JSON)
    found_at: Mapped[datetime] = mapped_column(default=now)

    one: Mapped["Member"] = relationship(foreign_keys=one_id)
    other: Mapped["Member"] = relationship(foreign_keys=other_id)

    @property
    def why(self) -> list[Reason]:
        return [reason for word in self.reasons if (reason := Reason.parse(word)) is not None]


class Sweep(Id, Model):
    """All women of one centre compared, in steps; goes on where it stopped. `busy_until`: somebody is at it."""

    __tablename__ = "sweeps"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    started_at: Mapped[datetime] = mapped_column(default=now)
    last_member_id: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int]
    found: Mapped[int] = mapped_column(default=0)
    busy_until: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class Merge(Id, Model):
    """Two records made one: `gone_id` is the number that now leads to `member_id`. The journal is all that is needed to
    have both again, row by row; it holds what stood in the record that went, so it is encrypted."""

    __tablename__ = "merges"
    __table_args__ = (Index("ix_merges_centre_id_merged_at", "centre_id", "merged_at"),)

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    gone_id: Mapped[int] = mapped_column(index=True)
    merged_at: Mapped[datetime] = mapped_column(default=now)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    undone_at: Mapped[datetime | None]
    journal: Mapped[str] = mapped_column(EncryptedText)

    member: Mapped["Member"] = relationship()
    by: Mapped["User | None"] = relationship()
