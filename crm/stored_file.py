"""The table of papers people send; `files.py` takes them in and hands them out. Models of any slice may point here."""

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from crm.db import Id, Timestamps
from crm.extensions import Model


class StoredFile(Id, Timestamps, Model):
    """A paper as it was sent (a PDF) or drawn anew (a picture). Whoever owns its record decides who reads it."""

    __tablename__ = "stored_files"
    __table_args__ = (CheckConstraint("size > 0", name="size_positive"),)

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(60))
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
