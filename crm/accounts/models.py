"""Users, the rows that keep them signed in, cards with a PIN. What a partner or member user is linked to lives there."""

from datetime import datetime
from typing import TYPE_CHECKING

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.access import Role
from crm.accounts.browsers import described
from crm.db import Id, Timestamps, Versioned, enum_type, now
from crm.extensions import Model

if TYPE_CHECKING:
    from crm.centres.models import Centre


class User(UserMixin, Id, Timestamps, Versioned, Model):
    """Somebody who can sign in. Staff belong to one centre; an administrator or observer without one sees them all."""

    __tablename__ = "users"
    __table_args__ = (CheckConstraint("role <> 'staff' OR centre_id IS NOT NULL", name="staff_have_a_centre"),)

    login: Mapped[str] = mapped_column(String(200), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(enum_type(Role, "role"))
    password_hash: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(2), default="az")
    active: Mapped[bool] = mapped_column(default=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"), index=True)

    centre: Mapped["Centre | None"] = relationship()

    @property
    def is_active(self) -> bool:
        return self.active


class SignInSession(Id, Model):
    """One signed-in browser. The cookie holds the token, the table its digest; a deleted row ends the sign-in."""

    __tablename__ = "sign_in_sessions"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    address: Mapped[str] = mapped_column(String(60), default="")
    browser: Mapped[str] = mapped_column(String(200), default="")

    user: Mapped[User] = relationship()

    @property
    def browser_name(self) -> str:
        return described(self.browser)


class SavedFilter(Id, Model):
    """A list as one user narrowed it: the page, the query of its address, and a name."""

    __tablename__ = "saved_filters"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    endpoint: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(60))
    query: Mapped[str] = mapped_column(String(1000), default="")


class Pin(Id, Timestamps, Model):
    """A printed card and its PIN. `phone`: the digits she may type instead of the code, where the number is hers alone;
    `chosen`: she chose the PIN herself, until then it opens nothing but the page where she does."""

    __tablename__ = "pins"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    phone: Mapped[str | None] = mapped_column(String(20), unique=True)
    pin_hash: Mapped[str] = mapped_column(String(200))
    chosen: Mapped[bool] = mapped_column(default=False)

    user: Mapped[User] = relationship()

    @property
    def shown_code(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}"


class SignInWait(Id, Model):
    """Wrong PINs for one code or number, whether anybody has it or not: the answer tells nobody who is a member."""

    __tablename__ = "sign_in_waits"

    key: Mapped[str] = mapped_column(String(64), unique=True)
    failures: Mapped[int] = mapped_column(default=0)
    last_at: Mapped[datetime] = mapped_column(default=now)
    wait_until: Mapped[datetime | None]
