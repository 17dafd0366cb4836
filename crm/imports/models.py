"""One uploaded spreadsheet and the report of what became of its rows. A list of women is kept row by row (row_models.py),
any other as its bytes until it is taken in."""

from datetime import datetime
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
    titles: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")
    taken_at: Mapped[datetime | None]
    busy_until: Mapped[datetime | None]

    centre: Mapped["Centre"] = relationship()
    user: Mapped["User | None"] = relationship()

    @property
    def by_rows(self) -> bool:
        """Kept row by row. Lists of women from before that was so have a report."""
        return self.kind == ImportKind.MEMBERS and not self.report
