"""Users and the rows that keep them signed in. What a partner or member user is linked to lives in those slices."""

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
