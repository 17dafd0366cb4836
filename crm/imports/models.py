"""One uploaded spreadsheet: its bytes until it is taken in, and the report of what became of its rows."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, Timestamps, enum_type
from crm.extensions import Model
from crm.imports.enums import ImportKind, ImportState

if TYPE_CHECKING:
    from crm.accounts.models import User
    from crm.centres.models import Centre


class ImportRun(Id, Timestamps, Model):
    __tablename__ = "import_runs"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[ImportKind] = mapped_column(enum_type(ImportKind, "kind"))
    state: Mapped[ImportState] = mapped_column(enum_type(ImportState, "state"), default=ImportState.PREVIEWED)
    file_name: Mapped[str] = mapped_column(String(200))
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    report: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    centre: Mapped["Centre"] = relationship()
    user: Mapped["User | None"] = relationship()
