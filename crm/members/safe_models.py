"""How a woman is reached safely, and who must never see her. Words that could give her away are encrypted."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import EncryptedText, Id, Timestamps, Versioned, enum_type
from crm.extensions import Model
from crm.i18n import LabelledEnum, _l

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.members.models import Member
    from crm.partners.models import Contact, Partner

#: The days of the week as the record writes them: 0 is Monday.
WEEK = "0123456"


class PhoneOwner(LabelledEnum):
    HERS = "hers", _l("Her own, nobody else looks at it")
    SHARED = "shared", _l("Shared with the family")
    OTHER = "other", _l("Somebody else's")


class Language(LabelledEnum):
    AZ = "az", _l("Azerbaijani")
    RU = "ru", _l("Russian")
    EN = "en", _l("English")


class SafeContact(Id, Timestamps, Versioned, Model):
    """One for each woman who was asked. None in `may_write` or `may_leave_word`: she was not asked about it.

    `days` are the weekdays on which she may be called, empty for any; the hours are full hours in Baku."""

    __tablename__ = "safe_contacts"
    __table_args__ = (
        CheckConstraint("hour_from >= 0 AND hour_until <= 24 AND hour_from < hour_until", name="hours_in_order"),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), unique=True)
    whose: Mapped[PhoneOwner | None] = mapped_column(enum_type(PhoneOwner, "whose"))
    whose_words: Mapped[str] = mapped_column(String(100), default="")
    days: Mapped[str] = mapped_column(String(7), default="")
    hour_from: Mapped[int] = mapped_column(default=0)
    hour_until: Mapped[int] = mapped_column(default=24)
    may_answer: Mapped[str] = mapped_column(String(200), default="")
    may_write: Mapped[bool | None]
    may_leave_word: Mapped[bool | None]
    code_word: Mapped[str | None] = mapped_column(EncryptedText)
    avoid: Mapped[str | None] = mapped_column(EncryptedText)
    language: Mapped[Language | None] = mapped_column(enum_type(Language, "language"))

    member: Mapped["Member"] = relationship(back_populates="safe_contact")

    @property
    def messages_reach_only_her(self) -> bool:
        """Her own phone, unless she said no; any other phone only if she chose messages."""
        return self.may_write is True or (self.may_write is None and self.whose == PhoneOwner.HERS)

    @property
    def any_time(self) -> bool:
        return not self.days and (self.hour_from, self.hour_until) == (0, 24)


class MemberHiding(Id, Timestamps, Model):
    """Somebody who must never see her, even without her name: a company, a person of one, or one of the staff."""

    __tablename__ = "member_hidings"
    __table_args__ = (
        CheckConstraint(
            "(partner_id IS NOT NULL AND user_id IS NULL)"
            " OR (partner_id IS NULL AND contact_id IS NULL AND user_id IS NOT NULL)",
            name="from_one",
        ),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id", ondelete="CASCADE"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)

    partner: Mapped["Partner | None"] = relationship()
    contact: Mapped["Contact | None"] = relationship()
    user: Mapped["User | None"] = relationship()

    @property
    def name(self) -> str:
        if self.user is not None:
            return self.user.name
        company = self.partner.name if self.partner else ""
        return f"{self.contact.name}, {company}" if self.contact else company
