"""Tokens: only their digests are kept."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.accounts.models import User
from crm.db import Id, Timestamps
from crm.extensions import Model


class ApiToken(Id, Timestamps, Model):
    """A program that reads in somebody's name until a day. `scopes` are values of ApiScope."""

    __tablename__ = "api_tokens"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[str]] = mapped_column(JSON, default=list)
    valid_until: Mapped[date]
    last_used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()
