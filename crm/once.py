"""A form posted twice makes one record: the hidden client key of each form, and the answer its first sending got."""

import uuid
from datetime import datetime

from sqlalchemy import String, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, mapped_column

from crm.db import Id, now
from crm.extensions import Model, db


class Submission(Id, Model):
    """One accepted form. `location` is where its sender was sent afterwards ("" for a part of a page)."""

    __tablename__ = "submissions"
    __table_args__ = (UniqueConstraint("user_id", "client_key"),)

    user_id: Mapped[int]
    client_key: Mapped[uuid.UUID] = mapped_column(Uuid)
    location: Mapped[str] = mapped_column(String(1000))
    created_at: Mapped[datetime] = mapped_column(default=now, index=True)


def earlier_answer(user_id: int, client_key: uuid.UUID) -> str | None:
    statement = select(Submission.location).where(Submission.user_id == user_id, Submission.client_key == client_key)
    return db.session.scalar(statement)


def remember(user_id: int, client_key: uuid.UUID, location: str) -> None:
    """Raises IntegrityError when the same form was accepted meanwhile by another process."""
    db.session.add(Submission(user_id=user_id, client_key=client_key, location=location[:1000]))
    db.session.flush()


def parse_key(value: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(value or "")
    except ValueError:
        return None
